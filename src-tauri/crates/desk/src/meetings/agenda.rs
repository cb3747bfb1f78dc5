//! The cases of the next meeting.

use crate::cases::CaseChange;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::cases::Case;
use protocol::file_merges::file_of;
use protocol::ids::{CaseId, SlotId};
use protocol::meeting::{Place, Planned, Proceedings, Slot, SlotProgress, budget};
use protocol::trade::{MeetingKind, Tier};

/// The tier of a case that nobody has placed yet.
pub(super) const UNPLACED: Tier = Tier::Amber;

/// Puts last time's cases on the agenda, those put off first; at the first meeting of a kind, every open case of it.
pub(super) fn carry_over(
    planned: &mut Planned,
    desk: &Desk,
    after: Option<(&Proceedings, &[CaseChange])>,
) -> Result<(), Problem> {
    let mut cases = desk.record()?.read().cases().all()?;
    for changed in after.iter().flat_map(|(_, files)| *files) {
        let these = cases.iter_mut().filter(|case| case.id == changed.id());
        these.for_each(|case| case.clone_from(changed.case()));
    }
    let last = after.map(|(last, _)| last);
    let kind = planned.proceedings().kind;
    let fresh = desk.fresh();
    let merges = desk.record()?.read().file_merges().all()?;
    for (id, tier, budget) in order(&cases, kind, last) {
        let id = file_of(id, &merges);
        if planned
            .proceedings()
            .slots
            .iter()
            .any(|s| s.case.case == id)
        {
            continue;
        }
        let waits = last.is_some_and(|last| {
            let mut waiting = last.waiting_updates();
            waiting.any(|u| last.case_at(Place::Case(u.slot)) == Some(id))
        });
        let has_a_place = |case: &&Case| case.id == id && belongs(case, kind, waits);
        if let Some(case) = cases.iter().find(has_a_place) {
            planned.add_case(SlotId(fresh.id()?), case.heading(), tier, budget)?;
        }
    }
    Ok(())
}

/// Whether a case that was discussed last time is on the next agenda (`0026`): as long as it is open; and once it is closed, while
/// something waits that was taken down for it in writing, which is thrown away behind nobody's back.
fn belongs(case: &Case, kind: MeetingKind, update_waits: bool) -> bool {
    case.meeting == kind && (case.closed.is_none() || update_waits)
}

/// Follows the files that the meeting before has opened or closed again since it ended: a case that is discussed no more goes, and
/// one that is discussed after all comes.
pub(super) fn follow(
    planned: &mut Planned,
    desk: &Desk,
    last: &Proceedings,
    files: &[CaseChange],
) -> Result<(), Problem> {
    for case in files.iter().map(CaseChange::case) {
        let p = planned.proceedings();
        let here = p.slots.iter().find(|s| s.case.case == case.id);
        let here = here.map(|slot| slot.id);
        let was = last.slots.iter().find(|s| s.case.case == case.id);
        let waits = p.waiting_updates().any(|u| Some(u.slot) == here);
        match (here, belongs(case, p.kind, waits)) {
            (Some(slot), false) => planned.remove_case(slot)?,
            (None, true) => {
                let (tier, budget) =
                    was.map_or((UNPLACED, budget(UNPLACED)), |s| (s.tier, s.budget));
                planned.add_case(SlotId(desk.fresh().id()?), case.heading(), tier, budget)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// Whether the case may be put on the agenda of this kind of meeting.
pub(super) fn is_open(case: &Case, kind: MeetingKind) -> bool {
    case.closed.is_none() && case.meeting == kind
}

/// Whether a case was put off at a meeting, or not reached.
pub(super) fn was_put_off(slot: &Slot) -> bool {
    matches!(
        slot.progress,
        SlotProgress::Deferred { .. } | SlotProgress::Waiting
    )
}

fn order(
    cases: &[Case],
    kind: MeetingKind,
    last: Option<&Proceedings>,
) -> Vec<(CaseId, Tier, u16)> {
    let Some(last) = last else {
        let open = cases.iter().filter(|case| is_open(case, kind));
        return open
            .map(|case| (case.id, UNPLACED, budget(UNPLACED)))
            .collect();
    };
    let (put_off, rest): (Vec<_>, Vec<_>) = last.slots.iter().partition(|slot| was_put_off(slot));
    let gone = |slot: &&Slot| matches!(slot.progress, SlotProgress::Referred { .. });
    put_off
        .into_iter()
        .chain(rest.into_iter().filter(|slot| !gone(slot)))
        .map(|s| (s.case.case, s.tier, s.budget))
        .collect()
}
