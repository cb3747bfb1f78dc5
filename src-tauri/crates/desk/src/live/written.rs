//! What agencies that could not come wrote of the case that is open: put through, or set aside with a reason.

use super::reading::view;
use super::turning::why;
use super::views::MeetingView;
use super::written_forms::{AsideForm, WrittenForm, WrittenRow};
use crate::problem::Problem;
use crate::session::{Desk, Live};
use protocol::callings::Callings;
use protocol::ids::{CaseId, UpdateId};
use protocol::meeting::{Place, Proceedings};
use protocol::sharing::{Update, UpdateSays};
use protocol::trade::Basis;
use record::EntryKind;

/// Weighs it for whoever is in the room now, and shares or holds it as if its agency had said it.
pub(crate) fn put_update(desk: &mut Desk, form: WrittenForm) -> Result<MeetingView, Problem> {
    let about = case_of(desk, form.update)?;
    desk.in_meeting_about(EntryKind::UpdatePut, about, |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        let (at, pack, on_file) = (moment.at, moment.pack, moment.on_file);
        session.put_update(form.update, moment.fresh, at, pack, on_file)?;
        Ok(meeting)
    })?;
    view(desk)
}

pub(crate) fn set_update_aside(desk: &mut Desk, form: AsideForm) -> Result<MeetingView, Problem> {
    let (reason, by) = (why(&form.reason)?, desk.signed_in()?);
    let about = case_of(desk, form.update)?;
    desk.in_meeting_about(EntryKind::UpdateSetAside, about, |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        session.set_update_aside(form.update, reason, moment.hand(&by))?;
        Ok(meeting)
    })?;
    view(desk)
}

pub(crate) fn let_update_wait(desk: &mut Desk, form: WrittenForm) -> Result<MeetingView, Problem> {
    let about = case_of(desk, form.update)?;
    desk.in_meeting_about(EntryKind::UpdateWaits, about, |mut meeting, _| {
        meeting.in_session_mut()?.let_update_wait(form.update)?;
        Ok(meeting)
    })?;
    view(desk)
}

fn case_of(desk: &Desk, id: UpdateId) -> Result<Option<CaseId>, Problem> {
    let p = desk.live()?.meeting.proceedings();
    let slot = p.update(id).and_then(|update| p.slot(update.slot)).ok();
    Ok(slot.map(|slot| slot.case.case))
}

/// What waits of the cases under discussion, and what was set aside.
pub(super) fn written(live: &Live) -> Vec<WrittenRow> {
    let p = live.meeting.proceedings();
    let cases = p.cases_discussed();
    let updates = p.updates.iter();
    let here = updates.filter(|u| cases.contains(&u.slot) && !p.was_put_through(u.id));
    let callings = live.callings();
    here.map(|u| row(u, live, p, callings)).collect()
}

fn row(u: &Update, live: &Live, p: &Proceedings, callings: &Callings) -> WrittenRow {
    let mut row = WrittenRow {
        update: u.id,
        number: p.number_of(Place::Case(u.slot)).unwrap_or_default(),
        agency: live.pack.team_called(&u.team),
        sender: u.sender.as_str().to_owned(),
        kind: None,
        judgement: false,
        words: String::new(),
        without: Vec::new(),
        since: u.since,
        aside: u.set_aside.as_ref().map(|a| a.reason.as_str().to_owned()),
    };
    if let UpdateSays::Information {
        kind, basis, words, ..
    } = &u.says
    {
        row.kind = Some(live.pack.kind_called(kind));
        row.judgement = *basis == Basis::ProfessionalJudgement;
        row.words = words.as_str().to_owned();
        row.without = p.left_out_of(u).map(|a| callings.alone(a.id)).collect();
    }
    row
}
