// Invented people in an invented meeting.
import type { AgendaEntry, CaseNow, PaceView, RoomShown, Verdict } from '../src/screens/meeting/view'

export const pace: PaceView = { casesLeft: 14, minutesLeft: 86, driftMinutes: 4, endsAt: '16:34', share: 0.62, plannedShare: 0.56 }

const c = (number: number, words: string, tier: AgendaEntry['tier'], budget: number, more: Partial<AgendaEntry> = {}): AgendaEntry => ({
  id: `c${String(number)}`, kind: 'case', state: 'waiting', number, words, tier, budget, ...more,
})
export const agenda: AgendaEntry[] = [
  { id: 'o', kind: 'opening', state: 'done', words: 'Accepted and signed', used: 4 },
  { id: 'm', kind: 'minutes', state: 'done', words: 'Last minutes', used: 3 },
  { id: 'a', kind: 'actions', state: 'done', words: 'Carried actions', used: 7 },
  c(1, 'K. Marlow', 'Red', 10, { state: 'done', used: 9 }),
  c(2, 'D. Ashby', 'Red', 10, { state: 'done', used: 11 }),
  c(3, 'T. Rook', 'Red', 10, { state: 'done', used: 8 }),
  c(4, 'J. Wrenfield', 'Red', 10, { state: 'now', used: 6 }),
  c(5, 'S. Oakes', 'Red', 10, { release: 'Children’s Services' }),
  c(6, 'P. Larch', 'Amber', 7), c(7, 'M. Teasel', 'Amber', 7), c(8, 'A. Finch', 'Amber', 7), c(9, 'L. Brackenbury-Holloway', 'Amber', 7),
  c(10, 'R. Sorrel', 'Green', 3), c(11, 'H. Thorne', 'Green', 3), c(12, 'B. Sedge', 'Green', 3),
  { id: 'b', kind: 'business', state: 'waiting', words: 'Any other business', budget: 5 },
  { id: 'n', kind: 'next', state: 'waiting', words: 'Next date', budget: 1 },
]

export const caseNow: CaseNow = {
  id: 'c4', number: 4, name: 'Jamie Wrenfield', details: 'born 14/02/1991 · CRO 48213/09X · OM Sam Tolley, Probation',
  flags: [
    { words: 'Told, and agreed', tone: 'good' }, { words: 'Community, licence to 2 March 2027', tone: 'plain' },
    { words: 'Fixed cohort', tone: 'plain' }, { words: 'MAPPA', tone: 'bad' }, { words: 'Child protection', tone: 'bad' },
  ],
  since: {
    title: 'Since 12 November',
    decisions: ['Keep on the fixed cohort; weekly visits; treatment place to be confirmed.'],
    actions: [
      { id: 'a1', agency: 'Housing', words: 'Inspect 6 Cray Close and report damage', due: '9 days late', late: true },
      { id: 'a2', agency: 'SIAS', words: 'Confirm the start date with the client', due: 'in 8 days', late: false, outcome: 'Done' },
    ],
  },
  lines: [
    { id: 'l1', what: 'share', agency: 'Police', at: '14:25', kind: 'Current intelligence', basis: 'fact', words: 'Seen twice at the address with known associates in the last fortnight; one report of shouting, no complaint made.', meta: 'with everyone here, 11 people · s115 · to manage risk' },
    { id: 'l2', what: 'share', agency: 'Probation', at: '14:27', kind: 'Compliance history', basis: 'professional judgement', words: 'Attendance has slipped since October; in our judgement the missed Mondays follow his new shift, not a loss of engagement.', meta: 'with 9 people · s115 · assessing needs', without: 'Harden, Mercian (stepped out)' },
    { id: 'l3', what: 'decision', agency: 'Everyone', at: '14:30', words: 'Stay on the fixed cohort; review in January because the licence ends in March.', meta: 'nobody dissents' },
    { id: 'l4', what: 'action', agency: 'Housing', at: '14:31', words: 'Visit and check the tenancy', meta: 'Alex Pemberton · resettlement', due: 'due Friday 4 December, in 11 days' },
  ],
}

const p = (id: string, name: string, agency: string, more: Partial<RoomShown['people'][number]> = {}): RoomShown['people'][number] => ({
  id, name, agency, place: 'in', may: ['leave', 'stepOut'], ...more,
})
export const room: RoomShown = {
  scope: 'case', hearing: 11, agencies: 9,
  people: [
    p('1', 'Morgan Hale', 'Community Safety', { note: 'chair' }), p('2', 'Robin Achterberg', 'Police'), p('3', 'Sam Tolley', 'Probation'),
    p('4', 'ਗੁਰਪ੍ਰੀਤ ਢਿੱਲੋਂ', 'SIAS, The Bridge'), p('5', 'Alex Pemberton', 'Community Housing'), p('6', 'Nia Llewellyn-Okafor', 'Children’s Services'),
    p('7', 'فاطمہ قریشی', 'Welcome'), p('8', 'Dana Whitlock', 'Adult Mental Health'), p('9', 'Kit Marchetti', 'YOS'), p('10', 'Lee Garrow', 'DIP'),
    p('11', 'Jo Sand', 'Harden Housing', { place: 'out', since: '14:26', may: ['stepBack', 'leave'] }),
    p('12', 'Casey Voss', 'Aquarius', { place: 'door', wait: 'to sign', may: ['handOver', 'decline'], note: 'non-statutory' }),
  ],
  held: [{ id: 'h1', words: 'Test history, from DIP', needs: 'the DIP Manager’s authority' }],
  expected: [],
}

export const typedLine = 'sias test two positive for opiates since 20 November -housing'
export const verdict: Verdict = {
  state: 'objected',
  spans: [{ from: 0, to: 4, what: 'team' }, { from: 5, to: 9, what: 'kind' }, { from: 53, to: 61, what: 'leaveOut' }],
  sentence: [
    { words: 'SIAS share ' }, { words: 'drug test results', strong: true }, { words: ' (as fact) with ' }, { words: '10 of the 11 people here', strong: true },
    { words: '; under s115, to co-ordinate care.' },
  ],
  objections: [{ words: 'Community Housing are in the room and would hear it', clause: '§4.3', remedies: [{ key: 'S', words: 'they step out', code: 'stepOut' }, { key: 'H', words: 'hold it', code: 'hold' }] }],
  offers: [],
  chips: [
    { id: 'team', label: 'from', value: 'sias', choices: [{ value: 'sias', words: 'SIAS' }] },
    { id: 'kind', label: 'kind', value: 't', choices: [{ value: 't', words: 'Drug test results' }] },
    { id: 'basis', label: 'as', value: 'f', choices: [{ value: 'f', words: 'fact' }, { value: 'j', words: 'professional judgement' }] },
    { id: 'power', label: 'under', value: 's', choices: [{ value: 's', words: 's115' }] },
    { id: 'purpose', label: 'for', value: 'c', choices: [{ value: 'c', words: 'to co-ordinate care' }] },
  ],
}
