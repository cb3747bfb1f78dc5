//! A meeting being prepared: cases, order, time, people. Nothing is pinned yet.

use super::agenda::{Place, PreviousMinutes, Release, Slot, SlotProgress};
use super::gathering::Gathering;
use super::proceedings::{PinnedPack, Proceedings};
use crate::cases::CaseHeading;
use crate::ids::{AttendanceId, MeetingId, PersonId, SlotId};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::room::{Agency, Attendance, AttendeeRole};
use crate::sharing::Action;
use crate::trade::{At, MeetingKind, Tier};
use chrono::{NaiveDate, NaiveTime};

/// A meeting that has a date and an agenda, and has not begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned(pub(super) Proceedings);

impl Planned {
    /// A meeting of that kind on that day, with an empty agenda.
    pub fn new(
        id: MeetingId,
        kind: MeetingKind,
        date: NaiveDate,
        times: (NaiveTime, NaiveTime),
    ) -> Self {
        Self(Proceedings {
            id,
            kind,
            date,
            starts: times.0,
            ends: times.1,
            venue: String::new(),
            pinned: None,
            attendances: Vec::new(),
            slots: Vec::new(),
            previous: None,
            carried: Vec::new(),
            items: Vec::new(),
            actions: Vec::new(),
            decisions: Vec::new(),
            silences: Vec::new(),
            updates: Vec::new(),
            corrections: Vec::new(),
            together: Vec::new(),
            releases: Vec::new(),
            amendments: Vec::new(),
            turns: Vec::new(),
            place: Place::Opening,
            register_opened: None,
            statement_read: None,
            began: None,
            ended: None,
            next_date: None,
        })
    }

    /// What is planned.
    pub fn proceedings(&self) -> &Proceedings {
        &self.0
    }

    /// Sets the day, the hours and the place.
    pub fn set_when(&mut self, date: NaiveDate, times: (NaiveTime, NaiveTime), venue: String) {
        self.0.date = date;
        (self.0.starts, self.0.ends) = times;
        self.0.venue = venue;
    }

    /// Names the minutes that this meeting will be asked to agree.
    pub fn follows(&mut self, previous: PreviousMinutes, carried: Vec<Action>) {
        self.0.previous = Some(previous);
        self.0.carried = carried;
    }

    /// Puts a case at the end of the agenda.
    ///
    /// # Errors
    /// [`Refusal::AlreadyOnTheAgenda`].
    pub fn add_case(
        &mut self,
        id: SlotId,
        case: CaseHeading,
        tier: Tier,
        budget: u16,
    ) -> Result<(), Refusal> {
        put_on_agenda(&mut self.0, id, case, tier, budget)
    }

    /// Takes a case off the agenda.
    ///
    /// # Errors
    /// [`Refusal::NotOnTheAgenda`].
    pub fn remove_case(&mut self, slot: SlotId) -> Result<(), Refusal> {
        self.0.slot(slot)?;
        self.0.slots.retain(|s| s.id != slot);
        self.0.releases.retain(|r| r.after != slot);
        self.0.updates.retain(|u| u.slot != slot);
        Ok(())
    }

    /// Moves a case to a place in the order, counted from nought.
    ///
    /// # Errors
    /// [`Refusal::NotOnTheAgenda`].
    pub fn move_case(&mut self, slot: SlotId, to: usize) -> Result<(), Refusal> {
        let at = self
            .0
            .slots
            .iter()
            .position(|s| s.id == slot)
            .ok_or(Refusal::NotOnTheAgenda)?;
        let moved = self.0.slots.remove(at);
        let to = to.min(self.0.slots.len());
        self.0.slots.insert(to, moved);
        Ok(())
    }

    /// Sets how much of the meeting a case is planned to take.
    ///
    /// # Errors
    /// [`Refusal::NotOnTheAgenda`].
    pub fn plan_case(&mut self, slot: SlotId, tier: Tier, budget: u16) -> Result<(), Refusal> {
        let slot = self.0.slot_mut(slot)?;
        (slot.tier, slot.budget) = (tier, budget);
        Ok(())
    }

    /// Expects somebody at the table.
    ///
    /// # Errors
    /// [`Refusal::AlreadyOnTheRegister`].
    pub fn expect(&mut self, attendance: Attendance) -> Result<(), Refusal> {
        register(&mut self.0, attendance)
    }

    /// Takes somebody off the list of those expected.
    ///
    /// # Errors
    /// [`Refusal::NotOnTheRegister`].
    pub fn unexpect(&mut self, id: AttendanceId) -> Result<(), Refusal> {
        self.0.attendance(id)?;
        self.0.attendances.retain(|a| a.id != id);
        self.0.releases.retain(|r| r.who != id);
        Ok(())
    }

    /// Gives a seat to somebody else, who keeps its number and its role.
    ///
    /// # Errors
    /// [`Refusal::NotOnTheRegister`]; [`Refusal::AlreadyOnTheRegister`] where that person has a seat.
    pub fn give_seat(&mut self, id: AttendanceId, to: Attendance) -> Result<(), Refusal> {
        let other = |a: &&Attendance| a.person == to.person && a.id != id;
        if let Some(known) = self.0.attendances.iter().find(other) {
            return Err(Refusal::AlreadyOnTheRegister(known.id));
        }
        let held = self.0.attendance_mut(id)?;
        let (seat, role) = (held.seat, held.role);
        *held = Attendance {
            id,
            seat,
            role,
            ..to
        };
        Ok(())
    }

    /// Says who chairs, takes the minutes, represents or observes.
    ///
    /// # Errors
    /// [`Refusal::NotOnTheRegister`].
    pub fn set_role(&mut self, id: AttendanceId, role: AttendeeRole) -> Result<(), Refusal> {
        set_role(&mut self.0, id, role)
    }

    /// Says after which case somebody is free to go; `None` has them stay to the end.
    ///
    /// # Errors
    /// [`Refusal::NotOnTheRegister`], [`Refusal::NotOnTheAgenda`].
    pub fn release(&mut self, who: AttendanceId, after: Option<SlotId>) -> Result<(), Refusal> {
        self.0.attendance(who)?;
        if let Some(after) = after {
            self.0.slot(after)?;
        }
        self.0.releases.retain(|r| r.who != who);
        let release = after.map(|after| Release { who, after });
        self.0.releases.extend(release);
        Ok(())
    }

    /// Takes over a case's particulars as they are now.
    pub fn refresh_case(&mut self, heading: &CaseHeading) {
        for slot in self
            .0
            .slots
            .iter_mut()
            .filter(|s| s.case.case == heading.case)
        {
            slot.case = heading.clone();
        }
    }

    /// Opens the register: from here on the agreement pack of this meeting is fixed (§4.1).
    ///
    /// `affiliation_of` gives each person's agency under that pack, for its flags are pinned too.
    ///
    /// # Errors
    /// [`Refusal::PutOffToday`] on a day on which people had come and it was put off;
    /// [`Refusal::NotInThePack`] where somebody's team is no longer in the pack.
    pub fn open_register(
        mut self,
        at: At,
        pack: &Pack,
        agency_of: impl Fn(PersonId) -> Option<Agency>,
    ) -> Result<Gathering, Refusal> {
        self.0.not_put_off_today(at)?;
        for attendance in &mut self.0.attendances {
            attendance.agency = agency_of(attendance.person).ok_or(Refusal::NotInThePack)?;
        }
        let rules = pack.rules(self.0.kind);
        let needed = rules.quorum.as_ref().map(|quorum| quorum.teams.clone());
        self.0.pinned = Some(PinnedPack {
            version: pack.version.clone(),
            texts: pack.texts_hash(),
            rules: pack.rules_hash(),
            declarations_required: rules.declaration_required,
            needed: needed.unwrap_or_default(),
        });
        self.0.register_opened = Some(at);
        Ok(Gathering(self.0))
    }
}

pub(super) fn put_on_agenda(
    p: &mut Proceedings,
    id: SlotId,
    case: CaseHeading,
    tier: Tier,
    budget: u16,
) -> Result<(), Refusal> {
    if p.slots.iter().any(|s| s.case.case == case.case) {
        return Err(Refusal::AlreadyOnTheAgenda);
    }
    p.slots.push(Slot {
        id,
        case,
        tier,
        budget,
        progress: SlotProgress::Waiting,
        went_on_because: None,
        went_on_for: Default::default(),
        asked: None,
    });
    Ok(())
}

pub(super) fn register(p: &mut Proceedings, mut newcomer: Attendance) -> Result<(), Refusal> {
    if let Some(known) = p.attendances.iter().find(|a| a.person == newcomer.person) {
        return Err(Refusal::AlreadyOnTheRegister(known.id));
    }
    newcomer.seat = p.next_seat();
    let role = newcomer.role;
    let id = newcomer.id;
    p.attendances.push(newcomer);
    set_role(p, id, role)
}

/// There is one chair and one minute-taker: naming another makes the earlier one a representative.
pub(super) fn set_role(
    p: &mut Proceedings,
    id: AttendanceId,
    role: AttendeeRole,
) -> Result<(), Refusal> {
    p.attendance(id)?;
    for attendance in &mut p.attendances {
        if attendance.id == id {
            attendance.role = role;
        } else if attendance.role == role
            && matches!(role, AttendeeRole::Chair | AttendeeRole::MinuteTaker)
        {
            attendance.role = AttendeeRole::Representative;
        }
    }
    Ok(())
}
