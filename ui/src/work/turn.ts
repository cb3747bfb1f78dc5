/** One thing after another: the desk answers with the whole meeting each time, and an older answer must never come to stand over a newer one. */
export class Turn {
  #last: Promise<unknown> = Promise.resolve()

  /** Does something once all that was asked for before is done, whatever became of it. */
  take<Answer>(what: () => Promise<Answer>): Promise<Answer> {
    const mine = this.#last.then(what)
    this.#last = mine.catch(() => undefined)
    return mine
  }
}
