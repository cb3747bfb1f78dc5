// Numbers with their nouns.

/** `1 case`, `4 cases`, `no cases`. */
export function count(n: number, one: string, many = `${one}s`): string {
  if (n === 0) return `no ${many}`
  return `${String(n)} ${n === 1 ? one : many}`
}

/** `Housing, Police and Probation`. */
export function list(names: readonly string[], joined = 'and'): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} ${joined} ${names.at(-1) ?? ''}`
}

/** The same words with a capital to start them. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
