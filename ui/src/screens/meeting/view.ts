// What the live meeting shows. The window decides nothing: each view says what may be done, and why not.
import type { CustodyForm } from '../../contract/CustodyForm'
import type { DissentRow } from '../../contract/DissentRow'
import type { LineName } from '../../contract/LineName'
import type { OutcomeView } from '../../contract/OutcomeView'
import type { PlaceView } from '../../contract/PlaceView'
import type { ProgressView } from '../../contract/ProgressView'
import type { StruckRow } from '../../contract/StruckRow'
import type { TierView } from '../../contract/TierView'
import type { WrittenRow } from '../../contract/WrittenRow'
import type { Piece } from '../../words/capture'

/** What the middle shows instead of what is open: a question that the chair answers first. */
export type Asking = { what: 'read-back' } | { what: 'on-file' } | { what: 'changes' } | { what: 'choice'; slot: string } | { what: 'defer'; slot: string } | { what: 'move'; line: LineName; words: string } | undefined

/** What the room's side asks about one person, or about a new face. */
export type Side = { what: 'newcomer' } | { what: 'authority' | 'role' | 'deputy' | 'agency' | 'pin' | 'times' | 'door' | 'words'; person: string } | { what: 'held'; item: string } | undefined

export interface AgendaEntry {
  id: string
  place: PlaceView
  state: ProgressView
  number?: number | undefined
  words: string
  tier?: TierView | undefined
  used?: number | undefined
  budget?: number | undefined
  count?: number | undefined
  flags: string
  /** Added while the meeting went on: by mistake, it is taken back as long as nothing is on record of it. */
  added: boolean
  /** Who is free to go after it. */
  thenFree: string
}

export interface Flag {
  words: string
  tone: 'plain' | 'good' | 'warn' | 'bad'
}

export interface OpenAction {
  id: string
  agency: string
  words: string
  due: string
  late: boolean
  outcome?: OutcomeView | undefined
  note?: string | undefined
}

/** Settles an action; the sentence of what is wrong with the new date, where something is. */
export type Settle = (id: string, outcome: OutcomeView, newDate?: string, note?: string) => Promise<string | undefined>

/** Opens a settled action again; what was said of it can be put back. */
export type Reopen = (id: string, was: { outcome: OutcomeView; note: string }) => Promise<void>

export interface CaseShown {
  id: string
  number: number
  name: string
  details: string
  flags: Flag[]
  because?: string | undefined
  /** Consent, in one tag. */
  glance: Flag
  whereabouts: CustodyForm
  leavesCaseload: boolean
  since: { title: string; decisions: string[]; actions: OpenAction[] }
  lines: LineShown[]
  /** When the chair asked the whole room. */
  asked?: string | undefined
  /** Nothing that was recorded rests on its having been asked. */
  mayUnask: boolean
  mayBeNoChange: boolean
  /** Agencies at the table that have said nothing yet. */
  silent: number
  /** The cases discussed together with it. */
  together: readonly string[]
  /** What agencies that could not come wrote of it. */
  written: readonly WrittenRow[]
}

export interface LineShown {
  id: string
  what: 'share' | 'action' | 'decision' | 'nil' | 'declined'
  agency: string
  at: string
  kind?: string
  basis?: string
  words: string
  /** With whom, under what, for what. */
  meta: string
  without?: string
  due?: string
  held?: boolean
  /** Said without a ground: what the chair did. */
  heard?: string | undefined
  /** Whose information it originally is. */
  thirdParty?: string | undefined
  versions: number
  /** What the line is called, where it can be changed. */
  name?: LineName | undefined
  /** Its own words, without what the screen adds. */
  plain: string
  /** The ways in which it becomes another line. */
  becomes?: readonly Becoming[]
  struck: readonly StruckRow[]
  /** Which agencies differ from a decision, the last one last, each by its place among all that did. */
  dissents?: readonly DissentRow[]
  /** Whose an action is and by when, as it would be put right. */
  owed?: Owed | undefined
}

/** One way in which a line becomes another: by which key, and what stands in the box to begin with. */
export interface Becoming {
  key: 'C' | 'A' | 'B'
  words: string
  how: 'convert' | 'put_right'
  text: string
  /** Where the cursor waits: where the kind, or the date, is to be said. */
  cursor: number
}

/** Whose an action is and by when: the team’s key, what somebody of it is called, and the day. */
export interface Owed {
  action: string
  team: string
  person: string
  due: string | null
}

/** An agency that an action may be, with whoever came for it. */
export interface OwnerShown {
  key: string
  short_name: string
  people: readonly string[]
}

export interface PersonShown {
  id: string
  name: string
  /** What they are called where their agency does not stand beside them. */
  called: string
  agency: string
  note?: string
  /** Why nothing of the open case may go to them, so that they step out before it is spoken of. */
  barred?: string | undefined
  place: 'in' | 'out' | 'door' | 'left' | 'expected'
  wait?: 'to accept' | 'to sign' | 'may come in' | undefined
  since?: string | undefined
  may: RoomMove[]
}

export type RoomMove = 'leave' | 'stepOut' | 'stepBack' | 'accept' | 'handOver' | 'decline' | 'letIn' | 'arrive' | 'authority' | 'role' | 'deputy' | 'agency' | 'chair' | 'times' | 'undoAcceptance' | 'apologies' | 'words'

export interface HeldItem {
  id: string
  words: string
  needs: string
  /** Since which day, where an earlier meeting left it held. */
  since?: string | undefined
}

export interface RoomShown {
  hearing: number
  agencies: number
  people: PersonShown[]
  held: HeldItem[]
  /** What earlier meetings left held of cases still to be opened here. */
  over: { id: string; about: string; words: string }[]
  /** Whether the hearing is of a case or of the meeting. */
  scope: 'case' | 'meeting'
}

/** A piece of the line that has been understood, by where it stands in what was typed. */
export interface Span {
  from: number
  to: number
  what: 'team' | 'kind' | 'basis' | 'leaveOut' | 'add' | 'due' | 'mark' | 'unknown'
  /** What it was understood as. */
  label: string
}

export interface Offer {
  from: number
  to: number
  insert: string
  label: string
}

export interface Verdict {
  state: 'empty' | 'asking' | 'ready' | 'objected'
  spans: Span[]
  /** The sentence, in pieces, so that what matters can stand out. */
  sentence: Piece[]
  objection: { words: string; clause?: string | undefined } | undefined
  offers: Offer[]
}

export const nothingTyped: Verdict = { state: 'empty', spans: [], sentence: [], objection: undefined, offers: [] }
