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
  'person.saved': 'A representative was saved',
  'officer.saved': 'An officer was saved',
  'case.saved': 'A case was saved',
  'case.viewed': 'A case was looked at',
  'pin.set': 'The meeting’s PIN was set',
}

/** `meeting.began` is `Meeting: began`, unless it has a sentence of its own. */
export function entryName(kind: string): string {
  const [subject = kind, verb = ''] = kind.split('.')
  return subjects[kind] ?? `${capital(subject)}${verb ? `: ${verb.replaceAll('_', ' ')}` : ''}`
}
