import type { Problem } from '../contract/Problem'
import type { Unprinted } from '../contract/Unprinted'
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
    case 'unprintable':
      return { words: unprintable(problem.at) }
  }
}

/** What cannot be printed, where it stands, and what to do. */
export function unprintable({ character, document, part }: Unprinted): string {
  const sign = `“${character}” (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`
  if (!document) return `No typeface here can print ${sign}, and so no document could be made. Write it in other letters.`
  return `${document} cannot be printed: no typeface here has ${sign}${part ? `, which stands under “${part}”` : ''}. Until the minutes are signed it can be put right: a line beside the draft, a name in its register.`
}

/** What was saved and where; and what could not be. */
export const savedWords = (what: string, folder: string, unprinted: readonly Unprinted[]): string => [`${what} saved in ${folder}`, ...unprinted.map(unprintable)].join('. ')

/** The faults of a form's fields; none where something else went wrong. */
export function fieldFaults(problem: Problem): Record<string, string> {
  return problem.kind === 'unfinished' ? faults(problem.fields) : {}
}
