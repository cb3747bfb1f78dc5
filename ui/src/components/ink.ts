import type { PointGroup } from 'signature_pad'
import type { SignatureForm } from '../contract/SignatureForm'

/** What was signed with: strokes as drawn, or a name typed by someone who cannot draw. */
export type Ink = { how: 'drawn'; width: number; height: number; strokes: PointGroup[] } | { how: 'typed'; name: string }

const wide = 1000
const high = 400

/** The ink as the record keeps it: on a pad of 1000 by 400, whatever the screen's was, with nothing drawn out of shape. */
export function signature(ink: Ink): SignatureForm {
  if (ink.how === 'typed') return { how: 'typed', name: ink.name }
  const scale = Math.min(wide / ink.width, high / ink.height)
  const across = (wide - ink.width * scale) / 2
  const down = (high - ink.height * scale) / 2
  const fit = (at: number, most: number) => Math.round(Math.max(0, Math.min(most, at)))
  const strokes = ink.strokes.map(({ points }) =>
    points.map(({ x, y }): [number, number] => [fit(x * scale + across, wide), fit(y * scale + down, high)]),
  )
  return { how: 'drawn', strokes }
}
