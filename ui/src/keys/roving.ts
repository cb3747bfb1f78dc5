// One tab stop for a list; arrows move inside it. A row's own keys work while it has the focus.

export interface Roving {
  /** Which children take the focus. */
  rows: string
}

/** Makes the rows inside an element one tab stop that the arrow keys walk. */
export function roving(list: HTMLElement, given: Roving) {
  const rows = () => [...list.querySelectorAll<HTMLElement>(given.rows)]
  const rest = () => {
    const all = rows()
    const held = all.find((row) => row.tabIndex === 0) ?? all[0]
    for (const row of all) row.tabIndex = row === held ? 0 : -1
  }
  const take = (row: HTMLElement | undefined) => {
    if (!row) return
    for (const other of rows()) other.tabIndex = other === row ? 0 : -1
    row.focus()
  }
  const hear = (event: KeyboardEvent) => {
    const all = rows()
    const at = all.findIndex((row) => row === event.target)
    if (at < 0 || event.altKey || event.ctrlKey) return
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    take(all[Math.max(0, Math.min(all.length - 1, to))])
  }
  const enter = (event: FocusEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>(given.rows)
    if (row && row === event.target) for (const other of rows()) other.tabIndex = other === row ? 0 : -1
  }
  list.addEventListener('keydown', hear)
  list.addEventListener('focusin', enter)
  const watch = new MutationObserver(rest)
  watch.observe(list, { childList: true, subtree: true })
  rest()
  return {
    destroy: () => {
      watch.disconnect()
      list.removeEventListener('keydown', hear)
      list.removeEventListener('focusin', enter)
    },
  }
}
