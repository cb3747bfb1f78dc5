// One case, as it is read.
import type { CasePage } from '../../contract/CasePage'
import type { CaseRow } from '../../contract/CaseRow'
import type { LikeCase } from '../../contract/LikeCase'
import type { MergedFile } from '../../contract/MergedFile'
import { count } from '../../words/counting'
import { dayAndAway, due, longDay, shortDay, slashed } from '../../words/dates'
import { likeIn } from '../../words/import'
import { inWords } from '../../words/merging'
import { cohortName, custodyName, flagName, flagTone, kindName, kindShort, toldName } from '../../words/names'
import { refusal } from '../../words/refusals'

interface Fact {
  label: string
  words: string
}
/** Only what is known is shown. */
const known = (rows: Fact[]) => rows.filter((row) => row.words)

export function lead(page: CasePage): string {
  const age = page.age === null ? '' : `aged ${String(page.age)}`
  return [page.row.reference, page.form.born && `born ${page.form.born}`, age, page.form.cro && `CRO ${page.form.cro}`].filter(Boolean).join(' · ')
}

export function flags(page: CasePage) {
  return [
    ...page.row.flags.map((flag) => ({ words: flagName[flag], tone: flagTone[flag] })),
    ...(page.row.closed ? [{ words: 'Closed', tone: 'plain' as const }] : []),
  ]
}

/** Other files that may be the same person’s. */
export const alike = (page: CasePage, compare: (other: string) => void) =>
  page.grounds.alike.map(({ file: other }) => ({
    id: other.case,
    name: `${other.name}, ${other.reference}`,
    words: likeWords(other),
    compare: page.merging.may.includes(other.case) ? () => compare(other.case) : undefined,
  }))
/** The trace of files that were merged into this one. */
export const merged = (page: CasePage, today: string, part: (file: MergedFile) => void) =>
  page.merging.merged.map((file) => ({
    id: file.case,
    name: `${file.name}, ${file.reference}`,
    words: `${file.reference}, ${file.name}, was merged into this file on ${shortDay(file.on, today)} by ${file.by}.`,
    part: file.refused ? undefined : () => part(file),
    why: file.refused ? `${refusal(file.refused)}.` : '',
  }))
/** What a row leads to, where its file was merged into another. */
export const mergedInto = (row: CaseRow) => (row.merged_into ? `, merged into ${row.merged_into.reference}` : '')
/** In what two files are alike, and which the other one is. */
export const likeWords = (other: LikeCase) => `${likeIn[other.why]} ${other.name}, ${other.reference} (${kindName[other.kind]}${other.closed ? ', closed' : ''}).`

/** The retention clock of a closed case (§3.1). */
function keptUntil({ kept }: CasePage, today: string, clause: string): string {
  if (!kept) return ''
  return kept.until ? dayAndAway(kept.until, today) : `The partnership has not set how long (${clause})`
}

export function facts(page: CasePage, today: string, retention: string): { title: string; rows: Fact[] }[] {
  const { form } = page
  const { team, group, address, manager, why } = inWords(form, page.choices)
  return [
    {
      title: 'Who',
      rows: known([
        { label: 'Name', words: [form.title, form.forename, form.surname].filter(Boolean).join(' ') },
        { label: 'Born', words: form.born },
        { label: 'Gender', words: form.gender },
        { label: 'Ethnic group', words: group },
        { label: 'CRO number', words: form.cro },
        { label: 'Address', words: address },
      ]),
    },
    {
      title: 'How the case is held',
      rows: known([
        { label: 'Meeting', words: kindName[form.meeting] },
        { label: 'Cohort', words: cohortName[form.cohort] },
        { label: 'Lead agency', words: team },
        { label: 'Offender manager', words: manager },
        { label: 'Where', words: custodyName[form.custody] },
        { label: 'Establishment', words: form.establishment },
        { label: 'Since', words: form.since },
        { label: form.custody === 'custody' ? 'Release' : 'Order or licence ends', words: form.until },
        { label: 'Told', words: form.told ? toldName[form.told] : '' },
        { label: 'Why not', words: form.told === 'neither' ? why : '' },
        { label: 'Note', words: form.note },
        { label: 'Closed', words: page.kept ? slashed(page.kept.closed) : '' },
        { label: 'File kept until', words: keptUntil(page, today, retention) },
      ]),
    },
  ]
}

export function actions(page: CasePage, today: string) {
  return page.actions
    .filter((action) => !action.outcome)
    .map((action) => ({
      id: action.id,
      agency: action.agency,
      words: action.words,
      due: action.due ? due(action.due, today) : 'no date',
      late: (action.days_left ?? 0) < 0,
    }))
}

export function meetings(page: CasePage, today: string) {
  return page.history.map((row, at) => ({
    id: `${row.date}-${String(at)}`,
    when: `${longDay(row.date, today)}, ${kindShort[row.kind]}`,
    decisions: row.decisions,
    items: row.items ? `${count(row.items, 'item')} shared` : 'Nothing shared',
  }))
}
