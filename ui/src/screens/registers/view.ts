export interface PersonRow {
  id: string
  name: string
  agency: string
  team: string
  email: string
  signs: boolean
  trained: string
  last: string
}

export interface OfficerRow {
  id: string
  name: string
  role: string
  kind: 'Primary' | 'Designated'
  email: string
}

export interface OrganisationOfficers {
  organisation: string
  name: string
  officers: readonly OfficerRow[]
  /** An organisation without a Primary Designated Officer is a gap (§4.4). */
  gap: boolean
}
