// Ctrl with + or - sets the size of all text, up to twice as large; Ctrl with 0 puts it back (WCAG 1.4.4).

import { pressed } from './keys'

const sizes = [100, 125, 150, 175, 200]

function show(size: number): void {
  const root = document.documentElement
  // Every measure of the styles is in rem, so that all of them grow with the text.
  root.style.fontSize = `${String(size)}%`
  root.dataset.textSize = String(size)
}

function stepped(from: number, event: KeyboardEvent): number | undefined {
  const at = sizes.indexOf(from)
  if (pressed(event, 'Ctrl+=') || (event.ctrlKey && event.key === '+')) return sizes[Math.min(at + 1, sizes.length - 1)]
  if (pressed(event, 'Ctrl+-')) return sizes[Math.max(at - 1, 0)]
  return pressed(event, 'Ctrl+0') ? 100 : undefined
}

/** Lets the text be made larger, on every screen. The window keeps nothing, so the one that follows begins at the usual size. */
export function letTextGrow(): void {
  let size = 100
  show(size)
  window.addEventListener('keydown', (event) => {
    const next = stepped(size, event)
    if (next === undefined) return
    event.preventDefault()
    size = next
    show(size)
  })
}
