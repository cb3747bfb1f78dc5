import type { Check } from '../../components/checks'

export type { Check }

export interface ComingMeeting {
  id: string
  /** `ODOC meeting`, `DIP case review`. */
  name: string
  title: string
  lead: string
  /** It goes on just now. */
  going: boolean
  checks: Check[]
  /** The one obvious thing to do. */
  main: { words: string; run: () => void }
  others: { words: string; run: () => void }[]
}

export interface RunningOut {
  id: string
  what: string
  about: string
  when: string
  urgency: 'late' | 'soon' | 'later'
  go?: (() => void) | undefined
}

/** Something that is held, and waits. */
export interface HeldWaiting {
  id: string
  about: string
  what: string
  since: string
  needs: string
  /** Beside the minutes of the meeting that left it held. */
  go: () => void
}
