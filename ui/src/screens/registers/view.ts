import type { CameForRow } from '../../contract/CameForRow'

export interface PersonRow {
  id: string
  name: string
  job: string
  agency: string
  guest: boolean
  /** Whether their agency is statutory; anyone else signs a declaration at the meeting. */
  statutory: boolean
  retired: boolean
  /** Whom they came for before, the latest first. */
  came_for: readonly CameForRow[]
}

export interface OfficerRow {
  id: string
  name: string
  role: string
  primary: boolean
  email: string
  telephone: string
  retired: boolean
}

export interface OrganisationOfficers {
  organisation: string
  name: string
  officers: readonly OfficerRow[]
  /** An organisation without a Primary Designated Officer is a gap (§4.4). */
  gap: boolean
}
