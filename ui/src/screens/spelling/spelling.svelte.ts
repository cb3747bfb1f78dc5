import type { DoubtfulWord } from '../../contract/DoubtfulWord'
import type { Work } from '../../work/work.svelte'

/** A pause in typing after which spelling is looked at; the word being typed is given longer. */
const pause = 350
const longPause = 1200

/** A word put in place of a doubtful one, and what else it might have been, so that the same key goes on to the next. */
interface Taken {
  from: number
  text: string
  word: string
  nearest: readonly string[]
  at: number
}

/** A text with a word replaced, and where the cursor then belongs. */
export interface Respelt {
  text: string
  caret: number
}

/** The doubtful words of one text: the desk doubts, this only remembers for as long as the words stand where they stood. */
export class Spelling {
  #found: readonly DoubtfulWord[] = $state.raw([])
  /** How the first doubtful word may have been meant. */
  nearest: readonly string[] = $state.raw([])
  #text = $state('')
  #caret = $state(-1)
  #settled = $state(false)
  #asked = ''
  #taken: Taken | undefined = $state.raw()
  #timer: number | undefined

  constructor(private readonly work: Work) {}

  /** The words to underline: not the one in which the cursor stands until typing has rested. */
  get doubtful(): readonly DoubtfulWord[] {
    const there = this.#found.filter(({ from, to, word }) => this.#text.slice(from, to).replaceAll('’', "'") === word)
    return this.#settled ? there : there.filter(({ from, to }) => this.#caret < from || this.#caret > to)
  }

  /** The word that the two keys are about. */
  get word(): DoubtfulWord | undefined {
    return this.doubtful[0]
  }

  /** What was put just now, for what, and what the same key would put instead. */
  get again(): { word: string; put: string; next: string } | undefined {
    const taken = this.#taken
    if (!taken || taken.text !== this.#text || taken.nearest.length < 2) return undefined
    const put = taken.nearest[taken.at] ?? ''
    return { word: taken.word, put, next: taken.nearest[(taken.at + 1) % taken.nearest.length] ?? '' }
  }

  /** Looks at a text as it is typed. */
  typed(text: string, caret: number, capture_line: boolean): void {
    this.#text = text
    this.#caret = caret
    this.#settled = false
    if (this.#taken?.text !== text) this.#taken = undefined
    window.clearTimeout(this.#timer)
    if (!text.trim()) {
      this.#found = []
      return
    }
    this.#timer = window.setTimeout(() => {
      void this.#look(text, capture_line)
      this.#timer = window.setTimeout(() => {
        this.#settled = true
        void this.#offer()
      }, longPause - pause)
    }, pause)
  }

  async #look(text: string, capture_line: boolean): Promise<void> {
    const answer = await this.work.ask('check_spelling', { text, capture_line }).catch(() => undefined)
    if (!answer || text !== this.#text) return
    this.#found = answer.doubtful
    await this.#offer()
  }

  async #offer(): Promise<void> {
    const { word } = this
    if (!word || word.word === this.#asked) return
    this.#asked = word.word
    this.nearest = []
    const answer = await this.work.ask('nearest_words', { word: word.word }).catch(() => undefined)
    if (answer && this.word?.word === word.word) this.nearest = answer.words
    else this.#asked = ''
  }

  /** Puts a suggestion in the word's place; asked again at once, the next suggestion in place of that. */
  take(which?: number): Respelt | undefined {
    const again = this.#taken
    if (again && which === undefined) {
      const at = (again.at + 1) % again.nearest.length
      return this.#put(again, { from: again.from, to: again.from + (again.nearest[again.at] ?? '').length }, at)
    }
    const { word, nearest } = this
    if (!word || !nearest.length) return undefined
    const taken = { from: word.from, text: this.#text, word: word.word, nearest, at: which ?? 0 }
    return this.#put(taken, word, which ?? 0)
  }

  #put(taken: Taken, place: { from: number; to: number }, at: number): Respelt {
    const put = taken.nearest[at] ?? taken.word
    const text = this.#text.slice(0, place.from) + put + this.#text.slice(place.to)
    this.#taken = { ...taken, text, at }
    this.#asked = ''
    return { text, caret: text.length - (this.#text.length - place.to) }
  }

  /** Adds the word to the record's own dictionary; undoing takes it out again. */
  async keep(word = this.word?.word): Promise<void> {
    if (!word) return
    const kept = await this.work.attempt(() => this.work.ask('keep_word', { word }))
    if (!kept) return
    this.#found = this.#found.filter((each) => each.word !== word)
    this.#asked = ''
    await this.#offer()
    this.work.say(`“${word}” is in this record’s dictionary now`, () => void this.work.attempt(() => this.work.ask('drop_word', { word })).then(() => this.work.hush()))
  }
}
