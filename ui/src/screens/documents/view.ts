export interface DocumentShown {
  id: string
  title: string
  /** Whether it is for the chair alone. */
  chairs: boolean
}

export interface MeetingChoice {
  value: string
  words: string
}
