/** What nothing may lie over: the markings, what the chair says next, the line, and whatever is being written in. */
const KEPT = '[data-clear], :is(input, textarea, select):focus'
const GAP = 8

/** What can move either of them; `input` for a box that grows as it is typed in. */
const STIRS = ['focusin', 'input', 'scroll', 'resize', 'animationend'] as const

/** Moves what floats over a screen to the nearest place where it covers none of that, and again whenever the screen changes beneath it. */
export function keepClear(floating: HTMLElement) {
  let moved = 0
  let asked = 0
  const place = () => {
    asked = 0
    const { top, bottom, left, right } = floating.getBoundingClientRect()
    const height = bottom - top
    const own = top - moved
    const kept = [...document.querySelectorAll(KEPT)].map((each) => each.getBoundingClientRect()).filter((each) => each.left < right && each.right > left)
    const free = (at: number) => at >= 0 && at + height <= innerHeight && kept.every((each) => each.bottom <= at || each.top >= at + height)
    const near = [own, ...kept.flatMap((each) => [each.bottom + GAP, each.top - height - GAP])].filter(free)
    const best = near.sort((one, other) => Math.abs(one - own) - Math.abs(other - own))[0] ?? own
    if (Math.abs(best - own - moved) < 1) return
    moved = best - own
    floating.style.translate = `0 ${String(moved)}px`
  }
  // Once a frame at most, however much changed.
  const look = () => {
    asked ||= requestAnimationFrame(place)
  }
  const changes = new MutationObserver(look)
  changes.observe(document.body, { subtree: true, childList: true, characterData: true })
  const capture = true
  for (const stir of STIRS) window.addEventListener(stir, look, { capture, passive: true })
  place()
  return {
    destroy: () => {
      cancelAnimationFrame(asked)
      changes.disconnect()
      for (const stir of STIRS) window.removeEventListener(stir, look, { capture })
    },
  }
}
