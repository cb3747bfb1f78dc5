import type { TierView } from '../../contract/TierView'

export interface PlannedCase {
  id: string
  reference: string
  name: string
  note: string
  tier: TierView
  budget: number
  openActions: number
}
