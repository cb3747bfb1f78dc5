// Dates as people say them. Everything takes the day it is, so that no sentence depends on a hidden clock.

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const monthYear = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A calendar day, `YYYY-MM-DD`, as the record writes it. */
export type Day = string

const dayLength = 86_400_000
const asDate = (day: Day) => new Date(`${day.slice(0, 10)}T00:00:00Z`)

/** How many days after `today` a day is; negative when it has gone. */
export function daysUntil(day: Day, today: Day): number {
  return Math.round((asDate(day).getTime() - asDate(today).getTime()) / dayLength)
}

/** `Friday 4 December`, with the year only when it is not this one. */
export function longDay(day: Day, today: Day): string {
  const date = asDate(day)
  const year = date.getUTCFullYear() === asDate(today).getUTCFullYear() ? '' : ` ${String(date.getUTCFullYear())}`
  return `${weekday.format(date)} ${dayMonth.format(date)}${year}`
}

/** `Thursday 10 December 2026`, for what is signed. */
export function fullDay(day: Day): string {
  const date = asDate(day)
  return `${weekday.format(date)} ${dayMonth.format(date)} ${String(date.getUTCFullYear())}`
}

/** `4 December`, with the year only when it is not this one. */
export function shortDay(day: Day, today: Day): string {
  return longDay(day, today).replace(/^\S+ /, '')
}

/** `today`, `tomorrow`, `in 11 days`, `3 days ago`. */
export function away(day: Day, today: Day): string {
  const days = daysUntil(day, today)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${String(days)} days` : `${String(-days)} days ago`
}

/** `Friday 4 December, in 11 days`. */
export function dayAndAway(day: Day, today: Day): string {
  return `${longDay(day, today)}, ${away(day, today)}`
}

/** `due Friday 4 December, in 11 days`, or `3 days late`. */
export function due(day: Day, today: Day): string {
  const days = daysUntil(day, today)
  if (days < 0) return days === -1 ? '1 day late' : `${String(-days)} days late`
  if (days === 0) return 'due today'
  return `due ${dayAndAway(day, today)}`
}

/** A deadline in as few words as a narrow column allows: `4 days late`, `today`, `4 December`. */
export function dueShort(day: Day, today: Day): string {
  const days = daysUntil(day, today)
  if (days < 0) return days === -1 ? '1 day late' : `${String(-days)} days late`
  if (days < 2) return days === 0 ? 'today' : 'tomorrow'
  return days <= 14 ? `in ${String(days)} days` : shortDay(day, today)
}

/** `December 2026`, for the name of a meeting. */
export function month(day: Day): string {
  return monthYear.format(asDate(day))
}

/** `14:31` from a moment with its own offset: the clock on the wall of that room, not of this machine. */
export function clock(moment: string): string {
  return moment.slice(11, 16)
}

/** `14/02/1991`, as the agreement writes a date of birth (§2.2.5). */
export function slashed(day: Day): string {
  const [year = '', mon = '', date = ''] = day.slice(0, 10).split('-')
  return `${date}/${mon}/${year}`
}

/** `4 min`, `1 h 20 min`. */
export function minutes(count: number): string {
  const whole = Math.round(Math.abs(count))
  if (whole < 60) return `${String(whole)} min`
  const rest = whole % 60
  return `${String(Math.floor(whole / 60))} h${rest ? ` ${String(rest)} min` : ''}`
}
