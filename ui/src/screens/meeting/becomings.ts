// What a line can be made instead, by a key on its row.
import type { LineRow } from '../../contract/LineRow'
import type { Becoming } from './view'

/** The ways in which a line becomes another, in the meeting and beside the draft; the agency stays the same to begin with. */
export function becomings(row: LineRow): Becoming[] {
  const of = (key: Becoming['key'], words: string, how: Becoming['how'], text: string, cursor = text.length): Becoming => ({ key, words, how, text, cursor })
  if (row.sort === 'action') return [of('C', 'Make a note', 'convert', `${row.instead} ${row.action.words}`, row.instead.length + 1)]
  if (row.sort !== 'item') return []
  const as = row.said_as
  return [
    ...(row.instead === null ? [] : [of('C', 'Make an action', 'convert', `${row.instead} ${row.words}`)]),
    ...(as === null ? [] : [of('A', 'Agency or kind', 'convert', `${as} ${row.words}`, 0)]),
    // What nobody has heard is only a slip.
    ...(as === null || row.held ? [] : [of('B', 'Correct agency, kind or basis', 'put_right', `${as} ${row.words}`, 0)]),
  ]
}
