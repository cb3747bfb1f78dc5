//! Managers' authorities, permissions to pass on, chosen powers and legal advice, each in a line.

use super::addressees;
use super::forms::{PaperRow, PaperSortView};
use super::reading::{kinds, named, withdrawn};
use protocol::grounds::{Authority, ChairChoice, LegalAdvice, OnFile, Permission, PermissionFrom};
use protocol::ids::MeetingId;
use protocol::pack::Pack;
use protocol::trade::At;

/// The other papers, the newest first.
pub(super) fn rows(
    file: &OnFile,
    meeting: Option<MeetingId>,
    at: At,
    pack: &Pack,
) -> Vec<PaperRow> {
    let authorities = file.authorities.iter();
    let authorities = authorities.map(|a| authority(a, meeting, at, pack));
    let permissions = file.permissions.iter();
    let permissions = permissions.map(|p| permission(p, meeting, at, pack));
    let choices = file.choices.iter();
    let choices = choices.map(|c| choice(c, meeting, at, pack));
    let advice = file.advice.iter().map(advice);
    let all = authorities.chain(permissions).chain(choices).chain(advice);
    let mut rows: Vec<PaperRow> = all.collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.on));
    rows
}

/// An authority holds for the meeting at which it was given.
fn authority(authority: &Authority, meeting: Option<MeetingId>, at: At, pack: &Pack) -> PaperRow {
    let parts = authority.parts();
    let role = pack
        .role(&parts.by.role)
        .map_or_else(|| parts.by.role.to_string(), |role| role.name.clone());
    PaperRow {
        id: parts.id.to_string(),
        sort: PaperSortView::Authority,
        on: parts.at.date_naive(),
        in_force: meeting.is_some_and(|meeting| authority.is_in_force(meeting, at)),
        by: format!("{}, {role}", parts.by.name.as_str()),
        kinds: kinds(parts.scope.kinds.iter(), pack),
        recipients: addressees(parts.scope.recipients.iter(), pack),
        words: parts.what.as_str().to_owned(),
        can_be_withdrawn: parts.withdrawn.is_none(),
        withdrawn: parts.withdrawn.as_ref().map(withdrawn),
    }
}

/// So does a permission to pass on.
pub(crate) fn permission(
    permission: &Permission,
    meeting: Option<MeetingId>,
    at: At,
    pack: &Pack,
) -> PaperRow {
    let parts = permission.parts();
    PaperRow {
        id: parts.id.to_string(),
        sort: match parts.from {
            PermissionFrom::Owner(_) => PaperSortView::OwnersPermission,
            PermissionFrom::Subject => PaperSortView::SubjectsPermission,
        },
        on: parts.at.date_naive(),
        in_force: meeting.is_some_and(|meeting| permission.is_in_force(meeting, at)),
        by: match &parts.from {
            PermissionFrom::Owner(owner) => {
                format!("{}, {}", parts.given_by.as_str(), owner.called(pack))
            }
            PermissionFrom::Subject => parts.given_by.as_str().to_owned(),
        },
        kinds: kinds(parts.kinds.iter(), pack),
        recipients: named(&parts.recipients, pack),
        words: parts
            .evidence
            .as_ref()
            .map(|e| e.as_str().to_owned())
            .unwrap_or_default(),
        can_be_withdrawn: parts.withdrawn.is_none(),
        withdrawn: parts.withdrawn.as_ref().map(withdrawn),
    }
}

/// A choice holds for the meeting at which it was made, like an authority.
fn choice(choice: &ChairChoice, meeting: Option<MeetingId>, at: At, pack: &Pack) -> PaperRow {
    let parts = choice.parts();
    let power = pack
        .power(&parts.power)
        .map_or_else(|| parts.power.to_string(), |p| p.name.clone());
    let in_force = meeting.is_some_and(|meeting| choice.is_in_force(meeting, at));
    PaperRow {
        id: parts.id.to_string(),
        sort: PaperSortView::ChosenPower,
        on: parts.at.date_naive(),
        in_force,
        by: power,
        kinds: kinds(parts.kinds.iter(), pack),
        recipients: named(&parts.recipients, pack),
        words: parts.because.as_str().to_owned(),
        can_be_withdrawn: parts.withdrawn.is_none(),
        withdrawn: parts.withdrawn.as_ref().map(withdrawn),
    }
}

fn advice(advice: &LegalAdvice) -> PaperRow {
    let outcome = advice.outcome.as_ref();
    PaperRow {
        id: advice.id.to_string(),
        sort: PaperSortView::LegalAdvice,
        on: outcome.map_or(advice.asked_at, |o| o.at).date_naive(),
        in_force: outcome.is_some_and(|o| o.may_be_shared),
        by: outcome
            .map_or(&advice.asked_of, |o| &o.given_by)
            .as_str()
            .to_owned(),
        kinds: Vec::new(),
        recipients: Vec::new(),
        words: outcome
            .map_or(&advice.question, |o| &o.advice)
            .as_str()
            .to_owned(),
        can_be_withdrawn: false,
        withdrawn: None,
    }
}
