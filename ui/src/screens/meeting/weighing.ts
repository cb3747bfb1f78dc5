// What the desk understood of a line, as the capture line shows it.
import type { PartRole } from '../../contract/PartRole'
import type { WeighView } from '../../contract/WeighView'
import { keptInWords, objection, would } from '../../words/capture'
import { nothingTyped, type Offer, type Span, type Verdict } from './view'

const marks: Partial<Record<PartRole, Span['what']>> = {
  agency: 'team',
  kind: 'kind',
  basis: 'basis',
  label: 'basis',
  without: 'leaveOut',
  also: 'add',
  person: 'add',
  due: 'due',
  bare_due: 'due',
  marker: 'mark',
  strand: 'mark',
  fault: 'unknown',
}

export function verdict(text: string, weighed: WeighView | undefined, today: string): Verdict {
  if (!text.trim() || !weighed) return nothingTyped
  const spans = weighed.parts.flatMap(({ from, to, role, label }) => {
    const what = marks[role]
    return what ? [{ from, to, what, label }] : []
  })
  const to = weighed.objection
  const bare = weighed.parts.find((part) => part.role === 'bare_due')
  return {
    state: to ? 'objected' : weighed.ready ? 'ready' : 'asking',
    spans,
    sentence: [...would(weighed.would, today), ...(bare ? keptInWords(text.slice(bare.from, bare.to)) : [])],
    objection: to ? { words: objection(weighed), clause: to.clause ?? undefined } : undefined,
    offers: weighed.candidates,
  }
}

/** Tab: one way to complete what is ambiguous, with where the cursor goes on; a sign that stands before it stays. */
export function completed(text: string, offer: Offer): { text: string; cursor: number } {
  const stretch = text.slice(offer.from, offer.to)
  const sign = /^[-+@#]/.test(stretch) && !/^[-+@#]/.test(offer.insert) ? stretch.charAt(0) : ''
  const rest = text.slice(offer.to)
  const put = `${sign}${offer.insert}${rest.startsWith(' ') ? '' : ' '}`
  return { text: text.slice(0, offer.from) + put + rest, cursor: offer.from + put.length + (rest.startsWith(' ') ? 1 : 0) }
}
