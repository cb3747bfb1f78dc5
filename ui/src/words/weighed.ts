// All that the weighing found of a line, as a chair would say it: one step away from the line, in the order in which it is asked.
import type { GroundChoicesView } from '../contract/GroundChoicesView'
import type { GroundRow } from '../contract/GroundRow'
import type { JudgeRow } from '../contract/JudgeRow'
import type { LineGroundView } from '../contract/LineGroundView'
import type { NoteView } from '../contract/NoteView'
import type { PolicyView } from '../contract/PolicyView'
import type { RegimeView } from '../contract/RegimeView'
import type { SensitiveView } from '../contract/SensitiveView'
import type { SubjectView } from '../contract/SubjectView'
import { capital } from './counting'
import { waitsFor } from './standing'

export const sensitiveName: Record<SensitiveView, string> = {
  ethnic_origin: 'ethnic origin',
  health: 'health',
  offences: 'offences, alleged or committed',
  proceedings: 'proceedings and sentences',
}
const subjectName: Record<SubjectView, string> = { convicted: 'somebody convicted', suspect: 'a suspect', victim: 'a victim', witness: 'a witness' }
export const regimeName: Record<RegimeView, string> = {
  law_enforcement: 'law enforcement: Part 3 of the Data Protection Act 2018',
  general: 'the general rules: UK GDPR',
}
/** What the chair may choose in place of the law that is proposed. */
export const regimeChoices = Object.entries(regimeName).map(([value, words]) => ({ value, words: capital(words) }))
/** The law that is proposed, where it is one for everybody. */
export const regimeProposed = (proposed: RegimeView | null) => (proposed ? `As proposed: ${regimeName[proposed]}` : 'As proposed for each of them')

/** The document that the law asks for beside a condition, and where it is found. */
export const policyWords = (policy: PolicyView | null) => (policy ? ` (appropriate policy document: ${policy.found ?? 'the agreement names none'})` : '')
/** What the chair may take beside the power under the law that is gone by; under either, where they differ. */
export function conditionChoices(grounds: GroundChoicesView, regime: string) {
  const law = regime || grounds.regime
  const serve = grounds.conditions.filter((one) => !law || one.regime === law)
  return serve.map((one) => ({ value: one.key, words: one.name }))
}
/** The document that the law asks for beside the condition that was taken. */
export function conditionPolicy(grounds: GroundChoicesView, condition: string): string | undefined {
  const policy = grounds.conditions.find((one) => one.key === condition)?.policy
  return policy ? `The law asks for an appropriate policy document beside it: ${policy.found ?? 'the agreement names none yet'}.` : undefined
}
/** The condition that is proposed, where it is one for everybody. */
export const conditionProposed = (proposed: string | null) => (proposed ? `As proposed: ${proposed}` : 'As proposed for each of them')

const noteName: Record<NoteView, string> = {
  authority_not_confirmed: 'The agency’s authority to share at this meeting had not been confirmed',
  person_not_told: 'The person was neither told nor agreed; the reason is on the case’s file',
  third_party: 'It is another agency’s information, and stays theirs',
  not_offered_here: 'A kind that the agreement does not offer at this meeting',
  sensitive: '',
  holders_not_confirmed: 'Who originally holds this kind is not confirmed by the partnership yet',
  own_by_its_word: 'The agency’s own by its own word: the parties’ table does not list it',
  not_in_the_agreed_format: 'The words are not in the format that the agreement has for this kind',
  names_somebody: 'It names somebody on the agenda: what is about a person is said in their own case',
}

/** What each of its facts says, by its name. */
export interface Fact {
  name: string
  words: string
}

/** Somebody's own judgement, where one is on record; whoever shared it answers for the rest. */
function judged(of: LineGroundView): Fact[] {
  const judge = ({ name, chaired }: JudgeRow) => (chaired ? (name ? `${name}, who chaired` : 'whoever chaired') : name || 'a manager')
  const by = of.judged_by.map(judge).join('; by ')
  const facts = by ? [{ name: 'Judged necessary and proportionate', words: `by ${by}${of.judged_throughout ? '' : ', for some of them'}` }] : []
  if (of.judged_throughout) return facts
  return [...facts, { name: 'Necessary and proportionate', words: `Answered for by ${of.answers}. Weighed by the agreement’s rules (version ${of.rules})` }]
}

/** What holds of the line whoever has it. */
export function lineFacts(of: LineGroundView): Fact[] {
  const facts: Fact[] = [{ name: 'Purpose and power', words: `${of.power}, ${of.purpose}` }]
  if (of.chosen) {
    const taken = [of.chosen.regime && regimeName[of.chosen.regime], of.chosen.condition && `condition: ${of.chosen.condition}`].filter(Boolean)
    facts.push({ name: 'The chair’s choice', words: `${of.chosen.by}: ${of.chosen.because}${taken.length ? ` (${taken.join('; ')})` : ''}` })
  }
  facts.push(...judged(of))
  if (of.sensitive) facts.push({ name: 'Sensitive', words: sensitiveName[of.sensitive] })
  if (of.about) facts.push({ name: 'Speaks of', words: subjectName[of.about] })
  const notes = of.notes.map((note) => noteName[note]).filter(Boolean)
  if (notes.length) facts.push({ name: 'Not in order, or to be kept in mind', words: `${notes.join('. ')}.` })
  return facts
}

function rests(row: GroundRow): string {
  switch (row.rests) {
    case 'consent':
      return row.victim ? `by the consent of ${row.victim}` : 'by consent'
    case 'power':
      return `by ${row.power ?? ''}`
    case 'chosen_power':
      return `by ${row.power ?? ''}, the chair’s choice${row.because ? `: ${row.because}` : ''}`
    case 'nothing':
      return row.against ? `not shared ${waitsFor[row.against](row.names)}` : ''
  }
}

/** Who has it, and on what ground; or what stood between them and it. */
export function groundFact(row: GroundRow): Fact {
  const words = [
    rests(row),
    row.authority && `on the authority of ${row.authority}`,
    row.permission && `passed on with the permission of ${row.permission}`,
    row.condition && `condition: ${row.condition}${policyWords(row.policy)}`,
    row.regime && regimeName[row.regime],
  ]
  return { name: row.names.join('; '), words: `${capital(words.filter(Boolean).join('; '))} (${row.clause})` }
}
