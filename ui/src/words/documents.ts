import type { DocumentName } from '../contract/DocumentName'
import type { DocumentRow } from '../contract/DocumentRow'
import { count } from './counting'

const titles: Record<DocumentName['document'], string> = {
  minutes: 'Minutes',
  action_plan: 'Action plan',
  action_sheet: 'Action sheet',
  declaration: 'Declaration',
  attendance_register: 'Attendance and acceptance',
  disclosure_record: 'Record of disclosures',
  chairs_copy: 'Chair’s copy: heard without a ground',
}

/** `Action sheet: Housing`. */
export function documentTitle(row: DocumentRow): string {
  const title = `${row.draft ? 'Draft ' : ''}${row.draft ? titles[row.name.document].toLowerCase() : titles[row.name.document]}`
  return row.about ? `${title}: ${row.about}` : title
}

/** A document told from every other of its meeting. */
export const documentKey = (name: DocumentName): string => Object.values(name).join(' ')

/** A document in a list, with whether it is the chair's alone. */
export const listed = (row: DocumentRow) => ({ id: documentKey(row.name), title: documentTitle(row), chairs: row.name.document === 'chairs_copy' })

/** What was saved: one by its title, several by how many. */
export const savedOf = (rows: readonly DocumentRow[], files: number) => (rows[0] && rows.length === 1 ? documentTitle(rows[0]) : count(files, 'document'))
