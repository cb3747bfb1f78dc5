//! A case that was flagged while it is open, or since something held was said of it: the chair says why it goes on (§4.3 MAPPA).

use super::agenda::{Place, Slot};
use super::closed::Closed;
use super::door::InSession;
use super::proceedings::Proceedings;
use crate::grounds::OnFile;
use crate::ids::{ItemId, SlotId};
use crate::refusal::Refusal;
use crate::words::Words;

impl InSession {
    /// Records the chair's reason for going on, for whatever the files of the cases say now: with the cases that a held item
    /// was said of, or with those under discussion.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`] for an item that is not held; [`Refusal::NoCaseOpen`]; [`Refusal::NothingWritten`];
    /// [`Refusal::CaseDone`] where one of them has gone to another forum, whose the information is.
    pub fn go_on(
        &mut self,
        held: Option<ItemId>,
        because: &Words,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        let cases = match held {
            Some(item) => self.0.cases_of_held(item)?,
            None => self.0.cases_discussed(),
        };
        self.0.go_on(cases, because, on_file)
    }

    /// Takes up what a case's file says by now, beside what it said when the agenda was made: a case flagged meanwhile opens only
    /// with the chair's reason (§4.3 MAPPA).
    ///
    /// # Errors
    /// [`Refusal::NotOnTheAgenda`].
    pub fn take_up_flags(&mut self, slot: SlotId, on_file: &OnFile) -> Result<(), Refusal> {
        let slot = self.0.slot_mut(slot)?;
        slot.case = slot.case.flagged(on_file.flags(slot.case.case));
        Ok(())
    }
}

impl Closed {
    /// Records the chair's reason for going on with the cases that a held item was said of, once the meeting has ended.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`] for an item that is not held; [`Refusal::NoCaseOpen`] for one outside every case;
    /// [`Refusal::NothingWritten`]; [`Refusal::CaseDone`] where one of them has gone to another forum.
    pub fn go_on(
        &mut self,
        held: ItemId,
        because: &Words,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        let cases = self.proceedings.cases_of_held(held)?;
        self.proceedings.go_on(cases, because, on_file)
    }
}

impl Proceedings {
    /// The chair's reason, with each of those cases whose flags ask for one; with the first, where none of them does.
    fn go_on(
        &mut self,
        cases: Vec<SlotId>,
        because: &Words,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        let own = *cases.first().ok_or(Refusal::NoCaseOpen)?;
        if because.is_blank() {
            return Err(Refusal::NothingWritten);
        }
        let gone = |id: &&SlotId| self.slot(**id).is_ok_and(Slot::is_referred);
        if let Some(gone) = cases.iter().find(gone) {
            return Err(Refusal::CaseDone(*gone));
        }
        let date = self.date;
        let asks = |id: &SlotId| {
            let slot = self.slot(*id);
            slot.is_ok_and(|slot| slot.asks_a_choice(date, on_file.flags(slot.case.case)))
        };
        let mut these: Vec<SlotId> = cases.into_iter().filter(asks).collect();
        if these.is_empty() {
            these.push(own);
        }
        for id in these {
            let slot = self.slot_mut(id)?;
            slot.goes_on(because.clone(), date, on_file.flags(slot.case.case));
        }
        Ok(())
    }

    fn cases_of_held(&self, item: ItemId) -> Result<Vec<SlotId>, Refusal> {
        let copies = self.held_with(item)?.into_iter();
        let cases = copies.filter_map(|item| match item.place {
            Place::Case(slot) => Some(slot),
            _ => None,
        });
        Ok(cases.collect())
    }
}
