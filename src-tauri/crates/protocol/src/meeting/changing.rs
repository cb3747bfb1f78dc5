//! The agenda changes while the meeting goes on: cases come, go to another forum, and are opened again.

use super::agenda::{Forum, Place, Slot, SlotProgress, Stops};
use super::door::InSession;
use super::planned::put_on_agenda;
use super::proceedings::Proceedings;
use super::trace::{AgendaChange, Amended, Amendment, Hand};
use crate::cases::{CaseHeading, Flags};
use crate::ids::{DecisionId, SlotId};
use crate::refusal::Refusal;
use crate::sharing::{Decision, DecisionKind};
use crate::trade::{At, Tier};
use crate::words::Words;

impl InSession {
    /// Puts a case on the agenda that was referred to this very meeting.
    ///
    /// # Errors
    /// The gate's; [`Refusal::AlreadyOnTheAgenda`].
    pub fn add_case(
        &mut self,
        id: SlotId,
        case: CaseHeading,
        (tier, budget): (Tier, u16),
        hand: Hand,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        put_on_agenda(&mut self.0, id, case, tier, budget)?;
        self.0.trace(id, AgendaChange::Added, hand);
        Ok(())
    }

    /// Refers a case to the forum whose protocol governs it: what was said here stands, and nothing more is said (§4.3 MAPPA).
    /// `flagged` says whether its file was flagged with that protocol before.
    ///
    /// # Errors
    /// The gate's; [`Refusal::NothingWritten`] without a reason; [`Refusal::CaseDone`] for one that has gone already;
    /// [`Refusal::HearsOnly`] while somebody needed is away and reports alone are heard.
    pub fn refer_case(
        &mut self,
        slot: SlotId,
        (forum, flagged): (Forum, bool),
        reason: Words,
        id: DecisionId,
        hand: Hand,
    ) -> Result<(), Refusal> {
        let kind = match forum {
            Forum::Mappa => DecisionKind::ReferredToMappa,
            Forum::ChildProtection => DecisionKind::ReferredToChildProtection,
        };
        let opened = self.goes(slot, (id, kind, reason), hand.at)?;
        let referred = self.0.slot_mut(slot)?;
        let flag = referred.case.flags.of(forum);
        let flagged = flagged || *flag;
        *flag = true;
        // Whoever opens it again chooses anew.
        referred.went_on_because = None;
        referred.went_on_for = Stops::default();
        let at = hand.at;
        referred.progress = SlotProgress::Referred { forum, opened, at };
        let change = AgendaChange::Referred { forum, flagged };
        self.0.trace(slot, change, hand);
        Ok(())
    }

    /// Takes a case off the cohort or the caseload; what was said of it stands (§4.3 DIP, purpose).
    ///
    /// # Errors
    /// As [`Self::refer_case`].
    pub fn take_off_case(
        &mut self,
        slot: SlotId,
        reason: Words,
        id: DecisionId,
        hand: Hand,
    ) -> Result<(), Refusal> {
        let opened = self.goes(slot, (id, DecisionKind::Deselection, reason), hand.at)?;
        let at = hand.at;
        self.0.slot_mut(slot)?.progress = SlotProgress::TakenOff { opened, at };
        self.0.trace(slot, AgendaChange::TakenOff, hand);
        Ok(())
    }

    /// Opens a case again that had been dealt with; what had sent it away is taken back, and its flag with it where the
    /// referral was a slip.
    ///
    /// # Errors
    /// The gate's; [`Refusal::AnotherCaseOpen`]; [`Refusal::WrongStage`] for one that has not been dealt with;
    /// [`Refusal::NothingWritten`] where a flagged case needs the chair's reason (§4.3 MAPPA).
    pub fn reopen_case(
        &mut self,
        slot: SlotId,
        because: Option<Words>,
        hand: Hand,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        self.no_case_open()?;
        if !self.0.slot(slot)?.is_dealt_with() {
            return Err(Refusal::WrongStage);
        }
        self.0.choose_to_go_on(slot, because)?;
        let (date, slip) = (self.0.date, self.0.was_referred_by_a_slip(slot));
        let reopened = self.0.slot_mut(slot)?;
        if let Some(forum) = slip {
            *reopened.case.flags.of(forum) = false;
            // The reason given for opening it again is none for a flag that it may be given later.
            reopened.went_on_for = reopened.stops(date, Flags::default());
        }
        let sent_away = match reopened.progress {
            SlotProgress::Referred { at, .. } | SlotProgress::TakenOff { at, .. } => Some(at),
            _ => None,
        };
        let since = reopened.opened().unwrap_or(hand.at);
        reopened.progress = SlotProgress::Open { since };
        let place = Place::Case(slot);
        let these = |d: &&mut Decision| d.place == place && Some(d.at) == sent_away;
        let sent = self.0.decisions.iter_mut().filter(these);
        sent.filter(|d| d.kind.sends_away())
            .for_each(|d| d.undone = Some(hand.at));
        self.0.place = place;
        self.0.trace(slot, AgendaChange::Reopened, hand);
        Ok(())
    }

    /// Notes why a case goes, and leaves it where it was open; says when it had been opened.
    fn goes(
        &mut self,
        slot: SlotId,
        (id, kind, words): (DecisionId, DecisionKind, Words),
        at: At,
    ) -> Result<Option<At>, Refusal> {
        self.0.gate()?;
        self.decides()?;
        let going = self.0.slot(slot)?;
        let (opened, was_open) = (going.opened(), going.is_open());
        if going.has_gone() {
            return Err(Refusal::CaseDone(slot));
        }
        if words.is_blank() {
            return Err(Refusal::NothingWritten);
        }
        self.0.decisions.push(Decision {
            id,
            kind,
            place: Place::Case(slot),
            at,
            words,
            rationale: None,
            dissents: Vec::new(),
            no_action: false,
            undone: None,
        });
        if was_open {
            self.leave_case(at);
        }
        Ok(opened)
    }
}

impl Proceedings {
    /// A flagged case opens only with the chair's reason for going on (§4.3 MAPPA).
    pub(super) fn choose_to_go_on(
        &mut self,
        slot: SlotId,
        because: Option<Words>,
    ) -> Result<(), Refusal> {
        let date = self.date;
        let slot = self.slot_mut(slot)?;
        if slot.asks_a_choice(date, Flags::default()) {
            let because = because.filter(|words| !words.is_blank());
            let stops = slot.not_covered(date, Flags::default());
            let because = because.ok_or(Refusal::NotComplete(stops.rule()))?;
            slot.goes_on(because, date, Flags::default());
        }
        Ok(())
    }

    /// The forum to which a case has just been referred that was not flagged before: nothing of the agenda was changed since,
    /// and no other case opened, so that opening it again says that it was a slip.
    pub fn was_referred_by_a_slip(&self, slot: SlotId) -> Option<Forum> {
        let SlotProgress::Referred { at, .. } = self.slot(slot).ok()?.progress else {
            return None;
        };
        let opened_since = |s: &Slot| s.opened().is_some_and(|opened| opened > at);
        if self.slots.iter().any(opened_since) {
            return None;
        }
        let mut changes = self.amendments.iter().rev();
        let last = changes.find_map(|a| match a.what {
            Amended::Agenda { slot, change } => Some((slot, change)),
            _ => None,
        });
        match last? {
            (last, AgendaChange::Referred { forum, flagged }) => {
                (last == slot && !flagged).then_some(forum)
            }
            _ => None,
        }
    }

    /// Keeps by whom and when a case's place on the agenda changed.
    pub(super) fn trace(&mut self, slot: SlotId, change: AgendaChange, by: Hand) {
        let what = Amended::Agenda { slot, change };
        self.amendments.push(Amendment { by, what });
    }
}
