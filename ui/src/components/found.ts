import { tick } from 'svelte'

/** A place begins at its heading, so that the focus is never lost in what has gone; whoever is already finding the next one keeps it. */
export function begins(heading: HTMLElement) {
  if (!document.querySelector('[data-over]')) heading.focus({ preventScroll: true })
}

/** A place begins at its heading, unless something in it was looked for: that takes the focus. */
export function found(element: HTMLElement, is: boolean) {
  if (!is) return
  void tick().then(() => {
    element.scrollIntoView({ block: 'center' })
    begins(element)
  })
}
