import type { LineName } from '../../contract/LineName'
import type { MeetingView } from '../../contract/MeetingView'
import type { Problem } from '../../contract/Problem'
import type { WeighView } from '../../contract/WeighView'
import { asProblem } from '../../desk/problem'
import { said, type Said } from '../../words/problems'
import type { Work } from '../../work/work.svelte'
import { Spelling, type Respelt } from '../spelling/spelling.svelte'
import { apartFrom, firstLine, nextToEnter, setApart, without, type Entered } from './entered'
import type { Offer } from './view'

/** How long typing may go on before the unfinished line is kept, so that a power cut loses less than its last second. */
const keepAfter = 700

/** How an older line comes back to the capture line: tidied, corrected in substance, or made of another sort. */
export type Mending = 'reword' | 'correct' | 'convert'

/** The capture line: what stands in it, what it would record, and how it is kept safe. */
export class Capture {
  text = $state('')
  /** Where the cursor was left, to be put back once. */
  cursor: number | undefined = $state()
  weighed: WeighView | undefined = $state.raw()
  refused: Said | undefined = $state.raw()
  /** The line that is being changed, and how. */
  mending: { line: LineName; how: Mending } | undefined = $state.raw()
  savedAt: string | undefined = $state()
  readonly spelling: Spelling
  #weighing: Promise<void> | undefined
  #again = false
  #kept = ''
  #timer: number | undefined
  #caret = 0
  /** Lines on which Enter was pressed and that are not safe yet, oldest first. */
  #entered: Entered[] = []
  /** The line that was just not taken, until something is typed. */
  #stopped: Entered | undefined
  /** Whatever is written goes in turn, so that nothing older ever follows something newer. */
  #turn: Promise<unknown> = Promise.resolve()

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
    const stopped = this.#entered.length ? undefined : this.#stopped
    this.#stopped = undefined
    this.text = stopped ? apartFrom(text, stopped) : setApart(text, this.#entered)
    this.#caret = caret
    if (this.text !== text) this.#caret = this.cursor = caret + 1
    this.refused = undefined
    this.spelling.typed(this.text, this.#caret, !this.mending)
    void this.#weigh()
    this.#timer ??= window.setTimeout(() => void this.keep(), keepAfter)
  }

  /** Weighs what stands there once more, because what it is weighed by has changed. */
  weigh(): void {
    if (this.text.trim()) void this.#weigh()
  }

  /** Keeps the unfinished line. */
  keep(): Promise<unknown> {
    this.#rest()
    return this.#inTurn(async () => {
      const line = this.text
      if (this.mending || line === this.#kept) return
      const saved = await this.work.ask('keep_draft', { line, cursor: this.#caret }).catch(() => undefined)
      if (!saved) return
      this.#kept = line
      this.savedAt = saved.at
    })
  }

  /** Enter: on disk first, then out of the line. What is typed meanwhile stays, and its own Enter waits for this one. */
  async record(show: (view: MeetingView) => void): Promise<void> {
    const line = { words: nextToEnter(this.text, this.#entered) }
    if (!line.words.trim()) return
    this.#entered.push(line)
    this.#rest()
    await this.#inTurn(() => this.#take(line, show))
  }

  /** Has the desk judge the very line that was entered: what was weighed of it so far may be older. */
  async #take(line: Entered, show: (view: MeetingView) => void): Promise<void> {
    // One before it was not taken: this one stays in the box behind it.
    if (!this.#entered.includes(line)) return
    try {
      const view = await this.#put(line.words)
      this.#entered = this.#entered.filter((each) => each !== line)
      // The line leaves the box and stands in the list in one and the same drawing.
      show(view)
      this.#taken(line)
    } catch (thrown) {
      this.#entered = []
      this.#stopped = line
      await this.#refuse(asProblem(thrown))
    }
  }

  #taken(line: Entered): void {
    this.mending = undefined
    this.refused = undefined
    this.#kept = ''
    this.text = without(this.text, line)
    if (this.text) return this.typed(this.text, this.text.length)
    this.weighed = undefined
    this.spelling.typed('', 0, true)
  }

  /** What is only unfinished stays in the line; what was found in it says why. */
  async #refuse(problem: Problem): Promise<void> {
    const unfinished = problem.kind === 'unfinished' && (!this.mending || this.mending.how === 'convert')
    if (unfinished) await this.#weighing
    this.refused = !unfinished ? said(problem) : this.weighed?.objection ? undefined : { words: 'The line is not finished yet. Go on typing.' }
  }

  #inTurn<Answer>(what: () => Promise<Answer>): Promise<Answer> {
    const mine = this.#turn.then(what)
    this.#turn = mine
    return mine
  }

  #rest(): void {
    window.clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #put(line: string): Promise<MeetingView> {
    const { mending } = this
    if (!mending) return this.work.ask('record_line', { line })
    if (mending.how === 'convert') return this.work.ask('convert_line', { line: mending.line, text: line })
    return this.work.ask(mending.how === 'correct' ? 'correct_line' : 'reword', { line: mending.line, words: line })
  }

  /** An older line comes back to be changed; what is read anew is weighed as it is typed. */
  mend(line: LineName, how: Mending, words: string, cursor = words.length): void {
    this.mending = { line, how }
    this.text = words
    this.cursor = cursor
    this.weighed = undefined
    this.spelling.typed(words, -1, false)
    this.refused = undefined
    if (how === 'convert') void this.#weigh()
  }

  /** What stood in the line has been recorded in another way. */
  clear(): void {
    this.text = ''
    this.weighed = undefined
    this.refused = undefined
    void this.keep()
  }

  leaveAsItWas(): void {
    this.mending = undefined
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
  #weigh(): Promise<void> {
    this.#again = true
    this.#weighing ??= this.#weighAll().finally(() => (this.#weighing = undefined))
    return this.#weighing
  }

  async #weighAll(): Promise<void> {
    while (this.#again) {
      this.#again = false
      const line = firstLine(this.text)
      const answer = line.trim() && (!this.mending || this.mending.how === 'convert') ? await this.work.ask('weigh_line', { line }).catch(() => undefined) : undefined
      if (line === firstLine(this.text)) this.weighed = answer
    }
  }
}
