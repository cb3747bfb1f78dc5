export interface DocumentShown {
  id: string
  title: string
}

export interface MeetingChoice {
  value: string
  words: string
}
