import type { RightView } from '../../contract/RightView'
import { firstLine } from './entered'
import type { Live } from './live.svelte'

type Texts = Record<string, string>

/** Makes right what a form was filled in for; whether it was done. */
export function makeRight(live: Live, right: RightView, item: string | undefined, texts: Texts): Promise<boolean> {
  const { name = '', role = '', what = '', given_by = '', evidence = '', power = '', because = '' } = texts
  const { purpose = '', asked_of = '', question = '', advice = '', chair_did = '' } = texts
  const of = { line: firstLine(live.capture.text), item: item ?? null }
  switch (right.right) {
    case 'authority':
      return live.rightly('authorise', { of, name, role, what })
    case 'permission':
      return live.rightly('permit', { of, subject: texts.subject === 'yes', given_by, evidence })
    case 'power':
      return live.rightly('choose_power', { of, power, because })
    case 'ground':
      return live.rightly('take_ground', { line: of.line, purpose, power, because }, true)
    case 'advice':
      return live.rightly('ask_advice', { of, asked_of, question }, !item)
    case 'advice_came':
      return item ? live.rightly('give_advice', { item, may_be_shared: texts.may_be_shared === 'yes', advice, given_by }) : Promise.resolve(false)
    case 'heard':
      return live.rightly('record_heard', { of, chair_did }, !item)
    case 'go_on':
      return live.rightly('go_on', { because })
    default:
      return Promise.resolve(false)
  }
}
