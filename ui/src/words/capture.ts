// The sentence beside the capture line: what Enter would record, or what stands in the way.
import type { Objection } from '../contract/Objection'
import type { FormatView } from '../contract/FormatView'
import type { SharedWith } from '../contract/SharedWith'
import type { WeighView } from '../contract/WeighView'
import type { Would } from '../contract/Would'
import { count, list } from './counting'
import { away, longDay, type Day } from './dates'
import { decisionKindName, strandName } from './names'
import { restsOn } from './grounds'
import { reason } from './reasons'
import { refusalByCode } from './refusals'
import { standing } from './standing'

export interface Piece {
  words: string
  strong?: boolean
}

const people = (n: number) => count(n, 'person', 'people')

/** `everyone here, 11 people`, `10 people, not Harden`. */
export function sharedWith(shared: SharedWith): string {
  const without = shared.without.length ? `, not ${list(shared.without)}` : ''
  const later = shared.pending.length ? `, and to be sent to ${list(shared.pending)}` : ''
  return shared.everyone ? `everyone here, ${people(shared.people)}${later}` : `${people(shared.people)}${without}${later}`
}

const inFormat = (format: FormatView): Piece[] =>
  format.is === 'agreed'
    ? [{ words: ' Written ' }, { words: format.words, strong: true }, { words: '.' }]
    : [{ words: ` The agreed format is “${format.format}”${format.clause ? ` (${format.clause})` : ''}: it is kept as typed.` }]

/** What would be recorded, in pieces, so that what matters can stand out. */
export function would(what: Would, today: Day): Piece[] {
  switch (what.what) {
    case 'nothing':
      return []
    case 'item':
      return [
        { words: `${what.agency} share ` },
        { words: what.kind.toLowerCase(), strong: true },
        { words: ` (as ${what.judgement ? 'professional judgement' : 'fact'}) with ` },
        { words: sharedWith(what.shared), strong: true },
        ...(what.victim ? [{ words: '; by the consent of ' }, { words: what.victim, strong: true }, { words: `, ${what.purpose}.` }] : [{ words: `; ${restsOn(what.grounds, what.power, true)}, ${what.purpose}.` }]),
        ...(what.asks_basis ? [{ words: ' Fact (f:) or judgement (j:)?' }] : []),
        ...(what.format ? inFormat(what.format) : []),
        ...(what.names_somebody ? [{ words: ' It names somebody on the agenda: what is about a person is said in their own case.' }] : []),
      ]
    case 'action':
      return [
        { words: 'Action for ' },
        { words: what.person ? `${what.agency}, ${what.person}` : what.agency, strong: true },
        { words: what.due ? ', due ' : ', with no date yet' },
        ...(what.due ? [{ words: longDay(what.due, today), strong: true }, { words: `, ${away(what.due, today)}` }] : []),
        { words: what.strand ? `; ${strandName[what.strand]}.` : '.' },
      ]
    case 'decision':
      return what.no_action
        ? [{ words: 'Decided: ' }, { words: 'no action', strong: true }, { words: '.' }]
        : [
            { words: 'A ' },
            { words: 'decision', strong: true },
            ...(what.kind === 'other' ? [] : [{ words: ' on ' }, { words: decisionKindName[what.kind], strong: true }]),
            { words: what.rationale ? ', with its reason.' : '. Add “because” and the reason.' },
            ...(what.kind === 'closure' ? [{ words: ' The case leaves the caseload when it is read back and closed.' }] : []),
          ]
    case 'dissent':
      return [{ words: what.agency, strong: true }, { words: ' disagree with what was decided.' }]
    case 'nil_return':
      return [{ words: what.agency, strong: true }, { words: ' hold nothing to share.' }]
    case 'declined':
      return [{ words: what.agency, strong: true }, { words: ' declined to share.' }]
  }
}

/** How a date that was taken without a "by" goes back among the words. */
export const keptInWords = (date: string): Piece[] => [{ words: ` A full stop keeps “${date}” in the words.` }]

const wants: Record<string, (names: readonly string[], enough: readonly string[]) => string> = {
  want_agency: () => 'No agency is called that. A few letters of its name will do',
  want_kind: () => 'No kind of information is called that. A few letters will do',
  want_words: () => 'Say what is shared, in words',
  want_recipient: () => 'Nobody here is called that. Say exactly who is left out or added',
  want_source: () => 'No group and no agency is called that. Say whose information it is, as in from: and the beginning of its name',
  want_one_source: () => 'One line is one agency’s information. Put what the other holds on a line of its own',
  want_one_category: () => 'One line speaks of a victim, a witness, a suspect or somebody convicted. Put the other on a line of its own',
  want_category: () => 'Say victim, witness, suspect or convicted, as in about:victim',
  want_which: (names) => `That could be ${list(names, 'or')}. ↓ and Tab choose, or type one of these`,
  want_person: () => 'Nobody of that agency is called that',
  want_basis: () => 'That is a personal view, which is not recorded. Say f: for a fact or j: for the agency’s professional judgement',
  want_date: () => 'That is not a date to come. Write 2w, fri, 10 Dec or “next meeting”',
  nothing_more: () => 'Nothing can follow that. Take the rest away, or begin with a kind of information',
  ...standing,
}

/** Where the names are the point, and none may be left out. */
const inFull: ReadonlySet<string> = new Set(['admitted', 'want_which'])

/** Whom it concerns: two by name, more by their agencies, and of very many how many. */
function whom(to: Objection): readonly string[] {
  if (to.names.length <= 2) return to.names
  if (to.agencies.length <= 5) return to.agencies
  return [`${people(to.names.length)} of ${count(to.agencies.length, 'agency', 'agencies')}`]
}

type Weighed = Pick<WeighView, 'objection' | 'rights'>

/** What a rule, or the line itself, objects to; of a line that is being typed also what Enter does. */
export function objection({ objection: to, rights }: Weighed, typed = true): string {
  if (!to) return ''
  const enough = rights.flatMap((right) => (right.right === 'authority' ? right.enough : []))
  const words = wants[to.code]?.(inFull.has(to.code) ? to.names : whom(to), enough) ?? refusalByCode(to.code, to.names) ?? 'This cannot be recorded as it stands'
  const why = to.why.map((one) => `. ${reason(one)}`).join('')
  const said = `${to.text ? `“${to.text}”: ${words}` : words}${why}`
  return to.holds && typed ? `${said}. Enter keeps it held` : said
}
