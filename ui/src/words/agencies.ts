// Whom somebody came for before they came for today's agency.
import type { CameForRow } from '../contract/CameForRow'
import { list } from './counting'
import { shortDay, type Day } from './dates'

/** `was with Probation until 12 Nov`, the latest first; nothing where it has always been the same. */
export const cameFor = (before: readonly CameForRow[], today: Day): string =>
  before.length ? `was with ${list(before.map((one) => `${one.agency} until ${shortDay(one.until, today)}`))}` : ''
