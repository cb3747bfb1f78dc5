//! Preparing a meeting: each command of a plan is one change and one entry.

use super::agenda::{UNPLACED, is_open};
use super::forms::{
    MeetingForm, MeetingRow, MeetingsView, PlanAttendanceForm, PlanCaseForm, PlanMoveForm,
    PlanPersonForm, PlanReleaseForm, PlanRoleForm, PlanSlotForm, PlanTierForm, PlanView,
    PlanWhenForm, PostponeForm, PrepareForm,
};
use super::plan::{planned, view};
use super::{next, seats, when};
use crate::faults::named;
use crate::live::another_day;
use crate::problem::{Problem, RefusalView};
use crate::session::{Desk, refused};
use crate::sign_in::Nothing;
use crate::undoing::keep;
use chrono::NaiveDate;
use protocol::ids::{AttendanceId, MeetingId, SlotId};
use protocol::meeting::Hand;
use protocol::meeting::{Meeting, Planned, Stage, budget};
use protocol::refusal::Refusal;
use protocol::room::AttendeeRole;
use protocol::trade::MeetingKind;
use record::tables::{MeetingChange, MeetingSummary};
use record::{Entry, EntryKind};

/// The longest that a case may be planned to take, in minutes.
const LONGEST: u16 = 60;

pub(crate) fn meetings(desk: &mut Desk, _: Nothing) -> Result<MeetingsView, Problem> {
    let today = desk.today();
    let mut all = desk.record()?.read().meetings().all()?;
    // Those to come first, the next one at the top; then those that have been, the last one first.
    let to_come = |m: &MeetingSummary| !matches!(m.stage, Stage::Closed | Stage::Sealed);
    let days = |m: &MeetingSummary| (m.date - today).num_days();
    all.sort_by_key(|m| (!to_come(m), if to_come(m) { days(m) } else { -days(m) }));
    Ok(MeetingsView {
        meetings: all.iter().map(|m| summary_row(m, today)).collect(),
        last: desk.open()?.last.kept(),
        left: desk.open()?.last.left(),
    })
}

/// A meeting in a list, without reading the whole of it.
pub(crate) fn summary_row(m: &MeetingSummary, today: NaiveDate) -> MeetingRow {
    MeetingRow {
        id: m.id,
        kind: m.kind.into(),
        date: m.date,
        days_away: (m.date - today).num_days(),
        starts: m.starts,
        ends: m.ends,
        venue: m.venue.clone(),
        stage: m.stage.into(),
        cases: m.cases,
        people: m.people,
        signed_on: m.signed_at.map(|at| at.date_naive()),
        adjourned_to: m.adjourned_to,
    }
}

pub(crate) fn prepare_meeting(desk: &mut Desk, form: PrepareForm) -> Result<PlanView, Problem> {
    let kind = MeetingKind::from(form.kind);
    let mut of_kind = desk.record()?.read().meetings().all()?;
    of_kind.retain(|meeting| meeting.kind == kind);
    if let Some(planned) = of_kind.iter().find(|m| m.stage == Stage::Planned) {
        return view(desk, planned.id);
    }
    if of_kind.iter().any(|m| {
        matches!(
            m.stage,
            Stage::Gathering | Stage::InSession | Stage::Adjourned
        )
    }) {
        return Err(RefusalView::under_way().into());
    }
    let last = match of_kind.first() {
        Some(last) => desk.record()?.read().meetings().one(last.id)?,
        None => None,
    };
    let after = last.as_ref().map(|last| (last.proceedings(), &[][..]));
    let meeting = next::made(desk, kind, after)?;
    keep(desk, (EntryKind::MeetingPrepared, None), &meeting)?;
    view(desk, meeting.proceedings().id)
}

pub(crate) fn meeting_plan(desk: &mut Desk, form: MeetingForm) -> Result<PlanView, Problem> {
    view(desk, form.meeting)
}

pub(crate) fn plan_when(desk: &mut Desk, form: PlanWhenForm) -> Result<PlanView, Problem> {
    let today = desk.today();
    plan(desk, form.meeting, |meeting, _| {
        let when = when::read(&form, today, meeting.proceedings())?;
        meeting.set_when(when.date, when.times, when.venue);
        Ok(())
    })
}

/// Puts the meeting off: everybody invited and every case goes with it.
pub(crate) fn postpone_meeting(desk: &mut Desk, form: PostponeForm) -> Result<PlanView, Problem> {
    let before = planned(desk, form.meeting)?;
    let from = before.proceedings().date;
    let (day, reason) = another_day(&form.date, &form.reason, from, desk.today())?;
    let by = desk.signed_in()?;
    let hand = Hand { by, at: desk.now() };
    let mut after = before.clone();
    let put_off = |m: &mut Meeting| m.planned_mut()?.postpone(day, reason, hand);
    put_off(&mut after).map_err(|r| refused(&r, before.proceedings()))?;
    changed(desk, EntryKind::MeetingPostponed, before, &after)
}

pub(crate) fn plan_add_case(desk: &mut Desk, form: PlanCaseForm) -> Result<PlanView, Problem> {
    plan(desk, form.meeting, |meeting, desk| {
        let case = desk.record()?.read().cases().one(form.case)?;
        let case = case.filter(|case| is_open(case, meeting.proceedings().kind));
        let case = case.ok_or_else(|| Problem::field("case", "not_for_this_meeting"))?;
        let slot = SlotId(desk.fresh().id()?);
        Ok(meeting.add_case(slot, case.heading(), UNPLACED, budget(UNPLACED))?)
    })
}

pub(crate) fn plan_remove_case(desk: &mut Desk, form: PlanSlotForm) -> Result<PlanView, Problem> {
    plan(desk, form.meeting, |meeting, _| {
        Ok(meeting.remove_case(form.slot)?)
    })
}

pub(crate) fn plan_move_case(desk: &mut Desk, form: PlanMoveForm) -> Result<PlanView, Problem> {
    let to = usize::try_from(form.to).unwrap_or(usize::MAX);
    plan(desk, form.meeting, |meeting, _| {
        Ok(meeting.move_case(form.slot, to)?)
    })
}

pub(crate) fn plan_tier(desk: &mut Desk, form: PlanTierForm) -> Result<PlanView, Problem> {
    let tier = form.tier.into();
    let minutes = form.budget.unwrap_or_else(|| budget(tier));
    if !(1..=LONGEST).contains(&minutes) {
        let fault = named("budget", "out_of_range")
            .with("least", 1)
            .with("most", LONGEST);
        return Err(Problem::Unfinished {
            fields: vec![fault],
        });
    }
    plan(desk, form.meeting, |meeting, _| {
        Ok(meeting.plan_case(form.slot, tier, minutes)?)
    })
}

pub(crate) fn plan_expect(desk: &mut Desk, form: PlanPersonForm) -> Result<PlanView, Problem> {
    plan(desk, form.meeting, |meeting, desk| {
        let person = desk.record()?.read().people().one(form.person)?;
        let person = person
            .filter(|person| !person.retired)
            .ok_or(Refusal::NotOnTheRegister)?;
        let seat = AttendanceId(desk.fresh().id()?);
        let role = AttendeeRole::Representative;
        let pack = desk.pack()?;
        let expected = seats::expected(seat, &person, &pack, role);
        Ok(meeting.expect(expected.ok_or(Refusal::NotInThePack)?)?)
    })
}

pub(crate) fn plan_unexpect(
    desk: &mut Desk,
    form: PlanAttendanceForm,
) -> Result<PlanView, Problem> {
    plan(desk, form.meeting, |meeting, _| {
        Ok(meeting.unexpect(form.attendance)?)
    })
}

pub(crate) fn plan_release(desk: &mut Desk, form: PlanReleaseForm) -> Result<PlanView, Problem> {
    plan(desk, form.meeting, |meeting, _| {
        Ok(meeting.release(form.attendance, form.after)?)
    })
}

pub(crate) fn plan_role(desk: &mut Desk, form: PlanRoleForm) -> Result<PlanView, Problem> {
    plan(desk, form.meeting, |meeting, _| {
        Ok(meeting.set_role(form.attendance, form.role.into())?)
    })
}

/// Changes a plan and enters that it was changed.
fn plan(
    desk: &mut Desk,
    id: MeetingId,
    act: impl FnOnce(&mut Planned, &Desk) -> Result<(), Problem>,
) -> Result<PlanView, Problem> {
    let before = planned(desk, id)?;
    let mut after = before.clone();
    let stage = after
        .planned_mut()
        .map_err(|r| refused(&r, before.proceedings()))?;
    act(stage, desk)?;
    changed(desk, EntryKind::MeetingPlanned, before, &after)
}

fn changed(
    desk: &mut Desk,
    kind: EntryKind,
    before: Meeting,
    after: &Meeting,
) -> Result<PlanView, Problem> {
    let change = MeetingChange::between(Some(&before), after);
    let entry = Entry::of(kind).with_words(change.words());
    desk.write(&entry, |tables| tables.meetings().apply(&change))?;
    desk.open_mut()?.last.is_planned(kind, before);
    view(desk, after.proceedings().id)
}
