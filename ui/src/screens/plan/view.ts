export type TierName = 'Red' | 'Amber' | 'Green'

export interface PlannedCase {
  id: string
  name: string
  note: string
  tier: TierName
  budget: number
  openActions: number
}
