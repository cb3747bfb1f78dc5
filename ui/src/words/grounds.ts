// What is on file about a case, as a chair would say it.
import type { GroundInShort } from '../contract/GroundInShort'
import type { ConsentRow } from '../contract/ConsentRow'
import type { ConsentSortView } from '../contract/ConsentSortView'
import type { ConsentStateView } from '../contract/ConsentStateView'
import type { GlanceView } from '../contract/GlanceView'
import type { PaperSortView } from '../contract/PaperSortView'
import type { PaperRow } from '../contract/PaperRow'
import type { RestrictionRow } from '../contract/RestrictionRow'
import type { SharedUnderRow } from '../contract/SharedUnderRow'
import type { WithdrawnView } from '../contract/WithdrawnView'
import { count, list } from './counting'
import { dayAndAway, shortDay, type Day } from './dates'

type Tone = 'plain' | 'good' | 'warn' | 'bad'

export const sortName: Record<ConsentSortView, string> = { waiver: 'Confidentiality waiver', consent: 'Consent' }
export const stateName: Record<ConsentStateView, string> = { not_yet: 'Not yet in force', in_force: 'In force', expired: 'Expired', withdrawn: 'Withdrawn' }
export const stateTone: Record<ConsentStateView, Tone> = { not_yet: 'plain', in_force: 'good', expired: 'warn', withdrawn: 'bad' }
export const paperName: Record<PaperSortView, string> = {
  authority: 'Manager’s authority',
  owners_permission: 'The original owner’s permission',
  subjects_permission: 'The person’s permission to pass on',
  chosen_power: 'Power chosen by the chair',
  legal_advice: 'Legal advice',
}

/** Consent at a glance: one tag, for the case page and for the head of the case in the meeting. */
export function glance(of: GlanceView, today: Day): { words: string; tone: Tone } {
  const on = of.on ? shortDay(of.on, today) : ''
  const beyond = of.beyond ? `, not for ${count(of.beyond, 'agency', 'agencies')}` : ''
  switch (of.code) {
    case 'none':
      return { words: 'No consent on file', tone: 'plain' }
    case 'in_force':
      return { words: `Consent in force${on && `, until ${on}`}`, tone: 'good' }
    case 'limited':
      return { words: `Consent limited${beyond}`, tone: 'warn' }
    case 'expiring':
      return { words: `Consent ends ${on}${beyond}`, tone: 'warn' }
    case 'expired':
      return { words: `Consent expired ${on}`, tone: 'bad' }
    case 'withdrawn':
      return { words: `Consent withdrawn ${on}`, tone: 'bad' }
  }
}

/** Who gave it, when, how, and until when it counts. */
export function given(row: ConsentRow, today: Day): string {
  const how = row.how === 'in_writing' ? 'in writing' : 'orally'
  const by = row.victim ? `by ${row.victim} ` : ''
  const explicit = row.explicit ? ', explicitly' : ''
  const stands = row.state === 'in_force' || row.state === 'not_yet'
  const ends = !stands ? '' : row.expires ? ` Until ${dayAndAway(row.expires, today)}.` : ' Until it is withdrawn.'
  return `Given ${by}${how}${explicit} on ${shortDay(row.given, today)}, to ${row.taken_by}.${ends}`
}

/** When it was taken back, and who said so. */
export function withdrawal(row: Pick<ConsentRow, 'withdrawn'>, today: Day): string {
  const taken = row.withdrawn
  if (!taken) return ''
  return `Withdrawn ${shortDay(taken.on, today)} at ${taken.at}, as told by ${taken.told_by}; noted by ${taken.noted_by}.${taken.note ? ` ${taken.note}` : ''}`
}

/** What still counts on another file, though it was withdrawn on this one. */
export const outlived = (row: ConsentRow, today: Day) =>
  `What was withdrawn here counts for this file alone: the ${sortName[row.sort].toLowerCase()} of ${shortDay(row.given, today)}${row.victim ? ` by ${row.victim}` : ''} is in force there still, for ${list(row.kinds)}.`

/** `Lifted 9 Dec at 10.12, decided by …`, and why. */
export const lifting = (lifted: WithdrawnView, today: Day) =>
  `Lifted ${shortDay(lifted.on, today)} at ${lifted.at}, decided by ${lifted.told_by}; noted by ${lifted.noted_by}.${lifted.note ? ` ${lifted.note}` : ''}`

/** Who received something, and whom it was to be sent to. */
export function sharedWith(row: SharedUnderRow): string {
  const has = row.recipients.length ? `${row.heard ? 'heard, as an incident, by ' : ''}${list(row.recipients)}` : ''
  const sent = row.to_be_sent.length ? `to be sent to ${list(row.to_be_sent)}` : ''
  const stopped = row.not_to_be_sent.length ? `if it has not gone to ${list(row.not_to_be_sent)} yet, not to be sent any more` : ''
  return [has, sent, stopped].filter(Boolean).join('; ')
}

/** What a paper covers, for whom, and its own words. */
export function paperAbout(row: PaperRow): string {
  const covers = [row.kinds.length ? list(row.kinds) : '', row.recipients.length ? `for ${list(row.recipients)}` : ''].filter(Boolean).join(' ')
  return [covers, row.words].filter(Boolean).join(' · ')
}

/** What an upheld objection stops. */
export function stops(row: RestrictionRow): string {
  const what = row.kinds.length ? list(row.kinds) : 'any information'
  const whom = row.recipients.length ? list(row.recipients) : 'anybody'
  return `Nothing of ${what} to ${whom}`
}

function one(ground: GroundInShort, usual: string, clause: boolean): string {
  const what = ground.rests === 'consent' ? 'by consent' : `under ${ground.power ?? usual}${ground.rests === 'chosen_power' ? ', the chair’s choice' : ''}`
  const papers = [what, ground.authority && 'on a manager’s authority', ground.permission && 'by permission to pass it on']
  return `${papers.filter(Boolean).join(', ')}${clause && ground.clause ? ` (${ground.clause})` : ''}`
}

/** What most of them have it on, then what others do; where nobody may have it, the power that its kind usually rests on. */
export function restsOn(grounds: readonly GroundInShort[], usual: string, clause: boolean): string {
  const [most, ...others] = grounds
  if (!most) return `under ${usual}`
  return [one(most, usual, clause), ...others.map((ground) => `for ${list(ground.agencies)} ${one(ground, usual, clause)}`)].join('; ')
}
