// What can be changed in the pack: organisations, with their four flags, and teams.
import type { OrganisationForm } from '../../contract/OrganisationForm'
import type { OrganisationRow } from '../../contract/OrganisationRow'
import type { PartnershipView } from '../../contract/PartnershipView'
import type { StrandView } from '../../contract/StrandView'
import type { TeamForm } from '../../contract/TeamForm'
import type { TeamRow } from '../../contract/TeamRow'
import { capital } from '../../words/counting'
import { strandName } from '../../words/names'
import type { FieldGroup } from '../cases/view'

type Texts = Record<string, string>
const yesNo = [
  { value: 'no', words: 'No' },
  { value: 'yes', words: 'Yes' },
]
const yes = (text: string | undefined) => text === 'yes'

export const newOrganisation: OrganisationForm = {
  key: '', name: '', short_name: '', statutory: false, party: false, competent_authority: false, relevant_authority: false, note: '',
}
export const newTeam: TeamForm = {
  key: '', organisation: '', name: '', short_name: '', capture_key: '', in_cjit: false, enforcement: false, strand: 'resettlement',
}

export const organisationFields: FieldGroup[] = [
  {
    title: 'The organisation',
    fields: [
      { field: 'name', label: 'Name' },
      { field: 'short_name', label: 'Short name', width: 20 },
      { field: 'note', label: 'Note (optional)', hint: 'What there is to remember of it, such as what is still to be confirmed.', lines: 2 },
    ],
  },
  {
    title: 'Four facts, none of which follows from another',
    fields: [
      { field: 'statutory', label: 'Statutory', hint: 'Anyone else signs a declaration at each meeting ({declaration_signed}).', choices: yesNo, always: true },
      { field: 'party', label: 'Party to the protocol', choices: yesNo, always: true },
      { field: 'competent_authority', label: 'Competent authority', hint: 'It handles information for law enforcement, under the part of the law that is made for that.', choices: yesNo, always: true },
      { field: 'relevant_authority', label: 'Relevant authority', hint: 'It may be given information to prevent crime ({powers}).', choices: yesNo, always: true },
    ],
  },
]

export const teamFields = (view: PartnershipView): FieldGroup[] => [
  {
    title: 'The team',
    fields: [
      { field: 'organisation', label: 'Organisation', choices: view.organisations.map(({ key, name }) => ({ value: key, words: name })), always: true },
      { field: 'name', label: 'Name' },
      { field: 'short_name', label: 'Short name', width: 20 },
      { field: 'capture_key', label: 'Letters for the capture line', hint: 'A few letters that no other team has.', width: 8 },
      {
        field: 'strand',
        label: 'Strand of its actions',
        choices: Object.entries(strandName).map(([value, words]) => ({ value, words: capital(words) })),
        always: true,
      },
      { field: 'in_cjit', label: 'Inside case management', choices: yesNo, always: true },
      { field: 'enforcement', label: 'Enforces', choices: yesNo, always: true },
    ],
  },
]

export function organisationForm(texts: Texts, key: string): OrganisationForm {
  const { name = '', short_name = '', note = '' } = texts
  return {
    key,
    name,
    short_name,
    note,
    statutory: yes(texts.statutory),
    party: yes(texts.party),
    competent_authority: yes(texts.competent_authority),
    relevant_authority: yes(texts.relevant_authority),
  }
}

export function organisationOf(row: OrganisationRow): OrganisationForm {
  const { key, name, short_name, statutory, party, competent_authority, relevant_authority, note } = row
  return { key, name, short_name, statutory, party, competent_authority, relevant_authority, note: note ?? '' }
}

export function teamForm(texts: Texts, key: string): TeamForm {
  const { organisation = '', name = '', short_name = '', capture_key = '', strand = 'resettlement' } = texts
  return { key, organisation, name, short_name, capture_key, strand: strand as StrandView, in_cjit: yes(texts.in_cjit), enforcement: yes(texts.enforcement) }
}

export function teamOf(row: TeamRow): TeamForm {
  const { key, organisation, name, short_name, capture_key, in_cjit, enforcement, strand } = row
  return { key, organisation, name, short_name, capture_key, in_cjit, enforcement, strand }
}
