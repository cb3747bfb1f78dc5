// A case as it is listed, and as its page's form (§2.2.5). Every value is text as written; Rust says what it would store.

export interface CaseRow {
  /** The file that is opened. */
  id: string
  /** The row itself. */
  row: string
  reference: string
  name: string
  born: string
  cohort: string
  lead: string
  where: string
  flags: string[]
  openActions: number
  closed: boolean
  /** What its reference leads to, where it was merged into another file. */
  mergedInto: string
}

/** Two files that look like one person’s. */
export interface Pair {
  id: string
  words: string
  compare: () => void
}

export interface FieldState {
  value: string
  /** The one form that would be stored. */
  stored?: string | undefined
  fault?: string | undefined
}

/** A form as text, field by field. */
export function textsOf(form: object): Record<string, string> {
  const text = (value: unknown) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? ''))
  return Object.fromEntries(Object.entries(form).map(([field, value]) => [field, text(value)]))
}

/** What stands in each field. */
export const values = (fields: Record<string, FieldState>): Record<string, string> => Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value]))

/** Fields in which that stands, and nothing has been said of it yet. */
export const statesOf = (texts: Record<string, string>): Record<string, FieldState> => Object.fromEntries(Object.entries(texts).map(([field, value]) => [field, { value }]))

export interface FieldPlan {
  field: string
  label: string
  hint?: string
  width?: number
  lines?: number
  choices?: readonly { value: string; words: string }[]
  /** What may well stand in it; anything else may too. */
  offered?: readonly string[]
  /** Something is always chosen. */
  always?: boolean
}

export interface FieldGroup {
  title: string
  hint?: string
  fields: FieldPlan[]
}

