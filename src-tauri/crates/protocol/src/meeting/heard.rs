//! What was already said without a ground: heard is not held (`decisions` 1).

use super::door::InSession;
use super::tidying::Line;
use crate::grounds::OnFile;
use crate::ids::ItemId;
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{Proposal, SharedItem, Standing, assess};
use crate::trade::At;
use crate::words::Words;
use uuid::Uuid;

impl InSession {
    /// Records an item that the room has heard though somebody in it may not have it: who heard
    /// it, which clause stands against it, what the chair did.
    ///
    /// # Errors
    /// The gate's and the weighing's; [`Refusal::MayBeShared`] where nothing stands against it;
    /// [`Refusal::NothingWritten`] where it is not said what the chair did.
    pub fn record_heard(
        &mut self,
        proposal: Proposal,
        chair_did: Words,
        id: ItemId,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<&SharedItem, Refusal> {
        self.0.gate()?;
        let item = assess(proposal, id, at, self.0.place, &self.0, pack, on_file)?;
        self.0.items.push(item.heard(chair_did)?);
        self.0.items.last().ok_or(Refusal::NoSuchLine)
    }

    /// Records it of every case under discussion: as heard where something stands against it there, and as shared where
    /// nothing does.
    ///
    /// # Errors
    /// As [`Self::record_heard`], where it might be shared in every one of them.
    pub fn hear(
        &mut self,
        proposal: &Proposal,
        chair_did: &Words,
        fresh: Uuid,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        let strictest = self.0.assess_together(proposal, at, pack, on_file)?;
        strictest.heard(chair_did.clone())?;
        self.say(fresh, |session, id| {
            let (said, did, id) = (proposal.clone(), chair_did.clone(), ItemId(id));
            let heard = session.record_heard(said.clone(), did, id, at, pack, on_file);
            match heard.map(|_| ()) {
                Err(Refusal::MayBeShared) => {
                    session.record_item(said, id, at, pack, on_file)?;
                }
                other => other?,
            }
            Ok(vec![Line::Item(id)])
        })
    }

    /// Says of a held item that the room had heard it all the same.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`] for one that is not held; else as [`Self::record_heard`].
    pub fn was_heard(
        &mut self,
        id: ItemId,
        chair_did: Words,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        let held = |i: &SharedItem| i.parts().id == id && i.parts().standing == Standing::Held;
        let n = self.0.items.iter().position(held);
        let n = n.ok_or(Refusal::NoSuchLine)?;
        let item = self.0.items[n].parts();
        let (proposal, place) = (item.proposal(), item.place);
        let item = assess(proposal, id, at, place, &self.0, pack, on_file)?;
        self.0.items[n] = item.heard(chair_did)?;
        Ok(())
    }

    /// Records the chair's reason for going on with the open case, for whatever its file says now
    /// (§4.3 MAPPA).
    ///
    /// # Errors
    /// [`Refusal::NoCaseOpen`]; [`Refusal::NothingWritten`].
    pub fn go_on(&mut self, because: Words, on_file: &OnFile) -> Result<(), Refusal> {
        let id = self.open_case_slot()?;
        if because.is_blank() {
            return Err(Refusal::NothingWritten);
        }
        let (date, slot) = (self.0.date, self.0.slot_mut(id)?);
        slot.goes_on(because, date, on_file.flags(slot.case.case));
        Ok(())
    }
}
