import type { LeftRoom } from '../contract/LeftRoom'
import type { Work } from './work.svelte'

/** Says that the room was left, with a key that goes back into it as long as nothing else was done. */
export function sayLeft(work: Work, words: string, left: LeftRoom | null | undefined): void {
  work.sayMove(words, left?.last, async (last) => {
    const back = left && (await work.attempt(() => work.ask(left.register ? 'back_to_the_register' : 'back_into_the_room', { meeting: left.meeting, last })))
    if (!back) {
      if (work.trouble) work.say(work.trouble.words)
      return undefined
    }
    await work.begin()
    work.go({ at: 'meeting' })
    return null
  })
}
