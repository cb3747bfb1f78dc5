import { tick } from 'svelte'
import type { AgendaRow } from '../../contract/AgendaRow'
import type { LineName } from '../../contract/LineName'
import type { MovedView } from '../../contract/MovedView'
import type { OutcomeView } from '../../contract/OutcomeView'
import type { PlaceView } from '../../contract/PlaceView'
import type { ShowView } from '../../contract/ShowView'
import type { WordsName } from '../../contract/WordsName'
import type { FormOf } from '../../desk/desk'
import { neverAdded } from '../../words/agenda'
import { mendedWords } from '../../words/mending'
import { outcomeName } from '../../words/names'
import { Floor, type Moves } from './floor.svelte'
import { dissentGone } from './shown'
import type { OwnerShown } from './view'

/** The one meeting that goes on, and what is done in it by a key. */
export class Live extends Floor {
  /** Records the line; the newest line then has its tick. */
  async record(): Promise<void> {
    await this.capture.record((view) => {
      const before = this.lines.length
      const { mending } = this.capture
      this.show(view)
      this.centre = undefined
      this.ticked()
      if (mending) this.say(mendedWords[mending.how])
      else if (this.lines.length > before) this.work.hush()
      else this.work.moveOn()
    })
  }

  /** Up-arrow: the words of the last line that has any. */
  recall(): void {
    const last = this.lines.filter((row) => row.sort !== 'silence').at(-1)
    if (!last) return
    this.capture.mend(last.name, 'reword', last.sort === 'action' ? last.action.words : last.words)
  }

  /** Ctrl+Z: what the message offers, if one stands; the last line, if none does. Nothing else is ever taken back in its place. */
  undoLast(): void {
    const { done, undo, redo } = this.work
    if (undo) this.work.follow('undo')
    else if (!this.view?.can_undo) return
    else if (done && !redo) this.work.say('That has no undo of its own. This one takes back the last line', () => void this.undo())
    else void this.undo()
  }

  async undo(): Promise<void> {
    const before = this.lines
    if (!(await this.do('undo', {}))) return
    this.safe = undefined
    const gone = dissentGone(before, this.lines)
    if (!gone) return void this.work.say('The last line is taken back; the record keeps that it was there', undefined, () => void this.redo())
    const agency = this.seldom.teams.find((team) => team.short_name === gone.agency)?.capture_key ?? gone.agency
    this.work.say('The dissent is taken back; the decision stands', undefined, () => void this.#dissents(`! ${agency} ${gone.words}`))
  }

  async #dissents(line: string): Promise<void> {
    if (await this.do('record_line', { line })) this.work.say('The dissent is back', () => void this.undo())
  }

  /** Puts back what was taken back last. */
  async redo(): Promise<void> {
    if (await this.do('redo', {})) this.work.say('The line is back', () => void this.undo())
  }

  /** Moves a line to the case that it belongs to; what is open stays open. */
  async move(line: LineName, slot: string, chair_did: string): Promise<boolean> {
    if (!(await this.do('move_line', { line, slot, chair_did }))) return false
    const to = this.row(slot)
    this.asking = undefined
    const moved = this.view?.moved
    this.work.say(`Moved to case ${String(to?.number ?? '')}${chair_did ? ' as an incident' : ''}; nothing of it stays here`, moved ? () => void this.#moveBack(moved) : undefined)
    return true
  }

  async #moveBack({ line, from }: MovedView): Promise<void> {
    if (await this.do('move_line', { line, slot: from, chair_did: '' })) this.work.say('The line is back where it stood')
  }

  /** Takes back one line that nobody said, wherever it stands here. */
  takeBackLine(line: WordsName): Promise<boolean> {
    return this.doing('take_back_line', { line }, mendedWords.takeBack)
  }

  /** A permission for what is said outside every case counts no more, nor for what is being typed. */
  async withdrawPermission(permission: string, told_by: string, note: string): Promise<void> {
    if (!(await this.do('withdraw_permission', { permission, told_by, note }))) return
    this.capture.notes.forget(`withdrawal ${permission}`)
    this.work.say('Withdrawn. Nothing can be passed on by it from now on')
  }

  /** Every agency that an action may be, with whoever came for it. */
  get owners(): OwnerShown[] {
    const came = (this.view?.people ?? []).filter((one) => one.stay.presence.length)
    return this.seldom.teams.map(({ key, short_name }) => ({ key, short_name, people: came.filter((one) => one.team === key).map((one) => one.name) }))
  }

  async agree(): Promise<void> {
    if (!(await this.do('agree_minutes', { corrections: this.capture.notes.read('minutes') }))) return
    this.work.say('Agreed as a true record', () => void this.do('unagree_minutes', {}))
  }

  /** The chair has asked the whole room; asked already, whoever has not spoken holds nothing new. */
  async askRoom(): Promise<void> {
    if (this.view?.opened.what !== 'case') return
    const { asked_at, silent } = this.view.opened.case
    if (!asked_at && (await this.do('ask_room', {}))) this.work.say('The room was asked', () => void this.unask())
    else if (silent && (await this.do('nil_returns', {}))) this.work.say('Nothing new, for everybody who had not spoken', () => void this.undo())
  }

  /** The key was pressed, and nobody was asked. */
  async unask(): Promise<void> {
    if (await this.doing('unask_room', {}, 'The room was not asked')) document.getElementById('capture-line')?.focus()
  }

  /** Reads back what was decided; whatever was refused before has nothing to do with it. */
  readBack(): void {
    if (this.leavesNothing()) this.#readBack()
  }

  /** Asks why the open case goes to the next meeting. */
  puttingOff(slot: string): void {
    if (this.leavesNothing()) this.asking = { what: 'defer', slot }
  }

  #readBack(): void {
    this.centre = undefined
    this.asking = { what: 'read-back' }
  }

  /** Nobody holds anything new: a nil return for each agency here, and the plan goes on. */
  async noChange(): Promise<void> {
    if (!(await this.do('no_change', {}))) return
    this.ticked()
    this.#readBack()
    this.work.say('No change is recorded, with a nil return for each agency here', () => void this.takeBack())
  }

  /** Undo in the read-back leads back to the case. */
  async takeBack(): Promise<void> {
    this.asking = undefined
    await this.undo()
  }

  /** Changes the agenda, and says what became of it. */
  async change<Name extends Moves>(name: Name, form: FormOf<Name>, words: string): Promise<boolean> {
    const closes = (name === 'refer_on' || name === 'take_off') && 'slot' in form && this.row(form.slot)?.progress === 'now'
    if (closes && !this.leavesNothing()) return false
    if (!(await this.do(name, form))) return false
    this.asking = undefined
    this.say(words, 'centre', undefined, closes)
    return true
  }

  /** Takes back that a case was added to the agenda; what comes next opens, where the case was open. */
  async takeReferralBack(slot: string): Promise<boolean> {
    const row = this.row(slot)
    const wasOpen = row?.progress === 'now'
    if (!row || (wasOpen && !this.leavesNothing())) return false
    this.asking = undefined
    if (!(await this.do('take_referral_back', { slot }))) return false
    const words = neverAdded(row.label ?? `Case ${String(row.number ?? '')}`)
    if (wasOpen) await this.#goOn(words)
    else this.say(words, 'centre', undefined, true)
    return true
  }

  /** Puts something on the projector, or the projector away. */
  async project(show: ShowView | null): Promise<void> {
    const answer = await this.work.attempt(() => this.work.ask('project', { show }))
    if (answer && this.view) this.view = { ...this.view, projecting: answer.show }
  }

  /** What is up follows the screen, where a projector stands open. */
  keepUp(show: ShowView): void {
    const up = this.view?.projecting
    if (up && up !== show) void this.project(show)
  }

  /** Whether that case is on the table, by itself or with another. */
  private isOpen(slot: string): boolean {
    const progress = this.row(slot)?.progress
    return progress === 'now' || progress === 'together'
  }

  /** Goes to a place of the agenda; a flagged case first asks the chair's reason. */
  async go(row: Pick<AgendaRow, 'place' | 'progress' | 'asks_a_choice'>): Promise<void> {
    const { place } = row
    const stays = place.place === 'case' && this.isOpen(place.slot)
    if (!stays && !this.leavesNothing()) return
    this.asking = undefined
    if (place.place !== 'case') {
      await this.do('turn_to', { place })
    } else if (stays) {
      await tick()
      document.getElementById('capture-line')?.focus()
    } else if (row.asks_a_choice && row.progress !== 'done') {
      this.asking = { what: 'choice', slot: place.slot }
    } else {
      await this.open(place.slot)
    }
  }

  /** Opens a case. Its name is large then, and on the wall: where it was the wrong one, one key closes it again. */
  async open(slot: string, because = ''): Promise<boolean> {
    if (!(await this.do('open_case', { slot, because }))) return false
    this.say(`Case ${String(this.row(slot)?.number ?? '')} is open`, 'centre', undefined, true)
    return true
  }

  /** The next case that has not been dealt with, then any other business. */
  get next(): AgendaRow | undefined {
    const rows = this.view?.agenda ?? []
    return rows.find((row) => row.place.place === 'case' && row.progress === 'waiting') ?? rows.find((row) => row.place.place === 'any_other_business')
  }

  row(slot: string): AgendaRow | undefined {
    return this.view?.agenda.find((row) => row.place.place === 'case' && row.place.slot === slot)
  }

  async turn(place: PlaceView): Promise<void> {
    if (!this.leavesNothing()) return
    this.asking = undefined
    await this.do('turn_to', { place })
  }

  /** Closes the case; `no action` is a decision, said expressly, and goes with it. */
  async close(how: 'close_case' | 'close_without_action' = 'close_case'): Promise<void> {
    const closes = this.view?.opened
    if (closes?.what !== 'case' || !(await this.do(how, {}))) return
    this.asking = undefined
    this.safe = undefined
    await this.#goOn(`Case ${String(closes.case.number)} is closed`)
  }

  /** What comes next opens at once, where nothing has to be asked first; one key takes back that, and what was done before it. */
  async #goOn(words: string): Promise<void> {
    const { next, view } = this
    if (view?.place.place !== 'case' && next?.asks_a_choice) await this.go(next)
    else if (view?.place.place !== 'case' && next && typeof view?.last === 'number') await this.do('go_to_next', { last: view.last })
    this.say(words, 'centre', () => (this.asking = undefined), true)
  }

  async defer(slot: string, reason: string): Promise<void> {
    if (!(await this.do('defer_case', { slot, reason }))) return
    this.asking = undefined
    this.capture.notes.forget(`defer ${slot}`)
    await this.#goOn('Deferred to the next meeting')
  }

  /** Settles an action; the sentence about its new date, where that is wrong. */
  async settle(action: string, outcome: OutcomeView, new_date = '', note = ''): Promise<string | undefined> {
    const done = await this.do('settle_action', { action, outcome, note, new_date })
    if (done) this.work.say(`${outcomeName[outcome]}${note ? ', with a note' : ''}`, () => void this.unsettle(action))
    return done ? undefined : (this.faults.new_date ?? this.centre?.words)
  }

  /** The action is open again, as if nothing had been said of it. */
  async unsettle(action: string, was?: { outcome: OutcomeView; note: string }): Promise<void> {
    if (!(await this.do('unsettle_action', { action }))) return
    this.work.say('The action is open again', undefined, was && was.outcome !== 'not_done' ? () => void this.settle(action, was.outcome, '', was.note) : undefined)
  }
}
