// What the live meeting shows. The window decides nothing: each view says what may be done, and why not.

export type TierName = 'Red' | 'Amber' | 'Green'
export type Outcome = 'Done' | 'CircumstancesChanged' | 'NotDone' | 'NoLongerNeeded'

export interface PaceView {
  casesLeft: number
  minutesLeft: number
  /** Over when positive, in hand when negative. */
  driftMinutes: number
  endsAt: string
  share: number
  plannedShare: number
}

export interface AgendaEntry {
  id: string
  kind: 'opening' | 'minutes' | 'actions' | 'case' | 'business' | 'next'
  state: 'done' | 'now' | 'waiting' | 'deferred'
  number?: number
  words: string
  tier?: TierName
  used?: number
  budget?: number
  /** Who is free to go after this entry. */
  release?: string
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
  outcome?: Outcome
}

export interface CaseNow {
  id: string
  number: number
  name: string
  details: string
  flags: Flag[]
  since: { title: string; decisions: string[]; actions: OpenAction[] }
  lines: LineShown[]
  /** Why it cannot be opened or added to, when it cannot. */
  barred?: { words: string; clause?: string }
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
  struck?: string
  held?: boolean
}

export interface PersonInRoom {
  id: string
  name: string
  agency: string
  note?: string
  place: 'in' | 'out' | 'door' | 'left'
  wait?: 'to accept' | 'to sign'
  since?: string
  may: RoomMove[]
}

export type RoomMove = 'leave' | 'stepOut' | 'stepBack' | 'accept' | 'handOver' | 'decline' | 'letIn' | 'arrive'

export interface HeldItem {
  id: string
  words: string
  needs: string
}

export interface RoomShown {
  hearing: number
  agencies: number
  people: PersonInRoom[]
  held: HeldItem[]
  expected: PersonInRoom[]
  /** Whether the hearing is of a case or of the meeting. */
  scope: 'case' | 'meeting'
}

/** A piece of the line that has been understood, by where it stands in what was typed. */
export interface Span {
  from: number
  to: number
  what: 'team' | 'kind' | 'basis' | 'leaveOut' | 'add' | 'due' | 'mark' | 'unknown'
}

/** Something in the line that can be changed without retyping it. */
export interface Chip {
  id: string
  label: string
  value: string
  choices: { value: string; words: string }[]
}

export interface Remedy {
  key: string
  words: string
  code: string
}

export interface Verdict {
  state: 'empty' | 'asking' | 'ready' | 'objected'
  spans: Span[]
  /** The sentence, in pieces, so that what matters can stand out. */
  sentence: { words: string; strong?: boolean }[]
  objections: { words: string; clause?: string; remedies: Remedy[] }[]
  offers: { keys: string; words: string }[]
  chips: Chip[]
}

export const nothingTyped: Verdict = { state: 'empty', spans: [], sentence: [], objections: [], offers: [], chips: [] }
