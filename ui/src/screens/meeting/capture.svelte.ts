import type { DraftForm } from '../../contract/DraftForm'
import type { LineName } from '../../contract/LineName'
import type { MeetingView } from '../../contract/MeetingView'
import type { MendingView } from '../../contract/MendingView'
import type { Problem } from '../../contract/Problem'
import type { WeighView } from '../../contract/WeighView'
import { asProblem } from '../../desk/problem'
import { said, type Said } from '../../words/problems'
import { keepAfter, Notes } from '../../work/notes.svelte'
import type { Turn } from '../../work/turn'
import type { Work } from '../../work/work.svelte'
import { Spelling, type Respelt } from '../spelling/spelling.svelte'
import { apartFrom, firstLine, nextToEnter, setApart, without, type Entered } from './entered'
import type { Offer } from './view'
import { completed } from './weighing'

/** An older line that is being changed: tidied, corrected in substance, or made of another sort. */
interface Mending {
  line: LineName
  how: MendingView
  /** Its words before. */
  before: string
}

/** What stood in the box when an older line came into it, half typed or half changed itself. */
interface Aside {
  text: string
  cursor: number
  mending: Mending | undefined
}

/** Where it is kept what the chair did about a line's having been heard as what it was. */
export const whatTheChairDid = (line: LineName) => `did instead ${JSON.stringify(line)}`

const isRead = ({ how }: Mending) => how === 'convert' || how === 'put_right'

/** What is half typed to make the very line right that stands in the box. */
export const besideTheLine = 'right line '

/** Nothing that anybody would miss. */
const isNothing = ({ line, mending, notes }: DraftForm) => !line.trim() && !mending && Object.values(notes).every((words) => !words?.trim())

/** The capture line: what stands in it, what it would record, and how it is kept safe. */
export class Capture {
  text = $state('')
  /** Where the cursor was left, to be put back once. */
  cursor: number | undefined = $state()
  weighed: WeighView | undefined = $state.raw()
  refused: Said | undefined = $state.raw()
  /** The line that is being changed, and how. */
  mending: Mending | undefined = $state.raw()
  /** Notes and reasons that have not been entered yet; what makes a line right goes with the line. */
  readonly notes = new Notes(() => this.#soon())
  savedAt: string | undefined = $state()
  readonly spelling: Spelling
  #weighing: Promise<void> | undefined
  #again = false
  #kept = ''
  #asides: Aside[] = []
  #timer: number | undefined
  #caret = 0
  /** Lines on which Enter was pressed and that are not safe yet, oldest first. */
  #entered: Entered[] = []
  /** The line that was just not taken, until something is typed. */
  #stopped: Entered | undefined

  constructor(
    private readonly work: Work,
    private readonly turn: Turn,
  ) {
    this.spelling = new Spelling(work)
  }

  /** Puts back what was being typed when the window closed. */
  restore(draft: DraftForm): void {
    if (this.text || this.mending) return
    this.notes.restore(draft.notes)
    this.#stand({ text: draft.line, cursor: draft.cursor, mending: undefined })
    if (draft.mending) this.#over({ text: draft.mending.words, cursor: draft.mending.cursor, mending: draft.mending })
    this.#kept = JSON.stringify(this.#unfinished())
  }

  #unfinished(): DraftForm {
    const now: Aside = { text: this.text, cursor: this.#caret, mending: this.mending }
    const lines = [now, ...this.#asides.toReversed()].filter((each) => !each.mending)
    const line = lines.map((each) => each.text).filter(Boolean)
    const mending = now.mending ? { ...now.mending, words: now.text, cursor: now.cursor } : null
    return { line: line.join('\n'), cursor: lines[0]?.cursor ?? 0, mending, notes: this.notes.all }
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
    this.#soon()
  }

  #soon(): void {
    this.#timer ??= window.setTimeout(() => void this.keep(), keepAfter)
  }

  /** Whether nothing is left in the line; what is left says why it cannot stay there. */
  isFinished(otherwise: string): boolean {
    const finished = !this.text.trim() && !this.mending
    if (!finished) this.refused = { words: `This line is not recorded yet. ${otherwise}: press Enter, or clear it.` }
    return finished
  }

  /** Weighs what stands there once more, because what it is weighed by has changed. */
  weigh(): void {
    if (this.text.trim()) void this.#weigh()
  }

  /** Keeps what is unfinished. */
  keep(): Promise<unknown> {
    this.#rest()
    return this.turn.take(async () => {
      const unfinished = this.#unfinished()
      const now = JSON.stringify(unfinished)
      if (now === this.#kept || (!this.#kept && isNothing(unfinished))) return
      const saved = await this.work.ask('keep_draft', unfinished).catch((thrown: unknown) => this.#unsafe(asProblem(thrown)))
      if (!saved) return
      this.work.keeps(this)
      this.#kept = isNothing(unfinished) ? '' : now
      this.savedAt = saved.at
    })
  }

  /** The disk is full, or gone: said while it can still be helped, of a form beside the line where every form says it. What is locked says so itself. */
  #unsafe(problem: Problem): undefined {
    if (problem.kind !== 'broken') return
    if (!this.text.trim()) this.work.keeps(this, problem)
    else this.refused = { words: `What stands in this line is not safe on the disk yet. ${said(problem).words}` }
  }

  /** Enter: on disk first, then out of the line. What is typed meanwhile stays, and its own Enter waits for this one. */
  async record(show: (view: MeetingView) => void): Promise<void> {
    const line = { words: nextToEnter(this.text, this.#entered) }
    if (!line.words.trim()) return
    this.#entered.push(line)
    this.#rest()
    await this.turn.take(() => this.#take(line, show))
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
    // A new line took the draft with it, and what would have made it right.
    if (!this.mending) {
      this.#kept = ''
      this.notes.forget(besideTheLine)
    }
    else this.notes.forget(whatTheChairDid(this.mending.line))
    const behind = without(this.text, line)
    this.mending = undefined
    this.refused = undefined
    if (behind) {
      // What was typed behind it meanwhile comes before whatever had been set aside.
      this.text = behind
      return this.typed(behind, behind.length)
    }
    this.#stand(this.#asides.pop())
    void this.keep()
  }

  /** Puts something in the box: what was half typed there before, or nothing. */
  #stand(there: Aside | undefined): void {
    const { text, cursor, mending } = there ?? { text: '', cursor: 0, mending: undefined }
    this.mending = mending
    this.text = text
    this.#caret = cursor
    if (text) this.cursor = cursor
    this.weighed = undefined
    this.refused = undefined
    this.spelling.typed(text, mending ? -1 : cursor, !mending)
    if (text) void this.#weigh()
  }

  /** Puts something in the box in front of what stands there half typed. */
  #over(there: Aside): void {
    if (this.text.trim() || this.mending) this.#asides.push({ text: this.text, cursor: this.#caret, mending: this.mending })
    this.#stand(there)
  }

  /** What is only unfinished stays in the line; what was found in it says why. */
  async #refuse(problem: Problem): Promise<void> {
    const unfinished = problem.kind === 'unfinished' && (!this.mending || isRead(this.mending))
    if (unfinished) await this.#weighing
    this.refused = !unfinished ? said(problem) : this.weighed?.objection ? undefined : { words: 'The line is not finished yet. Go on typing.' }
  }

  #rest(): void {
    window.clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #put(line: string): Promise<MeetingView> {
    const { mending } = this
    if (!mending) return this.work.ask('record_line', { line })
    if (isRead(mending)) return this.work.ask('convert_line', { line: mending.line, text: line, struck: mending.how === 'put_right', chair_did: this.notes.read(whatTheChairDid(mending.line)) })
    return this.work.ask(mending.how === 'correct' ? 'correct_line' : 'reword', { line: mending.line, words: line })
  }

  /** An older line comes back to be changed; what is read anew is weighed as it is typed. */
  mend(line: LineName, how: MendingView, words: string, cursor = words.length): void {
    const { mending } = this
    if (mending?.how === how && JSON.stringify(mending.line) === JSON.stringify(line)) return void (this.cursor = this.#caret)
    this.#over({ text: words, cursor, mending: { line, how, before: words } })
  }

  /** The line that was weighed has been recorded in another way; what stands behind it stays. */
  clear(): void {
    const text = without(this.text, { words: firstLine(this.text) })
    this.notes.forget(besideTheLine)
    this.#stand({ text, cursor: text.length, mending: undefined })
    void this.keep()
  }

  /** The older line stays as it is, and what was half typed comes back. */
  leaveAsItWas(): void {
    this.#stand(this.#asides.pop())
    void this.keep()
  }

  /** A word of the line has been respelt; the cursor goes on behind it. */
  respell(to: Respelt | undefined): void {
    if (!to) return
    this.cursor = to.caret
    this.typed(to.text, to.caret)
  }

  /** A mark goes behind the line that stands there, as if it had been typed. */
  add(mark: string): void {
    const line = firstLine(this.text)
    const longer = `${line.trimEnd()} ${mark}`
    this.cursor = longer.length
    this.typed(longer + this.text.slice(line.length), longer.length)
  }

  /** Tab: one way to complete what is ambiguous. */
  complete(offer: Offer): void {
    const { text, cursor } = completed(this.text, offer)
    this.cursor = cursor
    this.typed(text, cursor)
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
      const answer = line.trim() ? await this.#answer(line)?.catch(() => undefined) : undefined
      if (line === firstLine(this.text)) this.weighed = answer
    }
  }
  /** A new line, and one that becomes another, are read; words that are tidied or corrected are not. */
  #answer(line: string): Promise<WeighView> | undefined {
    const { mending } = this
    if (!mending) return this.work.ask('weigh_line', { line })
    return isRead(mending) ? this.work.ask('weigh_conversion', { meeting: null, line: mending.line, text: line, struck: mending.how === 'put_right' }) : undefined
  }
}
