import type { DocumentName } from '../contract/DocumentName'
import type { DocumentRow } from '../contract/DocumentRow'

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
