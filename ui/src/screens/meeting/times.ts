import type { StayView } from '../../contract/StayView'

/** Somebody's times as they are typed. */
export interface Times {
  presence: { from: string; to: string }[]
  step_outs: { slot: string; from: string; to: string }[]
}

export const timesOf = (stay: StayView): Times => ({
  presence: stay.presence.map(({ from, to }) => ({ from, to })),
  step_outs: stay.step_outs.map(({ slot, from, to }) => ({ slot, from, to })),
})
