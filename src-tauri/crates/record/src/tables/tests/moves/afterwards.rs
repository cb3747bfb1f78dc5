//! What is put right afterwards: corrections, moved lines, times, acceptances.

use super::{Choice, person, slot};
use crate::tables::tests::world::{World, said};
use protocol::grounds::OnFile;
use protocol::ids::CorrectionId;
use protocol::meeting::{Hand, InSession, Line, Moving, Stay};
use protocol::refusal::Refusal;

pub fn put_right(
    world: &mut World,
    m: &mut InSession,
    (what, which): Choice,
) -> Result<(), Refusal> {
    let (id, pack) = (world.id(), world.pack.clone());
    let hand = Hand {
        by: "The minute-taker".to_owned(),
        at: world.now(),
    };
    let (p, who) = (m.proceedings(), person(m.proceedings(), which));
    match what % 30 {
        20 => {
            let line = line(m, which).ok_or(Refusal::NoSuchLine)?;
            let (words, none) = (said("corrected"), OnFile::default());
            m.correct(line, words, CorrectionId(id), hand, &pack, &none)
        }
        21 => {
            let line = line(m, which).ok_or(Refusal::NoSuchLine)?;
            let to = slot(p, which.wrapping_add(1));
            let none = OnFile::default();
            let moving = Moving::of(line, to, id);
            let moving = match which.is_multiple_of(2) {
                true => moving,
                false => moving.heard(said("stopped it")),
            };
            m.move_line(moving, hand, &pack, &none).map(|_| ())
        }
        22 => {
            let mut is = Stay::of(p.attendance(who)?);
            let last = is.presence.last_mut().ok_or(Refusal::NotInTheRoom(who))?;
            last.to = Some(last.to.unwrap_or(hand.at));
            m.amend_presence(who, is, hand, &pack, &OnFile::default())
                .map(|_| ())
        }
        _ => m.undo_acceptance(who, hand, &pack),
    }
}

fn line(m: &InSession, which: u8) -> Option<Line> {
    let p = m.proceedings();
    let items = p.items.iter().map(|i| Line::Item(i.parts().id));
    let decisions = p.decisions.iter().map(|d| Line::Decision(d.id));
    let all: Vec<_> = items.chain(decisions).collect();
    all.get(usize::from(which) % all.len().max(1)).copied()
}
