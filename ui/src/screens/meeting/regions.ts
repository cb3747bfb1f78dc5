import { pressed } from '../../keys/keys'

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
      const to = region?.querySelector<HTMLElement>('[data-region-start], [tabindex="0"], button:not([tabindex="-1"])')
      if (!to) continue
      to.focus()
      return
    }
  }
  window.addEventListener('keydown', hear)
  return { destroy: () => window.removeEventListener('keydown', hear) }
}
