// What meetings left held: since when, what it waits for, and what has become of it.
import type { HeldRow } from '../contract/HeldRow'
import type { HeldStands } from '../contract/HeldStands'
import type { WaitingRow } from '../contract/WaitingRow'
import { list } from './counting'
import { longDay } from './dates'
import { waitsFor } from './standing'

/** `Health, from NHS`: never what was said. */
export const heldWhat = (row: { kind: string; agency: string }): string => `${row.kind}, from ${row.agency}`

/** What it waits for first, and for whom; or that nothing stands against it. */
export function heldNeeds(waiting: readonly WaitingRow[]): string {
  const first = waiting[0]
  const theirs = waiting.filter((one) => one.until === first?.until)
  return first ? waitsFor[first.until]([...new Set(theirs.map((one) => one.name))]) : 'may be shared now'
}

export const heldSince = (row: { since: string }, today: string): string => `held since ${longDay(row.since, today)}`

/** Whose case it is of, or that it is of none. */
export const heldOf = (row: { about: string | null }): string => row.about ?? 'Any other business'

/** Where it comes before a meeting again. */
export const heldComesUp = (row: HeldRow, today: string): string => `${heldWhat(row)}, ${heldOf(row)}: ${heldSince(row, today)}, ${heldNeeds(row.waiting)}`

/** What has become of it since its meeting ended; of one that can still be shared here, what that takes. */
export function heldStands(stands: HeldStands, row: HeldRow, today: string): string {
  const needs = heldNeeds(row.waiting)
  switch (stands.stands) {
    case 'unsigned':
      return stands.free ? `Nothing stands against it any more. Shared, it goes with the minutes to ${list(stands.recipients)}, who were in the room.` : `Held ${needs}.`
    case 'signed':
      return `Held ${needs}. The minutes are signed without it: it comes up ${row.about ? 'when its case is next open at a meeting' : 'with any other business at the next meeting'}.`
    case 'taken_up':
      return `It goes on at the meeting of ${longDay(stands.on, today)}, which has taken it up.`
    case 'withheld':
      return `Not to be shared, ${stands.by} said on ${longDay(stands.on, today)}: ${stands.because}`
  }
}
