import type { ConsentForm } from '../../contract/ConsentForm'
import type { FlagView } from '../../contract/FlagView'
import type { GroundsView } from '../../contract/GroundsView'
import type { RestrictionForm } from '../../contract/RestrictionForm'
import { asProblem } from '../../desk/problem'
import { fieldFaults, said } from '../../words/problems'
import type { Notes } from '../../work/notes.svelte'
import type { Work } from '../../work/work.svelte'

/** What is on file about one case, and what is done to it: each answer replaces the whole. */
export class Filing {
  view: GroundsView | undefined = $state.raw()
  faults: Record<string, string> = $state.raw({})
  /** Where what is half typed is kept: the meeting's own, or what is prepared between two. */
  readonly notes: Notes

  constructor(
    readonly work: Work,
    readonly id: string,
    /** After each change: what else shows the case is asked again. */
    readonly changed: () => void = () => undefined,
    notes: Notes = work.half.notes,
    /** What a consent would have to name for the line that is being typed: its form begins with that. */
    readonly wanted: () => Partial<ConsentForm> = () => ({}),
  ) {
    this.notes = notes
  }

  async load(): Promise<void> {
    this.view = await this.work.attempt(() => this.work.ask('case_grounds', { case: this.id }))
  }

  consent(form: ConsentForm): Promise<boolean> {
    return this.#keep(() => this.work.ask('save_consent', form), 'The consent is on file')
  }

  withdraw(consent: string, told_by: string, note: string): Promise<boolean> {
    const form = { case: this.id, consent, told_by, note }
    return this.#withdrawn(consent, () => this.work.ask('withdraw_consent', form), 'Withdrawn. It is no ground for anything from now on')
  }

  /** An authority, a permission or the chair's choice of a power. */
  takeBack(paper: string, told_by: string, note: string): Promise<boolean> {
    const form = { case: this.id, paper, told_by, note }
    return this.#withdrawn(paper, () => this.work.ask('withdraw_paper', form), 'Withdrawn. Nothing can be shared on it from now on')
  }

  async #withdrawn(paper: string, ask: () => Promise<GroundsView>, done: string): Promise<boolean> {
    if (!(await this.#keep(ask, done))) return false
    this.notes.forget(`withdrawal ${paper}`)
    return true
  }

  objection(form: RestrictionForm): Promise<boolean> {
    return this.#keep(() => this.work.ask('uphold_objection', form), 'The restriction is in force')
  }

  /** The same objection, on another file of the same person. */
  objectionThere(restriction: string, there: string): Promise<boolean> {
    return this.#keep(() => this.work.ask('file_objection_there', { case: this.id, restriction, there }), 'The restriction is in force there too')
  }

  /** The consent that counts still on another file of the same person, taken back there as this one was here. */
  withdrawThere(consent: string, there: string): Promise<boolean> {
    return this.#keep(() => this.work.ask('withdraw_consent_there', { case: this.id, consent, there }), 'Withdrawn there too. It is no ground for anything from now on')
  }

  /** The same flag, on another file of the same person. */
  flagThere(flag: FlagView, there: string): Promise<boolean> {
    return this.#keep(() => this.work.ask('flag_there', { case: this.id, flag, there }), 'The case is flagged there too')
  }

  lift(restriction: string, decided_by: string, reason: string): Promise<boolean> {
    const form = { case: this.id, restriction, decided_by, reason }
    return this.#withdrawn(restriction, () => this.work.ask('lift_restriction', form), 'The restriction is lifted')
  }

  async #keep(ask: () => Promise<GroundsView>, done: string): Promise<boolean> {
    try {
      this.view = await ask()
      this.faults = {}
      this.work.sayKept(done, this.view, async () => {
        await this.load()
        this.changed()
        return this.view
      })
      this.changed()
      return true
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.faults = fieldFaults(problem)
      if (!Object.keys(this.faults).length) this.work.trouble = said(problem)
      return false
    }
  }
}
