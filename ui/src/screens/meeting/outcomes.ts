import type { OutcomeView } from '../../contract/OutcomeView'

/** The four outcomes of a carried action, each with the one key that settles it. */
export const outcomes: readonly { outcome: OutcomeView; key: string; words: string; short: string }[] = [
  { outcome: 'done', key: 'D', words: 'Done', short: 'Done' },
  { outcome: 'not_possible', key: 'C', words: 'Not possible: circumstances changed', short: 'Circumstances changed' },
  { outcome: 'not_done', key: 'N', words: 'Not done by the agency', short: 'Not done' },
  { outcome: 'no_longer_needed', key: 'X', words: 'No longer needed', short: 'No longer needed' },
]
