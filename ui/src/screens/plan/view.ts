import type { TierView } from '../../contract/TierView'

export interface PlannedCase {
  id: string
  reference: string
  name: string
  note: string
  tier: TierView
  budget: number
  /** `2 open, 1 late`; nothing where none is. */
  actions: string
}
