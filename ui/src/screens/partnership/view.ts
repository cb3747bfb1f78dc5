// The agreement pack as the partnership sees it: texts, organisations, teams, who originally holds what, and its versions.
import type { SensitiveView } from '../../contract/SensitiveView'

export interface OrganisationRow {
  key: string
  name: string
  shortName: string
  statutory: boolean
  party: boolean
  competentAuthority: boolean
  relevantAuthority: boolean
  teams: TeamRow[]
  note: string
  /** Why it cannot leave the agreement yet; empty where it may. */
  stays: readonly string[]
}

export interface TeamRow {
  key: string
  name: string
  captureKey: string
  strand: string
  inCjit: boolean
  enforcement: boolean
}

export interface Matrix {
  confirmed: boolean
  kinds: { key: string; name: string; sensitive: boolean }[]
  teams: { key: string; name: string; shortName: string }[]
  holds: Record<string, readonly string[]>
}

export interface KindShown {
  key: string
  name: string
  letters: string
  format: string
  sensitive: SensitiveView | null
  clause: string
  holders: string[]
}

export interface PackVersion {
  version: string
  since: string
  words: string
  hashes: string
  current: boolean
}

export interface AgreementTextShown {
  meeting: string
  version: string
  openingStatement: readonly string[]
  question: string
  declarationIntro: string
  declaration: readonly string[]
  sections: readonly { heading: string; clause: string; paragraphs: readonly string[] }[]
}
