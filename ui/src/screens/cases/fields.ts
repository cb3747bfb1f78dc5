// The case's form: every field of the agreement (§2.2.5), grouped as a referral is filled in.
import type { CaseChoices } from '../../contract/CaseChoices'
import type { CaseForm } from '../../contract/CaseForm'
import type { Kind } from '../../contract/Kind'
import { list } from '../../words/counting'
import { cohortName, custodyName, kindName, toldName } from '../../words/names'
import { values, type FieldGroup, type FieldState } from './view'

type Entries = Record<string, string>
const choices = (names: Record<string, string>) => Object.entries(names).map(([value, words]) => ({ value, words }))
const yesNo = [
  { value: 'no', words: 'No' },
  { value: 'yes', words: 'Yes' },
]
const flags = ['mappa', 'child_protection', 'under_18', 'closed'] as const

/** The groups of fields, as what has been chosen so far asks for them. */
export function groups(entries: Entries, offered: CaseChoices, fresh: boolean): FieldGroup[] {
  return [who(offered), where(), held(entries, offered, fresh), told(entries)]
}

const who = (offered: CaseChoices): FieldGroup => ({
  title: 'Who',
  fields: [
    { field: 'reference', label: 'Reference', width: 12, hint: 'The partnership’s own number for the case.' },
    { field: 'title', label: 'Title', width: 8 },
    { field: 'forename', label: 'Forename', hint: 'A dash where there is one name only.' },
    { field: 'surname', label: 'Surname' },
    { field: 'born', label: 'Date of birth', width: 14, hint: 'For example, 14/02/1991.' },
    { field: 'gender', label: 'Gender', width: 6, hint: `${list(offered.genders, 'or')}, as the agreement has it.` },
    { field: 'ethnic_group', label: 'Ethnic group', choices: offered.ethnic_groups.map(({ key, name }) => ({ value: key, words: name })) },
    { field: 'cro', label: 'CRO number', width: 14, hint: 'For example, 48213/09X.' },
  ],
})

const where = (): FieldGroup => ({
  title: 'Address',
  hint: 'Write NFA in the first line for no fixed abode.',
  fields: [
    { field: 'number_and_street', label: 'House number and street' },
    { field: 'locality', label: 'Locality' },
    { field: 'post_town', label: 'Post town' },
    { field: 'postcode', label: 'Postcode', width: 10 },
  ],
})

function held(entries: Entries, offered: CaseChoices, fresh: boolean): FieldGroup {
  const custody = entries.custody === 'custody'
  const dates = [
    { field: 'since', label: custody ? 'In custody since' : 'Since', width: 14 },
    { field: 'until', label: custody ? 'Release date' : 'Order or licence ends', width: 14 },
  ]
  return {
    title: 'How the case is held',
    fields: [
      { field: 'meeting', label: 'Meeting', choices: choices(kindName), always: true },
      { field: 'cohort', label: 'Cohort', choices: choices(cohortName), always: true },
      { field: 'lead', label: 'Lead agency', choices: offered.teams.map(({ key, name }) => ({ value: key, words: name })) },
      { field: 'manager_name', label: 'Offender manager' },
      { field: 'manager_organisation', label: 'Offender manager’s organisation' },
      { field: 'custody', label: 'Custody or community', choices: choices(custodyName), always: true },
      ...(custody ? [{ field: 'establishment', label: 'Establishment' }] : []),
      ...(entries.custody === 'not_known' ? [] : dates),
      { field: 'mappa', label: 'MAPPA', choices: yesNo, always: true },
      { field: 'child_protection', label: 'Child protection', choices: yesNo, always: true },
      // A date of birth says it by itself, and goes on saying it when the birthday comes.
      ...(entries.born?.trim() ? [] : [{ field: 'under_18', label: 'Under 18', choices: yesNo, always: true, hint: 'Counts as long as the date of birth is not known.' }]),
      ...(fresh ? [] : [{ field: 'closed', label: 'Closed', choices: yesNo, always: true }]),
      { field: 'note', label: 'Note', lines: 3 },
    ],
  }
}

const told = (entries: Entries): FieldGroup => ({
  title: 'Told or agreed',
  hint: 'Whether the person knows that they are discussed ({person_told}).',
  fields: [
    // Nothing is presumed: whoever enters the case says which of the three it is.
    {
      field: 'told',
      label: 'Has the person been told?',
      hint: 'Nothing is presumed. T for told, T again where they agreed too, N for neither.',
      choices: choices(toldName),
    },
    ...(entries.told === 'neither'
      ? [
          { field: 'told_reason', label: 'Why not', lines: 2 },
          { field: 'told_ground', label: 'On what ground' },
          { field: 'told_decided_by', label: 'Who decided it' },
        ]
      : []),
  ],
})

const blank: CaseForm = {
  id: null, reference: '', title: '', forename: '', surname: '', born: '', gender: '', ethnic_group: '', cro: '',
  number_and_street: '', locality: '', post_town: '', postcode: '', manager_name: '', manager_organisation: '', note: '',
  cohort: 'fixed', meeting: 'odoc', lead: '', custody: 'not_known', establishment: '', since: '', until: '',
  mappa: false, child_protection: false, under_18: false, told: null, told_reason: '', told_ground: '', told_decided_by: '', closed: false,
}

/** A new case begins with the next free reference. */
export const newCase = (offered: CaseChoices, meeting: Kind = 'odoc'): CaseForm => ({ ...blank, meeting, reference: offered.next_reference[meeting] })

/** The number that a new case has when it goes to another meeting: the one that was offered follows, another one stands. */
export const followed = (reference: string, meeting: string, offered: CaseChoices): string =>
  Object.values(offered.next_reference).includes(reference) ? offered.next_reference[meeting as Kind] : reference

/** The fields of text as the form again. */
export function formOf(fields: Record<string, FieldState>, id: string | null): CaseForm {
  const texts = values(fields)
  const ticks = Object.fromEntries(flags.map((flag) => [flag, texts[flag] === 'yes']))
  return { ...blank, ...texts, ...ticks, told: texts.told || null, id } as CaseForm
}
