//! A meeting's own time, which never runs backwards whatever the laptop's clock does.

use super::proceedings::Proceedings;
use crate::room::Attendance;
use crate::sharing::Standing;
use crate::trade::At;
use chrono::TimeDelta;

impl Proceedings {
    /// The moment of what is recorded next: by the clock, and never before what was recorded already, so that a clock which is
    /// set back changes neither the order of the lines nor who was in the room for them (`decisions` 3).
    pub fn not_before(&self, now: At) -> At {
        match self.last_moment() {
            Some(last) if now < last => {
                (last + TimeDelta::milliseconds(1)).with_timezone(&now.timezone())
            }
            _ => now,
        }
    }

    /// The latest moment at which anything was said, taken back or closed, or anybody came or went.
    fn last_moment(&self) -> Option<At> {
        let items = self.items.iter().map(|i| i.parts());
        let items = items.flat_map(|i| match i.standing {
            Standing::Undone { at, .. } => [Some(i.at), Some(at)],
            _ => [Some(i.at), None],
        });
        let actions = self.actions.iter().flat_map(|a| [Some(a.at), a.undone]);
        let decisions = self.decisions.iter();
        let decisions = decisions.flat_map(|d| {
            let dissents = d
                .dissents
                .iter()
                .flat_map(|one| [Some(one.at), one.withdrawn]);
            dissents.chain([Some(d.at), d.undone])
        });
        let silences = self.silences.iter().flat_map(|s| [Some(s.at), s.undone]);
        let slots = self.slots.iter().map(|s| s.opened());
        let lines = items.chain(actions).chain(decisions).chain(silences);
        let people = self.attendances.iter().flat_map(came_and_went);
        lines.chain(slots).chain(people).flatten().max()
    }
}

fn came_and_went(a: &Attendance) -> impl Iterator<Item = Option<At>> {
    let presence = a.presence.iter().flat_map(|i| [Some(i.from), i.to]);
    let outs = a.step_outs.iter().flat_map(|s| [Some(s.from), s.to]);
    presence.chain(outs)
}
