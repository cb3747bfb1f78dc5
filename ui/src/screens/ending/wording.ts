// Everything written at a meeting that has ended, one row each: what can still be done with it, by which key.
import type { BesideName } from '../../contract/BesideName'
import type { BesideRow } from '../../contract/BesideRow'
import type { ClosedPlace } from '../../contract/ClosedPlace'
import type { LineName } from '../../contract/LineName'
import type { LineRow } from '../../contract/LineRow'
import type { StruckRow } from '../../contract/StruckRow'
import type { WordsName } from '../../contract/WordsName'

export type How = 'tidy' | 'correct' | 'move' | 'take_back' | 'ground' | 'history'

export interface WrittenWords {
  /** It, told from every other. */
  id: string
  name: WordsName
  /** The line that it is, where it is one. */
  line: LineName | undefined
  about: string
  words: string
  struck: readonly StruckRow[]
}

type Written = Exclude<LineRow, { sort: 'silence' }>

const lineWords = (row: Written) => (row.sort === 'action' ? row.action.words : row.words)
const who = (row: Written) => (row.sort === 'item' ? `${row.agency}, ${row.kind}` : row.sort === 'action' ? `Action, ${row.action.agency}` : 'Decision')

const besideWords: Record<BesideName['beside'], (agency: string) => string> = {
  rationale: () => 'Why it was decided',
  dissent: (agency) => `${agency}, a differing view`,
  outcome: (agency) => `${agency}, what became of an action`,
  deferral: () => 'Why it was put off',
}

/** What words beside the lines are called. */
export const besideName = (name: BesideName, agency: string | null) => besideWords[name.beside](agency ?? '')

export const wordsKey = (name: WordsName) => Object.values(name).join(' ')

const ofLine = (row: Written): WrittenWords => ({ id: wordsKey(row.name), name: row.name, line: row.name, about: `${row.at}, ${who(row)}`, words: lineWords(row), struck: row.struck })
const ofBeside = ({ name, agency, words }: BesideRow): WrittenWords => ({ id: wordsKey(name), name, line: undefined, about: besideName(name, agency), words, struck: [] })

/** The rows of a place: its lines with words, then what stands beside them. */
export const written = (place: ClosedPlace): WrittenWords[] => [...place.lines.filter((row): row is Written => row.sort !== 'silence').map(ofLine), ...place.beside.map(ofBeside)]
