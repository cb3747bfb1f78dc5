import type { Place } from '../frame/places'
import type { PlaceCounts } from '../contract/PlaceCounts'
import type { Problem } from '../contract/Problem'
import type { StandingView } from '../contract/StandingView'
import type { CommandName, Desk, FormOf, ViewOf } from '../desk/desk'
import { asProblem } from '../desk/problem'
import { messageCame } from '../keys/keys'
import { citing, type RuleName } from '../words/clauses'
import { callThings } from '../words/kinds.svelte'
import { said, unprintable, type Said } from '../words/problems'
import { Kept } from './notes.svelte'
import type { Route } from './routes'

/** The work window's own state: where it is, what was last done, and what went wrong. Nothing of the record is kept. */
export class Work {
  standing: StandingView | undefined = $state.raw()
  route: Route = $state.raw({ at: 'this-month' })
  counts: PlaceCounts | undefined = $state.raw()
  /** What was just done: for a moment, or until something else is done where it can be taken back. */
  done: string | undefined = $state()
  undo: (() => void) | undefined = $state.raw()
  /** What was just taken back can be put back. */
  redo: (() => void) | undefined = $state.raw()
  trouble: Said | undefined = $state.raw()
  finding = $state(false)
  /** How often a place has had to be drawn anew as it stands. */
  afresh = $state(0)
  /** Whether every shortcut is listed over the screen. */
  listing = $state(false)
  /** The recovery key of a record just made, shown this once. */
  recoveryKey: readonly string[] | undefined = $state.raw()
  /** What is half typed between meetings, there again after a lock and a power cut. */
  readonly half = new Kept((notes) => this.#keepHalf(notes), (of, problem) => this.keeps(of, problem))
  /** Why what is half typed in some form is not safe on the disk yet. */
  unsafe: { of: object; words: string } | undefined = $state.raw()
  /** Whether what was half typed before is among it: while a register is open, nothing of a case is told. */
  #halfKnown = false
  #putAway: number | undefined

  constructor(private readonly desk: Desk) {}

  /** Asks the desk; a lock that fell in the meantime brings the sign-in back. */
  async ask<Name extends CommandName>(name: Name, form: FormOf<Name>): Promise<ViewOf<Name>> {
    try {
      return await this.desk.ask(name, form)
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (problem.kind === 'locked' && ['not_signed_in', 'too_many_tries', 'handed_over', 'resting'].includes(problem.why)) void this.begin()
      throw problem
    }
  }

  /** Does something, and shows what went wrong where it did; the answer where it worked. */
  async attempt<Answer>(what: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      const answer = await what()
      this.trouble = undefined
      return answer
    } catch (thrown) {
      this.trouble = said(asProblem(thrown))
      return undefined
    }
  }

  /** Finds out where the program stands, and goes to where the work was left. */
  async begin(): Promise<void> {
    const standing = await this.attempt(() => this.desk.ask('standing', {}))
    if (standing) this.stand(standing)
  }

  stand(standing: StandingView): void {
    const signedIn = standing.face === 'work' && this.standing?.face !== 'work'
    this.standing = standing
    if (standing.face !== 'work') this.#forgetHalf()
    else if (signedIn) void this.#findHalf()
    callThings(standing)
    if (signedIn) this.go(standing.live_meeting ? { at: 'meeting' } : { at: 'this-month' })
  }

  #forgetHalf(): void {
    this.unsafe = undefined
    this.#halfKnown = false
    this.half.restore({})
  }

  /** Finds what was half typed before; what has been typed meanwhile stands over it. */
  async #findHalf(): Promise<void> {
    if (this.#halfKnown || this.standing?.face !== 'work') return
    const found = await this.desk.ask('desk_notes', {}).catch(() => undefined)
    if (!found || this.#halfKnown) return
    this.#halfKnown = true
    this.half.restore({ ...found.notes, ...this.half.notes.all })
  }

  /** Never overwrites what is not known yet: it is tried again with the next key. */
  async #keepHalf(typed: Record<string, string>): Promise<void> {
    await this.#findHalf()
    if (!this.#halfKnown) throw new Error('what was half typed before is not known yet')
    await this.ask('keep_desk_notes', { notes: { ...this.half.notes.all, ...typed } })
  }

  /** Whether the disk has taken what is half typed in some form: said as long as it has not, while it can still be helped. */
  keeps(of: object, problem?: Problem): void {
    if (problem) this.unsafe = { of, words: `What is half typed here is not safe on the disk yet. ${said(problem).words}` }
    else if (this.unsafe?.of === of) this.unsafe = undefined
  }

  /** `asks` no longer where the least that is asked of a case would take a way back away. */
  go(route: Route, asks = true): void {
    if (asks) void this.#findHalf()
    this.moveOn()
    this.trouble = undefined
    this.finding = false
    this.listing = false
    this.route = route
    document.querySelector('#main')?.scrollTo(0, 0)
  }

  /** Puts a sentence where it is seen and spoken, with a way back where there is one; or a way forward again. A way back stands until something else is done, so that its key never comes to mean something else while somebody looks up. */
  say(words: string, undo?: () => void, redo?: () => void): void {
    window.clearTimeout(this.#putAway)
    messageCame()
    this.done = words
    this.undo = undo
    this.redo = redo
    if (!undo && !redo) this.#putAway = window.setTimeout(() => this.hush(), 8000)
  }

  /** Says what was done last, with a key that takes back that whole, and then one that puts it back (`0027`). `undo` takes back the move of that number and answers with the number of the move that it is itself; with nothing, where it was refused. */
  sayMove(words: string, last: number | null | undefined, undo: (last: number) => Promise<number | null | undefined>): void {
    this.say(words, typeof last === 'number' ? () => void this.#takeBack(last, undo) : undefined)
  }

  /** Something half typed was left; one key brings it back, as it stood. */
  sayLeftUnsaved(again: (() => void) | undefined, open: () => void): void {
    if (!again) return
    this.say('Left without saving', () => {
      again()
      open()
    })
  }

  /** The same of what was kept outside a meeting; `look` asks how things stand then, and shows it. */
  sayKept<View extends { last: number | null }>(words: string, kept: View, look: () => Promise<View | undefined>): void {
    this.sayMove(words, kept.last, async (last) => {
      const taken = await this.attempt(() => this.ask('undo_kept', { last }))
      return taken && ((await look())?.last ?? null)
    })
  }

  async #takeBack(last: number, undo: (last: number) => Promise<number | null | undefined>): Promise<void> {
    const again = await undo(last)
    if (again === undefined) return
    const putBack = async (taken: number) => {
      const then = await undo(taken)
      if (then !== undefined) this.sayMove('It is so again', then, undo)
    }
    this.say('Taken back: all is as it was before', undefined, typeof again === 'number' ? () => void putBack(again) : undefined)
  }

  /** Something else is done: what could be taken back before cannot be any more. */
  moveOn(): void {
    if (this.undo || this.redo) this.hush()
  }

  hush(): void {
    window.clearTimeout(this.#putAway)
    this.done = undefined
    this.undo = undefined
    this.redo = undefined
  }

  /** Does what the message offers, once. */
  follow(way: 'undo' | 'redo'): void {
    const run = this[way]
    this.hush()
    run?.()
  }

  /** What of a text no document could print, in a sentence; before anybody has signed in nobody knows. */
  async letters(text: string): Promise<string | undefined> {
    const view = this.standing?.face === 'work' ? await this.ask('check_letters', { text }).catch(() => undefined) : undefined
    return view?.unprintable ? unprintable(view.unprintable) : undefined
  }

  /** Somebody is there; what stops that from being told is told elsewhere. */
  stir(): void {
    this.ask('stir', {}).catch(() => undefined)
  }

  async lock(): Promise<void> {
    await this.half.keep()
    const standing = await this.attempt(() => this.desk.ask('lock', {}))
    if (!standing) return
    this.counts = undefined
    this.hush()
    this.stand(standing)
  }

  /** Opens a practice, for which the record is locked; the shell then brings a window of its own. */
  async practise(): Promise<void> {
    await this.half.keep()
    const standing = await this.attempt(() => this.desk.ask('practise', {}))
    if (!standing) return this.begin()
    this.counts = undefined
    this.#forgetHalf()
    this.stand(standing)
    this.go({ at: 'meetings' })
  }

  /** Throws the practice away: the real record is asked for by its passphrase. */
  async endPractice(): Promise<void> {
    const standing = await this.attempt(() => this.desk.ask('end_practice', {}))
    if (!standing) return
    this.counts = undefined
    this.hush()
    this.stand(standing)
  }

  get today(): string {
    return this.standing?.today ?? ''
  }

  get marking(): string {
    return this.standing?.marking ?? 'OFFICIAL-SENSITIVE'
  }

  /** What a rule cites in the agreement in force. */
  clause(rule: RuleName): string {
    return this.standing?.clauses[rule] ?? ''
  }

  /** Words that name a rule in braces, as the agreement in force numbers it. */
  cite(words: string): string {
    return citing(words, (rule) => this.clause(rule))
  }

  get placeCounts(): Partial<Record<Place, number>> {
    return this.counts ? { cases: this.counts.cases, actions: this.counts.actions } : {}
  }
}
