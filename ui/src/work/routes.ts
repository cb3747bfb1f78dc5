import type { Place } from '../frame/places'
import type { Kind } from '../contract/Kind'
import type { Side } from '../screens/meeting/view'

/** A plan that something is missing from: the way back leads there. */
export interface FromPlan {
  meeting: string
  kind: Kind
}

/** Where the work window is: a place, or something within it. */
export type Route =
  | { at: 'this-month' }
  | { at: 'meetings' }
  | { at: 'plan'; meeting: string }
  | { at: 'papers'; meeting: string }
  | { at: 'updates'; meeting: string }
  | { at: 'cases' }
  | { at: 'case'; id: string }
  | { at: 'case-pair'; stays: string; absorbed: string }
  | { at: 'case-form'; id: string | null; plan?: FromPlan | undefined }
  | { at: 'import'; step?: 'import_back' | 'import_again'; plan?: FromPlan | undefined }
  | { at: 'actions'; row?: string }
  | { at: 'registers'; tab: 'people' | 'officers'; row?: string; plan?: FromPlan | undefined }
  | { at: 'documents'; meeting: string | undefined; document?: string }
  | { at: 'partnership'; tab: 'organisations' | 'matrix' | 'texts' | 'clauses' | 'versions' }
  | { at: 'safekeeping' }
  | { at: 'meeting'; side?: Side; person?: string | undefined; slot?: string | undefined }
  | { at: 'ending'; meeting: string | undefined }

/** The place that a route belongs to. */
export const placeOf = (route: Route): Place => {
  switch (route.at) {
    case 'plan':
    case 'papers':
    case 'updates':
    case 'meeting':
    case 'ending':
      return 'meetings'
    case 'case':
    case 'case-pair':
    case 'case-form':
    case 'import':
      return 'cases'
    default:
      return route.at
  }
}

/** The way back from what was missing from a plan, or from elsewhere. */
export const wayBack = (plan: FromPlan | undefined, otherwise: Route): Route => (plan ? { at: 'plan', meeting: plan.meeting } : otherwise)

/** Where a place begins. */
export const routeTo = (place: Place): Route => {
  switch (place) {
    case 'registers':
      return { at: 'registers', tab: 'people' }
    case 'partnership':
      return { at: 'partnership', tab: 'organisations' }
    case 'documents':
      return { at: 'documents', meeting: undefined }
    default:
      return { at: place }
  }
}
