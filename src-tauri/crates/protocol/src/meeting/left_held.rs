//! What a meeting left held outlives it: it is shared beside the draft with whoever was in the room for its case, said to be shared
//! with nobody, or taken up by a later meeting as soon as its case is open there (§1.2.3); what was said of no case, by the next
//! meeting of its kind that comes to any other business.

use super::agenda::Place;
use super::closed::Closed;
use super::door::InSession;
use super::jointly::nth;
use super::proceedings::Proceedings;
use super::tidying::Line;
use crate::grounds::OnFile;
use crate::ids::{CaseId, ItemId, PersonId};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{
    HeldOver, ItemParts, KeptOut, Proposal, PutAgain, SharedItem, Standing, assess,
};
use crate::trade::{At, MeetingKind};
use uuid::Uuid;

/// What was left held of one case, or outside every case, as a later meeting would take it up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftHeld {
    pub from: HeldOver,
    /// The case that it was said of; without one it comes up with any other business.
    pub case: Option<CaseId>,
    kind: MeetingKind,
    /// What was said: whose it is and whom it is not for stay as they were; what the chair chose for that meeting does not.
    proposal: Proposal,
}

impl LeftHeld {
    /// What was said.
    pub fn said(&self) -> &Proposal {
        &self.proposal
    }

    /// The same words of the files under which their cases are found today: of two files that were merged they are held once.
    #[must_use]
    pub fn found_under(items: Vec<Self>, file: impl Fn(CaseId) -> CaseId) -> Vec<Self> {
        let mut once: Vec<Self> = Vec::new();
        for item in items {
            let case = item.case.map(&file);
            if once.iter().all(|other| other.case != case) {
                once.push(Self { case, ..item });
            }
        }
        once
    }

    /// Where it would stand in a meeting; nowhere where its case is not on the agenda, or where the meeting is of another kind: what
    /// was said under one ladder is not weighed by another's when the file moves.
    pub fn place_in(&self, p: &Proceedings) -> Option<Place> {
        if self.kind != p.kind {
            return None;
        }
        match self.case {
            Some(case) => {
                let slot = p.slots.iter().find(|slot| slot.case.case == case)?;
                Some(Place::Case(slot.id))
            }
            None => Some(Place::AnyOtherBusiness),
        }
    }

    /// Whether a meeting has come to where it would stand.
    pub fn is_open_in(&self, p: &Proceedings) -> bool {
        match self.place_in(p) {
            Some(Place::Case(slot)) => p.cases_discussed().contains(&slot),
            Some(place) => p.place == place,
            None => false,
        }
    }
}

impl Proceedings {
    /// What this meeting left held, each with the same words that are held of other cases; nothing before its end, and nothing of
    /// what was said to be shared with nobody. `now` says who an entry of the register of people counts as today.
    pub fn left_held(
        &self,
        on_file: &OnFile,
        now: impl Fn(PersonId) -> PersonId,
    ) -> Vec<Vec<LeftHeld>> {
        if self.ended.is_none() {
            return Vec::new();
        }
        let mut seen: Vec<ItemId> = Vec::new();
        let mut all = Vec::new();
        let items = self.items.iter().map(SharedItem::parts);
        for item in items.filter(|item| item.standing == Standing::Held) {
            if seen.contains(&item.id) {
                continue;
            }
            let copies = self.held_with(item.id).unwrap_or_default();
            seen.extend(copies.iter().map(|copy| copy.id));
            if on_file.withheld(&self.names_of(item.id)).is_some() {
                continue;
            }
            let left = copies.iter().map(|copy| self.left(copy, &copies, &now));
            all.push(left.collect());
        }
        all
    }

    fn left(
        &self,
        item: &ItemParts,
        copies: &[&ItemParts],
        now: impl Fn(PersonId) -> PersonId,
    ) -> LeftHeld {
        let before = item.held_over.as_ref();
        LeftHeld {
            from: HeldOver {
                meeting: self.id,
                item: item.id,
                since: before.map_or(self.date, |before| before.since),
                names: self.names_of(item.id),
            },
            case: self.case_at(item.place),
            kind: self.kind,
            proposal: Proposal {
                kept_out: self.kept_out_since(item, copies, now),
                pending: item.pending.iter().map(|p| p.to.clone()).collect(),
                source: item.source.clone(),
                about: item.about,
                for_advice: item.for_advice,
                ..Proposal::of(
                    item.team.clone(),
                    item.kind.clone(),
                    item.basis,
                    item.words.clone(),
                )
            },
        }
    }

    /// Whom it is not for, wherever it is weighed from now on: as it was said or written, and whoever was out for one of its cases.
    fn kept_out_since(
        &self,
        item: &ItemParts,
        copies: &[&ItemParts],
        now: impl Fn(PersonId) -> PersonId,
    ) -> Vec<KeptOut> {
        let mut kept_out: Vec<KeptOut> = item.kept_out.clone();
        let written = item.in_writing();
        let written = written.and_then(|written| self.update(written.update).ok());
        let written = written
            .into_iter()
            .flat_map(|update| update.says.left_out());
        let out = copies.iter().flat_map(|copy| self.out_for(copy));
        let out = out.chain(item.left_out.iter().copied());
        let out = out.filter_map(|who| Some(self.attendance(who).ok()?.person));
        kept_out.extend(written.copied().chain(out).map(KeptOut::Person));
        for one in &mut kept_out {
            if let KeptOut::Person(person) = one {
                *person = now(*person);
            }
        }
        let mut once: Vec<KeptOut> = Vec::new();
        for one in kept_out {
            if !once.contains(&one) {
                once.push(one);
            }
        }
        once
    }

    /// Whether something that was left held has been taken up here under any of its names, whatever has become of it since.
    pub fn has_taken_up(&self, left: &LeftHeld) -> bool {
        let items = self.items.iter().map(SharedItem::parts);
        let mut names = items
            .filter_map(|i| i.held_over.as_ref())
            .flat_map(|from| &from.names);
        names.any(|name| left.from.names.contains(name))
    }
}

impl InSession {
    /// Takes up what an earlier meeting left held, under every case that it was said of, or with any other business: it is held here
    /// from now on, weighed for whoever is in the room, disclosed to nobody by that, and shared as anything held is.
    ///
    /// # Errors
    /// The gate's; [`Refusal::TakenUp`] for what stands here already; [`Refusal::NotOnTheAgenda`] where one of its cases is not, or a
    /// meeting of another kind has said it; [`Refusal::NoCaseOpen`] while none of them is under discussion; [`Refusal::NobodyTakesMinutes`]; the weighing's.
    pub fn take_up(
        &mut self,
        left: &[LeftHeld],
        fresh: Uuid,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        let p = &self.0;
        if left.iter().any(|one| p.has_taken_up(one)) {
            return Err(Refusal::TakenUp);
        }
        let place = |one: &LeftHeld| one.place_in(p).ok_or(Refusal::NotOnTheAgenda);
        let places = left.iter().map(place).collect::<Result<Vec<_>, _>>()?;
        if !left.iter().any(|one| one.is_open_in(p)) {
            return Err(Refusal::NoCaseOpen);
        }
        let reader = p.reader()?;
        let weigh = |(n, (one, place)): (usize, (&LeftHeld, &Place))| {
            let from = one.from.clone();
            let proposal = Proposal {
                held_over: Some(PutAgain { from, reader }),
                ..one.proposal.clone()
            };
            let id = ItemId(nth(fresh, n));
            assess(proposal, id, at, *place, p, pack, on_file)
        };
        let held = left.iter().zip(&places).enumerate().map(weigh);
        let held = held.collect::<Result<Vec<_>, _>>()?;
        let held: Vec<SharedItem> = held.into_iter().map(|one| one.hold()).collect();
        let lines = held.iter().map(|item| Line::Item(item.parts().id));
        self.0.breathe(lines.collect());
        self.0.items.extend(held);
        Ok(())
    }
}

impl Closed {
    /// Shares a held item once the meeting has ended, with whoever was in the room for its case when it was said: they have it with
    /// the minutes.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`] for one that is not held; [`Refusal::Withheld`] for one that was said to be shared with nobody;
    /// [`Refusal::NotPermitted`] while somebody still may not have it in one of its cases.
    pub fn release(
        &mut self,
        id: ItemId,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        let p = &mut self.proceedings;
        if on_file.withheld(&p.names_of(id)).is_some() {
            return Err(Refusal::Withheld);
        }
        p.release(id, at, (pack, on_file))
    }

    /// As [`InSession::release_waiting`], for whoever had been in the room when each was said.
    pub fn release_waiting(
        &mut self,
        ids: &[ItemId],
        at: At,
        pack: &Pack,
        (before, on_file): (&OnFile, &OnFile),
    ) {
        for id in self.proceedings.barred(ids, at, (pack, before)) {
            // What still waits for something else stays held, and says for what.
            let _ = self.release(id, at, pack, on_file);
        }
    }
}
