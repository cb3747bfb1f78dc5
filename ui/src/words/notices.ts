// What was found amiss when the record was opened, and was no reason not to open it.
import type { NoticeCode } from '../contract/NoticeCode'

export const notices: Record<NoticeCode, (entry: number | null) => string> = {
  keyfile_mended: () => 'The file with the record’s keys was damaged and has been mended from its second copy. Make a backup soon.',
  not_as_last_closed: () => 'The record is not as it was when it was last closed on this computer. Make sure that it is the right copy.',
  journal_fault: (entry) => `The journal does not fit together${entry === null ? '' : ` at entry ${String(entry)}`}. Check it below, and fetch the record from the backup if it is not whole.`,
}
