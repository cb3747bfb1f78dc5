// How the agenda changes while the meeting goes on.
import type { FlagView } from '../contract/FlagView'
import { list } from './counting'
import { flagName } from './names'

/** What can become of a case's place on the agenda. */
export type AgendaMove = 'add' | 'mappa' | 'child_protection' | 'take_off' | 'join' | 'part'

export const changeName: Record<AgendaMove, string> = {
  add: 'Add a case referred today',
  mappa: 'Refer a case to MAPPA',
  child_protection: 'Refer a case to child protection',
  take_off: 'Take a case off the cohort',
  join: 'Discuss another case together with this one',
  part: 'Discuss a case by itself again',
}

/** What the chair does instead of opening a flagged case. */
export const referIt: Record<'mappa' | 'child_protection', string> = {
  mappa: 'Refer it to MAPPA',
  child_protection: 'Refer it to child protection',
}

/** Why the chair has to choose: the case belongs to another meeting, or its person is no adult. */
export function choiceLead(flags: readonly FlagView[]): string {
  const named = list(flags.map((flag) => flagName[flag]))
  return flags.some((flag) => flag === 'mappa' || flag === 'child_protection')
    ? `${named}. Such a case goes to its own meeting, unless the chair says why it is heard here ({other_protocol}).`
    : `${named}. The agreement speaks of adults: the chair says why the case is heard here, or puts it off ({adults}).`
}

export const changeLead: Record<AgendaMove, string> = {
  add: 'It comes last of the cases. A new case goes into the register too.',
  mappa: 'The information is MAPPA’s from then on ({other_protocol}). What was said here stands; nothing more is minuted but the reason.',
  child_protection: 'The information is child protection’s from then on ({other_protocol}). What was said here stands; nothing more is minuted but the reason.',
  take_off: 'What was said of it stands. Its file is closed today, and the time for which it is kept begins.',
  join: 'What is said from here on is placed under each case, and weighed for each. Both are closed together.',
  part: 'It waits for its own turn, with what was said of it.',
}

/** Said of a case that was added by mistake, once it is gone. */
export const neverAdded = (who: string) => `${who} is off the agenda, as though never added`

/** Said when it is done. */
export function changed(move: AgendaMove, number: number): string {
  const which = `Case ${String(number)}`
  const words: Record<AgendaMove, string> = {
    add: `${which} is on the agenda`,
    mappa: `${which} is referred to MAPPA`,
    child_protection: `${which} is referred to child protection`,
    take_off: `${which} is off the cohort`,
    join: `${which} is discussed together with this one`,
    part: `${which} waits for its own turn`,
  }
  return words[move]
}
