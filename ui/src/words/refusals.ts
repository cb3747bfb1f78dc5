// A rule's "no", as one plain sentence. The clause stands beside it.
import type { RefusalCode } from '../contract/RefusalCode'
import type { RefusalView } from '../contract/RefusalView'
import { list } from './counting'

type Sentence = (names: readonly string[]) => string

const most = 4
/** Who it is; of a whole room, the first few and how many more. */
function who(names: readonly string[], otherwise: string): string {
  if (!names.length) return otherwise
  if (names.length <= most) return list(names)
  return `${names.slice(0, most - 1).join(', ')} and ${String(names.length - most + 1)} others`
}
const still = (names: readonly string[]) => (names.length === 1 ? 'has' : 'have')

const sentences: Record<RefusalCode, Sentence> = {
  wrong_stage: () => 'The meeting is not at the point where that can be done',
  not_on_the_register: () => 'That person is not on this meeting’s register',
  already_on_the_register: (names) => `${who(names, 'That person')} ${names.length > 1 ? 'are' : 'is'} on the register already`,
  not_in_the_room: (names) => `${who(names, 'That person')} ${names.length > 1 ? 'are' : 'is'} not in the room`,
  statement_not_read: () => 'The chair has not read the opening statement yet',
  nobody_chairs: () => 'Nobody in the room has the chair. Give it to somebody: in the register beside their name, in the meeting with H on their row',
  nobody_takes_minutes: () => 'Nobody in the room takes the minutes. Choose who does, beside their name in the register',
  not_everyone_accepted: (names) => `${who(names, 'Somebody')} ${still(names)} not accepted the agreement yet`,
  declarations_missing: (names) => `${who(names, 'Somebody')} ${still(names)} not signed a declaration yet`,
  another_text_shown: () => 'Another version of the agreement was shown. Read the one on the screen, and ask again',
  no_declaration_needed: (names) => `No declaration is asked of ${who(names, 'this person')}`,
  not_signed: () => 'The declaration needs a name and a signature',
  gate_closed: () => 'Nothing about a case opens until everyone in the room has accepted and every declaration is signed',
  another_case_open: () => 'Another case is still open. Read it back and close it, or defer it',
  no_case_open: () => 'No case is open. Choose one in the agenda',
  not_on_the_agenda: () => 'That case is not on the agenda',
  already_on_the_agenda: () => 'That case is on the agenda already',
  case_done: () => 'That case has been dealt with today',
  not_added_here: () => 'That case was on the agenda before the meeting began. Put it off to the next meeting, or take it off the cohort',
  recorded_of_it: () => 'Something is on record about that case today, and would be left without it. Put it off to the next meeting, or take it off the cohort',
  file_in_a_meeting: () => 'A meeting is going on, or one of the two files is before one whose minutes are not signed yet. Sign those first',
  other_cohort: () => 'The two files are of different cohorts, or for different meetings. Two files of one person are right there; of one cohort, change it on one of them first',
  built_upon: () => 'Something was done since with the two as one file, so they stay one',
  nothing_decided: () => 'Nothing has been decided yet. Record a decision or an action, or say that there is no action',
  originator_here: () => 'Somebody from that agency is in the room. Let them say it, and record it as a line',
  originator_not_here: () => 'Nobody from that agency is in the room, so it cannot share now',
  about_a_person: () => 'That kind of information is about a person, and is shared in their case only. Open the case that it is about; if it is not on the agenda, add it. What is about nobody has a kind of its own',
  own_view: () => 'That reads as somebody’s own view. Put it as fact; a professional judgement is a line of its own, said with j:',
  not_permitted: () => 'The rules do not allow that',
  nobody_receives: () => 'Everybody has been left out, so nobody would hear it',
  nothing_written: () => 'Some words are needed here',
  not_in_the_pack: () => 'The agreement does not name that',
  no_such_line: () => 'That line is no longer in the record of this meeting',
  room_not_asked: () => 'The chair asks the whole room first whether anybody holds anything new',
  taken_up: () => 'A later meeting has taken it up: it goes on there',
  withheld: () => 'It was said that this is not to be shared. Let it wait again first',
  no_such_update: () => 'That update in writing does not wait any more',
  update_waits: () => 'An agency wrote about this case, and that still waits. Put it through first, or set it aside',
  something_was_shared: () => 'Something has been shared or is held, so there is a change. Record what was decided',
  everyone_has_spoken: () => 'Every agency at the table has said something, or that it holds nothing',
  nothing_to_undo: () => 'There is nothing here to undo',
  nothing_to_redo: () => 'There is nothing here to put back',
  times_do_not_fit: (names) => `Those cannot be the times of ${who(names, 'this person')}: each begins before it ends, none overlaps another, and none is yet to come`,
  spoke_then: (names) => `${who(names, 'That person')} shared something at that time, and so was in the room`,
  not_quorate: () => 'Somebody who is needed is not here. The chair says, in the register, how to go on',
  nobody_missing: () => 'Everybody who is needed is here',
  hears_only: () => 'Reports only are heard until those who are needed have come; nothing is decided meanwhile, and a case with nothing decided is put off',
  chairs_already: (names) => `${who(names, 'That person')} has the chair already`,
  no_deputy_needed: (names) => `${who(names, 'That person')} is here, and needs no deputy`,
  no_such_action: () => 'That action is not open any more',
  new_date_needed: () => 'An action that was not done needs a new date',
  date_in_the_past: () => 'That date has gone',
  put_off_today: () => 'People came today and this meeting was put off, so it cannot be opened again today. Open it on another day',
  no_earlier_minutes: () => 'There are no earlier minutes of this kind of meeting',
  minutes_not_signed: () => 'Those minutes are not signed yet. Read and sign them first, or go on without agreeing them',
  not_the_chair: () => 'Only whoever chaired at the close can sign, with their own passphrase',
  may_be_shared: () => 'Nothing stands against sharing that, so it is no incident',
  not_shared: () => 'Nobody may have that yet, or it was heard without a ground, so it cannot become an action. Type the action on a line of its own',
  others_information: () => 'That is somebody else’s information, and an action is read without that mark. Type the action in its own words, without theirs, on a line of its own',
  owner_did_not_hear: () => 'That agency did not have those words, and would read them on its action sheet. Type the action in words that it may read, on a line of its own',
  incident_stays: () => 'What was heard without a ground stays on record. Correct its words where they are wrong',
  blanket_consent: () => 'Consent to “anything relevant” is no consent. Name the kinds of information and what they may be used for',
  consent_not_informed: () => 'It counts only if the person understood what follows from saying yes or no, and was free to say no',
  scope_names_nothing: () => 'Name at least one kind of information, one recipient and one purpose',
  dates_out_of_order: () => 'It cannot have been given after today, or end before it was given',
  already_withdrawn: () => 'That has been taken back already',
  wrong_manager: () => 'That manager cannot authorise this. Ask the one whose role reaches everyone named, for the service that shares it',
  power_is_no_ground: () => 'That entry is no power to share by. Choose another',
  power_superseded: () => 'Something else stands in the place of that power today. Choose another',
  condition_does_not_serve: () => 'That condition of the law does not serve for this information, or rests on consent that nobody gave. Choose another',
  power_does_not_reach: (names) => `That power does not reach ${who(names, 'everybody who would receive it')}. Choose another, or leave them out`,
  heard_there: () => 'It was heard, and in that case not everybody might have heard it. Say what the chair did, and it stands there as an incident',
  no_longer_permitted: () => 'Something that was shared since the meeting ended may not be shared any more. Nobody has it yet: take the line back, and it is held again',
  not_in_those_words: () => 'In those words it might not have gone to everybody who has it. Take the line back, and record what was said on a line of its own: as heard, where it was said',
  meeting_under_way: () => 'A meeting is going on already. Finish it first',
}

/** The sentence of a refusal, without its clause or a full stop. */
export function refusal(view: Pick<RefusalView, 'code' | 'names'>): string {
  return sentences[view.code](view.names)
}

/** The sentence for a code that may be a refusal's. */
export function refusalByCode(code: string, names: readonly string[]): string | undefined {
  return code in sentences ? sentences[code as RefusalCode](names) : undefined
}
