/** How often it is told that somebody is there: far more often than the shortest time after which nobody is. */
const every = 10_000

const touches = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Tells while keys or pointer move that somebody is there; what it answers ends that. */
export function stirring(tell: () => void): () => void {
  let told = -Infinity
  const touched = () => {
    const now = performance.now()
    if (now - told < every) return
    told = now
    tell()
  }
  for (const touch of touches) addEventListener(touch, touched, { capture: true, passive: true })
  return () => {
    for (const touch of touches) removeEventListener(touch, touched, { capture: true })
  }
}
