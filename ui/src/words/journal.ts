// What the journal's entries are called on the screen: the code's own words, put into a sentence.
import { capital } from './counting'

const subjects: Record<string, string> = {
  'person.present': 'Somebody was marked present',
  'person.absent': 'A presence was taken back',
  'person.new': 'A new face was entered',
  'person.apologies': 'Apologies were noted',
  'person.role': 'A role was chosen',
  'person.arrived': 'Somebody arrived',
  'person.let_in': 'Somebody was let in',
  'person.left': 'Somebody left',
  'person.stepped_out': 'Somebody stepped out',
  'person.stepped_back': 'Somebody came back',
  'recipient.told': 'Somebody was told of a correction, or the tick was taken back',
  'presence.amended': 'Somebody’s times in the room were put right',
  'acceptance.undone': 'An acceptance was taken back',
  'outcome.undone': 'An outcome was taken back',
  'person.saved': 'A representative was saved',
  'person.merged': 'Two entries of the register were merged',
  'person.unmerged': 'Merged entries were taken apart',
  'people.told_apart': 'Two people who look alike were told apart',
  'officer.saved': 'An officer was saved',
  'case.saved': 'A case was saved',
  'case.viewed': 'A case was looked at',
  'custody.changed': 'Custody or community was changed',
  'consent.saved': 'A consent was put on file',
  'consent.withdrawn': 'A consent was withdrawn',
  'restriction.upheld': 'An objection was upheld',
  'restriction.lifted': 'A restriction was lifted',
  'manager.authorised': 'A manager’s authority was entered',
  'authority.withdrawn': 'A manager’s authority was taken back',
  'permission.given': 'A permission to pass on was entered',
  'permission.withdrawn': 'A permission to pass on was taken back',
  'power.chosen': 'The chair chose another power',
  'advice.asked': 'Legal advice was asked for',
  'advice.given': 'Legal advice was entered',
  'case.went_on': 'The chair went on with a flagged case',
  'item.heard': 'Something said without a ground was noted',
  'import.agreed': 'A list of cases was agreed to be taken over',
  'case.imported': 'A case was taken over from a list',
  'user.added': 'Somebody was given a way in',
  'user.retired': 'A way in was taken away',
  'user.linked': 'A user said who they are on the register',
  'passphrase.changed': 'Somebody changed their passphrase',
  'passphrase.reissued': 'A passphrase was given anew',
  'idle.chosen': 'The time after which the record locks was chosen',
  'meeting.rested': 'The meeting rested: nobody was there',
  'meeting.resumed': 'The meeting came back by its PIN',
  'pin.set': 'The meeting’s PIN was set',
}

/** `meeting.began` is `Meeting: began`, unless it has a sentence of its own. */
export function entryName(kind: string): string {
  const [subject = kind, verb = ''] = kind.split('.')
  return subjects[kind] ?? `${capital(subject)}${verb ? `: ${verb.replaceAll('_', ' ')}` : ''}`
}
