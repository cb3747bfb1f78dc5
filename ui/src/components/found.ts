import { tick } from 'svelte'

/** A place begins at its heading, unless something in it was looked for: that takes the focus. */
export function found(element: HTMLElement, is: boolean) {
  if (!is) return
  void tick().then(() => {
    element.scrollIntoView({ block: 'center' })
    element.focus()
  })
}
