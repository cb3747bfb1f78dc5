//! What a meeting decided to share on, as leaves of its case: covered by the signature, and erased with that person.

use super::leaf::Leaf;
use crate::grounds::{Authority, ChairChoice, OnFile, Permission, Withdrawal};
use crate::ids::CaseId;
use crate::meeting::Proceedings;

/// The authorities, permissions and chair's choices given at this meeting about a case or outside every case, in the order in which they
/// came.
pub(super) fn of(p: &Proceedings, case: Option<CaseId>, on_file: &OnFile) -> Vec<Vec<u8>> {
    let given = on_file.given_at(p.id, case);
    let authorities = given.authorities.iter().map(|a| authority(p, a));
    let permissions = given.permissions.iter().map(|one| permission(p, one));
    let choices = given.choices.iter().map(|choice| chosen(p, choice));
    authorities.chain(permissions).chain(choices).collect()
}

fn authority(p: &Proceedings, authority: &Authority) -> Vec<u8> {
    let parts = authority.parts();
    let mut leaf = Leaf::of("authority");
    leaf.text(&parts.id.to_string())
        .moment(Some(parts.at))
        .text(parts.what.as_str())
        .text(&format!("{:?}", parts.scope));
    leaf.text(parts.by.name.as_str())
        .text(parts.by.role.as_str())
        .text(parts.by.organisation.as_ref().map_or("", |o| o.as_str()));
    taken_back(p, parts.withdrawn.as_ref(), &mut leaf);
    leaf.0
}

fn permission(p: &Proceedings, permission: &Permission) -> Vec<u8> {
    let parts = permission.parts();
    let mut leaf = Leaf::of("permission");
    leaf.text(&parts.id.to_string())
        .moment(Some(parts.at))
        .text(&format!(
            "{:?}",
            (&parts.kinds, &parts.recipients, &parts.from)
        ));
    leaf.text(parts.given_by.as_str())
        .text(parts.evidence.as_ref().map_or("", |e| e.as_str()));
    taken_back(p, parts.withdrawn.as_ref(), &mut leaf);
    leaf.0
}

fn chosen(p: &Proceedings, choice: &ChairChoice) -> Vec<u8> {
    let parts = choice.parts();
    let mut leaf = Leaf::of("choice");
    leaf.text(&parts.id.to_string())
        .moment(Some(parts.at))
        .text(&format!(
            "{:?}",
            (&parts.kinds, &parts.recipients, parts.regime)
        ));
    leaf.text(parts.power.as_str())
        .text(parts.because.as_str())
        .text(&parts.chosen_by.to_string())
        // What was signed before a choice could be taken back has an empty moment here.
        .moment(None);
    taken_back(p, parts.withdrawn.as_ref(), &mut leaf);
    leaf.0
}

/// Only what was taken back by the end: later it is a matter of the case's file, and the signed bytes stay as they are.
fn taken_back(p: &Proceedings, withdrawal: Option<&Withdrawal>, leaf: &mut Leaf) {
    if let Some(taken) = withdrawal.filter(|taken| taken.was_by(p.ended)) {
        leaf.text("withdrawn")
            .moment(Some(taken.at))
            .text(taken.told_by.as_str())
            .text(taken.noted_by.as_str())
            .text(taken.note.as_ref().map_or("", |note| note.as_str()));
    }
}
