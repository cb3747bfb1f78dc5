//! Everything that has happened at a meeting so far.

use super::agenda::{Place, PreviousMinutes, Release, Slot};
use super::tidying::Line;
use super::trace::{Amendment, Correction};
use super::turns::Turn;
use crate::callings::Callings;
use crate::ids::{AttendanceId, CaseId, MeetingId, SlotId, TeamKey};
use crate::refusal::Refusal;
use crate::room::{Attendance, AttendeeRole, TextHash, Whereabouts};
use crate::sharing::{Action, Decision, Gathered, SharedItem, Silence, Update};
use crate::trade::{At, MeetingKind};
use chrono::{NaiveDate, NaiveTime};

/// The record of one meeting: anybody may read it, only the stages change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proceedings {
    pub id: MeetingId,
    pub kind: MeetingKind,
    pub date: NaiveDate,
    pub starts: NaiveTime,
    /// When the chair means to end.
    pub ends: NaiveTime,
    pub venue: String,
    /// The agreement pack in force, pinned when the register was opened.
    pub pinned: Option<PinnedPack>,
    pub attendances: Vec<Attendance>,
    pub slots: Vec<Slot>,
    pub previous: Option<PreviousMinutes>,
    /// Open actions of earlier meetings, and how each turned out at this one.
    pub carried: Vec<Action>,
    pub items: Vec<SharedItem>,
    pub actions: Vec<Action>,
    pub decisions: Vec<Decision>,
    pub silences: Vec<Silence>,
    /// What agencies that cannot come wrote beforehand.
    pub updates: Vec<Update>,
    /// What was corrected in substance: the first words stay, struck.
    pub corrections: Vec<Correction>,
    /// Lines said in one breath, which are taken back together.
    pub together: Vec<Vec<Line>>,
    /// Who is free to go, and after which case.
    pub releases: Vec<Release>,
    /// What was changed afterwards, by whom and when, in the order in which it was changed.
    pub amendments: Vec<Amendment>,
    /// What turned it from its plan, in the order in which it did.
    pub turns: Vec<Turn>,
    pub place: Place,
    pub register_opened: Option<At>,
    pub statement_read: Option<At>,
    pub began: Option<At>,
    pub ended: Option<At>,
    pub next_date: Option<NaiveDate>,
}

/// The exact agreement and rules of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinnedPack {
    pub version: String,
    pub texts: TextHash,
    pub rules: [u8; 32],
    /// Whether non-statutory representatives sign at this kind of meeting.
    pub declarations_required: bool,
    /// Teams without whom the chair has to say how to go on.
    pub needed: Vec<TeamKey>,
}

impl Proceedings {
    /// What everybody is called where they are shown, no two alike.
    pub fn callings(&self) -> Callings {
        Callings::of(&self.attendances)
    }

    /// Somebody on the register.
    ///
    /// # Errors
    /// [`Refusal::NotOnTheRegister`].
    pub fn attendance(&self, id: AttendanceId) -> Result<&Attendance, Refusal> {
        self.attendances
            .iter()
            .find(|a| a.id == id)
            .ok_or(Refusal::NotOnTheRegister)
    }

    pub(crate) fn attendance_mut(&mut self, id: AttendanceId) -> Result<&mut Attendance, Refusal> {
        self.attendances
            .iter_mut()
            .find(|a| a.id == id)
            .ok_or(Refusal::NotOnTheRegister)
    }

    /// Which case of the agenda a place is, counted from one.
    pub fn number_of(&self, place: Place) -> Option<u32> {
        let mut numbered = self.slots.iter().zip(1..);
        let found = numbered.find(|(slot, _)| Place::Case(slot.id) == place);
        found.map(|(_, number)| number)
    }

    /// A case's place on the agenda.
    ///
    /// # Errors
    /// [`Refusal::NotOnTheAgenda`].
    pub fn slot(&self, id: SlotId) -> Result<&Slot, Refusal> {
        self.slots
            .iter()
            .find(|s| s.id == id)
            .ok_or(Refusal::NotOnTheAgenda)
    }

    pub(crate) fn slot_mut(&mut self, id: SlotId) -> Result<&mut Slot, Refusal> {
        self.slots
            .iter_mut()
            .find(|s| s.id == id)
            .ok_or(Refusal::NotOnTheAgenda)
    }

    /// The case that is open now.
    pub fn open_slot(&self) -> Option<&Slot> {
        self.slots.iter().find(|s| s.is_open())
    }

    /// The case at a place, where the place is a case.
    pub fn case_at(&self, place: Place) -> Option<CaseId> {
        match place {
            Place::Case(slot) => self.slot(slot).ok().map(|s| s.case.case),
            _ => None,
        }
    }

    /// Everybody who sits in the room now.
    pub fn gathered(&self) -> Gathered<'_> {
        Gathered {
            in_the_room: self
                .attendances
                .iter()
                .filter(|a| a.is_in_the_room())
                .collect(),
        }
    }

    /// Whether they accepted the pinned text and, where required, signed.
    pub fn is_admitted(&self, attendance: &Attendance) -> bool {
        let by_pack = |p: &PinnedPack| attendance.is_admitted(&p.texts, p.declarations_required);
        self.pinned.as_ref().is_some_and(by_pack)
    }

    /// Whether they had been admitted by a moment.
    pub fn was_admitted(&self, attendance: &Attendance, by: At) -> bool {
        let Some((acceptance, declaration)) = self.admission_at(attendance, by) else {
            return false;
        };
        let text = self.pinned.as_ref().map(|pinned| pinned.texts);
        let accepted = acceptance.at <= by && Some(acceptance.text) == text;
        let signed = declaration.is_some_and(|d| d.at <= by && Some(d.text) == text);
        accepted && (signed || !self.must_sign(attendance))
    }

    /// Whether a case has a decision, an action or an express "no action".
    pub(super) fn is_decided(&self, slot: SlotId) -> bool {
        let here = Place::Case(slot);
        let decided = |d: &Decision| d.place == here && d.undone.is_none();
        let agreed = |a: &Action| a.place == here && a.undone.is_none();
        self.decisions.iter().any(decided) || self.actions.iter().any(agreed)
    }

    /// Whether a declaration is asked of them at this meeting.
    pub fn must_sign(&self, attendance: &Attendance) -> bool {
        let by_pack = |p: &PinnedPack| attendance.must_sign(p.declarations_required);
        self.pinned.as_ref().is_some_and(by_pack)
    }

    /// Those in the room who have not accepted the agreement.
    pub fn not_accepted(&self) -> Vec<AttendanceId> {
        let text = self.pinned.as_ref().map(|p| p.texts);
        let missing = |a: &&Attendance| a.acceptance.map(|a| a.text) != text || text.is_none();
        self.in_the_room_where(missing)
    }

    /// Those in the room who must sign a declaration and have not.
    pub fn not_signed(&self) -> Vec<AttendanceId> {
        let text = self.pinned.as_ref().map(|p| p.texts);
        let signed = |a: &Attendance| a.declaration.as_ref().map(|d| d.text) == text;
        self.in_the_room_where(|a| self.must_sign(a) && !signed(a))
    }

    fn in_the_room_where(&self, which: impl Fn(&&Attendance) -> bool) -> Vec<AttendanceId> {
        // Somebody who has stepped out for one case is still of the meeting.
        let of_it = |a: &&Attendance| {
            matches!(
                a.whereabouts,
                Whereabouts::InTheRoom | Whereabouts::SteppedOut(_)
            )
        };
        self.attendances
            .iter()
            .filter(of_it)
            .filter(which)
            .map(|a| a.id)
            .collect()
    }

    /// Whether anything with personal data may be opened now (§4.1).
    ///
    /// # Errors
    /// What is missing: the statement, acceptances, declarations.
    pub fn gate(&self) -> Result<(), Refusal> {
        if self.statement_read.is_none() {
            return Err(Refusal::StatementNotRead);
        }
        let waiting = self.not_accepted();
        if !waiting.is_empty() {
            return Err(Refusal::NotEveryoneAccepted(waiting));
        }
        let unsigned = self.not_signed();
        if !unsigned.is_empty() {
            return Err(Refusal::DeclarationsMissing(unsigned));
        }
        Ok(())
    }

    /// Whoever in the room chairs.
    pub fn chair(&self) -> Option<&Attendance> {
        self.in_role(AttendeeRole::Chair)
    }

    /// Whoever in the room takes the minutes.
    pub fn minute_taker(&self) -> Option<&Attendance> {
        self.in_role(AttendeeRole::MinuteTaker)
    }

    fn in_role(&self, role: AttendeeRole) -> Option<&Attendance> {
        self.attendances
            .iter()
            .find(|a| a.role == role && a.is_in_the_room())
    }

    pub(crate) fn next_seat(&self) -> u16 {
        self.attendances.iter().map(|a| a.seat).max().unwrap_or(0) + 1
    }
}
