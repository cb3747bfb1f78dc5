import type { Outcome } from './view'

/** The four outcomes of a carried action, each with the one key that settles it. */
export const outcomes: readonly { outcome: Outcome; key: string; words: string; short: string }[] = [
  { outcome: 'Done', key: 'D', words: 'Done', short: 'Done' },
  { outcome: 'CircumstancesChanged', key: 'C', words: 'Not possible: circumstances changed', short: 'Circumstances changed' },
  { outcome: 'NotDone', key: 'N', words: 'Not done by the agency', short: 'Not done' },
  { outcome: 'NoLongerNeeded', key: 'X', words: 'No longer needed', short: 'No longer needed' },
]
