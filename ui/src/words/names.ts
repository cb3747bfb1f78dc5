// What the codes of the contract are called on the screen.
import type { CustodyStatus } from '../contract/CustodyStatus'
import type { DecisionKindView } from '../contract/DecisionKindView'
import type { FlagView } from '../contract/FlagView'
import type { Kind } from '../contract/Kind'
import type { OutcomeView } from '../contract/OutcomeView'
import type { ProgressView } from '../contract/ProgressView'
import type { RoleView } from '../contract/RoleView'
import type { StageView } from '../contract/StageView'
import type { StrandView } from '../contract/StrandView'
import type { TierView } from '../contract/TierView'
import type { ToldView } from '../contract/ToldView'
import type { UserRole } from '../contract/UserRole'
import { month } from './dates'
import { kindName, kindShort } from './kinds.svelte'

export { cohortName } from './kinds.svelte'
export { kindName, kindShort }

/** `ODOC meeting, December 2026`. */
export const meetingName = (meeting: { kind: Kind; date: string }) => `${kindName[meeting.kind]}, ${month(meeting.date)}`

export const tierName: Record<TierView, string> = { red: 'Red', amber: 'Amber', green: 'Green' }
/** What a case review decides on; a decision of no such kind has no name. */
export const decisionKindName: Record<DecisionKindView, string> = { other: '', care_coordination: 'care co-ordination', caseload: 'caseload', closure: 'closure', deselection: 'taken off the cohort', referred_to_mappa: 'referred to MAPPA', referred_to_child_protection: 'referred to child protection', no_change: 'no change' }
export const strandName: Record<StrandView, string> = {
  enforcement: 'enforcement',
  disruption: 'disruption',
  treatment: 'treatment',
  resettlement: 'resettlement',
}
export const outcomeName: Record<OutcomeView, string> = {
  done: 'Done',
  not_possible: 'Not possible: circumstances changed',
  not_done: 'Not done',
  no_longer_needed: 'No longer needed',
}
export const roleName: Record<RoleView, string> = {
  chair: 'Chair',
  minute_taker: 'Minute-taker',
  representative: 'Representative',
  observer: 'Observer',
}
export const userRoleName: Record<UserRole, string> = { chair: 'chair', deputy_chair: 'deputy chair', minute_taker: 'minute-taker' }
export const flagName: Record<FlagView, string> = {
  mappa: 'MAPPA',
  child_protection: 'Child protection',
  under18: 'Under 18',
  neither_told_nor_agreed: 'Neither told nor agreed',
}
export const flagTone: Record<FlagView, 'warn' | 'bad'> = {
  mappa: 'bad',
  child_protection: 'bad',
  under18: 'bad',
  neither_told_nor_agreed: 'warn',
}
export const custodyName: Record<CustodyStatus, string> = { not_known: 'Not known', custody: 'In custody', community: 'In the community' }
export const toldName: Record<ToldView, string> = { told: 'Told', agreed: 'Told, and agreed', neither: 'Neither told nor agreed' }
/** How far a case has come, as it is read aloud beside its name. */
export const progressName: Record<ProgressView, string> = {
  done: 'done',
  now: 'now',
  waiting: 'to come',
  deferred: 'deferred',
  together: 'now, together with the open case',
  referred_to_mappa: 'referred to MAPPA',
  referred_to_child_protection: 'referred to child protection',
  taken_off: 'taken off the cohort',
}
export const stageName: Record<StageView, string> = {
  planned: 'Being prepared',
  gathering: 'Opening',
  in_session: 'Going on',
  adjourned: 'Adjourned',
  closed: 'To sign',
  sealed: 'Signed',
}
