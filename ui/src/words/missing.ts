// What is missing at the end of a meeting, and what its place is called.
import type { MissingCode } from '../contract/MissingCode'
import type { SinceView } from '../contract/SinceView'
import { longDay, type Day } from './dates'

const of = (about: string, otherwise: string) => about || otherwise

/** What came to stand against sending something. */
const against = (since: SinceView | null, today: Day): string => {
  switch (since?.since) {
    case 'objection_upheld':
      return `an objection was upheld on ${longDay(since.on, today)}`
    case 'consent_withdrawn':
      return `consent was withdrawn on ${longDay(since.on, today)}`
    case 'consent_expired':
      return `consent ended with ${longDay(since.on, today)}`
    case 'authority_withdrawn':
      return `the manager’s authority was withdrawn on ${longDay(since.on, today)}`
    case 'permission_withdrawn':
      return `permission to pass it on was withdrawn on ${longDay(since.on, today)}`
    case 'choice_withdrawn':
      return `the chair took the power chosen back on ${longDay(since.on, today)}`
    case 'otherwise':
      return `${since.clause} stands against it since`
    default:
      return 'something stands against it since'
  }
}

export const missing: Record<MissingCode, (about: string, since: SinceView | null, today: Day) => string> = {
  case_still_open: (about) => `${of(about, 'A case')} is still open`,
  case_not_reached: (about) => `${of(about, 'A case')} was not reached: it will be deferred`,
  minutes_not_agreed: () => 'The last minutes have not been agreed',
  action_not_settled: (about) => `Nobody has said what became of an action${about ? `: ${about}` : ''}`,
  action_without_date: (about) => `An action has no date${about ? `: ${about}` : ''}`,
  authority_not_confirmed: (about) => `Who gave ${of(about, 'somebody')} the authority to share has not been said`,
  update_waiting: (about) => `What an agency wrote${about ? ` about ${about}` : ''} still waits: left, it goes with its case to the next meeting`,
  item_held: (about) => `An item is still held${about ? `: ${about}` : ''}. Left, it stays held after the meeting, in no document`,
  not_to_be_sent: (about, since, today) => `Something was to be sent that may not be sent now, to ${about}: ${against(since, today)}`,
  no_longer_permitted: (about) => `A line shared since the end may not be shared any more${about ? `: ${about}` : ''}. Take it back, and it is held again`,
  next_date_not_set: () => 'The date of the next meeting is not set',
  still_at_the_door: (about) => `${of(about, 'Somebody')} is still at the door`,
  line_half_typed: (about) => `A line is half typed, and is recorded nowhere${about ? `: ${about}` : ''}`,
}

/** Many of one sort, said at once. */
export const missingMany: Record<MissingCode, (n: number) => string> = {
  case_still_open: (n) => `${String(n)} cases are still open`,
  case_not_reached: (n) => `${String(n)} cases were not reached: they will be deferred`,
  minutes_not_agreed: () => 'The last minutes have not been agreed',
  action_not_settled: (n) => `Nobody has said what became of ${String(n)} carried actions: they stay open`,
  action_without_date: (n) => `${String(n)} actions have no date`,
  authority_not_confirmed: (n) => `Who gave ${String(n)} people the authority to share has not been said`,
  update_waiting: (n) => `${String(n)} updates in writing still wait: left, they go with their cases to the next meeting`,
  item_held: (n) => `${String(n)} items are still held. Left, they stay held after the meeting, in no document`,
  not_to_be_sent: (n) => `${String(n)} lines were to be sent that may not be sent now`,
  no_longer_permitted: (n) => `${String(n)} lines shared since the end may not be shared any more: take them back, and they are held again`,
  next_date_not_set: () => 'The date of the next meeting is not set',
  still_at_the_door: (n) => `${String(n)} people are still at the door`,
  line_half_typed: () => 'A line is half typed, and is recorded nowhere',
}

export const missingVerb: Record<MissingCode, string> = {
  case_still_open: 'Go to it',
  case_not_reached: 'Open it',
  minutes_not_agreed: 'Go to them',
  action_not_settled: 'Settle it',
  action_without_date: 'Give it one',
  authority_not_confirmed: 'Confirm it',
  update_waiting: 'Open the case',
  item_held: 'Go to it',
  not_to_be_sent: 'See the case',
  no_longer_permitted: 'See the line',
  next_date_not_set: 'Set it',
  still_at_the_door: 'See the room',
  line_half_typed: 'Finish it',
}
