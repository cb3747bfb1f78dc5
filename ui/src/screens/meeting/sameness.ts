// The desk answers with the whole meeting each time; nearly all of it says what it said before, and need not be drawn again.

type Facts = Record<string, unknown>

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is said now, with every part that says what it said before left in its place. */
export function keeping<Said>(before: unknown, now: Said): Said {
  if (Array.isArray(before) && Array.isArray(now)) {
    const parts = now.map((part: unknown, at) => keeping(before[at], part))
    return (parts.length === before.length && parts.every((part, at) => part === before[at]) ? before : parts) as Said
  }
  if (!isFacts(before) || !isFacts(now)) return now
  const names = Object.keys(now)
  const parts: Facts = Object.fromEntries(names.map((name) => [name, keeping(before[name], now[name])]))
  const same = names.length === Object.keys(before).length && names.every((name) => parts[name] === before[name])
  return (same ? before : parts) as Said
}

/** Shows the same facts, told on the same day or in the same way, as the same thing. */
export function once<Told extends object, How, Shown>(show: (told: Told, how: How) => Shown): (told: Told, how: How) => Shown {
  const known = new WeakMap<Told, { how: How; shown: Shown }>()
  return (told, how) => {
    const found = known.get(told)
    if (found && found.how === how) return found.shown
    const shown = show(told, how)
    known.set(told, { how, shown })
    return shown
  }
}
