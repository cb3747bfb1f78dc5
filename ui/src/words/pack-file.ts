// What is wrong with an agreement's file, said to whoever edits it; and what the record would lose by another one.
import type { FieldFault } from '../contract/FieldFault'
import type { LackingRow } from '../contract/LackingRow'
import type { LeavingView } from '../contract/LeavingView'
import { count, list } from './counting'
import { kindName } from './names'

type Facts = FieldFault['facts']

const shapes: Record<string, string> = {
  text: 'words in quotation marks',
  flag: 'true or false',
  whole_number: 'a whole number',
  list: 'a list in square brackets',
  table: 'a part of its own with fields',
}

const registers: Record<string, string> = {
  organisation: 'organisation',
  team: 'team',
  purpose: 'purpose',
  power: 'legal power',
  kind: 'kind of information',
  condition: 'condition',
  role: 'role',
  group: 'group of kinds',
  retention: 'retention period',
}

const fragments: Record<string, string> = {
  opening_statement: 'The opening statement',
  agreement: 'The agreement',
  paragraphs: 'A section of the agreement',
  declaration: 'The declaration',
}

const named = (words: string | undefined) => `“${words ?? ''}”`
const entry = (facts: Facts) => `${registers[facts.register ?? ''] ?? 'entry'} ${named(facts.key)}`

const sentences: Record<string, (facts: Facts) => string> = {
  grammar: () => 'This line cannot be read. A quotation mark, a bracket or an equals sign may be missing here or just before',
  field_twice: () => 'This field stands twice in the same part. Keep one',
  unknown_field: (facts) => `There is no field called ${named(facts.field)}. Look for a slip in its name, or take it out`,
  missing: (facts) => `${named(facts.field)} is missing in this part. Add it`,
  wrong_shape: (facts) => `${named(facts.field)} should be ${shapes[facts.wanted ?? ''] ?? 'something else'}`,
  blank: (facts) => `${named(facts.field)} is empty. Write something`,
  not_offered: (facts) => `${named(facts.field)} is ${named(facts.found)}, and can only be ${facts.offered ?? ''}`,
  not_a_date: (facts) => `${named(facts.field)} is ${named(facts.found)}. Write the date as year-month-day, like 2026-11-24`,
  out_of_range: (facts) => `${named(facts.field)} is ${facts.found ?? ''}, and can be ${facts.least ?? ''} to ${facts.most ?? ''}`,
  not_a_key: (facts) => `${named(facts.found)} cannot be a key: small letters, figures and hyphens, with a letter first`,
  not_a_capture_key: (facts) => `${named(facts.found)} cannot be typed as an abbreviation: two to five small letters`,
  not_a_prefix: (facts) => `Cases cannot be numbered with ${named(facts.found)}. Use letters and figures only`,
  capture_key_twice: (facts) => `The abbreviation ${named(facts.found)} is used on line ${facts.first ?? ''} already. Choose another`,
  key_twice: (facts) => `The ${entry(facts)} stands on line ${facts.first ?? ''} already. Choose another key`,
  no_such_key: (facts) => `There is no ${entry(facts)} in this file. Look for a slip, or add it`,
  entry_twice: (facts) => `${named(facts.found)} stands twice in ${named(facts.field)}. Keep one`,
  team_of_another: (facts) => `The team ${named(facts.team)} belongs to another organisation than this officer’s`,
  no_ground: (facts) => `The power ${named(facts.power)} is used by default here, but it is not one that allows sharing. Choose another`,
  power_superseded: (facts) => `The power ${named(facts.power)} is used by default here, but something else stands in its place today. Choose another`,
  not_kept: (facts) => `Nothing says how long ${named(facts.record)} are kept. Add a retention period for that record`,
  nothing_said: (facts) => `${fragments[facts.fragment ?? ''] ?? 'This text'} is empty. Write it`,
  no_meeting: () => 'This is offered at no meeting. Name one at least',
  no_category: () => 'This condition serves for no kind of sensitive information. Name one at least',
  nobody_authorises: () => 'Nobody may authorise here, so sharing would wait for ever. Name a role',
  no_condition: (facts) => `No condition in this file allows ${facts.category?.replaceAll('_', ' ') ?? 'sensitive'} information to be shared under ${facts.regime?.replaceAll('_', ' ') ?? ''}`,
  review_before_date: () => 'The review is due before the date of the agreement',
}

/** What is wrong on a line, and what to do. */
export const packFault = ({ code, facts }: FieldFault): string => sentences[code]?.(facts) ?? 'This cannot be understood'

/** Who and what counts on a team or an organisation that another agreement does not name. */
export function lacking(row: LackingRow): string {
  const counted: [number, string, string][] = [
    [row.people, 'person', 'people'],
    [row.officers, 'designated officer', 'designated officers'],
    [row.cases, 'case', 'cases'],
    [row.actions, 'open action', 'open actions'],
    [row.expected, 'place kept at a meeting to come', 'places kept at meetings to come'],
  ]
  const there = counted.filter(([n]) => n > 0).map(([n, one, many]) => count(n, one, many))
  return `${row.name}: ${list(there)}`
}

/** What stands in the way of an organisation that leaves the agreement, a line each. */
export const stays = ({ needed, quorum }: LeavingView): string[] => [
  ...needed.map(lacking),
  ...(quorum.length ? [`The ${list(quorum.map((kind) => kindName[kind]))} cannot decide without one of its teams: that is set in the agreement’s file`] : []),
]
