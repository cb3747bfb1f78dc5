/** Does something in the next frame, as soon as it is laid out with an element in it that has some breadth, for an effect to give back: asking where things stand sooner has the page laid out once more. */
export function laidOut(element: Element, what: () => void): () => void {
  // Whoever begins to observe is told once how things are.
  const observer = new ResizeObserver(() => {
    observer.disconnect()
    what()
  })
  observer.observe(element)
  return () => observer.disconnect()
}
