// What can go wrong, by what a person can do about it. Codes and facts only: the sentences are in `words/`.

/** One field of a form and what is wrong with it. */
export interface FieldFault {
  field: string
  code: string
  facts?: Record<string, string>
}

export type Problem =
  /** Finish the form: every field is named at once. */
  | { kind: 'Unfinished'; fields: FieldFault[] }
  /** Change the plan: a rule objects, with its clause. */
  | { kind: 'Refused'; code: string; clause: string | null; facts: Record<string, string> }
  /** Unlock: the record has locked itself. */
  | { kind: 'Locked' }
  /** Ring somebody: a reference into a log that names nobody. */
  | { kind: 'Broken'; reference: string }

/** Whether something thrown is one of ours. */
export function isProblem(thrown: unknown): thrown is Problem {
  return typeof thrown === 'object' && thrown !== null && 'kind' in thrown
}

/** Whatever was thrown, as a problem: what is not ours is broken, without a reference. */
export function asProblem(thrown: unknown): Problem {
  return isProblem(thrown) ? thrown : { kind: 'Broken', reference: '' }
}
