//! The agreement pack: shown, edited, and every version of it kept (§6.1).
//!
//! A meeting that goes on keeps the version that it pinned when its register was opened; what is saved here is for the next.

pub(crate) use super::from_file::{adopt_pack, choose_pack, example_pack, save_pack};

use super::counted::Counted;
use super::forms::{
    HolderForm, LadderForm, LeavesForm, OrganisationForm, PackVersionForm, PackVersionView,
    PartnershipView, TeamForm,
};
use super::keeping::{fresh_key, keep};
use super::reading::{version_view, view};
use crate::faults::Faults;
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::Nothing;
use protocol::ids::{KindKey, OrganisationKey, TeamKey};
use protocol::pack::{Organisation, Pack, RetentionPeriod, Team};
use protocol::trade::Strand;
use std::collections::BTreeSet;

pub(crate) fn partnership(desk: &mut Desk, _: Nothing) -> Result<PartnershipView, Problem> {
    view(desk)
}

/// One version of it, as it was when it was in force (§6.1).
pub(crate) fn pack_version(
    desk: &mut Desk,
    form: PackVersionForm,
) -> Result<PackVersionView, Problem> {
    version_view(desk, &form.version)
}

pub(crate) fn save_organisation(
    desk: &mut Desk,
    form: OrganisationForm,
) -> Result<PartnershipView, Problem> {
    edit(desk, |pack| {
        let mut faults = Faults::default();
        let saved = organisation(&form, pack, &mut faults);
        faults.none()?;
        put(&mut pack.organisations, saved, |one| &one.key);
        Ok(())
    })
}

/// An organisation leaves the agreement, with its teams and whatever the agreement says of them alone.
///
/// What was said and agreed before keeps its name: a meeting holds to the version that it opened with.
pub(crate) fn remove_organisation(
    desk: &mut Desk,
    form: LeavesForm,
) -> Result<PartnershipView, Problem> {
    let key = OrganisationKey::new(form.organisation);
    let pack = desk.pack()?;
    let leaver = pack.organisation(&key);
    let leaver = leaver.ok_or_else(|| Problem::field("organisation", "not_in_the_pack"))?;
    if !Counted::on(desk)?.leaving(leaver).may() {
        return Err(Problem::field("organisation", "cannot_leave"));
    }
    edit(desk, |pack| {
        let theirs = |team: &mut Team| team.organisation == key;
        let gone = pack.teams.extract_if(.., theirs).map(|team| team.key);
        let gone: BTreeSet<TeamKey> = gone.collect();
        pack.organisations.retain(|one| one.key != key);
        pack.officer_roles.retain(|role| role.organisation != key);
        let of_it = |one: &RetentionPeriod| one.organisation.as_ref() == Some(&key);
        pack.retention.retain(|one| !of_it(one));
        let before = pack.matrix.holds.clone();
        let held = pack.matrix.holds.values_mut();
        held.for_each(|teams| teams.retain(|team| !gone.contains(team)));
        pack.matrix.holds.retain(|_, teams| !teams.is_empty());
        // What the parties confirmed was another table.
        pack.matrix.confirmed &= pack.matrix.holds == before;
        Ok(())
    })
}

pub(crate) fn save_team(desk: &mut Desk, form: TeamForm) -> Result<PartnershipView, Problem> {
    edit(desk, |pack| {
        let mut faults = Faults::default();
        let saved = team(&form, pack, &mut faults);
        faults.none()?;
        put(&mut pack.teams, saved, |one| &one.key);
        Ok(())
    })
}

pub(crate) fn set_holder(desk: &mut Desk, form: HolderForm) -> Result<PartnershipView, Problem> {
    edit(desk, |pack| {
        let (kind, team) = (KindKey::new(form.kind), TeamKey::new(form.team));
        let mut faults = Faults::default();
        if pack.kind(&kind).is_none() {
            faults.code("kind", "not_in_the_pack");
        }
        if pack.team(&team).is_none() {
            faults.code("team", "not_in_the_pack");
        }
        faults.none()?;
        let holders = pack.matrix.holds.entry(kind).or_default();
        let changed = match form.holds {
            true => holders.insert(team),
            false => holders.remove(&team),
        };
        // What the parties confirmed was another table.
        pack.matrix.confirmed &= !changed;
        pack.matrix.holds.retain(|_, teams| !teams.is_empty());
        Ok(())
    })
}

/// Asks for a manager's authority outside the waiver at a kind of meeting, or no longer does (§4.3 DIP).
pub(crate) fn set_ladder(desk: &mut Desk, form: LadderForm) -> Result<PartnershipView, Problem> {
    edit(desk, |pack| {
        let meeting = form.meeting.into();
        pack.ladder.meetings.retain(|kind| *kind != meeting);
        if form.on {
            pack.ladder.meetings.push(meeting);
            pack.ladder.meetings.sort();
        }
        Ok(())
    })
}

pub(crate) fn confirm_matrix(desk: &mut Desk, _: Nothing) -> Result<PartnershipView, Problem> {
    edit(desk, |pack| {
        pack.matrix.confirmed = true;
        Ok(())
    })
}

/// Changes a copy of the pack in force and keeps it as the next version; what changes nothing makes no version.
fn edit(
    desk: &mut Desk,
    change: impl FnOnce(&mut Pack) -> Result<(), Problem>,
) -> Result<PartnershipView, Problem> {
    let before = desk.pack()?;
    let mut after = Pack::clone(&before);
    change(&mut after)?;
    if after != *before {
        keep(desk, after)?;
    }
    view(desk)
}

fn organisation(form: &OrganisationForm, pack: &Pack, faults: &mut Faults) -> Organisation {
    let key = OrganisationKey::new(form.key.trim());
    let known = pack.organisation(&key);
    if known.is_none() && !key.as_str().is_empty() {
        faults.code("key", "not_in_the_pack");
    }
    let taken = |key: &str| pack.organisations.iter().any(|o| o.key.as_str() == key);
    Organisation {
        name: faults.text("name", &form.name),
        short_name: faults.text("short_name", &form.short_name),
        statutory: form.statutory,
        party: form.party,
        competent_authority: form.competent_authority,
        relevant_authority: form.relevant_authority,
        note: Some(form.note.trim())
            .filter(|note| !note.is_empty())
            .map(str::to_owned),
        key: match known {
            Some(known) => known.key.clone(),
            None => OrganisationKey::new(fresh_key(&form.short_name, "organisation", taken)),
        },
    }
}

fn team(form: &TeamForm, pack: &Pack, faults: &mut Faults) -> Team {
    let key = TeamKey::new(form.key.trim());
    let known = pack.team(&key);
    if known.is_none() && !key.as_str().is_empty() {
        faults.code("key", "not_in_the_pack");
    }
    let organisation = OrganisationKey::new(form.organisation.trim());
    if pack.organisation(&organisation).is_none() {
        faults.code("organisation", "not_in_the_pack");
    }
    let taken = |key: &str| pack.teams.iter().any(|t| t.key.as_str() == key);
    Team {
        organisation,
        name: faults.text("name", &form.name),
        short_name: faults.text("short_name", &form.short_name),
        capture_key: form.capture_key.trim().to_lowercase(),
        in_cjit: form.in_cjit,
        enforcement: form.enforcement,
        strand: Strand::from(form.strand),
        key: match known {
            Some(known) => known.key.clone(),
            None => TeamKey::new(fresh_key(&form.short_name, "team", taken)),
        },
    }
}

/// Puts an entry in the place of the one with its key, or at the end.
fn put<T, K: PartialEq>(list: &mut Vec<T>, entry: T, key: impl Fn(&T) -> &K) {
    match list.iter().position(|one| key(one) == key(&entry)) {
        Some(at) => list[at] = entry,
        None => list.push(entry),
    }
}
