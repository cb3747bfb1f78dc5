import type { TogetherRow } from '../../contract/TogetherRow'
import { dayAndAway } from '../../words/dates'
import { decisionKindName } from '../../words/names'

/** What is read to the room of one case before it closes. */
export interface CaseRead {
  number: number
  name: string
  decisions: readonly { id: string; kind: string; words: string; because: string | undefined; dissent: string | undefined }[]
  actions: readonly { id: string; who: string; words: string; due: string }[]
  held: number
}

export function readBack({ number, name, lines }: Pick<TogetherRow, 'number' | 'name' | 'lines'>, today: string): CaseRead {
  return {
    number,
    name,
    decisions: lines.flatMap((row, at) =>
      row.sort === 'decision'
        ? [{ id: String(at), kind: decisionKindName[row.kind], words: row.words, because: row.rationale ?? undefined, dissent: row.dissents.map((one) => `${one.agency}, ${one.words}`).join('; ') || undefined }]
        : [],
    ),
    actions: lines.flatMap((row) =>
      row.sort === 'action'
        ? [{ id: row.action.id, who: row.action.person ?? row.action.agency, words: row.action.words, due: row.action.due ? `by ${dayAndAway(row.action.due, today)}` : 'no date yet' }]
        : [],
    ),
    held: lines.filter((row) => row.sort === 'item' && row.held).length,
  }
}
