// What a shortcut is called, shown and heard. One spelling serves the key cap, aria-keyshortcuts and the listener.

import { tick } from 'svelte'

export type Keys = string

const spoken: Record<string, string> = {
  Enter: '⏎',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
}

/** The words on the caps, in order: `Ctrl+Enter` is `Ctrl` and `⏎`. */
export function caps(keys: Keys): string[] {
  return keys.split('+').map((part) => spoken[part] ?? (part.length === 1 ? part.toUpperCase() : part))
}

/** The spelling that assistive technology expects. */
export function ariaKeys(keys: Keys): string {
  return keys.replace('Ctrl', 'Control')
}

/** Whether this press is that shortcut, no more and no fewer of Ctrl, Alt and Shift than it names. */
export function pressed(event: KeyboardEvent, keys: Keys): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (name: string) => parts.slice(0, -1).includes(name)
  if (event.ctrlKey !== wants('Ctrl') || event.altKey !== wants('Alt')) return false
  if (event.shiftKey !== wants('Shift') && !/^[^a-z0-9]$/i.test(key)) return false
  return event.key.toLowerCase() === key.toLowerCase()
}

/** Whether a person is writing just now, so that a bare letter is a letter and not a command. */
export function writing(event: KeyboardEvent): boolean {
  const at = event.target
  if (!(at instanceof HTMLElement)) return false
  if (at instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(at.type)
  return at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement || at.isContentEditable
}

/** The fields that somebody has typed in since the message came that stands now. */
let typedIn = new WeakSet<EventTarget>()
window.addEventListener('input', (event) => event.target && typedIn.add(event.target), { capture: true, passive: true })

/** A message says what was just done: until somebody types again, the key that takes back means that. */
export function messageCame(): void {
  typedIn = new WeakSet()
}

/** Whether somebody has typed in a field since the message came, so that the key that takes back means their words. */
export const typedSince = (field: EventTarget | null) => field !== null && typedIn.has(field)

/** Whether the press already means something where it was made: a letter in a field, Enter on a button. */
function taken(event: KeyboardEvent, keys: Keys): boolean {
  if (keys.length === 1) return writing(event)
  // What is being typed has an undo of its own; the capture line decides for itself which of the two is meant.
  if (/^Ctrl\+(Shift\+)?Z$/.test(keys)) return typedSince(event.target) && (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) && writing(event)
  if (keys !== 'Enter') return false
  return writing(event) || (event.target instanceof Element && event.target.closest('button, a, summary') !== null)
}

export interface Shortcut {
  keys: Keys | undefined
  run: () => void
  off?: boolean | undefined
}

/** Everything on the screen that a shortcut reaches, in the order in which it came. */
const standing: { element: HTMLElement; given: Shortcut }[] = []

/** What is not held back by a list that lies over the screen. */
const everywhere: readonly Keys[] = ['F1', 'Ctrl+K', 'Ctrl+L']

/** Whom a press is meant for: what lies over the screen, the form in which it was made, and then whatever came last. */
function meant(event: KeyboardEvent): Shortcut | undefined {
  const over = [...document.querySelectorAll('[data-over]')].at(-1)
  const hears = standing.filter(({ element, given: { keys, off } }) => {
    if (!keys || off || !pressed(event, keys) || taken(event, keys)) return false
    return !over || over.contains(element) || everywhere.includes(keys)
  })
  const form = event.target instanceof Element ? event.target.closest('form') : null
  return (hears.findLast(({ element }) => form?.contains(element)) ?? hears.at(-1))?.given
}

/** How many places are asked for and not drawn yet, and what was pressed meanwhile: fast hands mean the place that comes. */
let coming = 0
let early: KeyboardEvent | undefined

/** A place is asked for; to be called again, once, when it is drawn or will not be. */
export function placeComes(): () => void {
  coming += 1
  let come = false
  return () => {
    if (come) return
    come = true
    coming -= 1
    const press = early
    if (coming > 0 || !press) return
    early = undefined
    meant(press)?.run()
  }
}

window.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.repeat) return
  const to = meant(event)
  early = !to && coming > 0 && event.altKey && event.key.length === 1 && !writing(event) ? event : undefined
  if (!to && !early) return
  event.preventDefault()
  to?.run()
})

/** Presses Alt and a letter as hands would at a place that was just asked for. */
export async function pressThere(letter: string): Promise<void> {
  await tick()
  window.dispatchEvent(new KeyboardEvent('keydown', { key: letter, altKey: true }))
}

/** Lets an element be reached by its shortcut for as long as it stands on the screen. */
export function shortcut(element: HTMLElement, given: Shortcut) {
  const one = { element, given }
  standing.push(one)
  return {
    update: (next: Shortcut) => {
      one.given = next
    },
    destroy: () => void standing.splice(standing.indexOf(one), 1),
  }
}
