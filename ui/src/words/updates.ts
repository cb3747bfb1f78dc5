// What agencies that cannot come wrote before the meeting.
import { list } from './counting'
import { shortDay } from './dates'

interface Written {
  agency: string
  sender: string
  judgement: boolean
}

/** `Harden Homes (Dana Price)`. */
export const from = (row: Pick<Written, 'agency' | 'sender'>) => (row.sender ? `${row.agency} (${row.sender})` : row.agency)

/** `Current information, as fact`, or that there is nothing new. */
export const sort = (kind: string | undefined, judgement: boolean) => (kind === undefined ? 'Nothing new' : `${kind}, ${judgement ? 'a professional judgement' : 'as fact'}`)

/** That it followed its case from an earlier meeting, where it did: nobody may have looked at it since. */
export const waitsSince = (since: string | null, today: string) => (since ? `written for the meeting of ${shortDay(since, today)}` : '')

/** Who is left out, where anybody is. */
export const leftOut = (names: readonly string[]) => (names.length ? `not for ${list(names)}` : '')

/** How a line of the record says that nobody of the agency said it. */
export const inWriting = (sender: string | null) => (sender === null ? '' : sender ? `in writing from ${sender}` : 'in writing')
