//! The open case on one page.

use super::case_views::{CaseNow, SinceLast, TogetherRow};
use super::line_rows::{at_place, clock};
use super::opening::damaged;
use super::reading::{carried, refusal_view};
use super::written::written;
use crate::cases::CustodyStatus;
use crate::cases::reading::count;
use crate::grounds::{GlanceView, glance};
use crate::meetings::row as meeting_row;
use crate::problem::{Problem, RefusalView};
use crate::session::{Desk, Live};
use chrono::NaiveDate;
use protocol::cases::Custody;
use protocol::ids::{CaseId, SlotId};
use protocol::meeting::{Meeting, Place, Slot};
use protocol::trade::At;

/// Everything that the middle shows of it.
pub(super) fn case(desk: &Desk, live: &Live, slot: &Slot) -> Result<CaseNow, Problem> {
    let p = live.meeting.proceedings();
    let place = Place::Case(slot.id);
    let number = p.number_of(place).ok_or_else(damaged)?;
    if !slot.is_open() {
        return Err(damaged());
    }
    let (custody, establishment, until) = custody(&slot.case.whereabouts);
    Ok(CaseNow {
        slot: slot.id,
        case: slot.case.case,
        glance: glance(live, slot.case.case, desk.now()),
        number,
        name: slot.case.name.as_str().to_owned(),
        reference: slot.case.reference.clone(),
        born: slot.case.born,
        born_written: slot.case.born.map(|day| live.pack.formats.dates.of(day)),
        cro: slot.case.cro.clone(),
        offender_manager: slot.case.offender_manager.clone(),
        flags: meeting_row::flags(&slot.case, p.date),
        custody,
        establishment,
        until,
        whereabouts: crate::cases::custody::form(&slot.case.whereabouts),
        leaves_caseload: leaves_caseload(live),
        went_on_because: slot.went_on_because.as_ref().map(|w| w.as_str().to_owned()),
        since: since_last(desk, live, slot)?,
        lines: at_place(live, place),
        close_refused: close_refused(live),
        asked_at: slot.asked.map(clock),
        no_change_refused: no_change_refused(live),
        silent: count(p.not_spoken(slot.id).iter()),
        together: together(live, slot.id),
        written: written(live),
    })
}

fn no_change_refused(live: &Live) -> Option<RefusalView> {
    let Meeting::InSession(session) = &live.meeting else {
        return None;
    };
    let refusal = session.may_be_no_change().err()?;
    Some(refusal_view(&refusal, live))
}

fn together(live: &Live, open: SlotId) -> Vec<TogetherRow> {
    let p = live.meeting.proceedings();
    let joined = p.cases_discussed();
    let slots = p.slots.iter().zip(1..);
    let others = slots.filter(|(s, _)| s.id != open && joined.contains(&s.id));
    others
        .map(|(s, number)| TogetherRow {
            slot: s.id,
            number,
            name: s.case.name.as_str().to_owned(),
            lines: at_place(live, Place::Case(s.id)),
        })
        .collect()
}

/// Consent for those who hear the case now.
fn glance(live: &Live, case: CaseId, at: At) -> GlanceView {
    let people = live.meeting.proceedings().attendances.iter();
    let hearers: Vec<_> = people
        .filter(|a| a.is_in_the_room())
        .map(|a| &a.agency)
        .collect();
    let consents = live.on_file.consents.iter();
    let consents = consents.filter(|consent| consent.parts().case == case);
    glance::of(consents, &hearers, live.meeting.proceedings().date, at)
}

fn leaves_caseload(live: &Live) -> bool {
    matches!(&live.meeting, Meeting::InSession(session) if !session.files_to_close().is_empty())
}

fn close_refused(live: &Live) -> Option<RefusalView> {
    let Meeting::InSession(session) = &live.meeting else {
        return None;
    };
    let at = session.proceedings().began?;
    let refusal = session.clone().close_case(at).err()?;
    Some(refusal_view(&refusal, live))
}

fn custody(custody: &Custody) -> (CustodyStatus, Option<String>, Option<NaiveDate>) {
    match custody {
        Custody::NotKnown => (CustodyStatus::NotKnown, None, None),
        Custody::Custody {
            establishment,
            release,
            ..
        } => (
            CustodyStatus::Custody,
            Some(establishment.clone()),
            *release,
        ),
        Custody::Community { order_until, .. } => (CustodyStatus::Community, None, *order_until),
    }
}

/// What was decided the last time the case was discussed, and what was carried from it.
fn since_last(desk: &Desk, live: &Live, slot: &Slot) -> Result<Option<SinceLast>, Problem> {
    let actions = carried(live, |a| a.case == Some(slot.case.case));
    let Some(previous) = &live.meeting.proceedings().previous else {
        return Ok((!actions.is_empty()).then_some(SinceLast {
            date: None,
            decisions: Vec::new(),
            actions,
        }));
    };
    let decisions = desk.beside()?.decided(slot.case.case);
    if decisions.is_empty() && actions.is_empty() {
        return Ok(None);
    }
    Ok(Some(SinceLast {
        date: Some(previous.date),
        decisions,
        actions,
    }))
}
