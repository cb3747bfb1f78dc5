import type { PartnershipView } from '../../contract/PartnershipView'
import type { SensitiveView } from '../../contract/SensitiveView'
import { longDay } from '../../words/dates'
import { stays } from '../../words/pack-file'
import { strandName } from '../../words/names'
import type { AgreementTextShown, KindShown, Matrix, OrganisationRow, PackVersion } from './view'

export function organisations(view: PartnershipView): OrganisationRow[] {
  return view.organisations.map((each) => ({
    key: each.key,
    name: each.name,
    shortName: each.short_name,
    statutory: each.statutory,
    party: each.party,
    competentAuthority: each.competent_authority,
    relevantAuthority: each.relevant_authority,
    note: each.note ?? '',
    stays: each.leaving ? stays(each.leaving) : [],
    teams: view.teams
      .filter((team) => team.organisation === each.key)
      .map((team) => ({
        key: team.key,
        name: team.name,
        captureKey: team.capture_key,
        strand: strandName[team.strand],
        inCjit: team.in_cjit,
        enforcement: team.enforcement,
      })),
  }))
}

export function matrix(view: PartnershipView): Matrix {
  return {
    confirmed: view.matrix_confirmed,
    kinds: view.kinds.map((kind) => ({ key: kind.key, name: kind.name, sensitive: kind.sensitivity !== null })),
    teams: view.teams.map((team) => ({ key: team.key, name: team.name, shortName: team.short_name })),
    holds: Object.fromEntries(view.kinds.map((kind) => [kind.key, kind.holders])),
  }
}

/** What there is to read of each kind, with whoever holds it by name. */
export const kinds = (view: PartnershipView): KindShown[] =>
  view.kinds.map((kind) => ({
    key: kind.key,
    name: kind.name,
    letters: kind.capture_key,
    format: kind.format,
    sensitive: kind.sensitivity as SensitiveView | null,
    clause: kind.clause,
    holders: view.teams.filter((team) => kind.holders.includes(team.key)).map((team) => team.short_name),
  }))

export function texts(view: PartnershipView): AgreementTextShown[] {
  return view.texts.map((text) => ({
    meeting: text.meeting,
    version: text.version,
    openingStatement: text.opening_statement,
    question: text.acceptance_question,
    declarationIntro: text.declaration_intro,
    declaration: text.declaration,
    sections: text.agreement,
  }))
}

/** The newest first; what differs between two versions is told by the two hashes. */
export function versions(view: PartnershipView, today: string): PackVersion[] {
  return view.versions.map((version, at) => {
    const before = view.versions[at + 1]
    const changed = before
      ? [version.texts_hash === before.texts_hash ? '' : 'texts changed', version.rules_hash === before.rules_hash ? '' : 'rules changed'].filter(Boolean)
      : []
    return {
      version: version.version,
      since: longDay(version.saved_on, today),
      words: [version.by, ...changed].filter(Boolean).join(', '),
      hashes: `texts ${version.texts_hash.slice(0, 12)} · rules ${version.rules_hash.slice(0, 12)}`,
      current: version.in_force,
    }
  })
}
