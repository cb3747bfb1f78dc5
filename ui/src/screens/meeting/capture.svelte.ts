import type { LineName } from '../../contract/LineName'
import type { MeetingView } from '../../contract/MeetingView'
import type { WeighView } from '../../contract/WeighView'
import { asProblem } from '../../desk/problem'
import { said, type Said } from '../../words/problems'
import type { Work } from '../../work/work.svelte'
import { Spelling, type Respelt } from '../spelling/spelling.svelte'
import type { Offer } from './view'

/** How long typing may go on before the unfinished line is kept, so that a power cut loses less than its last second. */
const keepAfter = 700

/** The capture line: what stands in it, what it would record, and how it is kept safe. */
export class Capture {
  text = $state('')
  /** Where the cursor was left, to be put back once. */
  cursor: number | undefined = $state()
  weighed: WeighView | undefined = $state.raw()
  refused: Said | undefined = $state.raw()
  /** The line whose words are being changed. */
  rewording: LineName | undefined = $state.raw()
  busy = $state(false)
  savedAt: string | undefined = $state()
  readonly spelling: Spelling
  #weighing = false
  #again = false
  #kept = ''
  #timer: number | undefined
  #keeping: Promise<unknown> = Promise.resolve()
  #caret = 0

  constructor(private readonly work: Work) {
    this.spelling = new Spelling(work)
  }

  /** Puts back what was being typed when the window closed. */
  restore(view: MeetingView): void {
    if (!view.draft?.line || this.text) return
    this.text = view.draft.line
    this.cursor = view.draft.cursor
    this.#kept = view.draft.line
    void this.#weigh()
  }

  typed(text: string, caret: number): void {
    this.text = text
    this.#caret = caret
    this.refused = undefined
    this.spelling.typed(text, caret, !this.rewording)
    void this.#weigh()
    this.#timer ??= window.setTimeout(() => void this.keep(), keepAfter)
  }

  /** Weighs what stands there once more, because what it is weighed by has changed. */
  weigh(): void {
    if (this.text.trim()) void this.#weigh()
  }

  /** Keeps the unfinished line; one at a time, so that an older text never follows a newer. */
  keep(): Promise<unknown> {
    window.clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.rewording || this.text === this.#kept) return this.#keeping
    this.#keeping = this.#keeping.then(async () => {
      const line = this.text
      const saved = await this.work.ask('keep_draft', { line, cursor: this.#caret }).catch(() => undefined)
      if (!saved) return
      this.#kept = line
      this.savedAt = saved.at
    })
    return this.#keeping
  }

  /** Enter: on disk first, then out of the line. What is typed meanwhile stays. */
  async record(): Promise<MeetingView | undefined> {
    const line = this.text
    if (this.busy || !line.trim()) return undefined
    this.busy = true
    window.clearTimeout(this.#timer)
    this.#timer = undefined
    try {
      await this.#keeping
      const { rewording } = this
      const view = await (rewording ? this.work.ask('reword', { line: rewording, words: line }) : this.work.ask('record_line', { line }))
      this.rewording = undefined
      this.refused = undefined
      this.#kept = ''
      this.text = this.text.startsWith(line) ? this.text.slice(line.length).trimStart() : this.text
      if (this.text) this.typed(this.text, this.text.length)
      else {
        this.weighed = undefined
        this.spelling.typed('', 0, true)
      }
      return view
    } catch (thrown) {
      this.refused = said(asProblem(thrown))
      return undefined
    } finally {
      this.busy = false
    }
  }

  /** Up-arrow: an older line's words come back to be changed. */
  reword(name: LineName, words: string): void {
    this.rewording = name
    this.text = words
    this.cursor = words.length
    this.weighed = undefined
    this.spelling.typed(words, -1, false)
    this.refused = undefined
  }

  leaveAsItWas(): void {
    this.rewording = undefined
    this.text = ''
    this.weighed = undefined
    this.spelling.typed('', 0, true)
  }

  /** A word of the line has been respelt; the cursor goes on behind it. */
  respell(to: Respelt | undefined): void {
    if (!to) return
    this.cursor = to.caret
    this.typed(to.text, to.caret)
  }

  /** Tab: one way to complete what is ambiguous; a sign that stands before it stays. */
  complete(offer: Offer): void {
    const stretch = this.text.slice(offer.from, offer.to)
    const sign = /^[-+@#]/.test(stretch) && !/^[-+@#]/.test(offer.insert) ? stretch.charAt(0) : ''
    const rest = this.text.slice(offer.to)
    const put = `${sign}${offer.insert}${rest.startsWith(' ') ? '' : ' '}`
    const text = this.text.slice(0, offer.from) + put + rest
    this.cursor = offer.from + put.length + (rest.startsWith(' ') ? 1 : 0)
    this.typed(text, this.cursor)
  }

  /** Weighs what stands there now; while one answer is awaited only the newest text waits. */
  async #weigh(): Promise<void> {
    if (this.#weighing) {
      this.#again = true
      return
    }
    this.#weighing = true
    do {
      this.#again = false
      const line = this.text
      const answer = line.trim() && !this.rewording ? await this.work.ask('weigh_line', { line }).catch(() => undefined) : undefined
      if (line === this.text) this.weighed = answer
    } while (this.#again)
    this.#weighing = false
  }
}
