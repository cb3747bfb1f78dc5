import type { PointGroup } from 'signature_pad'

/** What was signed with: strokes as drawn, or a name typed by someone who cannot draw. */
export type Ink = { how: 'drawn'; width: number; height: number; strokes: PointGroup[] } | { how: 'typed'; name: string }
