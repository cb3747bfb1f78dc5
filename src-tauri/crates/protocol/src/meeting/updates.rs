//! Updates in writing: taken down while the meeting is planned, put through when their case is open, or set aside with a reason.

use super::agenda::Place;
use super::door::InSession;
use super::planned::Planned;
use super::proceedings::Proceedings;
use super::tidying::Line;
use super::trace::{Amended, Hand};
use crate::grounds::OnFile;
use crate::ids::{AttendanceId, ItemId, PersonId, UpdateId};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::room::Attendance;
use crate::sharing::{
    InWriting, Proposal, SetAside, Silence, SilenceKind, Standing, Update, UpdateSays, assess,
};
use crate::trade::At;
use crate::words::Words;
use uuid::Uuid;

impl Planned {
    /// Keeps what an agency wrote about a case, or keeps it anew; it is disclosed to nobody.
    ///
    /// # Errors
    /// [`Refusal::NotOnTheAgenda`]; [`Refusal::NotInThePack`]; [`Refusal::NothingWritten`].
    pub fn keep_update(&mut self, update: Update, pack: &Pack) -> Result<(), Refusal> {
        keep(&mut self.0, update, pack)
    }

    /// Takes over what an agency wrote for the meeting before, where it was never put to it: it follows its case, and waits here for
    /// that case's turn. `now` says who an entry of the register of people counts as today.
    ///
    /// # Errors
    /// [`Refusal::NotOnTheAgenda`] where its case does not stand here; [`Refusal::NotInThePack`].
    pub fn carry_update(
        &mut self,
        id: UpdateId,
        (update, last): (&Update, &Proceedings),
        pack: &Pack,
        now: impl Fn(PersonId) -> PersonId,
    ) -> Result<(), Refusal> {
        let case = last.slot(update.slot)?.case.case;
        let mut slots = self.0.slots.iter();
        let slot = slots.find(|slot| slot.case.case == case);
        let slot = slot.ok_or(Refusal::NotOnTheAgenda)?.id;
        let mut carried = Update {
            id,
            slot,
            since: update.since.or(Some(last.date)),
            ..update.clone()
        };
        if let UpdateSays::Information { left_out, .. } = &mut carried.says {
            left_out.iter_mut().for_each(|who| *who = now(*who));
            left_out.sort();
            left_out.dedup();
        }
        self.keep_update(carried, pack)
    }

    /// Whoever is left out is so by another entry of the register too, which counts as the same person from now on.
    pub fn left_out_as_well(&mut self, person: PersonId, into: PersonId) {
        for update in &mut self.0.updates {
            if let UpdateSays::Information { left_out, .. } = &mut update.says
                && left_out.contains(&person)
                && !left_out.contains(&into)
            {
                left_out.push(into);
            }
        }
    }

    /// Drops an update that was taken down by mistake.
    ///
    /// # Errors
    /// [`Refusal::NoSuchUpdate`].
    pub fn drop_update(&mut self, id: UpdateId) -> Result<(), Refusal> {
        self.0.update(id)?;
        self.0.updates.retain(|u| u.id != id);
        Ok(())
    }
}

impl Proceedings {
    /// Who reads out what nobody of its agency says: whoever takes the minutes, else whoever chairs.
    pub(super) fn reader(&self) -> Result<AttendanceId, Refusal> {
        let reader = self.minute_taker().or_else(|| self.chair());
        Ok(reader.ok_or(Refusal::NobodyTakesMinutes)?.id)
    }
}

impl InSession {
    /// Puts an update through, now that its case is open: weighed for whoever is in the room at this moment, as if its agency
    /// had said it, and read out by whoever takes the minutes.
    ///
    /// # Errors
    /// The gate's; [`Refusal::NoSuchUpdate`] for one that does not wait; [`Refusal::NoCaseOpen`] while its case is not under
    /// discussion; [`Refusal::NobodyTakesMinutes`]; the weighing's.
    pub fn put_update(
        &mut self,
        id: UpdateId,
        fresh: Uuid,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        let update = self.0.waiting_update(id)?.clone();
        if !self.0.cases_discussed().contains(&update.slot) {
            return Err(Refusal::NoCaseOpen);
        }
        let place = Place::Case(update.slot);
        let reader = self.0.reader()?;
        let written = InWriting { update: id, reader };
        match proposal(&update, written) {
            Some(proposal) => {
                let id = ItemId(fresh);
                let weighed = assess(proposal, id, at, place, &self.0, pack, on_file)?;
                let shared = weighed.clone().share();
                let item = shared.unwrap_or_else(|_| weighed.hold());
                self.0.items.push(item);
            }
            None => self.0.silences.push(Silence {
                place,
                team: update.team,
                kind: SilenceKind::NilReturn,
                at,
                written: Some(id),
                undone: None,
            }),
        }
        Ok(())
    }

    /// Sets an update aside: it is not shared, and the minutes say why.
    ///
    /// # Errors
    /// The gate's; [`Refusal::NoSuchUpdate`] for one that does not wait; [`Refusal::NothingWritten`].
    pub fn set_update_aside(
        &mut self,
        id: UpdateId,
        reason: Words,
        by: Hand,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        self.0.waiting_update(id)?;
        if reason.is_blank() {
            return Err(Refusal::NothingWritten);
        }
        self.0.update_mut(id)?.set_aside = Some(SetAside { by, reason });
        Ok(())
    }

    /// Lets an update wait again that had been set aside.
    ///
    /// # Errors
    /// The gate's; [`Refusal::NoSuchUpdate`] for one that had not been.
    pub fn let_update_wait(&mut self, id: UpdateId) -> Result<(), Refusal> {
        self.0.gate()?;
        let update = self.0.update_mut(id)?;
        let set_aside = update.set_aside.take();
        set_aside.map(|_| ()).ok_or(Refusal::NoSuchUpdate)
    }
}

/// Keeps an update of a case on the agenda, in the place of what it said before.
pub(super) fn keep(p: &mut Proceedings, update: Update, pack: &Pack) -> Result<(), Refusal> {
    p.slot(update.slot)?;
    pack.team(&update.team).ok_or(Refusal::NotInThePack)?;
    if let UpdateSays::Information { kind, words, .. } = &update.says {
        pack.kind(kind).ok_or(Refusal::NotInThePack)?;
        if words.is_blank() {
            return Err(Refusal::NothingWritten);
        }
    }
    match p.updates.iter_mut().find(|u| u.id == update.id) {
        Some(kept) => *kept = update,
        None => p.updates.push(update),
    }
    Ok(())
}

/// What is weighed; the weighing knows whom its agency left out.
fn proposal(update: &Update, written: InWriting) -> Option<Proposal> {
    let UpdateSays::Information {
        kind, basis, words, ..
    } = &update.says
    else {
        return None;
    };
    Some(Proposal {
        written: Some(written),
        ..Proposal::of(update.team.clone(), kind.clone(), *basis, words.clone())
    })
}

impl Proceedings {
    /// Whoever has a seat here and is not to receive an update.
    pub fn left_out_of(&self, update: &Update) -> impl Iterator<Item = &Attendance> {
        let left_out = update.says.left_out();
        let seats = self.attendances.iter();
        seats.filter(|a| left_out.contains(&a.person))
    }

    /// An update in writing.
    ///
    /// # Errors
    /// [`Refusal::NoSuchUpdate`].
    pub fn update(&self, id: UpdateId) -> Result<&Update, Refusal> {
        let mut updates = self.updates.iter();
        updates.find(|u| u.id == id).ok_or(Refusal::NoSuchUpdate)
    }

    fn update_mut(&mut self, id: UpdateId) -> Result<&mut Update, Refusal> {
        let mut updates = self.updates.iter_mut();
        updates.find(|u| u.id == id).ok_or(Refusal::NoSuchUpdate)
    }

    /// The updates that have been neither put through nor set aside, in the order in which they came.
    pub fn waiting_updates(&self) -> impl Iterator<Item = &Update> {
        let waits = |u: &&Update| u.set_aside.is_none() && !self.was_put_through(u.id);
        self.updates.iter().filter(waits)
    }

    fn waiting_update(&self, id: UpdateId) -> Result<&Update, Refusal> {
        let mut waiting = self.waiting_updates();
        waiting.find(|u| u.id == id).ok_or(Refusal::NoSuchUpdate)
    }

    /// Whether a line stands that the update was; one that was taken back as a slip has it wait again.
    pub fn was_put_through(&self, id: UpdateId) -> bool {
        let items = self.items.iter().map(|i| i.parts());
        let mut items = items.filter(|i| i.written == Some(id));
        let stands = items.any(|i| {
            !matches!(i.standing, Standing::Undone { .. })
                || self.became_an_action(Line::Item(i.id))
        });
        let nil = |s: &Silence| s.written == Some(id) && s.undone.is_none();
        stands || self.silences.iter().any(nil)
    }

    /// Whether a line that was taken back was an update which has gone another way since.
    pub(super) fn was_given_otherwise(&self, line: Line) -> bool {
        let update = match line {
            Line::Item(id) => {
                let item = self.items.iter().map(|i| i.parts()).find(|i| i.id == id);
                item.and_then(|i| i.written)
            }
            Line::Silence(n) => self.silences.get(n).and_then(|s| s.written),
            Line::Action(_) | Line::Decision(_) => None,
        };
        update.is_some_and(|id| self.waiting_update(id).is_err())
    }

    fn became_an_action(&self, line: Line) -> bool {
        let so = |what: &Amended| matches!(what, Amended::Converted { from, .. } if *from == line);
        self.amendments.iter().any(|a| so(&a.what))
    }
}
