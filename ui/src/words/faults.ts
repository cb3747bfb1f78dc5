// What is wrong with a field, in plain words that say what would be right.
import type { FieldFault } from '../contract/FieldFault'
import { capital } from './counting'

type Facts = FieldFault['facts']
type Sentence = (name: string, facts: Facts) => string

const sign = (facts: Facts) => (facts.character ? `“${facts.character}”` : 'a sign that cannot be printed')

const sentences: Record<string, Sentence> = {
  missing: (name) => `Enter ${name}`,
  one_word: () => 'Keep one word at a time, without figures or spaces',
  organisation_missing: () => 'Enter the organisation',
  character: (name, facts) => `${capital(name)} cannot hold ${sign(facts)}`,
  organisation_character: () => 'The organisation holds a sign that cannot be printed',
  too_long: (name, facts) => `${capital(name)} is too long${facts.limit ? `: at most ${facts.limit} characters` : ''}`,
  organisation_too_long: (_, facts) => `The organisation is too long${facts.limit ? `: at most ${facts.limit} characters` : ''}`,
  too_short: (name) => `${capital(name)} is too short. Something is missing`,
  digit_in_town: () => 'A post town has no figures in it',
  digit: (name) => `${capital(name)} has no figures in it`,
  not_a_date: () => 'That is not a date. Write it like 14/02/1991, or 2w, fri, 10 Dec for a date to come',
  not_a_time: () => 'That is not a time. Write it like 14:05',
  no_such_time: () => 'There is no such time of day',
  no_year: () => 'The year is missing, as in 14/02/1991',
  year: () => 'Write the year with four figures, as in 14/02/1991',
  no_such_month: (_, facts) => `There is no month ${facts.month ?? 'like that'}. The day comes first, then the month`,
  no_such_day: (_, facts) => (facts.day ? `That month has no day ${facts.day}` : 'There is no such day'),
  future: () => 'That day is still to come',
  too_long_ago: (_, facts) => `That is more than ${facts.limit ?? '120'} years ago`,
  before_since: () => 'That is before the day on which it began',
  past: () => 'That day has gone',
  no_next_meeting: () => 'The next meeting has no date yet. Write a date',
  too_far: (_, facts) => `That is more than ${facts.years ?? '5'} years ahead`,
  no_nought: () => 'A number of this country begins with 0',
  no_at: () => 'An e-mail address has one @, with something on either side',
  domain: () => 'What follows the @ is not complete, as in example.org.uk',
  shape: () => 'A CRO number is figures, a stroke, two figures of the year and a letter, as in 12345/91X',
  no_letter: () => 'The letter at the end is missing',
  letter_never_used: (_, facts) => `No CRO number has the letter ${facts.letter ?? 'that is there'}`,
  wrong_letter: () => 'The letter at the end does not fit the figures: one of them is mistyped',
  serial_nought: () => 'The figures before the stroke cannot be nought',
  not_listed: (name) => `Choose ${name} from the list`,
  ambiguous: (name) => `More than one entry fits ${name}. Choose one from the list`,
  letter_for_nought: () => 'The last part begins with a figure: is the letter O a 0?',
  last_part: () => 'A postcode ends with a figure and two letters, as in B91 3QY',
  first_part: () => 'A postcode begins with its area, as in B91 3QY',
  passphrase_too_short: () => 'Use at least 12 characters. Four or five unrelated words are easy to type',
  passphrase_tried_first: () => 'That is one of the first that anybody would try. Use four or five unrelated words',
  same_passphrase: () => 'The chair and the minute-taker need passphrases of their own',
  wrong_passphrase: () => 'That is not the passphrase',
  anothers_passphrase: () => 'Choose another: that passphrase is somebody’s here already',
  another_user: () => 'Somebody else here is that person',
  oneself: () => 'Nobody takes their own way in away. Ask another user',
  nobody_has_it: () => 'Nobody has that role here. Choose another',
  out_of_range: (name, facts) => `${capital(name)} can be ${facts.least ?? '1'} to ${facts.most ?? 'more'}`,
  recovery_key_mistyped: () => 'That is not a recovery key as it was printed. Look at the paper again',
  pin_digits: () => 'Use six to twelve figures',
  unknown_team: () => 'No team in the agreement has that name. Choose one, or name a guest’s agency',
  ambiguous_team: (_, facts) => `That could be ${facts.one ?? 'one'} or ${facts.two ?? 'another'}. Choose one`,
  primary_taken: () => 'This organisation has its Primary Designated Officer already',
  not_in_the_pack: () => 'The agreement does not name that. Choose one from the list',
  not_on_the_register: () => 'That entry is no longer in the register',
  in_use: (name) => `${capital(name)} is used already. Choose another`,
  none_named: (name) => `Choose ${name}, one at least`,
  blanket: () => 'That is a release for anything relevant, which is no consent. Name only what the person agreed to',
  consequences_not_understood: () => 'It counts only if the person understood what follows from saying yes or no',
  not_freely_given: () => 'It counts only if the person was free to say no',
  file_unreadable: () => 'The file could not be read. It may be open in another program, or gone',
  file_too_large: () => 'The file is larger than 64 MB. Part it into several lists',
  a_workbook: () => 'This is a workbook. Open it in the spreadsheet, and save it as CSV UTF-8',
  not_a_table: () => 'This is no list of text. Save it from the spreadsheet as CSV UTF-8',
  no_rows: () => 'There is nobody in this list',
  too_many_cells: () => 'The row has more cells than there are columns. A separator may stand inside one of them',
  custody_unsaid: () => 'There are dates, but neither custody nor community',
  not_yes_or_no: (name) => `${capital(name)} is yes or no`,
  column_twice: () => 'Two columns cannot hold the same thing',
  not_confirmed: () => 'Confirm that the file was checked for viruses',
  none_included: () => 'No row is to be taken over',
  row_is_faulty: () => 'A row with something wrong in it cannot be taken over',
  same_person: () => 'Choose two different entries',
  already_merged: () => 'That entry counts as somebody else already',
  not_merged: () => 'That entry stands for itself already',
  unfinished: () => 'The line is not finished',
  no_agreement: () => 'This is no agreement file. Choose one that was saved here, ending in .toml',
  another_file: () => 'Look the file over first. It is another than the one that was looked over last',
  still_needed: () => 'People, cases or actions here belong to a team that the file does not name',
}

/** What each field is called inside a sentence. */
const names: Record<string, string> = {
  record_name: 'a name for the record',
  chair_name: 'the chair’s name',
  minute_taker_name: 'the minute-taker’s name',
  chair_passphrase: 'the chair’s passphrase',
  minute_taker_passphrase: 'the minute-taker’s passphrase',
  new_passphrase: 'a new passphrase',
  recovery_key: 'the recovery key',
  name: 'a name',
  born: 'a date of birth',
  forename: 'a forename',
  surname: 'a surname',
  gender: 'M or F',
  ethnic_group: 'an ethnic group',
  cro: 'a CRO number',
  number_and_street: 'the house number and street',
  post_town: 'a post town',
  manager_name: 'the offender manager’s name',
  manager_organisation: 'the offender manager’s organisation',
  told: 'whether they know of it',
  mappa: 'MAPPA',
  child_protection: 'child protection',
  told_reason: 'the reason',
  told_ground: 'the ground',
  told_decided_by: 'who decided it',
  guest_agency: 'the agency',
  email: 'an e-mail address',
  pin: 'the PIN',
  kinds: 'a kind of information',
  recipients: 'a recipient',
  purposes: 'a purpose',
  given: 'the day on which it was given',
  expires: 'the day on which it ends',
  taken_by: 'who asked for it and heard the answer',
  told_by: 'who says so',
  decided_by: 'who decided it',
  upheld: 'the day on which it was upheld',
  reason: 'the reason',
  new_date: 'a new date',
  date: 'a date',
  team: 'an agency',
  slot: 'a case',
  kind: 'what it says',
  words: 'what was written',
  sender: 'the name',
}

/** What a field is called: its own words where it has some, its plain name otherwise. */
const called = (field: string) => names[field] ?? (/^(presence|out)_/.test(field) ? 'a time' : undefined) ?? `the ${field.replaceAll('_', ' ')}`

/** The sentence of one fault; a code that is not known here still names its field. */
export function fault(of: FieldFault): string {
  const name = called(of.field)
  return sentences[of.code]?.(name, of.facts) ?? `Look at ${name} again`
}

/** Each faulty field with its sentence. */
export function faults(all: readonly FieldFault[]): Record<string, string> {
  return Object.fromEntries(all.map((each) => [each.field, fault(each)]))
}
