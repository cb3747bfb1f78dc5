// Where a manager's written authority is asked for, and what it means to ask for it no longer.
import type { Kind } from '../contract/Kind'
import { kindName } from './names'

/** The meeting of which the agreement itself says it. */
export const askedByTheAgreement: Kind = 'dip_case_review'

export function ladderWords(meeting: Kind, on: boolean, clause: string): string {
  if (on) return 'A manager authorises what lies outside the waiver there'
  return meeting === askedByTheAgreement ? `No manager is asked at the ${kindName[meeting]}, which departs from the agreement (${clause})` : 'No manager is asked there'
}
