import type { Problem } from '../contract/Problem'
import type { RefusalCode } from '../contract/RefusalCode'
import { faults, fault } from './faults'
import { broken, locked } from './failures'
import { refusal } from './refusals'

/** A sentence to be shown, and the clause that it rests on. */
export interface Said {
  words: string
  clause?: string
  /** Which refusal it is, where a screen can ask for what is missing. */
  code?: RefusalCode
}

/** What went wrong, as a person would say it. */
export function said(problem: Problem): Said {
  switch (problem.kind) {
    case 'unfinished':
      return { words: `${problem.fields.map(fault).join('. ')}.` }
    case 'refused':
      return { words: `${refusal(problem.refusal)}.`, clause: problem.refusal.clause, code: problem.refusal.code }
    case 'locked':
      return { words: `${locked[problem.why]}.` }
    case 'broken':
      return { words: `${broken[problem.what]}.` }
  }
}

/** The faults of a form's fields; none where something else went wrong. */
export function fieldFaults(problem: Problem): Record<string, string> {
  return problem.kind === 'unfinished' ? faults(problem.fields) : {}
}
