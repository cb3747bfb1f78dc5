// A case as it is listed, and as its page's form (§2.2.5). Every value is text as written; Rust says what it would store.

export interface CaseRow {
  id: string
  reference: string
  name: string
  born: string
  cohort: string
  lead: string
  where: string
  flags: string[]
  openActions: number
  closed: boolean
}

export interface FieldState {
  value: string
  /** The one form that would be stored. */
  stored?: string | undefined
  fault?: string | undefined
}

export interface FieldPlan {
  field: string
  label: string
  hint?: string
  width?: number
  lines?: number
  choices?: readonly { value: string; words: string }[]
  /** Something is always chosen. */
  always?: boolean
}

export interface FieldGroup {
  title: string
  hint?: string
  fields: FieldPlan[]
}

