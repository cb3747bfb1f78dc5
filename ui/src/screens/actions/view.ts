export interface ActionRow {
  id: string
  agency: string
  person: string
  words: string
  /** Empty for other business. */
  caseId: string
  caseName: string
  strand: string
  due: string
  late: boolean
  /** The outcome in words, once it is settled. */
  outcome: string
  agreed: string
}
