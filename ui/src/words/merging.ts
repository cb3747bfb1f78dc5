// Two files that may be one person's: what each has, and what comes of making them one.
import type { AlikeCases } from '../contract/AlikeCases'
import type { CaseChoices } from '../contract/CaseChoices'
import type { CaseForm } from '../contract/CaseForm'
import type { DetailView } from '../contract/DetailView'
import type { LikenessView } from '../contract/LikenessView'
import type { PairedFile } from '../contract/PairedFile'
import { capital, count, list } from './counting'
import { custodyName, toldName } from './names'

/** What several fields of a form say together, or by a key. */
export const inWords = (form: CaseForm, choices: CaseChoices) => ({
  team: choices.teams.find((each) => each.key === form.lead)?.name ?? form.lead,
  group: choices.ethnic_groups.find((each) => each.key === form.ethnic_group)?.name ?? form.ethnic_group,
  address: [form.number_and_street, form.locality, form.post_town, form.postcode].filter(Boolean).join(', '),
  manager: [form.manager_name, form.manager_organisation].filter(Boolean).join(', '),
  why: [form.told_reason, form.told_ground, form.told_decided_by && `decided by ${form.told_decided_by}`].filter(Boolean).join('; '),
})

const because: Record<LikenessView, string> = {
  cro_number: 'the same CRO number',
  name_and_birth: 'the same name and date of birth',
  name: 'the same name',
}

export const pairWords = (pair: AlikeCases) => `These two files look like one person, by ${because[pair.why]}: ${pair.one_called}, and ${pair.other_called}.`

export const detailName: Record<DetailView, string> = {
  name: 'Name',
  born: 'Born',
  gender: 'Gender',
  ethnic_group: 'Ethnic group',
  cro: 'CRO number',
  address: 'Address',
  offender_manager: 'Offender manager',
  note: 'Note',
  lead: 'Lead agency',
  whereabouts: 'Where',
  told: 'Told',
}

/** What a file says of it, in words. */
export function said(detail: DetailView, form: CaseForm, choices: CaseChoices): string {
  const { team, group, address, manager, why } = inWords(form, choices)
  switch (detail) {
    case 'name':
      return [form.title, form.forename, form.surname].filter(Boolean).join(' ')
    case 'born':
      return form.born
    case 'gender':
      return form.gender
    case 'ethnic_group':
      return group
    case 'cro':
      return form.cro
    case 'address':
      return address
    case 'offender_manager':
      return manager
    case 'note':
      return form.note
    case 'lead':
      return team
    case 'whereabouts':
      return [custodyName[form.custody], form.establishment, form.since && `since ${form.since}`, form.until && `until ${form.until}`].filter(Boolean).join(', ')
    case 'told':
      return [form.told ? toldName[form.told] : '', form.told === 'neither' ? why : ''].filter(Boolean).join(': ')
  }
}

/** What is on a file and about it. */
export const holdsWords = (file: PairedFile) =>
  capital(list([count(file.papers, 'paper') + ' on file', count(file.open_actions, 'open action'), count(file.meetings, 'meeting') + ' held', ...(file.planned ? [`on the agenda of ${count(file.planned, 'meeting')} to come`] : [])]))

/** What follows from making the two one. */
export const followsWords = (stays: string, absorbed: string, consentsEnd: number) => [
  `${absorbed} is closed and stays in the record: its reference leads to ${stays}.`,
  `Its papers, actions and meetings are found under ${stays} from then on. Minutes that are signed stay as they are.`,
  'A flag that either file has is set, and an objection on either counts.',
  ...(consentsEnd ? [`${capital(count(consentsEnd, 'consent'))} ${consentsEnd === 1 ? 'ends' : 'end'} with it, because the person has withdrawn theirs in the other file since.`] : []),
]
