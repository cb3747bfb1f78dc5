// Everything written at a meeting that has ended, one row each: what can still be done with it, by which key.
import type { BesideName } from '../../contract/BesideName'
import type { BesideRow } from '../../contract/BesideRow'
import type { ClosedPlace } from '../../contract/ClosedPlace'
import type { LineName } from '../../contract/LineName'
import type { LineRow } from '../../contract/LineRow'
import type { PlaceView } from '../../contract/PlaceView'
import type { StruckRow } from '../../contract/StruckRow'
import type { WordsName } from '../../contract/WordsName'
import { slashed } from '../../words/dates'
import { becomings } from '../meeting/becomings'
import { owed } from '../meeting/shown'
import type { Becoming, Owed } from '../meeting/view'

/** A key of the ways in which a line becomes another is what is done with it, too. */
export type How = 'tidy' | 'correct' | 'move' | 'owed' | 'ground' | 'history' | Becoming['key']

export interface WrittenWords {
  /** It, told from every other. */
  id: string
  name: WordsName
  /** The line that it is, where it is one. */
  line: LineName | undefined
  /** Whether it can be said of it that nobody said it: a line, or the last differing view while it stands uncorrected. */
  mayGo: boolean
  about: string
  words: string
  struck: readonly StruckRow[]
  /** The ways in which it becomes another line. */
  becomes: readonly Becoming[]
  /** Whose an action is and by when. */
  owed?: Owed
}

function lineWords(row: LineRow): string {
  if (row.sort === 'silence') return row.declined ? 'Declined to share.' : 'Nothing to share.'
  return row.sort === 'action' ? row.action.words : row.words
}
function who(row: LineRow): string {
  if (row.sort === 'item') return `${row.agency}, ${row.kind}${row.judgement ? ', professional judgement' : ''}`
  if (row.sort === 'silence') return row.agency
  return row.sort === 'action' ? `Action, ${[row.action.agency, row.action.person, row.action.due ? `by ${slashed(row.action.due)}` : 'no date'].filter(Boolean).join(', ')}` : 'Decision'
}

const besideWords: Record<BesideName['beside'], (agency: string) => string> = {
  rationale: () => 'Why it was decided',
  dissent: (agency) => `${agency}, a differing view`,
  outcome: (agency) => `${agency}, what became of an action`,
  deferral: () => 'Why it was put off',
  went_on: () => 'Why the chair went on with it',
  set_aside: (agency) => `${agency}, why what it wrote was set aside`,
  turn: () => 'Why the meeting went otherwise than planned',
  minutes_before: () => 'What was to be corrected in the minutes before',
}

/** What words beside the lines are called. */
export const besideName = (name: BesideName, agency: string | null) => besideWords[name.beside](agency ?? '')

export const wordsKey = (name: WordsName) => Object.values(name).join(' ')

const ofLine = (row: LineRow): WrittenWords => ({
  id: wordsKey(row.name),
  name: row.name,
  line: row.name,
  mayGo: true,
  about: `${row.at}, ${who(row)}`,
  words: lineWords(row),
  struck: row.sort === 'silence' ? [] : row.struck,
  becomes: becomings(row),
  ...(row.sort === 'action' ? { owed: owed(row.action) } : {}),
})
const ofBeside = ({ name, agency, words, struck }: BesideRow): WrittenWords => ({ id: wordsKey(name), name, line: undefined, mayGo: !struck.length && name.beside === 'dissent', about: besideName(name, agency), words, struck, becomes: [] })

/** The rows of a place: its lines, then what stands beside them. */
export const written = (place: ClosedPlace): WrittenWords[] => [...place.lines.map(ofLine), ...place.beside.map(ofBeside)]

const placeNames: Record<PlaceView['place'], string> = {
  opening: 'The meeting as a whole',
  previous_minutes: 'The minutes before',
  matters_arising: 'Carried actions',
  case: 'A case',
  any_other_business: 'Any other business',
  closing: 'Next date',
}

/** What a place is called above its rows. */
export const placeName = (place: PlaceView) => placeNames[place.place]
