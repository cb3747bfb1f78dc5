import type { UpdateForm } from '../../contract/UpdateForm'

/** An update as it is being typed. */
export interface Draft {
  /** The one that is changed. */
  update: string | undefined
  team: string
  sender: string
  slot: string
  /** A kind of information by its key, or `nothing`. */
  says: string
  basis: 'fact' | 'judgement'
  words: string
  left_out: string[]
}

export const blank: Draft = { update: undefined, team: '', sender: '', slot: '', says: '', basis: 'fact', words: '', left_out: [] }

/** What comes next: another case of the same e-mail. */
export const next = (draft: Draft): Draft => ({ ...blank, team: draft.team, sender: draft.sender })

export function formOf(draft: Draft, meeting: string): UpdateForm {
  const nothing = draft.says === 'nothing'
  return {
    meeting,
    update: draft.update ?? null,
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
