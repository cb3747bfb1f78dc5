// The live meeting's facts, as they are said.
import type { ActionRow } from '../../contract/ActionRow'
import type { AgendaRow } from '../../contract/AgendaRow'
import type { CaseNow } from '../../contract/CaseNow'
import type { DissentRow } from '../../contract/DissentRow'
import type { LineRow } from '../../contract/LineRow'
import type { MeetingView } from '../../contract/MeetingView'
import type { PersonInRoom } from '../../contract/PersonInRoom'
import type { PlaceView } from '../../contract/PlaceView'
import type { SinceLast } from '../../contract/SinceLast'
import { list } from '../../words/counting'
import { heldComesUp, heldNeeds, heldSince, heldWhat } from '../../words/held'
import { due, dueShort, longDay, shortDay } from '../../words/dates'
import { sharedWith } from '../../words/capture'
import { glance, restsOn } from '../../words/grounds'
import { decisionKindName, flagName, flagTone, roleName, strandName } from '../../words/names'
import { inWriting } from '../../words/updates'
import { becomings } from './becomings'
import { once } from './sameness'
import type { AgendaEntry, CaseShown, Flag, HeldItem, LineShown, OpenAction, Owed, PersonShown, RoomMove, RoomShown } from './view'

const placeNames: Record<Exclude<PlaceView['place'], 'case'>, string> = {
  opening: 'Accepted and signed',
  previous_minutes: 'Last minutes',
  matters_arising: 'Carried actions',
  any_other_business: 'Any other business',
  closing: 'Next date',
}

/** A place told from every other. */
export const placeKey = (place: PlaceView): string => (place.place === 'case' ? place.slot : place.place)

const agendaEntry = once(
  (row: AgendaRow): AgendaEntry => ({
    id: placeKey(row.place),
    place: row.place,
    state: row.progress,
    number: row.number ?? undefined,
    words: row.label ?? (row.place.place === 'case' ? `Case ${String(row.number ?? '')}` : placeNames[row.place.place]),
    tier: row.tier ?? undefined,
    used: row.minutes_spent ?? undefined,
    budget: row.budget ?? undefined,
    count: row.count ?? undefined,
    flags: list(row.flags.map((flag) => flagName[flag])),
    added: row.added,
    thenFree: list(row.then_free.map((one) => `${one.name} (${one.agency})`)),
  }),
)

export const agenda = (rows: readonly AgendaRow[]): AgendaEntry[] => rows.map((row) => agendaEntry(row, undefined))

export function action(row: ActionRow, today: string): OpenAction {
  return {
    id: row.id,
    agency: row.agency,
    words: row.person ? `${row.words} (${row.person}${row.person_now_with ? `, now with ${row.person_now_with}` : ''})` : row.words,
    due: row.due ? dueShort(row.due, today) : 'no date',
    late: (row.days_left ?? 0) < 0,
    outcome: row.outcome ?? undefined,
    note: row.note ?? undefined,
  }
}

function flags(now: CaseNow, today: string): Flag[] {
  const until = now.until ? shortDay(now.until, today) : ''
  const where: Flag[] =
    now.custody === 'custody'
      ? [{ words: ['In custody', now.establishment, until && `release ${until}`].filter(Boolean).join(', '), tone: 'plain' }]
      : now.custody === 'community'
        ? [{ words: until ? `Community, until ${until}` : 'In the community', tone: 'plain' }]
        : []
  return [...where, ...now.flags.map((flag) => ({ words: flagName[flag], tone: flagTone[flag] }))]
}

export function caseShown(now: CaseNow, today: string): CaseShown {
  const details = [now.reference, now.born_written && `born ${now.born_written}`, now.cro && `CRO ${now.cro}`, now.offender_manager && `OM ${now.offender_manager}`]
  return {
    id: now.slot,
    number: now.number,
    name: now.name,
    details: details.filter(Boolean).join(' · '),
    flags: flags(now, today),
    because: now.went_on_because ?? undefined,
    glance: glance(now.glance, today),
    whereabouts: now.whereabouts,
    leavesCaseload: now.leaves_caseload,
    since: now.since ? sinceLast(now.since, today) : nothingSince,
    lines: lines(now.lines, today),
    asked: now.asked_at ?? undefined,
    mayUnask: !now.lines.some((line) => line.sort === 'decision' && line.kind === 'no_change'),
    mayBeNoChange: !now.no_change_refused,
    silent: now.silent,
    written: now.written,
    together: now.together.map((one) => `${String(one.number)}. ${one.name}`),
  }
}

const nothingSince: CaseShown['since'] = { title: 'Since last time', decisions: [], actions: [] }

const sinceLast = once((since: SinceLast, today: string) => ({
  title: since.date ? `Since ${shortDay(since.date, today)}` : nothingSince.title,
  decisions: since.decisions,
  actions: since.actions.map((row) => action(row, today)),
}))

/** One line told from every other, by what it names. */
export const lineKey = (row: LineRow): string => Object.values(row.name).join(' ')

export const lines = (rows: readonly LineRow[], today: string): LineShown[] => rows.map((row) => line(row, today))

/** Whose an action is and by when, as the form that puts it right begins. */
export const owed = ({ id, team, person, due }: ActionRow): Owed => ({ action: id, team, person: person ?? '', due })

const line = once((row: LineRow, today: string): LineShown => ({ ...unnamed(row, today), id: `${lineKey(row)} ` }))

function unnamed(row: LineRow, today: string): LineShown {
  switch (row.sort) {
    case 'item':
      return {
        id: '',
        what: 'share',
        agency: row.agency,
        at: row.at,
        kind: row.kind,
        basis: row.judgement ? 'professional judgement' : 'fact',
        words: row.words,
        heard: row.heard ?? undefined,
        thirdParty: row.third_party ?? undefined,
        meta: `${row.since ? `held since ${shortDay(row.since, row.since)} · ` : ''}${row.written === null ? '' : `${inWriting(row.written)} · `}${row.held ? 'nobody has it yet; meant for' : row.heard ? 'heard without a ground by' : 'with'} ${sharedWith({ ...row.shared, without: [] })} · ${restsOn(row.grounds, row.power, false)}${row.chosen ? ', the chair’s choice' : ''} · ${row.purpose}`,
        without: list(row.shared.without),
        held: row.held,
        versions: row.versions,
        name: row.name,
        plain: row.words,
        becomes: becomings(row),
        struck: row.struck,
      }
    case 'action':
      return {
        id: '',
        what: 'action',
        agency: row.action.agency,
        at: row.at,
        words: row.action.words,
        meta: [row.action.person, row.strand && strandName[row.strand]].filter(Boolean).join(' · '),
        due: row.action.due ? due(row.action.due, today) : 'no date yet',
        versions: 1,
        name: row.name,
        plain: row.action.words,
        becomes: becomings(row),
        struck: row.struck,
        owed: owed(row.action),
      }
    case 'decision':
      return {
        id: '',
        what: 'decision',
        agency: 'Everyone',
        at: row.at,
        kind: decisionKindName[row.kind],
        words: row.rationale ? `${row.words}, because ${row.rationale}` : row.words,
        meta: row.dissents.length ? row.dissents.map((one) => `${one.agency} disagree: ${one.words}`).join('; ') : 'nobody dissents',
        versions: 1,
        name: row.name,
        plain: row.words,
        struck: row.struck,
        dissents: row.dissents,
      }
    case 'silence':
      return {
        id: '',
        what: row.declined ? 'declined' : 'nil',
        agency: row.agency,
        at: row.at,
        words: row.declined ? 'Declined to share.' : 'Nothing to share.',
        meta: inWriting(row.written),
        versions: 1,
        name: row.name,
        plain: '',
        struck: [],
      }
  }
}

/** The dissent that an undo took back, where it took back one. */
export function dissentGone(before: readonly LineRow[], after: readonly LineRow[]): DissentRow | undefined {
  const decisions = (rows: readonly LineRow[]) => new Map(rows.flatMap((row) => (row.sort === 'decision' ? [[lineKey(row), row.dissents] as const] : [])))
  const now = decisions(after)
  for (const [key, dissents] of decisions(before)) if (now.has(key) && (now.get(key)?.length ?? 0) < dissents.length) return dissents.at(-1)
  return undefined
}

const places: Record<PersonInRoom['whereabouts'], PersonShown['place']> = {
  expected: 'expected',
  apologies: 'expected',
  at_the_door: 'door',
  in_the_room: 'in',
  stepped_out: 'out',
  left: 'left',
  declined: 'left',
}

function waits(person: PersonInRoom): PersonShown['wait'] {
  if (person.whereabouts !== 'at_the_door') return undefined
  if (!person.accepted_at) return 'to accept'
  return person.must_sign && !person.signed_at ? 'to sign' : 'may come in'
}

/** What the rest of the room means for one row: whether a case is open, and whether somebody is away whose seat may be taken. */
type Around = `${'meeting' | 'case'}${'' | ', seats free'}`

/** Whose seat may be taken: whoever has not come. */
export const away = (people: readonly PersonInRoom[]) => people.filter((one) => one.whereabouts === 'expected' || one.whereabouts === 'apologies')

function may(person: PersonInRoom, around: Around): RoomMove[] {
  const caseOpen = around.startsWith('case')
  const deputy: RoomMove[] = around.endsWith('seats free') || person.deputy_for ? ['deputy'] : []
  const more: RoomMove[] = ['authority', 'role', ...deputy, ...(person.role === 'chair' || person.whereabouts !== 'in_the_room' ? [] : (['chair'] as const)), 'times', ...(person.accepted_at ? (['undoAcceptance'] as const) : [])]
  switch (person.whereabouts) {
    case 'at_the_door': {
      const wait = waits(person)
      const first: RoomMove[] = wait === 'to accept' ? ['accept', 'decline', 'leave', 'times'] : wait === 'to sign' ? ['handOver', 'decline', 'leave', 'times', 'undoAcceptance'] : ['letIn', 'leave', 'times', 'undoAcceptance']
      // Whoever has heard cases heard them for the agency that they came for.
      return [...first, ...deputy, ...(person.stay.presence.length ? [] : (['agency'] as const))]
    }
    case 'in_the_room':
      return [...(caseOpen ? (['stepOut', 'leave'] as const) : (['leave'] as const)), ...more]
    case 'stepped_out':
      return ['stepBack', 'leave', 'times']
    case 'left':
      return ['arrive', 'times']
    case 'declined':
    case 'apologies':
      return ['arrive', 'words', 'times']
    default:
      // Whoever sat in without having been let in, and has gone, is said to have been there by their times.
      return ['arrive', ...(person.stay.presence.length ? [] : (['apologies'] as const)), 'times']
  }
}

/** Said before anybody speaks of the case: they step out, or consent comes. */
function barred({ nothing_to }: PersonInRoom): string | undefined {
  if (!nothing_to) return undefined
  const why = nothing_to.objection ? 'an objection was upheld' : 'no consent covers it'
  return `may hear nothing of this case: ${why} (${nothing_to.clause}).`
}

const person = once(personShown)

function personShown(one: PersonInRoom, around: Around): PersonShown {
  const notes = [
    one.role === 'representative' ? '' : roleName[one.role].toLowerCase(),
    one.guest ? 'guest' : '',
    one.stay.amended ? 'put right afterwards' : '',
    one.whereabouts === 'declined' ? 'declined' : one.whereabouts === 'apologies' ? 'apologies' : '',
    one.remark ? `“${one.remark}”` : '',
  ]
  return {
    id: one.attendance,
    name: one.name,
    called: one.called,
    agency: one.agency,
    note: notes.filter(Boolean).join(' · '),
    barred: barred(one),
    place: places[one.whereabouts],
    wait: waits(one),
    since: one.since ?? undefined,
    may: may(one, around),
  }
}

/** A deputy with whose seat it is; everybody else as they are. */
function withPrincipal(shown: PersonShown, one: PersonInRoom, people: readonly PersonInRoom[]): PersonShown {
  const principal = people.find((other) => other.attendance === one.deputy_for)
  return principal ? { ...shown, note: [`deputy for ${principal.called}`, shown.note].filter(Boolean).join(' · ') } : shown
}

export function room(view: MeetingView): RoomShown {
  const caseOpen = view.opened.what === 'case'
  const around: Around = `${caseOpen ? 'case' : 'meeting'}${away(view.people).length ? ', seats free' : ''}`
  return {
    hearing: view.hearing.people,
    agencies: view.hearing.agencies,
    scope: caseOpen ? 'case' : 'meeting',
    people: [...view.people].sort((a, b) => a.seat - b.seat).map((one) => withPrincipal(person(one, around), one, view.people)),
    held: view.held.flatMap((row) => held(row, view.meeting.date)),
    over: view.held_over.map(({ held, words }) => ({ id: held.item, about: heldComesUp(held, view.meeting.date), words })),
  }
}

function held(row: LineRow, today: string): HeldItem[] {
  if (row.sort !== 'item' || row.name.line !== 'item') return []
  return [{ id: row.name.item, words: row.number === null ? heldWhat(row) : `Case ${String(row.number)}: ${heldWhat(row)}`, needs: heldNeeds(row.waiting), since: row.since ? heldSince({ since: row.since }, today) : undefined }]
}

/** `Thursday 10 December, 13:30 to 16:30`; of a meeting that goes on on another day, that day. */
export const sitting = (view: MeetingView, today: string) =>
  `${longDay(view.meeting.adjourned_to ?? view.meeting.date, today)}, ${view.meeting.starts.slice(0, 5)} to ${view.meeting.ends.slice(0, 5)}`
