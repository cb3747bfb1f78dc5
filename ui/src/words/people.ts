// People: why two entries of their register may be one person, and what is said of somebody at the table.
import type { NamesakeView } from '../contract/NamesakeView'
import type { RoleView } from '../contract/RoleView'
import { count } from './counting'
import { roleName } from './names'

export const namesakeWords: Record<NamesakeView, string> = {
  same_name: 'The same name',
  initial: 'The same agency and surname; one has only the first letter of a forename',
  one_letter: 'The same agency, and one letter apart',
}

/** What is said of somebody's coming and going, once it is done. */
export const comings = (name: string) => ({
  name,
  arrive: `${name} is at the door`,
  letIn: `${name} is in the room`,
  stepOut: `${name} has stepped out`,
  stepBack: `${name} is back`,
  left: `${name} left`,
  leftBefore: `${name} left; what they accepted and signed stands, and is there if they come back`,
  apologies: `Apologies from ${name}`,
  words: `What ${name} said is kept, and printed beside their name`,
  declines: `${name} declines, and does not stay`,
  notAccepted: `The acceptance of ${name} is taken back: they are asked again, and the record keeps both`,
  chair: `${name} has the chair from now on, and signs if they hold it at the end`,
})

/** The same of several who step out together. */
export const stepOuts = (names: readonly string[]) => (names.length === 1 ? comings(names[0] ?? '').stepOut : `${count(names.length, 'person', 'people')} have stepped out`)

export const deputyWords = (name: string, principal: string | undefined) => (principal ? `${name} is here for ${principal}` : `${name} is here in their own right`)

export const roleWords = (name: string, role: RoleView) => `${name} is here as ${roleName[role].toLowerCase()}`
