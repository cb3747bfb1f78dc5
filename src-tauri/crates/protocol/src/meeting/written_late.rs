//! Updates in writing that come on the day: once people have sat down, or between the days of a meeting that was adjourned.

use super::adjourned::Adjourned;
use super::door::InSession;
use super::proceedings::Proceedings;
use super::updates::keep;
use crate::ids::UpdateId;
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::Update;

impl InSession {
    /// Keeps what an agency wrote that has nobody in the room, or keeps it anew as long as it waits; it is disclosed to nobody.
    ///
    /// # Errors
    /// The gate's; [`Refusal::OriginatorHere`] for an agency that can say it; [`Refusal::NoSuchUpdate`] for one that waits no
    /// more; those of [`Planned::keep_update`](super::Planned::keep_update).
    pub fn keep_update(&mut self, update: Update, pack: &Pack) -> Result<(), Refusal> {
        self.0.gate()?;
        if self.0.has_somebody_here(&update) {
            return Err(Refusal::OriginatorHere);
        }
        keep_late(&mut self.0, update, pack)
    }

    /// Drops an update that was taken down by mistake, of which nothing has become.
    ///
    /// # Errors
    /// The gate's; [`Refusal::NoSuchUpdate`].
    pub fn drop_update(&mut self, id: UpdateId) -> Result<(), Refusal> {
        self.0.gate()?;
        drop_late(&mut self.0, id)
    }
}

impl Adjourned {
    /// Keeps what an agency wrote between the days, as [`InSession::keep_update`] does: nobody is in the room.
    ///
    /// # Errors
    /// As [`InSession::keep_update`].
    pub fn keep_update(&mut self, update: Update, pack: &Pack) -> Result<(), Refusal> {
        keep_late(&mut self.0, update, pack)
    }

    /// Drops an update that was taken down by mistake, of which nothing has become.
    ///
    /// # Errors
    /// [`Refusal::NoSuchUpdate`].
    pub fn drop_update(&mut self, id: UpdateId) -> Result<(), Refusal> {
        drop_late(&mut self.0, id)
    }
}

fn keep_late(p: &mut Proceedings, update: Update, pack: &Pack) -> Result<(), Refusal> {
    // What was read out or set aside stands as it was written then.
    if p.update(update.id).is_ok() {
        p.untouched_update(update.id)?;
    }
    keep(p, update, pack)
}

fn drop_late(p: &mut Proceedings, id: UpdateId) -> Result<(), Refusal> {
    p.untouched_update(id)?;
    p.updates.retain(|u| u.id != id);
    Ok(())
}

impl Proceedings {
    /// Whether somebody of the agency that wrote is in the room, and can say it.
    fn has_somebody_here(&self, update: &Update) -> bool {
        let mut there = self.attendances.iter().filter(|a| a.is_in_the_room());
        there.any(|a| a.agency.is(&update.team))
    }

    /// An update that waits, and never was a line, nor one that was taken back.
    fn untouched_update(&self, id: UpdateId) -> Result<(), Refusal> {
        let was_a_line = self.items.iter().any(|i| i.parts().written == Some(id))
            || self.silences.iter().any(|s| s.written == Some(id));
        let mut waiting = self.waiting_updates();
        match waiting.any(|u| u.id == id) && !was_a_line {
            true => Ok(()),
            false => Err(Refusal::NoSuchUpdate),
        }
    }
}
