/** One thing that is ready, or missing with the way to its place. */
export interface Check {
  words: string
  state: 'done' | 'missing' | 'note'
  go?: { words: string; run: () => void } | undefined
}
