// What failed outside the rules, or is locked: what it is, and what to do about it.
import type { BrokenCode } from '../contract/BrokenCode'
import type { LockedWhy } from '../contract/LockedWhy'

export const broken: Record<BrokenCode, string> = {
  no_record_here: 'There is no record in this folder. Choose the folder that holds it',
  file_missing: 'A file of the record is missing from this folder. Nothing was changed. Fetch it from the backup',
  file_empty: 'The record’s file is empty. Nothing was changed. Fetch it from the backup',
  newer_version: 'This record was made by a newer version of ODOC. Nothing was changed. Open it with that version',
  already_open: 'This record is already open, here or on another computer. Nothing was changed. Close it there first',
  read_only_folder: 'This folder cannot be written to. Nothing was changed. Choose another, or ask whoever looks after this computer',
  record_damaged: 'The record is damaged. Nothing was changed. Fetch it from the backup',
  keyfile_empty: 'The file with the record’s keys is empty. Nothing was changed. Fetch it from the backup',
  keyfile_damaged: 'The file with the record’s keys is damaged. Nothing was changed. Fetch it from the backup',
  key_cost_refused: 'The file with the record’s keys asks for more work than is safe. Nothing was changed. Fetch it from the backup',
  record_exists: 'There is a record in this folder already. Open it, or choose another folder',
  disk_full: 'The disk is full. Nothing was lost. Make room, and try again',
  could_not_write: 'The disk could not be written to. Lock the record, and open it again',
  faces_missing: 'The typefaces for the documents are missing from this installation',
  not_printed: 'The document could not be put together as a file. Try again; if it fails again, restart the program',
  faces_unreadable: 'A typeface for the documents cannot be read on this computer. Nothing in the record is wrong: install the program again',
  save_failed: 'The documents could not be saved there. Choose another place',
  cancelled: 'Nothing was saved: no place was chosen',
  internal: 'Something went wrong inside the program. Nothing was changed',
}

export const locked: Record<LockedWhy, string> = {
  not_signed_in: 'The record has locked. Sign in to go on',
  handed_over: 'The laptop is in somebody’s hands',
  not_handed_over: 'The laptop has been handed back',
  resting: 'The meeting is resting. Its PIN brings it back',
  signer_has_none: 'Whoever chaired at the close has no passphrase of their own on this record yet',
  wrong_passphrase: 'That passphrase does not open this record. Nothing on disk was changed',
  wrong_recovery_key: 'That is not this record’s recovery key. Nothing on disk was changed',
  wrong_pin: 'That is not this meeting’s PIN',
  too_many_tries: 'The PIN was wrong too often, so the record has locked. Sign in to go on',
}
