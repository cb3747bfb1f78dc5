export interface Finding {
  id: string
  words: string
  about: string
  keys?: string
  run: () => void
}
