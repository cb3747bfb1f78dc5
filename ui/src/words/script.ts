// The chair's script: what is said next, word for word, from what the meeting shows; a deputy can follow it cold.
import type { ActionRow } from '../contract/ActionRow'
import type { CaseNow } from '../contract/CaseNow'
import type { FlagView } from '../contract/FlagView'
import type { LineRow } from '../contract/LineRow'
import type { MeetingView } from '../contract/MeetingView'
import type { OpenedView } from '../contract/OpenedView'
import type { PersonInRoom } from '../contract/PersonInRoom'
import type { QuorumView } from '../contract/QuorumView'
import type { TeamChoice } from '../contract/TeamChoice'
import { count, list } from './counting'
import { fullDay, longDay, shortDay, type Day } from './dates'
import { kindName } from './names'

/** One sentence, and whether what it is said for has happened. */
export interface Sentence {
  words: string
  done: boolean
}

/** What the chair is asked on the screen just now, in place of what is open. */
export type AskedNow = string | undefined

const say = (words: string, done = false): Sentence => ({ words, done })

/** Agencies with somebody at the table who have said nothing of this case yet, in seat order. */
export function silent(view: MeetingView, teams: readonly TeamChoice[], lines: readonly LineRow[]): TeamChoice[] {
  const spoken = lines.flatMap((row) => (row.sort === 'item' || row.sort === 'silence' ? [row.agency] : []))
  return atTheTable(view, teams).filter((team) => !spoken.includes(team.short_name))
}

function atTheTable(view: MeetingView, teams: readonly TeamChoice[]): TeamChoice[] {
  const seated = [...view.people].sort((a, b) => a.seat - b.seat).filter((one) => one.whereabouts === 'in_the_room' && one.role !== 'observer')
  const keys = [...new Set(seated.map((one) => one.team))]
  return keys.flatMap((key) => teams.filter((team) => team.key === key))
}

/** The register, the statement and the acceptances, before anything personal is said. */
export function openingScript(view: MeetingView, step: 'register' | 'statement' | 'acceptance'): Sentence[] {
  const { meeting, agreement } = view
  if (step === 'register' && view.resumed) return [say('We go on with the meeting that was adjourned. The statement is read again, and everybody accepts again.'), say('Please say your name, and whom you speak for.')]
  if (step === 'register') return [say(`Welcome to the ${kindName[meeting.kind]} of ${fullDay(meeting.date)}.`), say('Please say your name, and whom you speak for.')]
  if (step === 'statement') return [say('I read you what we agree to. The agreement in full stands beside it, for anybody to read before they answer.')]
  const here = [...view.people].sort((a, b) => a.seat - b.seat).filter((one) => one.whereabouts === 'in_the_room')
  return [
    ...here.map((one) => say(`${one.called}, do you accept the agreement?`, one.accepted_at !== null)),
    ...here.filter((one) => one.must_sign).map((one) => say(`${one.called}, here is your declaration. Please read it and sign it.`, one.signed_at !== null)),
    say(`Everybody has accepted the agreement, version ${agreement.version}. We begin.`),
  ]
}

/** Somebody comes late: they hear the same statement and the same question as everybody else did, at the door. */
export function atTheDoor(person: PersonInRoom, question: string): Sentence[] {
  return [
    say(`Welcome, ${person.called}. Before you hear a case, this is what we share under; please read it, or have it read to you.`),
    say(`${person.called}: ${question}`, person.accepted_at !== null),
    ...(person.must_sign ? [say(`${person.called}, here is your declaration. Please read it and sign it.`)] : []),
  ]
}

/** Whoever has taken the chair says so, before anything else. */
export const chairHanded = (name: string): Sentence => say(`${name} has the chair from here on.`)

/** What is said next in a meeting that has begun: first, who is free to go. */
export function script(view: MeetingView, teams: readonly TeamChoice[], asked: AskedNow, today: Day): Sentence[] {
  const begun = view.opened.what === 'case' && view.opened.case.lines.length > 0
  const free = asked ? [] : view.free_to_go.map((one) => say(`${one.name}, ${one.agency}: your part is over, and you are free to go. Thank you.`, begun))
  return [...free, ...ofWhatIsOpen(view, teams, asked, today)]
}

function ofWhatIsOpen(view: MeetingView, teams: readonly TeamChoice[], asked: AskedNow, today: Day): Sentence[] {
  const { opened, quorum } = view
  if (!view.chaired) return [say('The chair is not in the room. Before we go on: who takes it?')]
  if (quorum?.to_choose) return [say(`Nobody is here for ${list(quorum.away)}, and the agreement needs them. I say how we go on: without them, or with reports alone and nothing decided.`)]
  if (asked === 'choice') return [say('This case asks for my reason before it opens. I say why we hear it here, and whom we have asked.')]
  if (asked === 'defer') return [say('We put this case off to the next meeting. I say why, for the minutes.')]
  switch (opened.what) {
    case 'opening':
      return [say('We begin with the minutes of the last meeting.')]
    case 'previous_minutes':
      return [...ofTheMinutes(opened, today), say('We go through the actions carried over.')]
    case 'matters_arising':
      return [...opened.actions.map((action) => whatBecame(action, today, true)), say('Those are the carried actions. We turn to the cases.')]
    case 'case':
      return asked === 'read-back' ? readBack(opened.case) : aboutCase(view, teams, opened.case, today)
    case 'any_other_business':
      return [say('Is there any other business?', opened.lines.length > 0), say('Anything else, from anybody?')]
    case 'closing':
      return closing(view, opened.actions, today)
  }
}

/** Signed first, then agreed: nobody is asked to agree a draft. */
function ofTheMinutes({ date, agreed, signed }: Extract<OpenedView, { what: 'previous_minutes' }>, today: Day): Sentence[] {
  if (!date) return []
  const of = shortDay(date, today)
  return [signed || agreed ? say(`Are the minutes of ${of} agreed as a true record?`, agreed) : say(`The minutes of ${of} are not signed yet, so nobody is asked to agree them.`)]
}

const flagged: Partial<Record<FlagView, string>> = {
  mappa: 'This case is under MAPPA. We share only what this meeting needs.',
  child_protection: 'A child may be at risk here. What concerns the child goes to children’s services today, not at the next meeting.',
  under18: 'This person is under 18. We share only what this meeting needs.',
}

function aboutCase(view: MeetingView, teams: readonly TeamChoice[], now: CaseNow, today: Day): Sentence[] {
  const { lines } = now
  const all = view.agenda.filter((row) => row.place.place === 'case').length
  const actions = now.since?.actions ?? []
  const begun = lines.length > 0 || actions.some((action) => action.outcome)
  const shared = lines.some((row) => row.sort === 'action' || row.sort === 'decision')
  const waiting = silent(view, teams, lines).map((team) => team.short_name)
  return [
    say(`Case ${String(now.number)} of ${String(all)}: ${now.name}${now.born ? `, born ${shortDay(now.born, today)}` : ''}.`, begun),
    ...now.together.map((one) => say(`We discuss case ${String(one.number)}, ${one.name}, together with it.`, one.lines.length > 0)),
    ...now.flags.flatMap((flag) => (flagged[flag] ? [say(flagged[flag], begun)] : [])),
    ...(now.since?.decisions ?? []).map((decision) => say(`Last time we decided: ${decision}`, begun)),
    // Once something is decided, what was left open stays open: the chair is not held up by it.
    ...actions.map((action) => whatBecame(action, today, false)).map((each) => ({ ...each, done: each.done || shared })),
    ...atTheTable(view, teams).map((team) => say(`${team.short_name}: what do you hold that this meeting needs?`, shared || now.asked_at !== null || !waiting.includes(team.short_name))),
    say('Does anyone hold anything new?', shared || now.asked_at !== null),
    ...(view.quorum?.hears_only ? reportsOnly(view.quorum) : toBeDecided(lines)),
  ]
}

/** While somebody needed is away and reports alone are heard, nothing can be decided, and the case cannot be closed. */
const reportsOnly = (quorum: QuorumView): Sentence[] => [
  say(`We have heard the reports. Nothing is decided while nobody is here for ${list(quorum.away)}.`),
  say('We put this case off to the next meeting. I say why, for the minutes.'),
]

function toBeDecided(lines: readonly LineRow[]): Sentence[] {
  return [
    say('What is to be done, who does it, and by when?', lines.some((row) => row.sort === 'action' || (row.sort === 'decision' && row.no_action))),
    say('What do we decide, and why?', lines.some((row) => row.sort === 'decision')),
    say('I read back what we have decided.'),
  ]
}

function readBack(now: CaseNow): Sentence[] {
  const held = [now, ...now.together].flatMap((one) => one.lines).filter((row) => row.sort === 'item' && row.held).length
  const of = now.together.length ? ` of ${list([now, ...now.together].map((one) => `case ${String(one.number)}`))}` : ''
  return [
    say(`This is what we have decided${of}, and who does what by when.`),
    ...(held ? [say(`${count(held, 'item is', 'items are')} held and not shared.`)] : []),
    say('Does anyone disagree?'),
  ]
}

function whatBecame(action: ActionRow, today: Day, withCase: boolean): Sentence {
  const due = action.due ? `, due ${shortDay(action.due, today)}` : ''
  const about = withCase && action.case_label ? `, on ${action.case_label}` : ''
  return say(`${action.agency}${about}: “${action.words}”${due}. What became of it?`, action.outcome !== null)
}

/** The actions of one agency in one breath, as they stand on its sheet. */
function byAgency(actions: readonly ActionRow[], today: Day): Sentence[] {
  const agencies = [...new Set(actions.map((action) => action.agency))]
  const to = (action: ActionRow) => `${action.words}${action.case_label ? `, on ${action.case_label}` : ''}${action.due ? `, by ${shortDay(action.due, today)}` : ''}`
  return agencies.map((agency) => say(`${agency}, you have: ${actions.filter((action) => action.agency === agency).map(to).join('; ')}.`))
}

function closing(view: MeetingView, actions: readonly ActionRow[], today: Day): Sentence[] {
  const proposed = longDay(view.next_date ?? view.proposed_next_date, today)
  const left = view.agenda.filter((row) => row.place.place === 'case' && row.progress === 'waiting').length
  return [
    ...(left ? [say(`${count(left, 'case was', 'cases were')} not reached. They come first next time.`)] : []),
    ...(actions.length ? [say('Before you go, this is what each of you takes away.'), ...byAgency(actions, today)] : []),
    say(`We meet next on ${proposed}, at ${view.meeting.starts.slice(0, 5)}. Can everybody come?`, view.next_date !== null),
    say('Please leave every paper on the table: it goes into confidential waste.'),
    say('The meeting is closed. Thank you.'),
  ]
}
