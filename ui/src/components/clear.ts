/** What nothing may lie over: the markings, what the chair says next, the line, and whatever is being written in. */
const KEPT = '[data-clear], :is(input, textarea, select):focus'
const GAP = 8

/** Moves what floats over a screen to the nearest place where it covers none of that, for as long as it stands there. */
export function keepClear(floating: HTMLElement) {
  let moved = 0
  let look = 0
  const place = () => {
    const { top, bottom, left, right } = floating.getBoundingClientRect()
    const height = bottom - top
    const own = top - moved
    const kept = [...document.querySelectorAll(KEPT)].map((each) => each.getBoundingClientRect()).filter((each) => each.left < right && each.right > left)
    const free = (at: number) => at >= 0 && at + height <= innerHeight && kept.every((each) => each.bottom <= at || each.top >= at + height)
    const near = [own, ...kept.flatMap((each) => [each.bottom + GAP, each.top - height - GAP])].filter(free)
    const best = near.sort((one, other) => Math.abs(one - own) - Math.abs(other - own))[0] ?? own
    if (Math.abs(best - own - moved) >= 1) {
      moved = best - own
      floating.style.translate = `0 ${String(moved)}px`
    }
    look = requestAnimationFrame(place)
  }
  place()
  return { destroy: () => cancelAnimationFrame(look) }
}
