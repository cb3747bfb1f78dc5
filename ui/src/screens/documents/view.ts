export interface MeetingDocuments {
  meeting: string
  title: string
  /** `Signed 16 November by Morgan Hale`, or `Draft: not signed`. */
  state: string
  documents: readonly { id: string; title: string; for: string }[]
}
