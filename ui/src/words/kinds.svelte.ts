// What the two kinds of meeting are called: the agreement in force says so, and the standing tells it.
import type { Kind } from '../contract/Kind'
import type { MeetingNames } from '../contract/MeetingNames'

/** In a sentence: `ODOC meeting`. */
export const kindName: Record<Kind, string> = $state({ odoc: 'meeting', dip_case_review: 'case review' })
/** What its papers are filed under: `ODOC`. */
export const kindShort: Record<Kind, string> = $state({ odoc: '', dip_case_review: '' })

export function callKinds({ odoc, dip_case_review }: MeetingNames): void {
  Object.assign(kindName, { odoc: odoc.name, dip_case_review: dip_case_review.name })
  Object.assign(kindShort, { odoc: odoc.filed_as, dip_case_review: dip_case_review.filed_as })
}
