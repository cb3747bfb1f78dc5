//! What is still to be done from earlier meetings: as long as one of those is not signed, what it agreed may still be put right.

use super::Meeting;
use super::proceedings::Proceedings;
use crate::sharing::Action;

impl Meeting {
    /// Carries what is still to be done as it is said now: an action that was taken back or moved away meanwhile goes, and
    /// what it became comes. What was said of an action here stays said; a meeting that has ended says what it said.
    pub fn carry(&mut self, open: Vec<Action>) {
        match self {
            Self::Planned(m) => carry(&mut m.0, open),
            Self::Gathering(m) => carry(&mut m.0, open),
            Self::InSession(m) => carry(&mut m.0, open),
            Self::Adjourned(m) => carry(&mut m.0, open),
            Self::Closed(_) | Self::Sealed(_) => {}
        }
    }
}

fn carry(p: &mut Proceedings, open: Vec<Action>) {
    let here = p.id;
    let settled = |a: &Action| a.settled.as_ref().is_some_and(|s| s.meeting == here);
    let now = |a: &Action| open.iter().find(|other| other.id == a.id);
    p.carried.retain(|a| settled(a) || now(a).is_some());
    for action in &mut p.carried {
        match now(action) {
            Some(other) if !settled(action) => *action = other.clone(),
            _ => {}
        }
    }
    // What this meeting agreed itself stands among its own.
    let known: Vec<_> = p.carried.iter().map(|a| a.id).collect();
    let new = |a: &Action| a.meeting != here && !known.contains(&a.id);
    p.carried.extend(open.into_iter().filter(new));
}
