//! The agreement pack in force, whole, and every version that was kept.

use super::counted::Counted;
use super::forms::{
    KindRow, OfficerRoleRow, OrganisationRow, PackVersionRow, PackVersionView, PartnershipView,
    TeamRow,
};
use super::lists;
use crate::packs::cited;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::pack::{Kind, OfficerKind, OfficerRole, Organisation, Pack, Team};
use record::tables::{KeptPack, User};
use record::{EntryKind, Logged};
use std::sync::Arc;

/// The agreement in force.
pub(super) fn view(desk: &Desk) -> Result<PartnershipView, Problem> {
    let pack = desk.pack()?;
    let counted = Counted::on(desk)?;
    let mut view = of(&pack, versions(desk)?);
    for (row, organisation) in view.organisations.iter_mut().zip(&pack.organisations) {
        row.leaving = Some(counted.leaving(organisation));
    }
    view.last = desk.open()?.last.kept();
    Ok(view)
}

/// One version as it was kept, whichever is in force today.
pub(super) fn version_view(desk: &Desk, name: &str) -> Result<PackVersionView, Problem> {
    let (kept, pack) = kept_as(desk, name)?;
    let reading = desk.record()?.read();
    let entry = reading.journal().one(kept.seq)?;
    let latest = reading.packs().latest()?;
    let in_force = latest.is_some_and(|latest| latest.number == kept.number);
    let row = version(&kept, entry.as_ref(), &reading.users().all()?, in_force);
    Ok(PackVersionView {
        agreement: of(&pack, vec![row]),
        clauses: cited(&pack),
    })
}

/// The version that is called so, and what it said.
pub(super) fn kept_as(desk: &Desk, version: &str) -> Result<(KeptPack, Arc<Pack>), Problem> {
    let all = desk.record()?.read().packs().all()?;
    let kept = all.into_iter().find(|kept| kept.version == version);
    let kept = kept.ok_or_else(|| Problem::field("version", "not_understood"))?;
    let pack = desk.shelved(Some(kept.clone()))?;
    Ok((kept, pack))
}

fn of(pack: &Pack, versions: Vec<PackVersionRow>) -> PartnershipView {
    PartnershipView {
        name: pack.name.clone(),
        version: pack.version.clone(),
        dated: pack.dated,
        review_due: pack.review_due,
        law: pack.law.name.clone(),
        marking: pack.markings.in_force.clone(),
        handling: pack.markings.handling.clone(),
        texts_hash: hex::encode(pack.texts_hash()),
        rules_hash: hex::encode(pack.rules_hash()),
        organisations: pack.organisations.iter().map(organisation).collect(),
        teams: pack.teams.iter().map(team).collect(),
        officer_roles: pack
            .officer_roles
            .iter()
            .map(|r| officer_role(r, pack))
            .collect(),
        purposes: lists::purposes(pack),
        powers: lists::powers(pack),
        conditions: lists::conditions(pack),
        kinds: pack.kinds.iter().map(|k| kind(k, pack)).collect(),
        matrix_confirmed: pack.matrix.confirmed,
        authority_at: pack
            .ladder
            .meetings
            .iter()
            .map(|kind| (*kind).into())
            .collect(),
        limits: lists::limits(&pack.limits),
        retention: lists::retention(pack),
        texts: lists::texts(pack),
        versions,
        last: None,
    }
}

fn organisation(o: &Organisation) -> OrganisationRow {
    OrganisationRow {
        key: o.key.as_str().to_owned(),
        name: o.name.clone(),
        short_name: o.short_name.clone(),
        statutory: o.statutory,
        party: o.party,
        competent_authority: o.competent_authority,
        relevant_authority: o.relevant_authority,
        note: o.note.clone(),
        leaving: None,
    }
}

fn team(t: &Team) -> TeamRow {
    TeamRow {
        key: t.key.as_str().to_owned(),
        organisation: t.organisation.as_str().to_owned(),
        name: t.name.clone(),
        short_name: t.short_name.clone(),
        capture_key: t.capture_key.clone(),
        in_cjit: t.in_cjit,
        enforcement: t.enforcement,
        strand: t.strand.into(),
    }
}

/// A role of the appendix, with its team where the appendix gives the team officers of its own.
pub(crate) fn officer_role(role: &OfficerRole, pack: &Pack) -> OfficerRoleRow {
    let organisation = pack.organisation(&role.organisation).map(|o| &*o.name);
    let team = role
        .team
        .as_ref()
        .and_then(|key| pack.team(key))
        .map(|t| &*t.name);
    let names: Vec<_> = organisation.into_iter().chain(team).collect();
    OfficerRoleRow {
        organisation: role.organisation.as_str().to_owned(),
        organisation_name: names.join(", "),
        primary: role.kind == OfficerKind::Pdo,
        role: role.role.clone(),
    }
}

fn kind(k: &Kind, pack: &Pack) -> KindRow {
    let holders = pack.matrix.holds.get(&k.key);
    KindRow {
        key: k.key.as_str().to_owned(),
        name: k.name.clone(),
        capture_key: k.capture_key.clone(),
        format: k.format.clone(),
        sensitivity: k.sensitivity.as_ref().and_then(lists::slug),
        clause: k.clause.clone().unwrap_or_default(),
        holders: holders
            .into_iter()
            .flatten()
            .map(|team| team.as_str().to_owned())
            .collect(),
    }
}

/// Every version, the last first, with who kept it.
fn versions(desk: &Desk) -> Result<Vec<PackVersionRow>, Problem> {
    let reading = desk.record()?.read();
    let kept = reading.packs().all()?;
    let users = reading.users().all()?;
    let mut rows = Vec::new();
    for pack in &kept {
        let entry = reading.journal().one(pack.seq)?;
        rows.push(version(pack, entry.as_ref(), &users, rows.is_empty()));
    }
    Ok(rows)
}

fn version(
    pack: &KeptPack,
    entry: Option<&Logged>,
    users: &[User],
    in_force: bool,
) -> PackVersionRow {
    let kept = [EntryKind::PackKept, EntryKind::MoveUndone];
    let entry = entry.filter(|e| kept.contains(&e.kind));
    let by = entry.and_then(|e| users.iter().find(|user| user.id == e.actor));
    PackVersionRow {
        version: pack.version.clone(),
        saved_on: pack.at.date_naive(),
        by: by
            .map(|user| user.name.as_str().to_owned())
            .unwrap_or_default(),
        in_force,
        texts_hash: hex::encode(pack.texts_hash),
        rules_hash: hex::encode(pack.rules_hash),
    }
}
