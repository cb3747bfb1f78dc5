import type { Keys } from '../../keys/keys'

export interface Finding {
  id: string
  words: string
  about: string
  /** What it is found by too, and not shown. */
  besides?: string
  /** The shortcut, where it works from here. */
  keys?: Keys | undefined
  run: () => void
}
