// What the agreement in force calls things: its pack says so, and the standing tells it.
import type { CohortView } from '../contract/CohortView'
import type { Kind } from '../contract/Kind'
import type { StandingView } from '../contract/StandingView'

/** In a sentence: `ODOC meeting`. */
export const kindName: Record<Kind, string> = $state({ odoc: 'meeting', dip_case_review: 'case review' })
/** What its papers are filed under: `ODOC`. */
export const kindShort: Record<Kind, string> = $state({ odoc: '', dip_case_review: '' })
/** The group that a case is in: `Fixed`. */
export const cohortName: Record<CohortView, string> = $state({ fixed: '', flex: '', free: '', asb: '', dip_caseload: '' })
/** What stands in the examples of a capture line, by the name that they have for it. */
const examples: Record<string, string> = $state({})

export function callThings(standing: Pick<StandingView, 'meetings' | 'cohorts' | 'examples'>): void {
  const { meetings, cohorts } = standing
  if (meetings) {
    Object.assign(kindName, { odoc: meetings.odoc.name, dip_case_review: meetings.dip_case_review.name })
    Object.assign(kindShort, { odoc: meetings.odoc.filed_as, dip_case_review: meetings.dip_case_review.filed_as })
  }
  if (cohorts) Object.assign(cohortName, cohorts)
  Object.assign(examples, standing.examples)
}

/** An example with the agreement's own keys in it: `{sharer} 0` is `pol 0`. */
export const asTyped = (example: string): string => example.replaceAll(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? name.replaceAll('_', ' '))
