import { untrack } from 'svelte'
import type { Problem } from '../contract/Problem'
import { isProblem } from '../desk/problem'

/** How long typing may go on before what is unfinished is kept, so that a power cut loses less than its last second. */
export const keepAfter = 700

/** How long the disk is left alone that did not take it, before it is tried again. */
const tryAgainAfter = 5000

type Words = Record<string, string>

/** Words that nobody has entered yet, by where they are written: there again after a lock, a rest or a power cut. */
export class Notes {
  #words: Words = $state({})

  /** Told of every change; whoever keeps them does so a moment later. */
  constructor(private readonly changed: () => void) {}

  get all(): Words {
    return $state.snapshot(this.#words)
  }

  restore(words: Partial<Words>): void {
    this.#words = Object.fromEntries(Object.entries(words).map(([of, each]) => [of, each ?? '']))
  }

  read(of: string): string {
    return this.#words[of] ?? ''
  }

  write(of: string, words: string): void {
    if (this.#words[of] === words) return
    this.#words[of] = words
    this.changed()
  }

  /** They have been entered, or put away; those of several places, where the name ends in a space. */
  forget(of: string): void {
    const gone = (each: string) => each === of || (of.endsWith(' ') && each.startsWith(of))
    const left = Object.entries(this.#words).filter(([each]) => !gone(each))
    if (left.length === Object.keys(this.#words).length) return
    this.#words = Object.fromEntries(left)
    this.changed()
  }
}

/** A form as it was left half filled in, or as it stands before anybody has; every change of it is kept, and nothing else of it: what nobody has touched is always as it is kept now. */
export class HalfTyped<Form extends object> {
  form: Form
  /** Whether it was found half filled in. */
  readonly found: boolean
  #blank: string

  constructor(
    private readonly notes: Notes,
    private readonly of: string,
    blank: Form,
  ) {
    this.#blank = JSON.stringify(blank)
    const form: Form = $state(untrack(() => left(notes.read(of), blank)))
    this.form = form
    this.found = this.#changed() !== '{}'
    $effect(() => this.#note(this.#changed()))
  }

  /** What is kept is otherwise now, whether by what was entered here or from elsewhere. */
  stands(now: Form): void {
    this.#blank = JSON.stringify(now)
    this.#note(this.#changed())
  }

  /** It has been entered: the next one begins blank. */
  done(): void {
    const blank = JSON.parse(this.#blank) as Form
    for (const name of Object.keys(this.form)) if (!(name in blank)) Reflect.deleteProperty(this.form, name)
    Object.assign(this.form, blank)
    this.notes.forget(this.of)
  }

  /** It is left unsaved; answers how it stands there again, where anything was typed. */
  putAway(): (() => void) | undefined {
    const words = this.notes.read(this.of)
    this.done()
    if (!words) return undefined
    return () => {
      this.notes.write(this.of, words)
      Object.assign(this.form, left(words, JSON.parse(this.#blank) as Form))
    }
  }

  #note(changed: string): void {
    untrack(() => (changed === '{}' ? this.notes.forget(this.of) : this.notes.write(this.of, changed)))
  }

  /** What of it is not as it began. */
  #changed(): string {
    const blank = JSON.parse(this.#blank) as Record<string, unknown>
    const now = JSON.parse(JSON.stringify(this.form)) as Record<string, unknown>
    return JSON.stringify(Object.fromEntries(Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(blank[name]))))
  }
}

/** What was left of a form, over what stands in it otherwise. */
function left<Form extends object>(words: string, blank: Form): Form {
  const copy = JSON.parse(JSON.stringify(blank)) as Form
  if (!words) return copy
  try {
    return { ...copy, ...(JSON.parse(words) as Partial<Form>) }
  } catch {
    return copy
  }
}

/** What keeps something half typed, and the problem that stops it from being safe on the disk, or none. */
export type Safety = (of: object, problem?: Problem) => void

/** Notes that have a place of their own in the record: kept a moment after the last key, one after another. */
export class Kept {
  readonly notes = new Notes(() => (this.#timer ??= window.setTimeout(() => void this.keep(), keepAfter)))
  #timer: number | undefined
  #kept = '{}'
  #turn: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly send: (words: Words) => Promise<unknown>,
    /** Told whether the disk has taken it: nobody is to find out after a power cut. */
    private readonly told: Safety,
  ) {}

  restore(words: Partial<Words>): void {
    this.notes.restore(words)
    this.#kept = JSON.stringify(this.notes.all)
  }

  keep(): Promise<unknown> {
    window.clearTimeout(this.#timer)
    this.#timer = undefined
    return (this.#turn = this.#turn.then(() => this.#send()))
  }

  async #send(): Promise<void> {
    const words = this.notes.all
    const now = JSON.stringify(words)
    if (now === this.#kept) return
    try {
      await this.send(words)
      this.#kept = now
      this.told(this)
    } catch (thrown) {
      // What fails otherwise is tried again with the next key, or when the screen is left; what is locked says so itself.
      if (!isProblem(thrown) || thrown.kind !== 'broken') return
      this.told(this, thrown)
      this.#timer ??= window.setTimeout(() => void this.keep(), tryAgainAfter)
    }
  }
}
