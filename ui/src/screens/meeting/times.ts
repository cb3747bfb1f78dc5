import type { StayView } from '../../contract/StayView'
import { slashed } from '../../words/dates'

/** Somebody's times as they are typed. */
export interface Times {
  presence: { day: string | null; from: string; to: string }[]
  step_outs: { slot: string; day: string | null; from: string; to: string }[]
}

/** Which day a row is of, where the meeting sat on several: nothing where it sat on one. */
export function dayOf(row: { day: string | null }, times: Times): string {
  const days = new Set([...times.presence, ...times.step_outs].map((one) => one.day).filter(Boolean))
  return row.day && days.size > 1 ? `, ${slashed(row.day)}` : ''
}

export const timesOf = (stay: StayView): Times => ({
  presence: stay.presence.map(({ day, from, to }) => ({ day, from, to })),
  step_outs: stay.step_outs.map(({ slot, day, from, to }) => ({ slot, day, from, to })),
})
