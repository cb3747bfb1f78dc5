import type { UntilView } from '../contract/UntilView'
import { list } from './counting'

/** Whom it concerns; and where a manager's authority is needed, whose would do. */
type Sentence = (names: readonly string[], enough?: readonly string[]) => string

const manager = (enough: readonly string[] = []) => (enough.length ? `the ${list(enough, 'or')}` : 'a manager who may')

const have = (names: readonly string[]) => `${list(names)} may not have this until`

/** What stands against an item while it is typed, and what would put it right: whoever it concerns by name. */
export const standing: Record<UntilView, Sentence> = {
  admitted: (names) => `${list(names)} ${names.length === 1 ? 'has' : 'have'} not been admitted`,
  consent_covers: (names) => `${have(names)} the person’s consent covers it`,
  consent_explicit: (names) => `${have(names)} the person consents to this very kind, expressly: it is sensitive`,
  victim_consents: (names) => `${have(names)} the victim consents`,
  authority_within: (names, enough) => `Outside the waiver: ${have(names)} ${manager(enough)} authorises it in writing`,
  authority_beyond: (names, enough) => `Outside the waiver and outside case management: ${have(names)} ${manager(enough)} authorises it in writing`,
  another_ground_chosen: (names) => `Consent has ended: ${have(names)} the chair chooses another ground, or the person consents anew`,
  power_chosen: (names) => `The usual power does not reach ${list(names)}: the chair can choose another, the person can consent, or leave them out`,
  owner_permits: (names) => `It is another agency’s information: ${have(names)} its owner, or the person it is about, permits it`,
  legal_advice: () => 'Nobody may have this until legal advice has come',
  chair_goes_on: () => 'Another protocol governs this case: nobody may have this until the chair says why to go on here',
  chair_goes_on_under18: () => 'The person is under 18, and the agreement speaks of adults: nobody may have this until the chair says why to go on here',
  reason_not_told: () => 'The person was not told: nobody may have this until the case says why, on what ground and who decided',
  restricted: (names) => `An objection was upheld: ${list(names)} may not have this. Leave them out`,
  advised_against: () => 'Legal advice was against sharing this',
  no_ground: () => 'What it would rest on is no power to share by. Choose another',
}

/** What a held item waits for, after its kind and agency: “until consent covers …”. */
export const waitsFor: Record<UntilView, Sentence> = {
  admitted: (names) => `until ${list(names)} is admitted`,
  consent_covers: (names) => `until consent covers ${list(names)}`,
  consent_explicit: (names) => `until explicit consent covers ${list(names)}`,
  victim_consents: (names) => `until the victim consents to ${list(names)}`,
  authority_within: (names) => `until a manager authorises it for ${list(names)}`,
  authority_beyond: (names) => `until a manager who may authorises it for ${list(names)}`,
  another_ground_chosen: (names) => `until the chair chooses another ground for ${list(names)}`,
  power_chosen: (names) => `until the chair chooses a power that reaches ${list(names)}`,
  owner_permits: (names) => `until its owner, or the person it is about, permits it for ${list(names)}`,
  legal_advice: () => 'until legal advice has come',
  chair_goes_on: () => 'until the chair says why to go on',
  chair_goes_on_under18: () => 'until the chair says why to go on with somebody under 18',
  reason_not_told: () => 'until the case says why the person was not told',
  restricted: (names) => `because an objection was upheld, for ${list(names)}`,
  advised_against: () => 'because legal advice was against it',
  no_ground: () => 'because it has no power to rest on',
}
