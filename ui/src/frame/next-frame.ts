/** Does something as the next frame is drawn, for an effect to give back: asking where things stand sooner has the page laid out twice. */
export function nextFrame(what: () => void): () => void {
  const asked = requestAnimationFrame(what)
  return () => cancelAnimationFrame(asked)
}
