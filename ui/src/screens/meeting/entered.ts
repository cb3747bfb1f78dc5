// Lines on which Enter was pressed stand in the box until they are safe; what is typed behind them is a line of its own.

/** A line that waits its turn; told from another with the same words by being another. */
export interface Entered {
  readonly words: string
}

const waiting = (entered: readonly Entered[]) => entered.map((line) => line.words).join('\n')

/** What stands in the box, with a break between what waits and what is typed behind it. */
export function setApart(text: string, entered: readonly Entered[]): string {
  const before = waiting(entered)
  const rest = text.slice(before.length)
  return before && text.startsWith(before) && rest && !rest.startsWith('\n') ? `${before}\n${rest}` : text
}

/** The same behind a line that was not taken, however soon that was known; only behind a space does that line go on. */
export function apartFrom(text: string, stopped: Entered): string {
  const goesOn = /^\s/.test(text.slice(stopped.words.length))
  return goesOn ? text : setApart(text, [stopped])
}

/** The line that Enter finishes: the first one behind those that wait. */
export function nextToEnter(text: string, entered: readonly Entered[]): string {
  const before = waiting(entered)
  return firstLine(text.startsWith(before) ? text.slice(before.length).replace(/^\n+/, '') : text)
}

/** The line that is weighed, since it is the first to be recorded. */
export const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''

/** What stays in the box once a line is safe; one that was changed in the meantime stays whole. */
export function without(text: string, line: Entered): string {
  return text.startsWith(line.words) ? text.slice(line.words.length).trimStart() : text
}
