// What is pasted comes in clean: words, without what a word processor or an e-mail put round them.

/** Bullets as word processors write them, their private letters included; a plain hyphen is a bullet before a space only. */
const bullet = /^\s*(?:[•·▪◦‣●○■□➢➤✓\uf000-\uf0ff]|o(?=\t)|[-–—*](?=\s))\s*/u
/** What an e-mail puts before the lines that it quotes; first in the capture line it would mean an action. */
const quoted = /^(?:\s*>)+\s*/u
/** Written nowhere and seen by nobody: soft hyphens, zero-width spaces and joins, marks of direction, control characters. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff\p{Cc}]/gu

/** The words of a pasted text: its lines where there is room for lines, one line where there is not. Quotes and dashes stay. */
export function tidied(text: string, oneLine: boolean): string {
  const lines = text
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029\v\f]/u)
    .map((line) =>
      line
        .replace(quoted, '')
        .replace(bullet, '')
        .replace(/[\t\p{Zs}]+/gu, ' ')
        .replace(unseen, '')
        .trim(),
    )
  if (oneLine) return lines.filter(Boolean).join(' ')
  return lines.join('\n').replace(/\n{3,}/g, '\n\n').trim()
}

type Box = HTMLInputElement | HTMLTextAreaElement

/** The box that takes the paste, unless its words must come in to the letter, as a passphrase must. */
function box(event: ClipboardEvent): Box | undefined {
  const at = event.target
  if (at instanceof HTMLTextAreaElement) return at
  const exact = at instanceof HTMLInputElement && (!['text', 'search'].includes(at.type) || at.autocomplete.endsWith('password'))
  return at instanceof HTMLInputElement && !exact ? at : undefined
}

/** Puts words where the cursor is, as if typed, so that undoing takes them out again. */
function put(into: Box, words: string) {
  // The only way by which a page can write into a box and leave the box its own undo.
  if (document.execCommand('insertText', false, words)) return
  into.setRangeText(words, into.selectionStart ?? 0, into.selectionEnd ?? 0, 'end')
  into.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Cleans every paste into every box of the window. */
export function cleanPastes() {
  window.addEventListener('paste', (event) => {
    const into = box(event)
    const text = event.clipboardData?.getData('text/plain')
    if (!into || text === undefined) return
    event.preventDefault()
    put(into, tidied(text, into instanceof HTMLInputElement || into.rows === 1))
  })
}
