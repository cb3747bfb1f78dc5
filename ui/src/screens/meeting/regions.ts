import { pressed } from '../../keys/keys'

/** Goes to the first thing of a part that takes the focus: what is folded away does not. */
function enters(region: HTMLElement): boolean {
  for (const to of region.querySelectorAll<HTMLElement>('[data-region-start], [tabindex="0"], button:not([tabindex="-1"])')) {
    to.focus()
    if (document.activeElement === to) return true
  }
  return false
}

/** F6 goes to the next part of the screen and Shift+F6 to the one before, as in any desktop tool. */
export function walkRegions(element: HTMLElement) {
  const regions = () => [...element.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent)
  const hear = (event: KeyboardEvent) => {
    const back = pressed(event, 'Shift+F6')
    if (!back && !pressed(event, 'F6')) return
    event.preventDefault()
    const all = regions()
    const at = all.findIndex((region) => region.contains(document.activeElement))
    for (let step = 1; step <= all.length; step++) {
      const region = all[(at + (back ? -step : step) + all.length * 2) % all.length]
      if (region && enters(region)) return
    }
  }
  window.addEventListener('keydown', hear)
  return { destroy: () => window.removeEventListener('keydown', hear) }
}
