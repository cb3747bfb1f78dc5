//! What is said: shared, held, agreed, decided, and taken back.

use super::super::world::{World, said};
use super::{Choice, owner, person, team, updates};
use protocol::grounds::OnFile;
use protocol::ids::{ActionId, ConditionKey, DecisionId, ItemId, KindKey};
use protocol::meeting::{InSession, Place, Proceedings};
use protocol::refusal::Refusal;
use protocol::sharing::{Chosen, DecisionKind, Pending, Proposal, Regime, SilenceKind};
use protocol::trade::Basis;

pub fn say(world: &mut World, m: &mut InSession, (what, which): Choice) -> Result<(), Refusal> {
    let (id, at) = (world.id(), world.now());
    let pack = world.pack.clone();
    match what % 30 {
        0..=2 => m
            .record_item(
                proposal(m.proceedings(), which),
                ItemId(id),
                at,
                &pack,
                &OnFile::default(),
            )
            .map(|_| ()),
        3 => m.record_action(
            ActionId(id),
            owner(which),
            said("do"),
            None,
            None,
            at,
            &pack,
        ),
        4 => {
            let why = which.is_multiple_of(2).then(|| said("because"));
            m.record_decision(
                DecisionId(id),
                DecisionKind::Other,
                said("decide"),
                why,
                false,
                at,
            )
        }
        5 => m.record_dissent(team(which), said("rather not"), at),
        6 if !which.is_multiple_of(2) => updates::put(world, m, which),
        6 => m.record_silence(team(which), SilenceKind::NilReturn, at),
        7 => m.undo(at).map(|_| ()),
        8 => {
            let line = m.last_line().ok_or(Refusal::NothingToUndo)?;
            m.reword(line, said("better put"), &pack, &OnFile::default())
        }
        _ => {
            let held = m.proceedings().items.iter().map(|i| i.parts().id);
            let held: Vec<_> = held.collect();
            let item = held.get(usize::from(which) % held.len().max(1));
            m.release(
                *item.ok_or(Refusal::NoSuchLine)?,
                at,
                &pack,
                &OnFile::default(),
            )
        }
    }
}

fn proposal(p: &Proceedings, which: u8) -> Proposal {
    let pending = Pending {
        team: None,
        organisation: None,
        named: "needle surgery".to_owned(),
    };
    let kind = match p.place {
        Place::Case(_) => "name",
        _ => "meeting-business",
    };
    let chosen = Chosen {
        by: person(p, which),
        because: said("needed"),
        regime: which.is_multiple_of(8).then_some(Regime::General),
        condition: which
            .is_multiple_of(12)
            .then(|| ConditionKey::new("safeguarding")),
    };
    Proposal {
        chosen: which.is_multiple_of(4).then_some(chosen),
        left_out: which
            .is_multiple_of(3)
            .then(|| person(p, which / 3))
            .into_iter()
            .collect(),
        pending: which
            .is_multiple_of(5)
            .then_some(pending)
            .into_iter()
            .collect(),
        ..Proposal::of(team(which), KindKey::new(kind), Basis::Fact, said("seen"))
    }
}
