import { pressed } from '../../keys/keys'

/** Where a part begins: where it says so, at its rows, or at its first button. */
const beginnings = ['[data-region-start]', '[tabindex="0"]', 'button:not([tabindex="-1"])']

/** Goes to where a part begins, if that takes the focus: what is folded away does not. */
function enters(region: HTMLElement): boolean {
  for (const to of beginnings.flatMap((these) => [...region.querySelectorAll<HTMLElement>(these)])) {
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
