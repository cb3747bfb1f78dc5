//! What is held: weighed anew for whoever is there by then, shared under every case that it was said of, or found to have been
//! heard all the same.

use super::agenda::Place;
use super::door::InSession;
use super::proceedings::Proceedings;
use super::tidying::Line;
use super::transfer::weighed_since;
use crate::grounds::OnFile;
use crate::ids::{AttendanceId, ItemId};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{
    Assessment, InWriting, ItemParts, KeptOut, SharedItem, Standing, assess, strictest,
};
use crate::trade::At;
use crate::words::Words;

impl InSession {
    /// Shares a held item, now that the room or what is on file has changed, under every case that it was said of.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`] for one that is not held; [`Refusal::NotPermitted`] while somebody still may not have it in one
    /// of those cases.
    pub fn release(
        &mut self,
        id: ItemId,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        self.0.release(id, at, (pack, on_file))
    }

    /// Shares what waited for the paper that has just come on file, and for nothing else: an item that might have been shared
    /// without it stays as the chair left it.
    ///
    /// # Errors
    /// The gate's.
    pub fn release_waiting(
        &mut self,
        ids: &[ItemId],
        at: At,
        pack: &Pack,
        (before, on_file): (&OnFile, &OnFile),
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        for id in self.0.barred(ids, at, (pack, before)) {
            // What still waits for something else stays held, and says for what.
            let _ = self.0.release(id, at, (pack, on_file));
        }
        Ok(())
    }

    /// Says of a held item that the room had heard it all the same: whoever was there when it was recorded, whoever is by now
    /// (`decisions` 1).
    ///
    /// # Errors
    /// As [`Proceedings::was_heard`], and the gate's.
    pub fn was_heard(&mut self, id: ItemId, chair_did: Words) -> Result<(), Refusal> {
        self.0.gate()?;
        self.0.was_heard(id, &chair_did)
    }
}

impl Proceedings {
    /// A held item weighed anew for whoever is in the room now, and once the meeting has ended for whoever was when it was said: of
    /// the cases that it was said of the strictest counts, and of equal ones its own.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`] for one that is not held; the weighing's.
    pub fn assess_held(
        &self,
        id: ItemId,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Assessment, Refusal> {
        let each = self.weighed_again(id, at, (pack, on_file))?;
        strictest(&each).cloned().ok_or(Refusal::NoSuchLine)
    }

    /// Those held items that something stands against.
    pub(super) fn barred(
        &self,
        ids: &[ItemId],
        at: At,
        (pack, on_file): (&Pack, &OnFile),
    ) -> Vec<ItemId> {
        let weighed = |id: &ItemId| self.assess_held(*id, at, pack, on_file);
        let barred = |id: &&ItemId| weighed(id).is_ok_and(|w| w.objection().is_some());
        ids.iter().filter(barred).copied().collect()
    }

    /// Shares a held item under every case that it was said of, or under none.
    pub(super) fn release(
        &mut self,
        id: ItemId,
        at: At,
        by: (&Pack, &OnFile),
    ) -> Result<(), Refusal> {
        let each = self.weighed_again(id, at, by)?;
        let against = strictest(&each).and_then(Assessment::objection);
        if let Some(clause) = against {
            return Err(Refusal::NotPermitted(clause));
        }
        for weighed in each {
            let id = weighed.parts().id;
            let shared = weighed.share()?;
            let these = self.items.iter_mut().filter(|i| i.parts().id == id);
            these.for_each(|item| *item = shared.clone());
        }
        Ok(())
    }

    /// Turns a held item into an incident, under every case that it was said of.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`] for one that is not held; [`Refusal::MayBeShared`] where nothing stood against it in the room in
    /// which it was recorded; [`Refusal::NothingWritten`] where it is not said what the chair did.
    pub(super) fn was_heard(&mut self, id: ItemId, chair_did: &Words) -> Result<(), Refusal> {
        let copies = self.held_with(id)?;
        if copies.iter().all(|item| item.is_permitted()) {
            return Err(Refusal::MayBeShared);
        }
        if chair_did.is_blank() {
            return Err(Refusal::NothingWritten);
        }
        let copies: Vec<ItemId> = copies.iter().map(|item| item.id).collect();
        let items = self.items.iter_mut();
        items
            .filter(|item| copies.contains(&item.parts().id))
            .for_each(|item| item.was_heard(chair_did.clone()));
        Ok(())
    }

    /// A held item, and the same words held under the other cases that they were said of.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`] for one that is not held.
    pub fn held_with(&self, id: ItemId) -> Result<Vec<&ItemParts>, Refusal> {
        let held = |line: Line| {
            let items = self.items.iter().map(SharedItem::parts);
            let mut held = items.filter(|item| item.standing == Standing::Held);
            held.find(|item| Line::Item(item.id) == line)
        };
        let line = Line::Item(id);
        let itself = held(line).ok_or(Refusal::NoSuchLine)?;
        let others = self.copies_of(line).into_iter();
        let others = others.filter(|one| *one != line).filter_map(held);
        Ok(std::iter::once(itself).chain(others).collect())
    }

    /// Said once, it is shared of each of its cases or of none: what is held of one is held of the rest.
    pub(super) fn held_alike(&mut self, copies: &[Line]) {
        let items = self.items.iter_mut();
        let these = items.filter(|i| copies.contains(&Line::Item(i.parts().id)));
        let these: Vec<&mut SharedItem> = these.collect();
        if these.iter().any(|i| i.parts().standing == Standing::Held) {
            let all = these.into_iter();
            all.for_each(|item| item.put_back(Standing::Held));
        }
    }

    /// It and its copies, each as it would be now; itself first.
    fn weighed_again(
        &self,
        id: ItemId,
        at: At,
        (pack, on_file): (&Pack, &OnFile),
    ) -> Result<Vec<Assessment>, Refusal> {
        let copies = self.held_with(id)?;
        let out: Vec<AttendanceId> = copies.iter().flat_map(|item| self.out_for(item)).collect();
        let weigh = |item: &&ItemParts| {
            let mut item = (*item).clone();
            item.left_out.extend(out.iter().copied());
            let (id, place) = (item.id, item.place);
            let weighed = match self.ended {
                Some(_) => weighed_since(self, &item, at, (pack, on_file)),
                None => assess(item.proposal(), id, at, place, self, pack, on_file),
            };
            // However often its wording was tidied while it was held.
            weighed.map(|weighed| weighed.worded(item.version))
        };
        copies.iter().map(weigh).collect()
    }

    /// Whoever was out of the room for its case when it was recorded, or has gone out for it since: coming back at that case's
    /// close makes nobody a recipient of what they had gone out for.
    pub(super) fn out_for(&self, item: &ItemParts) -> Vec<AttendanceId> {
        let Place::Case(slot) = item.place else {
            return Vec::new();
        };
        let people = self.attendances.iter().filter(|a| {
            let mut out = a.step_outs.iter().filter(|s| s.slot == slot);
            out.any(|s| s.to.is_none_or(|to| to > item.at))
        });
        people.map(|a| a.id).collect()
    }

    /// Whoever has a seat here and is not to have what was said: by its agency's name or their own, or left out in writing.
    pub(crate) fn kept_out(
        &self,
        these: &[KeptOut],
        written: Option<InWriting>,
    ) -> Vec<AttendanceId> {
        let update = written.and_then(|written| self.update(written.update).ok());
        let in_writing = update.into_iter().flat_map(|u| self.left_out_of(u));
        let seats = self.attendances.iter();
        let named = seats.filter(|a| these.iter().any(|one| one.names(a)));
        named.chain(in_writing).map(|a| a.id).collect()
    }

    /// Whether somebody is not to have an item: left out when it was said, whether they were there or not, or by its agency in
    /// writing.
    pub(crate) fn leaves_out(&self, item: &ItemParts, who: AttendanceId) -> bool {
        let written = item.in_writing();
        item.left_out.contains(&who) || self.kept_out(&item.kept_out, written).contains(&who)
    }

    /// Every name that an item has had: its own, those of the same words under other cases, and those that any of them had
    /// before it was moved or held over from an earlier meeting. What was asked about it under one of them was asked about all.
    pub fn names_of(&self, id: ItemId) -> Vec<ItemId> {
        let mut names = vec![id];
        let mut nth = 0;
        while let Some(name) = names.get(nth).copied() {
            let line = Line::Item(name);
            let item = self
                .items
                .iter()
                .map(SharedItem::parts)
                .find(|i| i.id == name);
            let earlier = item.and_then(|item| item.held_over.as_ref());
            let earlier = earlier.into_iter().flat_map(|from| from.names.iter());
            let earlier = earlier.map(|name| Line::Item(*name));
            let lives = self.lives_of(line);
            for other in self.said_with(line).into_iter().chain(lives).chain(earlier) {
                match other {
                    Line::Item(other) if !names.contains(&other) => names.push(other),
                    _ => {}
                }
            }
            nth += 1;
        }
        names
    }
}
