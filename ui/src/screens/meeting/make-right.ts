import type { OwnerChoice } from '../../contract/OwnerChoice'
import type { RegimeView } from '../../contract/RegimeView'
import type { RightView } from '../../contract/RightView'
import { count } from '../../words/counting'
import { firstLine } from './entered'
import type { Live } from './live.svelte'
import { ofThePerson } from './rights'

type Texts = Record<string, string>

/** Makes right what a form was filled in for; whether it was done. */
export function makeRight(live: Live, right: RightView, item: string | undefined, texts: Texts): Promise<boolean> {
  const { name = '', role = '', what = '', given_by = '', evidence = '', power = '', because = '' } = texts
  const { purpose = '', condition = '', asked_of = '', question = '', advice = '', chair_did = '' } = texts
  const regime = texts.regime ? (texts.regime as RegimeView) : null
  const of = { line: firstLine(live.capture.text), item: item ?? null }
  const done = async (doing: Promise<boolean>, words: string) => {
    const before = live.view?.held.length ?? 0
    if (!(await doing)) return false
    const released = before - (live.view?.held.length ?? 0)
    live.say(released > 0 ? `${words}; ${count(released, 'held item')} ${released > 1 ? 'are' : 'is'} shared on it` : words)
    return true
  }
  switch (right.right) {
    case 'authority':
      return done(live.rightly('authorise', { of, name, role, what }), 'The authority is on file')
    case 'permission':
      return permitted(live, right.owners, item, texts, (owner, subject) => done(live.rightly('permit', { of, subject, owner, given_by, evidence }), 'The permission is on file'))
    case 'power':
      return done(live.rightly('choose_power', { of, power, regime, because }), 'The chair’s choice is on file')
    case 'ground':
      return live.rightly('take_ground', { line: of.line, purpose, power, regime, condition: condition || null, because }, true)
    case 'advice':
      return done(live.rightly('ask_advice', { of, asked_of, question }, !item), 'It is held until the advice has come')
    case 'advice_came':
      return item ? done(live.rightly('give_advice', { item, may_be_shared: texts.may_be_shared === 'yes', advice, given_by }), 'The advice is on file') : Promise.resolve(false)
    case 'heard':
      return live.rightly('record_heard', { of, chair_did }, !item)
    case 'go_on':
      return done(live.rightly('go_on', { item: item ?? null, because }), 'Why the chair goes on is kept')
    default:
      return Promise.resolve(false)
  }
}

/** Of several owners one permits it: the line says whose it is, so that nobody takes it for another’s. */
async function permitted(live: Live, owners: readonly OwnerChoice[], item: string | undefined, texts: Texts, permit: (owner: string, subject: boolean) => Promise<boolean>): Promise<boolean> {
  const several = owners.length > 1
  const owner = several ? (texts.owner ?? '') : ''
  const subject = several ? owner === ofThePerson : texts.subject === 'yes'
  if (!(await permit(subject ? '' : owner, subject))) return false
  const from = several && !item ? owners.find((one) => one.key === owner)?.from : undefined
  if (from) live.capture.add(`from:${from}`)
  return true
}
