import type { ComingMeeting, RunningOut } from '../src/screens/this-month/view'

const run = () => undefined
export const odoc: ComingMeeting = {
  id: '1', name: 'ODOC meeting', title: 'ODOC', lead: '',
  checks: [
    { words: 'Cases and order from November: 20, of them 2 new', state: 'done' },
    { words: 'Agreement version 1.2, to be reviewed 14 May 2027', state: 'done' },
    { words: 'Mercian has no officer to send minutes to', state: 'missing', go: { words: 'Name one', run } },
    { words: '4 people will have a declaration to sign', state: 'note' },
    { words: '9 actions are late, most with Housing', state: 'missing', go: { words: 'See them', run } },
  ],
  main: { words: 'Start the meeting', run },
  others: [{ words: 'Change the agenda', run }],
}
export const dip: ComingMeeting = {
  id: '2', name: 'DIP case review', title: 'DIP case review', lead: 'Tuesday 22 December, 10:00, in 15 days',
  checks: [{ words: 'Nothing prepared yet: 11 clients are on the caseload', state: 'missing' }],
  main: { words: 'Prepare', run },
  others: [],
}
export const clocks: RunningOut[] = [
  { id: '1', what: 'Originator’s view, request 2026-07', about: 'asked of Probation on 3 December', when: 'today', urgency: 'late' },
  { id: '2', what: 'Objection, case 11', about: 'received 24 November', when: 'in 8 days', urgency: 'soon' },
  { id: '3', what: 'Officers’ folders, quarterly', about: 'Police and SIAS are left', when: 'Friday 18 December', urgency: 'later' },
]
