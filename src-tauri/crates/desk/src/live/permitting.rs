//! The original owner's or the person's permission to pass a line on: of several possible owners, the one who gave it (§1.4.1).

use super::line_rows::Wording;
use super::making_right::file_naming;
use super::proposing::weighed;
use super::reading::view;
use super::right_forms::{OwnerChoice, PermitForm, RightView, WithdrawPermissionForm};
use super::rights::{addressees, by_permission, facts, is_of_somebody_else, named};
use super::views::MeetingView;
use crate::faults::Faults;
use crate::grounds::{PaperRow, commands::withdrawal, papers};
use crate::problem::Problem;
use crate::session::{Desk, Live};
use protocol::grounds::{Owner, Permission, PermissionFrom, PermissionParts, Several};
use protocol::ids::{ItemId, PermissionId};
use protocol::meeting::Place;
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::sharing::{Assessment, Fact, Source};
use protocol::trade::At;
use protocol::words::Words;
use record::EntryKind;
use record::tables::Filed;

/// The form that asks for it, for those who wait for it.
pub(super) fn permission_asked(
    assessment: &Assessment,
    wording: &Wording<'_>,
    pack: &Pack,
) -> Option<RightView> {
    let to = addressees(assessment, wording, by_permission);
    let owners = owners(assessment);
    let of_a_person = matches!(assessment.parts().place, Place::Case(_))
        && !is_of_somebody_else(assessment, pack);
    // Where nobody originally holds such a thing, and it is nobody's own, nobody can permit it.
    let somebody_can = of_a_person || !owners.is_empty();
    (!to.is_empty() && somebody_can).then(|| RightView::Permission {
        owners: owners.iter().map(|one| owner_choice(one, pack)).collect(),
        recipients: named(&to, pack),
        of_a_person,
    })
}

fn owner_choice(owner: &Owner, pack: &Pack) -> OwnerChoice {
    OwnerChoice {
        key: owner_key(owner),
        name: owner.called(pack),
        from: match owner {
            Owner::Team(key) => pack.team(key).map(|team| team.capture_key.clone()),
            _ => None,
        },
    }
}

/// An owner as a form names them.
fn owner_key(owner: &Owner) -> String {
    match owner {
        Owner::Team(key) => format!("team:{key}"),
        Owner::Organisation(key) => format!("organisation:{key}"),
        Owner::Group(key) => format!("group:{key}"),
        Owner::Guest(name) => format!("guest:{name}"),
    }
}

/// Whose permission would do, as the weighing found it.
fn owners(assessment: &Assessment) -> Vec<Owner> {
    let owners = facts(assessment).filter_map(|fact| match fact {
        Fact::Owners(owners) => Some(owners.clone()),
        _ => None,
    });
    let mut owners: Vec<Owner> = owners.flatten().collect();
    owners.sort();
    owners.dedup();
    owners
}

/// Records a permission to pass on, in the name of whoever gave it.
pub(crate) fn permit(desk: &mut Desk, form: PermitForm) -> Result<MeetingView, Problem> {
    let (given, named) = permission(desk, desk.live()?, &form)?;
    let permission = Filed::Permission(given);
    file_naming(desk, EntryKind::PermissionGiven, permission, named)
}

/// A permission as it was typed, for a meeting that goes on or has ended; with it whose a held item is, where that was left open.
pub(crate) fn permission(
    desk: &Desk,
    live: &Live,
    form: &PermitForm,
) -> Result<(Permission, Option<(ItemId, Owner)>), Problem> {
    let mut faults = Faults::default();
    let given_by = faults.text("given_by", &form.given_by);
    let evidence = faults.maybe_text("evidence", &form.evidence);
    faults.none()?;
    let assessment = weighed(live, &form.of, desk.now())?;
    let id = PermissionId(desk.fresh().id()?);
    let parts = assessment.parts();
    let to = addressees(&assessment, &Wording::of(live), by_permission);
    let owner = owner_who_permits(form, &assessment)?;
    // Said of a held item only now: it keeps whose it is, and no other owner's is taken for it. Of a line of several cases it is the
    // copy that the paper is about, whichever of them was opened.
    let named = form.of.item.map(|_| parts.id).zip(owner.clone());
    let of_another = |(_, owner): &(ItemId, Owner)| matches!(&parts.source, Source::ThirdParty(said) if said != owner);
    let named = named.filter(|one| owners(&assessment).len() > 1 || of_another(one));
    let permission = PermissionParts {
        id,
        case: live.meeting.proceedings().case_at(parts.place),
        kinds: Several::one(parts.kind.clone()),
        recipients: Several::of(to).ok_or(Refusal::ScopeNamesNothing)?,
        from: owner.map_or(PermissionFrom::Subject, PermissionFrom::Owner),
        given_by: Words::new(given_by),
        at: desk.now(),
        meeting: live.meeting.proceedings().id,
        evidence: Some(evidence).filter(|e| !e.is_empty()).map(Words::new),
        withdrawn: None,
    };
    Ok((Permission::given(permission)?, named))
}

/// Takes back what was permitted outside every case: no case's file shows it, and its meeting is the only one at which it counts.
pub(crate) fn withdraw_permission(
    desk: &mut Desk,
    form: WithdrawPermissionForm,
) -> Result<MeetingView, Problem> {
    let withdrawal = withdrawal(desk, &form.told_by, &form.note)?;
    let live = desk.live()?;
    let given = outside_every_case(live).find(|one| one.parts().id == form.permission);
    let given = given.cloned();
    let mut given = given.ok_or_else(|| Problem::field("permission", "not_on_the_register"))?;
    given.withdraw(withdrawal)?;
    let paper = Filed::Permission(given);
    let kind = EntryKind::PermissionWithdrawn;
    desk.in_meeting_along(kind, None, Some(&paper), |meeting, _| Ok(meeting))?;
    view(desk)
}

/// What this meeting was permitted outside every case, as it stands now.
pub(super) fn permissions(live: &Live, at: At) -> Vec<PaperRow> {
    let meeting = live.meeting.proceedings().id;
    let row = |one: &Permission| papers::permission(one, Some(meeting), at, &live.pack);
    outside_every_case(live).map(row).collect()
}

fn outside_every_case(live: &Live) -> impl Iterator<Item = &Permission> {
    let meeting = live.meeting.proceedings().id;
    let given = live.on_file.given_at(meeting, None).permissions;
    given.into_iter()
}

/// Whose permission it is: the person's, which it is where nobody holds such information; the only owner's, or the one's who is
/// chosen among several.
fn owner_who_permits(form: &PermitForm, assessment: &Assessment) -> Result<Option<Owner>, Problem> {
    if form.subject {
        return Ok(None);
    }
    let mut all = owners(assessment);
    if all.len() < 2 {
        return Ok(all.pop());
    }
    let chosen = all.into_iter().find(|one| owner_key(one) == form.owner);
    let chosen = chosen.ok_or_else(|| Problem::field("owner", "missing"))?;
    Ok(Some(chosen))
}
