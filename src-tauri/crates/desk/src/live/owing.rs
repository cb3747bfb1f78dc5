//! Who does an action, and by when: put right in the meeting, at its end, and beside the draft.

use super::business::date_of;
use super::owing_forms::{AgencyChoice, OwedRow, ReassignForm};
use super::reading::{proposed_next_date, view};
use super::struck::moment;
use super::views::MeetingView;
use crate::problem::Problem;
use crate::session::Desk;
use chrono::NaiveDate;
use protocol::ids::{ActionId, CaseId, TeamKey};
use protocol::meeting::Proceedings;
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::room::Attendance;
use protocol::sharing::{Action, ActionOwner};
use record::EntryKind;

/// What a form asks for, read.
pub(crate) struct Reassigned {
    pub(crate) about: Option<CaseId>,
    pub(crate) owner: ActionOwner,
    pub(crate) due: Option<NaiveDate>,
}

/// In the meeting: one undo gives it back whole.
pub(crate) fn reassign_action(desk: &mut Desk, form: ReassignForm) -> Result<MeetingView, Problem> {
    let live = desk.live()?;
    let read = read(live.meeting.proceedings(), &live.pack, &form)?;
    let (kind, by) = (EntryKind::ActionReassigned, desk.signed_in()?);
    desk.in_meeting_about(kind, read.about, |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        let hand = moment.hand(&by);
        session.reassign(form.action, read.owner, read.due, hand, moment.pack)?;
        Ok(meeting)
    })?;
    view(desk)
}

/// Reads the form against that meeting: its people, its day.
pub(crate) fn read(
    p: &Proceedings,
    pack: &Pack,
    form: &ReassignForm,
) -> Result<Reassigned, Problem> {
    let action = p.actions.iter().find(|a| a.id == form.action);
    let action = action.ok_or(Refusal::NoSuchAction)?;
    let next = proposed_next_date(p, pack);
    let due = match form.due.trim() {
        "" => None,
        words => Some(date_of("due", words, p.date, next)?),
    };
    Ok(Reassigned {
        about: action.case,
        owner: owner(p, action, form)?,
        due,
    })
}

/// Somebody who came for that agency, or whoever it was before.
fn owner(p: &Proceedings, action: &Action, form: &ReassignForm) -> Result<ActionOwner, Problem> {
    let team = TeamKey::new(form.team.trim());
    let person = Some(form.person.trim()).filter(|name| !name.is_empty());
    let person = person.map(str::to_owned);
    let before = action.owner.team == team && action.owner.person == person;
    let here = people(p, &team);
    match person {
        Some(name) if !before && !here.contains(&name) => {
            Err(Problem::field("person", "not_listed"))
        }
        person => Ok(ActionOwner { team, person }),
    }
}

/// Whoever came for an agency, as they are called beside it.
fn people(p: &Proceedings, team: &TeamKey) -> Vec<String> {
    let callings = p.callings();
    let came = |a: &&Attendance| a.agency.is(team) && !a.presence.is_empty();
    let came = p.attendances.iter().filter(came);
    came.map(|a| callings.beside_agency(a.id)).collect()
}

/// Every agency of the agreement, with whoever came for it.
pub(crate) fn owners(p: &Proceedings, pack: &Pack) -> Vec<AgencyChoice> {
    let choice = |team: &protocol::pack::Team| AgencyChoice {
        key: team.key.as_str().to_owned(),
        short_name: team.short_name.clone(),
        people: people(p, &team.key),
    };
    pack.teams.iter().map(choice).collect()
}

/// How an action stood before, the first first.
pub(super) fn before(p: &Proceedings, pack: &Pack, action: ActionId) -> Vec<OwedRow> {
    let row = |(by, was): (&protocol::meeting::Hand, &protocol::meeting::Owed)| OwedRow {
        agency: pack.team_called(&was.team),
        due: was.due,
        by: by.by.clone(),
        at: moment(p, by.at),
    };
    p.owed_before(action).map(row).collect()
}
