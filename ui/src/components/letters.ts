import { getContext, setContext } from 'svelte'

/** What is wrong with the letters of a text, in a sentence; nothing where every document could print it. */
export type CheckLetters = (text: string) => Promise<string | undefined>

const key = Symbol('letters')
export const provideLetters = (check: CheckLetters) => setContext(key, check)
export const lettersOf = () => getContext<CheckLetters | undefined>(key)
