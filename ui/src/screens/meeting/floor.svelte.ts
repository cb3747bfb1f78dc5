import { tick } from 'svelte'
import type { LineRow } from '../../contract/LineRow'
import type { MeetingView } from '../../contract/MeetingView'
import type { SeldomView } from '../../contract/SeldomView'
import type { CommandName, FormOf, ViewOf } from '../../desk/desk'
import { asProblem } from '../../desk/problem'
import { fieldFaults, said, type Said } from '../../words/problems'
import { Kept } from '../../work/notes.svelte'
import { Turn } from '../../work/turn'
import type { Work } from '../../work/work.svelte'
import { Capture } from './capture.svelte'
import { keeping } from './sameness'
import { lineKey, placeKey } from './shown'
import type { Asking, Side } from './view'

/** Commands whose answer is the meeting as it then stands. */
export type Moves = {
  [Name in CommandName]: ViewOf<Name> extends MeetingView ? Name : never
}[CommandName]

/** Whoever has moved to another group of the room takes the focus along. */
async function followed(person: string): Promise<void> {
  await tick()
  if (document.activeElement === document.body) document.querySelector<HTMLElement>(`[data-person="${CSS.escape(person)}"]`)?.focus()
}

/** The note that says what the chair is being asked, so that it stands there again after a lock. */
const place = 'place'

/** What stood open, and at which place of the agenda: it is no question about any other. */
interface Left {
  here: string
  asking?: Asking
  side?: Side
}

/** What everything that is done in the one meeting rests on: every command's answer replaces all of it but what changes seldom. */
export class Floor {
  view: MeetingView | undefined = $state.raw()
  /** What the desk tells on coming to the meeting, and then only after it has changed. */
  seldom: SeldomView = $state.raw({ opening_statement: [], sections: [], acceptance_question: '', teams: [], others: [] })
  asking: Asking = $state.raw()
  side: Side = $state.raw()
  /** What a rule objected to, by where it was tried. */
  centre: Said | undefined = $state.raw()
  room: Said | undefined = $state.raw()
  /** What stands against a paper that would make something right. */
  right: Said | undefined = $state.raw()
  faults: Record<string, string> = $state.raw({})
  /** The line that was last made safe. */
  safe: string | undefined = $state()
  readonly capture: Capture
  /** What is half typed about people at the table, before business begins, too. */
  readonly table: Kept
  readonly #turn = new Turn()
  /** Whether what was half typed before has been put back: nothing of a case is told before the gate is passed. */
  #back = false

  constructor(readonly work: Work) {
    this.capture = new Capture(work, this.#turn)
    this.table = new Kept((notes) => work.ask('keep_table_notes', { meeting: this.view?.meeting.id ?? '', notes }), (of, problem) => work.keeps(of, problem))
  }

  async #ask<Name extends Moves>(name: Name, form: FormOf<Name>): Promise<MeetingView> {
    return (await this.#turn.take(() => this.work.ask(name, form))) as MeetingView
  }

  async load(): Promise<void> {
    const view = await this.work.attempt(() => this.#ask('meeting', {}))
    if (!view) return
    this.table.restore(view.table_notes)
    this.show(view)
  }

  protected show(view: MeetingView): void {
    this.seldom = view.seldom ?? this.seldom
    this.view = keeping(this.view, view)
    if (this.#back || view.gate || view.meeting.stage !== 'in_session') return
    this.#back = true
    if (view.draft) this.capture.restore(view.draft)
    const words = this.capture.notes.read(place)
    const left = words ? (JSON.parse(words) as Left) : undefined
    if (left?.here === placeKey(view.place)) ({ asking: this.asking, side: this.side } = left)
  }

  /** What is asked just now stands there again after a lock. */
  keepPlace(): void {
    const { asking, side, view } = this
    if (view && (asking || side)) this.capture.notes.write(place, JSON.stringify({ here: placeKey(view.place), asking, side }))
    else this.capture.notes.forget(place)
  }

  /** Keeps whatever is half typed; whoever leaves by a key of their own finds no question standing there when they come back. */
  async keep(leaving = false): Promise<void> {
    if (leaving) this.capture.notes.forget(place)
    await Promise.all([this.capture.keep(), this.table.keep()])
  }

  /** Does something in the meeting; whether it was done. */
  async do<Name extends Moves>(name: Name, form: FormOf<Name>, where: 'centre' | 'room' = 'centre'): Promise<boolean> {
    const row = document.activeElement?.closest<HTMLElement>('[data-person]')?.dataset.person
    try {
      this.show(await this.#ask(name, form))
      this.work.moveOn()
      // Who is here, what is on file and where the meeting stands are what a line is weighed by.
      this.capture.weigh()
      this.centre = undefined
      this.room = undefined
      this.faults = {}
      if (row) await followed(row)
      return true
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.faults = fieldFaults(problem)
      if (!Object.keys(this.faults).length) this[where] = said(problem)
      return false
    }
  }

  /** Does something and says so, with a key that takes it back whole. */
  async doing<Name extends Moves>(name: Name, form: FormOf<Name>, words: string, where: 'centre' | 'room' = 'centre'): Promise<boolean> {
    if (!(await this.do(name, form, where))) return false
    this.say(words, where)
    return true
  }

  /** Says what was done last; the key takes back that and nothing else. What was asked since is asked no more, where `back` says so. */
  say(words: string, where: 'centre' | 'room' = 'centre', back?: () => void, leads = false): void {
    this.work.sayMove(words, this.view?.last, async (last) => {
      // Taken back, it leads to another place: no half-typed line goes there either, and the offer waits for it.
      if (leads && !this.leavesNothing()) return void this.say(words, where, back, leads)
      if (!(await this.do('undo_last', { last }, where))) return undefined
      back?.()
      return this.view?.last ?? null
    })
  }

  /** Whether nothing is left in the line, where one is on the screen; what is left has the focus, and says what would become of it. Whatever was being asked over it waits, half typed. */
  protected leavesNothing(): boolean {
    const typing = this.view?.opened.what === 'case' || this.view?.opened.what === 'any_other_business'
    const finished = !typing || this.capture.isFinished('It would go with you into the next case')
    if (!finished) {
      this.asking = undefined
      void tick().then(() => document.getElementById('capture-line')?.focus())
    }
    return finished
  }

  /** Puts a paper on file that makes something right; what was typed stays, unless it has been recorded with it. */
  async rightly<Name extends Moves>(name: Name, form: FormOf<Name>, recorded = false): Promise<boolean> {
    try {
      this.show(await this.#ask(name, form))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.faults = fieldFaults(problem)
      this.right = Object.keys(this.faults).length ? undefined : said(problem)
      return false
    }
    this.work.moveOn()
    this.right = undefined
    this.faults = {}
    if (recorded) this.capture.clear()
    else this.capture.weigh()
    return true
  }

  /** Asks again what the meeting shows, and weighs what is being typed anew: something outside the line has changed. */
  async again(): Promise<void> {
    const view = await this.work.attempt(() => this.#ask('meeting', {}))
    if (view) this.show(view)
    this.capture.weigh()
  }

  /** Time goes on while nobody enters anything, and the pace with it. */
  async look(): Promise<void> {
    const view = await this.#ask('meeting', {}).catch(() => undefined)
    if (view) this.show(view)
  }

  get lines(): readonly LineRow[] {
    const opened = this.view?.opened
    return opened?.what === 'case' ? opened.case.lines : opened?.what === 'any_other_business' ? opened.lines : []
  }

  /** The newest line has its tick. */
  ticked(): LineRow | undefined {
    const last = this.lines.at(-1)
    this.safe = last ? lineKey(last) : undefined
    return last
  }
}
