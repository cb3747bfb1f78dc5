//! Updates in writing: put through, set aside, and waiting again.

use super::super::world::{World, said};
use super::slot;
use protocol::grounds::OnFile;
use protocol::ids::{KindKey, TeamKey, UpdateId};
use protocol::meeting::{Hand, InSession, Planned};
use protocol::refusal::Refusal;
use protocol::sharing::{Update, UpdateSays};
use protocol::trade::Basis;

/// Something written about the first two cases, and a nil return about the first.
pub fn written(world: &mut World, planned: &mut Planned) {
    let pack = world.pack.clone();
    for n in 0..3 {
        let p = planned.proceedings();
        let says = UpdateSays::Information {
            kind: KindKey::new("name"),
            basis: Basis::ProfessionalJudgement,
            words: said("in writing"),
            left_out: vec![p.attendances[3].person],
        };
        let update = Update {
            id: UpdateId(world.id()),
            slot: slot(p, n % 2),
            team: TeamKey::new("housing"),
            sender: said("sender"),
            says: if n == 2 { UpdateSays::Nothing } else { says },
            set_aside: None,
            since: (n == 1).then_some(p.date),
        };
        planned.keep_update(update, &pack).unwrap();
    }
}

pub fn put(world: &mut World, m: &mut InSession, which: u8) -> Result<(), Refusal> {
    let (fresh, at, pack) = (world.id(), world.now(), world.pack.clone());
    let updates = &m.proceedings().updates;
    let id = updates[usize::from(which / 6) % updates.len()].id;
    let by = Hand {
        by: "The minute-taker".to_owned(),
        at,
    };
    match which % 6 {
        1 => m.set_update_aside(id, said("set aside"), by),
        5 => m.let_update_wait(id),
        _ => m.put_update(id, fresh, at, &pack, &OnFile::default()),
    }
}
