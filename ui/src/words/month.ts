// This month's page: what is ready, what is missing, and what runs out.
import type { ClockCode } from '../contract/ClockCode'
import type { Readiness } from '../contract/Readiness'
import type { ReadinessCode } from '../contract/ReadinessCode'
import { capital, count, list } from './counting'

type Sentence = (ready: boolean, n: number, about: readonly string[]) => string

const sentences: Record<ReadinessCode, Sentence> = {
  cases_on_the_agenda: (ready, n) => (ready ? `${count(n, 'case')} on the agenda` : 'No case is on the agenda'),
  people_expected: (ready, n) => (ready ? `${count(n, 'person', 'people')} expected` : 'Nobody is expected yet'),
  chair_and_minute_taker: (ready) => (ready ? 'Chair and minute-taker are named' : 'The chair or the minute-taker is not named'),
  declarations_to_sign: (_, n) => `${capital(count(n, 'person', 'people'))} will sign a declaration`,
  agreement_in_force: (ready, _, about) => (ready ? `Agreement ${about[0] ? `version ${about[0]} ` : ''}in force` : 'No agreement is in force'),
  review_overdue: (ready) => (ready ? 'The agreement’s review is not due yet' : 'The agreement’s review is overdue'),
  matrix_not_confirmed: (ready) =>
    ready ? 'Who originally holds what is confirmed' : 'The partnership has yet to confirm who originally holds what',
  agencies_without_officer: (ready, n, about) =>
    ready
      ? 'Every organisation has its Primary Designated Officer'
      : about.length && about.length < 4
        ? `${list(about)} ${about.length === 1 ? 'has' : 'have'} no Primary Designated Officer`
        : `${String(n)} organisations have no Primary Designated Officer`,
  actions_overdue: (ready, n, about) => (ready ? 'No action is late' : `${capital(count(n, 'action'))} ${n === 1 ? 'is' : 'are'} late${about[0] ? `, most with ${about[0]}` : ''}`),
  consents_ending: (ready, n, about) =>
    ready
      ? 'Every consent on file lasts a month beyond the meeting'
      : `${capital(count(n, 'case'))}${about.length < 4 ? ` (${list(about)})` : ''} ${n === 1 ? 'has a consent that ends' : 'have consents that end'} before the meeting or within a month of it`,
  time_overbooked: (ready, n) => (ready ? 'The cases fit the time' : `The cases are planned ${count(n, 'minute')} longer than there is time`),
  previous_minutes_unsigned: (ready) => (ready ? 'The last minutes are signed' : 'The last minutes are not signed'),
}

/** One line of "Before you start". */
export function readiness(line: Readiness): string {
  return sentences[line.code](line.ready, line.count, line.about)
}

/** What runs out. */
export const clockName: Record<ClockCode, string> = {
  agreement_review: 'Review of the agreement',
  action_due: 'Action',
  minutes_unsigned: 'Minutes to sign',
  release: 'Release from custody',
  order_ends: 'Order or licence ends',
}
