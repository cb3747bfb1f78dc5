// What makes a line right: what each way is called, its key, and what it asks.
import type { RightView } from '../../contract/RightView'
import { count, list } from '../../words/counting'

export type Right = RightView['right']

/** Chosen among several owners: none of theirs, but the person’s own permission. */
export const ofThePerson = 'the person'

export const rightKeys: Record<Right, { keys: string } | undefined> = {
  authority: { keys: 'Alt+A' },
  permission: { keys: 'Alt+O' },
  power: { keys: 'Alt+B' },
  ground: { keys: 'Alt+B' },
  consent: undefined,
  go_on: { keys: 'Alt+J' },
  step_out: { keys: 'Alt+T' },
  advice: { keys: 'Alt+H' },
  advice_came: { keys: 'Alt+H' },
  heard: { keys: 'Alt+U' },
}

/** What the button says. */
export function rightWords(right: RightView): string {
  switch (right.right) {
    case 'authority':
      return `Record the ${list(right.enough, 'or')}’s authority`
    case 'permission':
      return 'Record the permission to pass it on'
    case 'power':
      return 'Choose another power'
    case 'ground':
      return 'Choose another ground'
    case 'consent':
      return 'Alt+G: put a consent on file'
    case 'go_on':
      return 'Say why the chair goes on'
    case 'step_out':
      return right.people.length > 2 ? `Those ${String(right.people.length)} people step out` : `Step out: ${list(right.people.map((one) => one.name))}`
    case 'advice':
      return 'Hold for legal advice'
    case 'advice_came':
      return 'Enter the advice'
    case 'heard':
      return 'It was said already'
  }
}

/** What is being authorised, permitted or chosen, in one line above the form. */
export function rightAbout(right: RightView): string {
  switch (right.right) {
    case 'authority':
      return `${right.what}, for ${list(right.recipients)}, ${right.purpose}. It needs the ${list(right.enough, 'or')}, in writing; it is printed in the minutes of this meeting.`
    case 'permission':
      return right.owners.length
        ? `The original owner is ${list(right.owners.map((one) => one.name), 'or')}. It would go to ${list(right.recipients)}.`
        : `The agreement names nobody who originally holds this kind: only the person can permit it. It would go to ${list(right.recipients)}.`
    case 'power':
      return `The usual power does not carry this for ${list(right.recipients)}. The choice is the chair’s, and is recorded as theirs.`
    case 'ground':
      return 'Nothing stands against this line. Another purpose or power that covers everybody is the chair’s to take, and is recorded with the line as theirs.'
    case 'advice':
      return 'It is kept word for word, disclosed to nobody and printed for nobody until the advice has come.'
    case 'advice_came':
      return `Asked of ${right.asked_of}: ${right.question}`
    case 'heard':
      return `${count(right.people, 'person', 'people')} heard it. It prints in the chair’s copy only, and is listed as an incident.`
    default:
      return ''
  }
}

/** Why a manager of that role does not do, while the authority is written down; nothing where one does or none is chosen. */
export function notEnough(right: Extract<RightView, { right: 'authority' }>, role: string): string | undefined {
  const chosen = right.roles.find((one) => one.key === role)?.name
  if (!chosen || right.enough.includes(chosen)) return undefined
  return `The ${chosen} cannot authorise this for ${list(right.recipients)}: it needs the ${list(right.enough, 'or')}`
}
