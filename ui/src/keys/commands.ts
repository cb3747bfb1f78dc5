// What can be done on the screen as it stands, read off the screen itself: no command is forgotten, and none is found that
// does not work here. A control says that it is one with `data-command`.

import type { Keys } from './keys'

export interface Command {
  words: string
  keys: Keys | undefined
  run: () => void
}

/** The words of a control without what is there for the eye alone, such as its key cap. */
function wordsOf(element: HTMLElement): string {
  const said = element.dataset.command ?? element.getAttribute('aria-label') ?? ''
  if (said) return said
  const copy = element.cloneNode(true) as HTMLElement
  for (const seen of copy.querySelectorAll('[aria-hidden="true"]')) seen.remove()
  return copy.textContent.trim().replace(/\s+/g, ' ')
}

/** A button is pressed; a row is gone to, so that its own keys work. */
function doing(element: HTMLElement): () => void {
  return () => {
    if (element instanceof HTMLButtonElement) element.click()
    else element.focus()
  }
}

/** Every control that can be used now, in the order of the screen. */
export function commandsHere(): Command[] {
  const all = [...document.querySelectorAll<HTMLElement>('[data-command]')]
  const usable = all.filter((element) => element.offsetParent && !(element instanceof HTMLButtonElement && element.disabled))
  return usable.map((element) => ({ words: wordsOf(element), keys: element.dataset.keys, run: doing(element) })).filter(({ words }) => /\p{L}/u.test(words))
}
