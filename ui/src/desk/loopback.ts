import type { Desk } from './desk'

// The test form of the door: the same desk behind a test's bridge on this machine. No shipped page holds this file.

/** Which window this page is, by its own name: the bridge lets each ask what its capability allows and nothing else. */
const page = /([a-z-]+)\.html$/.exec(location.pathname)?.[1] ?? 'index'

export const desk: Desk = {
  ask: async (name, form) => {
    const answer = await fetch(`/ask/${page}/${name}`, { method: 'POST', body: JSON.stringify(form) })
    const instead = answer.headers.get('x-window')
    if (instead) {
      // Another window takes this one's place, and the answer dies with it, as it does in the application.
      location.replace(instead)
      return new Promise(() => undefined)
    }
    if (!answer.ok) throw await answer.json()
    return await answer.json()
  },
}

// A journey may ask as a page that had been tampered with might.
Object.assign(window, { ask: desk.ask })
