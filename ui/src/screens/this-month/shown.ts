// This month's facts, as they are said.
import type { Kind } from '../../contract/Kind'
import type { MonthView } from '../../contract/MonthView'
import type { NextMeeting } from '../../contract/NextMeeting'
import type { Readiness } from '../../contract/Readiness'
import type { Check } from '../../components/checks'
import { count } from '../../words/counting'
import { away, dueShort, fullDay, longDay, month as monthName, shortDay } from '../../words/dates'
import { heldNeeds, heldOf, heldSince, heldWhat } from '../../words/held'
import { clockName, readiness } from '../../words/month'
import { kindName, meetingName } from '../../words/names'
import type { Route } from '../../work/routes'
import type { ComingMeeting, HeldWaiting, RunningOut } from './view'

export interface Doings {
  go: (route: Route) => void
  start: (meeting: string) => void
  prepare: (kind: Kind) => void
}

/** The page's own title: how the next meeting stands. */
export function headline(next: NextMeeting | undefined, today: string, live: string | null): { title: string; lead: string } {
  const meeting = next?.meeting
  if (!meeting) return { title: 'This month', lead: longDay(today, today) }
  if (live === meeting.id) return { title: `The ${kindName[meeting.kind]} is going on`, lead: `${fullDay(meeting.date)} · ${count(meeting.cases, 'case')}` }
  const missing = next.readiness.filter((line) => !line.ready).length
  const day = meeting.days_away === 0 ? 'Today’s' : meeting.days_away > 0 && meeting.days_away < 7 ? `${longDay(meeting.date, today).split(' ')[0] ?? ''}’s` : `${monthName(meeting.date).split(' ')[0] ?? ''}’s`
  const how = missing === 0 ? 'is ready' : missing < 4 ? 'is nearly ready' : 'needs preparing'
  return {
    title: `${day} ${kindName[meeting.kind]} ${how}`,
    lead: `${fullDay(meeting.date)}, ${meeting.starts.slice(0, 5)}, ${away(meeting.date, today)} · ${count(meeting.cases, 'case')} · ${count(meeting.people, 'person', 'people')} expected`,
  }
}

/** A meeting to come, with what is ready and the one obvious thing to do. */
export function coming(next: NextMeeting, today: string, live: string | null, doings: Doings): ComingMeeting {
  const name = kindName[next.kind]
  const meeting = next.meeting
  if (!meeting) {
    return { id: next.kind, name, title: `Next ${name}`, lead: 'Not prepared yet.', going: false, checks: [], main: { words: `Prepare the next ${name}`, run: () => doings.prepare(next.kind) }, others: [] }
  }
  const going = live === meeting.id
  // One meeting at a time: another is not started while this one goes on.
  const startable = live === null
  const change = { words: `Change the agenda of the ${name}`, run: () => doings.go({ at: 'plan', meeting: meeting.id }) }
  const adjourned = meeting.stage === 'adjourned'
  const day = meeting.adjourned_to ?? meeting.date
  const main = adjourned
    ? { words: 'Resume the adjourned meeting', run: () => doings.start(meeting.id) }
    : going
    ? { words: 'Go on with the meeting', run: () => doings.go({ at: 'meeting' }) }
    : startable && meeting.days_away <= 0
      ? { words: `Start the ${name}`, run: () => doings.start(meeting.id) }
      : { words: `Prepare the ${name}`, run: change.run }
  return {
    id: meeting.id,
    name,
    title: meetingName(meeting),
    lead: `${adjourned ? 'Adjourned to ' : ''}${longDay(day, today)}, ${meeting.starts.slice(0, 5)}, ${away(day, today)}`,
    going,
    checks: going || adjourned ? [] : next.readiness.map((line) => check(line, meeting.id, doings)),
    main,
    others: adjourned
      ? [{ words: 'Take down an update in writing', run: () => doings.go({ at: 'updates', meeting: meeting.id }) }]
      : going || !startable ? [] : meeting.days_away <= 0 ? [change] : [{ words: `Start the ${name}`, run: () => doings.start(meeting.id) }],
  }
}

function check(line: Readiness, meeting: string, doings: Doings): Check {
  const words = readiness(line)
  if (line.code === 'declarations_to_sign') return { words, state: 'note' }
  if (line.ready) return { words, state: 'done' }
  return { words, state: 'missing', go: leads(line, meeting, doings) }
}

function leads(line: Readiness, meeting: string, doings: Doings): { words: string; run: () => void } {
  switch (line.code) {
    case 'agencies_without_officer':
      return { words: 'Name one', run: () => doings.go({ at: 'registers', tab: 'officers' }) }
    case 'matrix_not_confirmed':
      return { words: 'See it', run: () => doings.go({ at: 'partnership', tab: 'matrix' }) }
    case 'agreement_in_force':
    case 'review_overdue':
      return { words: 'See it', run: () => doings.go({ at: 'partnership', tab: 'texts' }) }
    case 'consents_ending':
      return { words: 'See the cases', run: () => doings.go({ at: 'cases' }) }
    case 'actions_overdue':
      return { words: 'See them', run: () => doings.go({ at: 'actions' }) }
    case 'previous_minutes_unsigned':
      return { words: 'See the meetings', run: () => doings.go({ at: 'meetings' }) }
    default:
      return { words: 'Put it right', run: () => doings.go({ at: 'plan', meeting }) }
  }
}

/** What runs out, nearest first. */
export function runningOut(month: MonthView, doings: Doings): RunningOut[] {
  return month.running_out.map((clock, at) => ({
    id: `${clock.code}-${String(at)}`,
    what: clockName[clock.code],
    about: clock.about,
    when: dueShort(clock.date, month.today),
    urgency: clock.days_left < 0 ? 'late' : clock.days_left <= 14 ? 'soon' : 'later',
    go: clock.code === 'action_due' ? () => doings.go({ at: 'actions' }) : clock.code === 'agreement_review' ? () => doings.go({ at: 'partnership', tab: 'texts' }) : undefined,
  }))
}

/** What is held, whichever meeting left it so, the earliest first. */
export function heldWaiting(month: MonthView, doings: Doings): HeldWaiting[] {
  return month.held.map((row) => ({
    id: row.item,
    about: heldOf(row),
    what: heldWhat(row),
    since: heldSince(row, month.today),
    needs: heldNeeds(row.waiting),
    go: () => doings.go({ at: 'ending', meeting: row.meeting }),
  }))
}

/** The last meeting's minutes, where there are any. */
export function lastMinutes(month: MonthView, doings: Doings) {
  const last = month.last_minutes.find((minutes) => !minutes.signed_on) ?? month.last_minutes.find((minutes) => minutes.to_tell) ?? month.last_minutes[0]
  if (!last) return undefined
  const title = `${monthName(last.date).split(' ')[0] ?? ''}’s minutes`
  if (!last.signed_on) {
    return { title, words: `${kindName[last.kind]} of ${longDay(last.date, month.today)}. Not signed yet.`, go: { words: 'Read and sign', run: () => doings.go({ at: 'ending', meeting: last.meeting }) } }
  }
  if (last.to_tell) {
    return {
      title,
      words: `${kindName[last.kind]}. Signed ${shortDay(last.signed_on, month.today)}. ${count(last.to_tell, 'recipient has', 'recipients have')} still to be told of a correction.`,
      go: { words: 'See who is to be told', run: () => doings.go({ at: 'documents', meeting: last.meeting }) },
    }
  }
  const agreed = last.agreed ? 'Agreed as a true record.' : 'To be agreed at the next meeting.'
  return {
    title,
    words: `${kindName[last.kind]}. Signed ${shortDay(last.signed_on, month.today)}. ${agreed}`,
    go: { words: 'See the documents', run: () => doings.go({ at: 'documents', meeting: last.meeting }) },
  }
}
