//! Which case a part of a meeting is about, so that its words lie in a body of that person's own.

use super::versions::words_of;
use protocol::ids::{CaseId, SlotId};
use protocol::meeting::{Place, Proceedings};
use uuid::Uuid;

/// The case that the part with this identifier is about, where it is about one.
///
/// Looked for and not kept in a map: a command changes one part or two, and a meeting has hundreds.
pub(super) fn case_of(p: &Proceedings, part: Uuid) -> Option<CaseId> {
    first_said(p, part).or_else(|| of_correction(p, part))
}

fn first_said(p: &Proceedings, part: Uuid) -> Option<CaseId> {
    of_slot(p, SlotId(part))
        .or_else(|| of_item(p, part))
        .or_else(|| of_update(p, part))
        .or_else(|| of_decision(p, part))
        .or_else(|| of_action(p, part))
}

fn of_slot(p: &Proceedings, slot: SlotId) -> Option<CaseId> {
    let slot = p.slots.iter().find(|s| s.id == slot)?;
    Some(slot.case.case)
}

fn of_item(p: &Proceedings, item: Uuid) -> Option<CaseId> {
    let item = p.items.iter().find(|i| i.parts().id.0 == item)?;
    of_place(p, item.parts().place)
}

fn of_update(p: &Proceedings, update: Uuid) -> Option<CaseId> {
    let update = p.updates.iter().find(|u| u.id.0 == update)?;
    of_slot(p, update.slot)
}

fn of_decision(p: &Proceedings, decision: Uuid) -> Option<CaseId> {
    let decision = p.decisions.iter().find(|d| d.id.0 == decision)?;
    of_place(p, decision.place)
}

fn of_action(p: &Proceedings, action: Uuid) -> Option<CaseId> {
    let mut actions = p.actions.iter().chain(&p.carried);
    actions.find(|a| a.id.0 == action)?.case
}

/// What a correction says is about the case of what it corrects.
fn of_correction(p: &Proceedings, correction: Uuid) -> Option<CaseId> {
    let correction = p.corrections.iter().find(|c| c.id.0 == correction)?;
    first_said(p, words_of(p.id, correction.of)?.id)
}

fn of_place(p: &Proceedings, place: Place) -> Option<CaseId> {
    match place {
        Place::Case(slot) => of_slot(p, slot),
        _ => None,
    }
}
