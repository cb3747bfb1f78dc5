// Invented people, places and papers.
import type { ActionRow } from '../src/screens/actions/view'
import type { CaseRow, FieldGroup, FieldState } from '../src/screens/cases/view'
import type { MeetingDocuments } from '../src/screens/documents/view'
import type { Finding } from '../src/screens/find/view'
import type { MeetingRow } from '../src/screens/meetings/view'
import type { AgreementTextShown, Matrix, OrganisationRow } from '../src/screens/partnership/view'
import type { PlannedCase } from '../src/screens/plan/view'
import type { OrganisationOfficers, PersonRow } from '../src/screens/registers/view'

const run = () => undefined
const names = ['Kerry Marlow', 'Denny Ashby', 'Tam Rook', 'Jamie Wrenfield', 'Sol Oakes', 'Pat Larch', 'Maz Teasel', 'Ali Finch', 'Lou Brackenbury-Holloway', 'Robin Sorrel', 'Hari Thorne', 'Bo Sedge']
export const cases: CaseRow[] = names.map((name, n) => ({
  id: String(n), name, born: `1${String(n % 9)}/02/19${String(80 + n)}`, cohort: ['Fixed', 'Flex', 'Free'][n % 3] ?? '', lead: ['Police', 'Probation', 'Housing'][n % 3] ?? '',
  where: n % 4 ? 'Community' : 'HMP Thornhey, to 2 March', flags: n % 5 ? [] : ['MAPPA'], openActions: n % 3, last: '12 November', closed: n === 11,
}))
export const caseGroups: FieldGroup[] = [
  { title: 'Who it is', fields: [
    { field: 'title', label: 'Title', width: 6 }, { field: 'forename', label: 'Forename' }, { field: 'surname', label: 'Surname' },
    { field: 'born', label: 'Date of birth', hint: 'As you like: 3/7/85, 3 July 1985', width: 14 }, { field: 'gender', label: 'Gender', choices: [{ value: 'M', words: 'M' }, { value: 'F', words: 'F' }] }, { field: 'cro', label: 'CRO number', width: 14 },
  ] },
  { title: 'Where they live', fields: [
    { field: 'street', label: 'Number and street' }, { field: 'locality', label: 'Locality' }, { field: 'town', label: 'Post town' }, { field: 'postcode', label: 'Postcode', width: 10 },
  ] },
]
export const caseFields: Record<string, FieldState> = {
  forename: { value: 'Jamie' }, surname: { value: 'Wrenfield' }, born: { value: '31/02/1991', fault: '31/02/1991 is not a day: February has 28 or 29' }, postcode: { value: 'b37 5ab', stored: 'B375AB' },
}
export const people: PersonRow[] = [
  { id: '1', name: 'Robin Achterberg', agency: 'West Midlands Police', team: 'Police', email: 'r.achterberg@police.example', signs: false, trained: '3 March', last: '12 November' },
  { id: '2', name: 'Casey Voss', agency: 'Aquarius', team: 'Aquarius', email: 'c.voss@aquarius.example', signs: true, trained: '', last: '12 November' },
  { id: '3', name: 'ਗੁਰਪ੍ਰੀਤ ਢਿੱਲੋਂ', agency: 'SIAS', team: 'The Bridge', email: 'g.dhillon@nhs.example', signs: false, trained: '8 June', last: '' },
]
export const officers: OrganisationOfficers[] = [
  { organisation: 'wmp', name: 'West Midlands Police', gap: false, officers: [{ id: '1', name: 'Alex Orton', role: 'Detective Inspector', kind: 'Primary', email: 'a.orton@police.example' }, { id: '2', name: 'Jo Vale', role: 'Offender Manager', kind: 'Designated', email: '' }] },
  { organisation: 'aq', name: 'Aquarius', gap: true, officers: [] },
  { organisation: 'sch', name: 'Solihull Community Housing', gap: false, officers: [{ id: '3', name: 'Mo Treece', role: 'Head of Neighbourhoods', kind: 'Primary', email: 'm.treece@sch.example' }] },
]
export const meetings: MeetingRow[] = [
  { id: '1', name: 'ODOC meeting, December 2026', when: 'Thursday 10 December, in 3 days', stage: 'Prepared', tone: 'accent', cases: 20, people: 12, verb: 'Prepare' },
  { id: '2', name: 'DIP case review, November 2026', when: 'Tuesday 24 November', stage: 'To be signed', tone: 'warn', cases: 11, people: 6, verb: 'Read and sign' },
  { id: '3', name: 'ODOC meeting, November 2026', when: 'Thursday 12 November', stage: 'Signed', tone: 'good', cases: 19, people: 12, verb: 'Documents' },
]
export const planned: PlannedCase[] = names.slice(0, 9).map((name, n) => ({
  id: String(n), name, note: n === 8 ? 'deferred last month' : n === 2 ? 'new' : '', tier: (['Red', 'Amber', 'Green'] as const)[Math.floor(n / 3)] ?? 'Red', budget: [10, 7, 3][Math.floor(n / 3)] ?? 7, openActions: n % 3,
}))
export const actions: ActionRow[] = [
  { id: '1', agency: 'Housing', person: 'Alex Pemberton', words: 'Inspect 6 Cray Close and report damage', caseName: 'Jamie Wrenfield', strand: 'Resettlement', due: '9 days late', late: true, outcome: '', agreed: '12 November' },
  { id: '2', agency: 'Housing', person: '', words: 'Confirm whether the transfer list is open to him, and tell Probation before the licence review', caseName: 'Sol Oakes', strand: 'Resettlement', due: 'due Thursday 10 December, in 3 days', late: false, outcome: '', agreed: '12 November' },
  { id: '3', agency: 'SIAS', person: '', words: 'Confirm the start date with the client', caseName: 'Jamie Wrenfield', strand: 'Treatment', due: 'due Tuesday 15 December, in 8 days', late: false, outcome: '', agreed: '12 November' },
]
export const documents: MeetingDocuments[] = [
  { meeting: '1', title: 'ODOC meeting, November 2026', state: 'Signed 16 November by Morgan Hale', documents: [{ id: '1', title: 'Minutes', for: '' }, { id: '2', title: 'Action sheet 1', for: 'Police' }, { id: '3', title: 'Action sheet 2', for: 'Housing' }, { id: '4', title: 'Declaration', for: 'Casey Voss' }, { id: '5', title: 'Disclosure record', for: '' }] },
]
export const organisations: OrganisationRow[] = [
  { key: 'wmp', name: 'West Midlands Police', shortName: 'Police', statutory: true, party: true, competentAuthority: true, relevantAuthority: true, note: '', teams: [{ key: 'pol', name: 'Police', captureKey: 'pol', strand: 'Enforcement', inCjit: false, enforcement: true }] },
  { key: 'smbc', name: 'Solihull Metropolitan Borough Council', shortName: 'Council', statutory: true, party: true, competentAuthority: false, relevantAuthority: true, note: '', teams: [{ key: 'dip', name: 'Drug Intervention Programme', captureKey: 'dip', strand: 'Treatment', inCjit: true, enforcement: false }, { key: 'chi', name: 'Children’s Services', captureKey: 'chi', strand: 'Resettlement', inCjit: false, enforcement: false }] },
  { key: 'aq', name: 'Aquarius', shortName: 'Aquarius', statutory: false, party: true, competentAuthority: false, relevantAuthority: false, note: 'No officer is named in the appendix.', teams: [{ key: 'aqu', name: 'Aquarius', captureKey: 'aqu', strand: 'Treatment', inCjit: true, enforcement: false }] },
]
const teamNames = ['Police', 'Probation', 'Housing', 'DIP', 'SIAS', 'Welcome', 'Aquarius', 'Children', 'Mental health', 'YOS', 'Bromford', 'Harden']
const kinds = ['Name', 'Address', 'Ethnic group', 'Date of birth', 'CRO number', 'Offender manager', 'Current intelligence', 'Drug test results', 'Compliance history', 'Tenancy history', 'Treatment and care', 'Risk assessment']
export const matrix: Matrix = {
  confirmed: false,
  kinds: kinds.map((name) => ({ key: name, name, sensitive: ['Ethnic group', 'Drug test results'].includes(name) })),
  teams: teamNames.map((name) => ({ key: name, name, shortName: name })),
  holds: Object.fromEntries(kinds.map((kind, n) => [kind, teamNames.filter((_, at) => (at + n) % 3 === 0)])),
}
export const texts: AgreementTextShown[] = [
  { meeting: 'ODOC meeting', version: '1.2', openingStatement: ['We meet under the information sharing protocol.'], question: 'Do you accept it, on behalf of your organisation?', declarationIntro: 'Signed by whoever represents a non-statutory organisation.', declaration: ['I have read the agreement.', 'I use what I hear for this meeting only.'], sections: [{ heading: 'Purpose', clause: '§1.1.2', paragraphs: ['To manage risk together.'] }] },
]
export const findings: Finding[] = [
  { id: '1', words: 'Jamie Wrenfield', about: 'case', run }, { id: '2', words: 'Inspect 6 Cray Close and report damage', about: 'action, Housing, 9 days late', run }, { id: '3', words: 'Jo Vale', about: 'officer, Police', run }, { id: '4', words: 'Actions', about: 'place', run },
]
