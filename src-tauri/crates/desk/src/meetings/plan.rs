//! A meeting as it is being prepared.

use super::agenda::{is_open, was_put_off};
use super::forms::{PlanOtherCase, PlanOtherPerson, PlanPerson, PlanSlot, PlanView};
use super::row::{flags, row};
use crate::actions::labels::Labels;
use crate::cases::reading::count;
use crate::people::reading::agency_name;
use crate::problem::{Problem, RefusalView};
use crate::session::Desk;
use chrono::NaiveDate;
use protocol::cases::Case;
use protocol::file_merges::file_of;
use protocol::ids::{CaseId, MeetingId};
use protocol::meeting::{Meeting, Proceedings, Slot, Stage, available};
use protocol::pack::Pack;
use protocol::people::Person;
use protocol::refusal::Refusal;
use protocol::sharing::Action;
use std::collections::BTreeSet;

/// The plan of one meeting; one that has begun is planned no more.
pub(crate) fn view(desk: &Desk, id: MeetingId) -> Result<PlanView, Problem> {
    let (today, pack, reading) = (desk.today(), desk.pack()?, desk.record()?.read());
    let meeting = planned(desk, id)?;
    let p = meeting.proceedings();
    let (cases, people) = (reading.cases().all()?, reading.people().all()?);
    let (open, put_off) = (reading.actions().open()?, put_off(desk, p)?);
    let slots = p.slots.iter();
    Ok(PlanView {
        meeting: row(&meeting, today),
        slots: slots
            .map(|s| plan_slot(s, p.date, today, &open, &put_off))
            .collect(),
        other_cases: open_cases_besides(p, &cases),
        people: seats(p, &pack),
        other_people: other_people(p, &people, &pack),
        updates: count(p.updates.iter()),
        carried: Labels::of(&cases).rows(&p.carried, &pack, today),
        planned_minutes: p.slots.iter().map(|slot| u32::from(slot.budget)).sum(),
        available_minutes: available(p.starts, p.ends),
        last: desk.open()?.last.of(id),
        prepared: desk.open()?.last.prepared(),
        open_refused: open_refused(desk, p, &people, &pack)?,
    })
}

/// The meeting, as long as it is planned.
pub(crate) fn planned(desk: &Desk, id: MeetingId) -> Result<Meeting, Problem> {
    let meeting = desk.record()?.read().meetings().one(id)?;
    let meeting = meeting.filter(|meeting| meeting.stage() == Stage::Planned);
    meeting.ok_or_else(|| Refusal::WrongStage.into())
}

/// The cases that the meeting before put off.
fn put_off(desk: &Desk, p: &Proceedings) -> Result<BTreeSet<CaseId>, Problem> {
    let Some(minutes) = &p.previous else {
        return Ok(BTreeSet::new());
    };
    let merges = desk.record()?.read().file_merges().all()?;
    let last = desk.record()?.read().meetings().one(minutes.meeting)?;
    let slots = last.iter().flat_map(|meeting| &meeting.proceedings().slots);
    Ok(slots
        .filter(|slot| was_put_off(slot))
        .map(|slot| file_of(slot.case.case, &merges))
        .collect())
}

fn plan_slot(
    slot: &Slot,
    on: NaiveDate,
    today: NaiveDate,
    open: &[Action],
    put_off: &BTreeSet<CaseId>,
) -> PlanSlot {
    let case = slot.case.case;
    let own = || open.iter().filter(|action| action.case == Some(case));
    PlanSlot {
        slot: slot.id,
        case,
        reference: slot.case.reference.clone(),
        name: slot.case.name.as_str().to_owned(),
        tier: slot.tier.into(),
        budget: slot.budget,
        flags: flags(&slot.case, on),
        open_actions: count(own()),
        overdue_actions: count(own().filter(|action| action.is_overdue(today))),
        deferred_before: put_off.contains(&case),
    }
}

/// Open cases of this kind of meeting that are not on the agenda.
pub(crate) fn open_cases_besides(p: &Proceedings, cases: &[Case]) -> Vec<PlanOtherCase> {
    let on_it = |case: &Case| p.slots.iter().any(|slot| slot.case.case == case.id);
    let others = cases
        .iter()
        .filter(|case| is_open(case, p.kind) && !on_it(case));
    let other = |case: &Case| PlanOtherCase {
        case: case.id,
        reference: case.reference.clone(),
        name: case.particulars.name.shown(),
    };
    others.map(other).collect()
}

fn seats(p: &Proceedings, pack: &Pack) -> Vec<PlanPerson> {
    let declarations = pack.rules(p.kind).declaration_required;
    let callings = p.callings();
    let seat = |a: &protocol::room::Attendance| PlanPerson {
        attendance: a.id,
        name: callings.beside_agency(a.id),
        job: a.job.clone(),
        agency: a.agency.short_name.clone(),
        role: a.role.into(),
        must_sign: a.must_sign(declarations),
        free_after: p.releases.iter().find(|r| r.who == a.id).map(|r| r.after),
    };
    p.attendances.iter().map(seat).collect()
}

fn other_people(p: &Proceedings, people: &[Person], pack: &Pack) -> Vec<PlanOtherPerson> {
    let expected = |person: &Person| p.attendances.iter().any(|a| a.person == person.id);
    let others = people
        .iter()
        .filter(|person| !person.retired && !expected(person));
    let other = |person: &Person| PlanOtherPerson {
        person: person.id,
        name: person.name.clone(),
        agency: agency_name(&person.affiliation, pack),
    };
    others.map(other).collect()
}

/// What the register would be refused for: a meeting that goes on, or an agency that has left the pack.
fn open_refused(
    desk: &Desk,
    p: &Proceedings,
    people: &[Person],
    pack: &Pack,
) -> Result<Option<RefusalView>, Problem> {
    if desk.open()?.live.is_some() {
        return Ok(Some(RefusalView::under_way().citing(&pack.clauses)));
    }
    if p.was_put_off_on(desk.today()) {
        return Ok(Some(RefusalView::of(
            &Refusal::PutOffToday,
            &pack.clauses,
            p,
        )));
    }
    let agency = |person: &Person| protocol::room::Agency::of(&person.affiliation, pack);
    let known = |a: &protocol::room::Attendance| {
        people
            .iter()
            .find(|person| person.id == a.person)
            .and_then(agency)
            .is_some()
    };
    let all_known = p.attendances.iter().all(known);
    Ok((!all_known).then(|| RefusalView::of(&Refusal::NotInThePack, &pack.clauses, p)))
}
