// The two registers' forms.
import type { OfficerForm } from '../../contract/OfficerForm'
import type { PeopleView } from '../../contract/PeopleView'
import type { PersonForm } from '../../contract/PersonForm'
import type { PersonRow } from '../../contract/PersonRow'
import type { FieldGroup } from '../cases/view'

export type Texts = Record<string, string>
const yesNo = [
  { value: 'no', words: 'No' },
  { value: 'yes', words: 'Yes' },
]

export const newPerson: PersonForm = { id: null, name: '', job: '', team: '', guest_agency: '', guest_statutory: false, retired: false }
export const newOfficer: OfficerForm = { id: null, organisation: '', primary: true, name: '', role: '', email: '', telephone: '', retired: false }

/** A person of the register, as the form that would change them. */
export function personOf(row: PersonRow): PersonForm {
  const { id, name, job, team, retired } = row
  return { id, name, job, team, retired, guest_agency: row.guest ? row.agency : '', guest_statutory: row.guest && row.statutory }
}

export const personFields = (view: PeopleView): FieldGroup[] => [
  {
    title: 'The person',
    fields: [
      { field: 'name', label: 'Name' },
      { field: 'job', label: 'Job' },
      { field: 'retired', label: 'No longer comes', choices: yesNo, always: true },
    ],
  },
  {
    title: 'Who they speak for',
    hint: 'A team of the agreement; or a guest’s agency, by name.',
    fields: [
      { field: 'team', label: 'Team', choices: view.teams.map(({ key, name }) => ({ value: key, words: name })) },
      { field: 'guest_agency', label: 'Guest’s agency' },
      { field: 'guest_statutory', label: 'Is the guest’s agency statutory?', choices: yesNo, always: true },
    ],
  },
]

/** The roles that the agreement names for an organisation's officers; of all of them, where none is chosen yet. */
const roles = (view: PeopleView, organisation: string) => [...new Set(view.officer_roles.filter((each) => !organisation || each.organisation === organisation).map((each) => each.role))]

export const officerFields = (view: PeopleView, organisation: string): FieldGroup[] => [
  {
    title: 'The officer',
    fields: [
      { field: 'organisation', label: 'Organisation', choices: view.organisations.map(({ key, name }) => ({ value: key, words: name })) },
      {
        field: 'primary',
        label: 'Office',
        choices: [
          { value: 'yes', words: 'Primary Designated Officer' },
          { value: 'no', words: 'Designated Officer' },
        ],
        always: true,
      },
      { field: 'name', label: 'Name' },
      { field: 'role', label: 'Role in the organisation', offered: roles(view, organisation) },
      { field: 'email', label: 'E-mail', hint: 'Where minutes and action sheets go, by the secure route.' },
      { field: 'telephone', label: 'Telephone' },
      { field: 'retired', label: 'Retired from this office', choices: yesNo, always: true },
    ],
  },
]

const yes = (text: string | undefined) => text === 'yes'

export function personForm(texts: Texts, id: string | null): PersonForm {
  const { name = '', job = '', team = '', guest_agency = '' } = texts
  return { id, name, job, team, guest_agency: team ? '' : guest_agency, guest_statutory: yes(texts.guest_statutory), retired: yes(texts.retired) }
}

export function officerForm(texts: Texts, id: string | null): OfficerForm {
  const { organisation = '', name = '', role = '', email = '', telephone = '' } = texts
  return { id, organisation, name, role, email, telephone, primary: yes(texts.primary), retired: yes(texts.retired) }
}
