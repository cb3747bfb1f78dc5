//! Where the person is, said of the open case, and the case that leaves the caseload (§4.3 DIP, purpose).

use super::reading::view;
use super::views::MeetingView;
use crate::along::Along;
use crate::cases::{CaseChange, CustodyForm, custody};
use crate::faults::Faults;
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::Nothing;
use protocol::cases::Case;
use protocol::ids::CaseId;
use protocol::meeting::{Meeting, Proceedings};
use protocol::refusal::Refusal;
use record::EntryKind;

/// Changes custody or community in the meeting and in the case's file, under one entry.
pub(crate) fn change_custody(desk: &mut Desk, form: CustodyForm) -> Result<MeetingView, Problem> {
    let mut faults = Faults::default();
    let whereabouts = custody::read(&form, desk.today(), &mut faults);
    faults.none()?;
    let case = open_case(desk)?;
    let about = case.id;
    let change = CaseChange::to(
        Case {
            whereabouts: whereabouts.clone(),
            ..case
        },
        desk,
    )?;
    desk.in_meeting_along(
        EntryKind::CustodyChanged,
        Some(about),
        Some(&change),
        |mut meeting, _| {
            meeting.in_session_mut()?.change_whereabouts(whereabouts)?;
            Ok(meeting)
        },
    )?;
    view(desk)
}

/// Closes what is under discussion; where closure was decided the file is closed too, and its retention period begins.
pub(crate) fn close_case(desk: &mut Desk, _: Nothing) -> Result<MeetingView, Problem> {
    let about = open_case_id(desk)?;
    let changes = leave_the_caseload(desk)?;
    let along = (!changes.is_empty()).then_some(&changes);
    desk.in_meeting_along(
        EntryKind::CaseClosed,
        about,
        along.map(|changes| changes as &dyn Along),
        |mut meeting, moment| {
            meeting.in_session_mut()?.close_case(moment.at)?;
            Ok(meeting)
        },
    )?;
    view(desk)
}

fn leave_the_caseload(desk: &Desk) -> Result<Vec<CaseChange>, Problem> {
    let Meeting::InSession(session) = &desk.live()?.meeting else {
        return Ok(Vec::new());
    };
    let date = session.proceedings().date;
    let close = |id| {
        let case = file(desk, id)?;
        let closed = case.closed.or(Some(date));
        CaseChange::to(Case { closed, ..case }, desk)
    };
    session.files_to_close().into_iter().map(close).collect()
}

/// The files that the decisions of a meeting open or close again, once one was moved or taken back there.
pub(crate) fn files_that_follow(
    desk: &Desk,
    before: &Proceedings,
    after: &Proceedings,
) -> Result<Vec<CaseChange>, Problem> {
    let mut files = Vec::new();
    for slot in &after.slots {
        let (was, is) = (
            before.closed_the_file(slot.id),
            after.closed_the_file(slot.id),
        );
        if was == is {
            continue;
        }
        let case = file(desk, slot.case.case)?;
        let closed = match is {
            true => case.closed.or(Some(after.date)),
            false => None,
        };
        if closed != case.closed {
            files.push(CaseChange::to(Case { closed, ..case }, desk)?);
        }
    }
    Ok(files)
}

fn open_case_id(desk: &Desk) -> Result<Option<CaseId>, Problem> {
    let p = desk.live()?.meeting.proceedings();
    Ok(p.case_at(p.place))
}

/// The file of the case that is open now.
fn open_case(desk: &Desk) -> Result<Case, Problem> {
    file(desk, open_case_id(desk)?.ok_or(Refusal::NoCaseOpen)?)
}

fn file(desk: &Desk, id: CaseId) -> Result<Case, Problem> {
    let case = desk.record()?.read().cases().one(id)?;
    case.ok_or_else(|| Problem::field("case", "no_such_case"))
}
