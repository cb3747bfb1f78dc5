// Ctrl with + or - sets the size of all text, up to twice as large; Ctrl with 0 puts it back (WCAG 1.4.4).

const sizes = [100, 125, 150, 175, 200]
const kept = 'text-size'

function show(size: number): void {
  const root = document.documentElement
  // Every measure of the styles is in rem, so that all of them grow with the text.
  root.style.fontSize = `${String(size)}%`
  root.dataset.textSize = String(size)
}

function stepped(from: number, key: string): number | undefined {
  const at = sizes.indexOf(from)
  if (key === '0') return 100
  if (key === '+' || key === '=') return sizes[Math.min(at + 1, sizes.length - 1)]
  return key === '-' ? sizes[Math.max(at - 1, 0)] : undefined
}

/** Lets the text be made larger, on every screen; the window that follows this one keeps the size. */
export function letTextGrow(): void {
  let size = Number(localStorage.getItem(kept) ?? 100)
  if (!sizes.includes(size)) size = 100
  show(size)
  window.addEventListener('keydown', (event) => {
    if (!event.ctrlKey || event.altKey || event.metaKey) return
    const next = stepped(size, event.key)
    if (next === undefined) return
    event.preventDefault()
    size = next
    localStorage.setItem(kept, String(size))
    show(size)
  })
}
