//! The agenda as it changes, and what the whole room says at once.

use super::{Choice, slot};
use crate::tables::tests::world::{World, said};
use protocol::ids::{CaseId, DecisionId, SlotId};
use protocol::meeting::{Forum, Hand, InSession};
use protocol::refusal::Refusal;
use protocol::trade::Tier;

pub fn turn(world: &mut World, m: &mut InSession, (what, which): Choice) -> Result<(), Refusal> {
    let (id, at) = (world.id(), world.now());
    let by = "The minute-taker".to_owned();
    let (hand, slot) = (Hand { by, at }, slot(m.proceedings(), which));
    match what % 30 {
        24 => m.ask_room(at),
        25 if which.is_multiple_of(2) => m.no_change(said("no change"), id, at),
        25 => m.nil_returns(id, at),
        26 => match which % 3 {
            0 => m.refer_case(
                slot,
                (Forum::Mappa, false),
                said("risk"),
                DecisionId(id),
                hand,
            ),
            1 => m.refer_case(
                slot,
                (Forum::ChildProtection, true),
                said("a child"),
                DecisionId(id),
                hand,
            ),
            _ => m.take_off_case(slot, said("moved away"), DecisionId(id), hand),
        },
        27 if which.is_multiple_of(4) => {
            added(m).map_or(Ok(()), |slot| m.take_back_added(slot, at))
        }
        27 => m.reopen_case(slot, Some(said("opened again")), hand),
        28 => m
            .join_case(slot, Some(said("together")), hand.clone())
            .or_else(|_| m.part_case(slot, hand)),
        _ => {
            let mut heading = m.proceedings().slots[0].case.clone();
            heading.case = CaseId(world.id());
            m.add_case(SlotId(id), heading, (Tier::Green, 3), hand)
        }
    }
}

/// A case that was added while the meeting went on.
fn added(m: &InSession) -> Option<SlotId> {
    let p = m.proceedings();
    let added = p.slots.iter().rfind(|slot| p.was_added_here(slot.id));
    added.map(|slot| slot.id)
}
