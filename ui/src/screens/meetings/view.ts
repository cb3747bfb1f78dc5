export interface MeetingRow {
  id: string
  name: string
  when: string
  stage: string
  tone: 'plain' | 'good' | 'warn' | 'accent'
  cases: number
  people: number
  /** What opening it does: prepare, go on, read and sign, read. */
  verb: string
}
