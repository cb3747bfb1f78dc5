// Taking cases over from a file: what the columns may hold, what was found, in plain words.
import type { EncodingView } from '../contract/EncodingView'
import type { ImportField } from '../contract/ImportField'
import type { ImportFile } from '../contract/ImportFile'
import type { ImportFinding } from '../contract/ImportFinding'
import type { ImportTwin } from '../contract/ImportTwin'
import type { PassedWhy } from '../contract/PassedWhy'
import type { LikenessView } from '../contract/LikenessView'
import type { SeparatorView } from '../contract/SeparatorView'
import type { TakenOverView } from '../contract/TakenOverView'
import { count, list } from './counting'
import { fault } from './faults'

export const importFieldName: Record<ImportField, string> = {
  reference: 'Reference',
  title: 'Title',
  forename: 'Forename',
  surname: 'Surname',
  whole_name: 'Whole name',
  born: 'Date of birth',
  gender: 'Gender',
  ethnic_group: 'Ethnic group',
  cro: 'CRO number',
  number_and_street: 'House number and street',
  locality: 'Locality',
  post_town: 'Post town',
  postcode: 'Postcode',
  whole_address: 'Whole address',
  manager_name: 'Offender manager',
  manager_organisation: 'Offender manager’s organisation',
  cohort: 'Cohort',
  lead: 'Lead agency',
  custody: 'Custody or community',
  establishment: 'Establishment',
  since: 'Since',
  until: 'Release, or end of order',
  mappa: 'MAPPA',
  child_protection: 'Child protection',
  under18: 'Under 18',
  note: 'Note',
}

const encoding: Record<EncodingView, string> = { utf8: '', utf16: ', saved as “Unicode text”', windows1252: ', in older Windows letters' }
const separator: Record<SeparatorView, string> = { comma: 'commas', semicolon: 'semicolons', tab: 'tabs', bar: 'upright strokes' }
/** What two are alike in, before the other’s name. */
export const likeIn: Record<LikenessView, string> = {
  cro_number: 'The same CRO number as',
  name_and_birth: 'The same name and date of birth as',
  name: 'The same name as',
}

/** `212 rows, separated by commas`; how it was saved, where that is out of the usual. */
export const fileWords = (file: ImportFile) =>
  `${count(file.rows, 'row')}${encoding[file.encoding]}, separated by ${separator[file.separator]}`

/** `Column D (DOB): There is no month 13`. */
export function findingWords(finding: ImportFinding): string {
  const column = finding.letter ? `Column ${finding.letter}${finding.head ? ` (${finding.head})` : ''}: ` : ''
  return `${column}${fault(finding.fault)}`
}

/** `The same name as row 12`. */
export const twinWords = (twin: ImportTwin) => `${likeIn[twin.why]} ${twin.case ?? `row ${String(twin.row)}`}`

export const formulaWords = (letters: readonly string[]) =>
  `${letters.length > 1 ? 'Columns' : 'Column'} ${list(letters)}: a formula, taken as text`

/** What the rows came to, as one sentence. */
export function resultWords(file: ImportFile): string {
  const parts = [
    ...(file.faulty ? [`${count(file.faulty, 'row')} with something wrong`] : []),
    ...(file.twins ? [`${count(file.twins, 'row')} like somebody who is there already`] : []),
    ...(file.formulas ? [`${count(file.formulas, 'row')} with a formula`] : []),
  ]
  return parts.length ? `${list(parts)}.` : 'Nothing was found wrong.'
}

export const takenOverWords = (of: TakenOverView) => `${count(of.there, 'case was', 'cases were')} taken over from ${of.name}`

/** `Taken back: 3 cases from list.csv are gone again. 1 case stays as it is`. */
export const backWords = (of: TakenOverView) =>
  [...(of.gone ? [`Taken back: ${count(of.gone, 'case', 'cases')} from ${of.name}. The journal keeps that they were there`] : []), ...(of.passed ? [`${count(of.passed, 'case stays as it is', 'cases stay as they are')}: something was built on ${of.passed === 1 ? 'it' : 'them'} since`] : [])].join('. ')

/** Why a case was neither taken back nor put back. */
export const passedWords: Record<PassedWhy, string> = {
  on_an_agenda: 'it is on the agenda of a meeting',
  on_file: 'a consent or another paper is on its file',
  changed: 'it has been changed since',
  reference_taken: 'another case has its reference now',
}
