import type { UpdateForm } from '../../contract/UpdateForm'
import type { UpdateRow } from '../../contract/UpdateRow'

/** An update as it is being typed. */
export interface Draft {
  team: string
  sender: string
  slot: string
  /** A kind of information by its key, or `nothing`. */
  says: string
  basis: 'fact' | 'judgement'
  words: string
  left_out: string[]
}

/** All that is half typed: a new one, the changes of those that wait, and which of them is open. */
export interface Typed {
  fresh: Draft
  changes: Record<string, Draft>
  of?: string
}

export const blank: Draft = { team: '', sender: '', slot: '', says: '', basis: 'fact', words: '', left_out: [] }

/** What comes next: another case of the same e-mail. */
export const next = (draft: Draft): Draft => ({ ...blank, team: draft.team, sender: draft.sender })

export const draftOf = (row: UpdateRow): Draft => ({
  team: row.team,
  sender: row.sender,
  slot: row.slot,
  says: row.kind?.key ?? 'nothing',
  basis: row.judgement ? 'judgement' : 'fact',
  words: row.words,
  left_out: [...row.left_out],
})

export const same = (one: Draft, other: Draft): boolean => JSON.stringify(one) === JSON.stringify(other)

export function formOf(draft: Draft, meeting: string, update: string | undefined): UpdateForm {
  const nothing = draft.says === 'nothing'
  return {
    meeting,
    update: update ?? null,
    team: draft.team,
    sender: draft.sender,
    slot: draft.slot || null,
    nothing,
    kind: nothing ? '' : draft.says,
    judgement: draft.basis === 'judgement',
    words: draft.words,
    left_out: draft.left_out,
  }
}
