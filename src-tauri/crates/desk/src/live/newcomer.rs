//! A new face at the register or at the door, in one row.

use super::forms::NewcomerForm;
use super::reading::whole;
use super::views::MeetingView;
use crate::along::Along;
use crate::problem::{FieldFault, Problem};
use crate::session::Desk;
use protocol::ids::{AttendanceId, PersonId, TeamKey};
use protocol::meeting::Stage;
use protocol::pack::Pack;
use protocol::people::{Affiliation, Person};
use protocol::refusal::Refusal;
use protocol::room::{Agency, Attendance};
use record::EntryKind;

/// A new face: onto the register of people and of this meeting in one row and one entry.
pub(crate) fn newcomer(desk: &mut Desk, form: NewcomerForm) -> Result<MeetingView, Problem> {
    let person = person(desk, &form)?;
    let live = desk.live()?;
    let agency = Agency::of(&person.affiliation, &live.pack).ok_or(Refusal::NotInThePack)?;
    let id = AttendanceId(desk.fresh().id()?);
    let attendance = Attendance::expected(id, &person, agency, form.role.into(), 0);
    let along = Some(&person as &dyn Along);
    desk.in_meeting_along(EntryKind::PersonNew, None, along, |mut meeting, moment| {
        match meeting.stage() {
            Stage::Gathering => meeting.gathering_mut()?.newcomer(attendance, moment.at),
            _ => meeting.in_session_mut()?.newcomer(attendance),
        }?;
        Ok(meeting)
    })?;
    whole(desk)
}

/// Somebody on the register of people already, by name, agency and job, or a new person.
fn person(desk: &Desk, form: &NewcomerForm) -> Result<Person, Problem> {
    let name = form.name.trim();
    let guest = (form.guest_agency.as_str(), form.guest_statutory);
    let affiliation = affiliation(&desk.live()?.pack, &form.team, guest)?;
    if name.is_empty() {
        return Err(Problem::field("name", "missing"));
    }
    let known = desk.record()?.read().people().all()?;
    // Two of one name and one agency are told apart by what they do, where it was said.
    let job = form.job.trim();
    let does = |p: &Person| job.is_empty() || p.job.is_empty() || p.job == job;
    let known = known
        .into_iter()
        .find(|p| p.name == name && p.affiliation == affiliation && does(p));
    if let Some(known) = known {
        return Ok(known);
    }
    let id = PersonId(desk.fresh().id()?);
    let (name, job) = (name.to_owned(), job.to_owned());
    Ok(Person {
        id,
        name,
        job,
        affiliation,
        retired: false,
    })
}

/// A team by its key, its capture key or the first letters of its name; or a guest agency by name.
pub(super) fn affiliation(
    pack: &Pack,
    team: &str,
    (guest, statutory): (&str, bool),
) -> Result<Affiliation, Problem> {
    let (typed, guest) = (team.trim().to_lowercase(), guest.trim());
    if typed.is_empty() && !guest.is_empty() {
        let agency = guest.to_owned();
        return Ok(Affiliation::Guest { agency, statutory });
    }
    let exactly = |t: &&protocol::pack::Team| t.key.as_str() == typed || t.capture_key == typed;
    let begins = |t: &&protocol::pack::Team| {
        t.name.to_lowercase().starts_with(&typed) || t.short_name.to_lowercase().starts_with(&typed)
    };
    if let Some(team) = pack.teams.iter().find(exactly) {
        return Ok(Affiliation::Team {
            team: team.key.clone(),
        });
    }
    let mut found = pack
        .teams
        .iter()
        .filter(begins)
        .filter(|_| !typed.is_empty());
    match (found.next(), found.next()) {
        (Some(team), None) => Ok(Affiliation::Team {
            team: TeamKey::new(team.key.as_str()),
        }),
        (Some(one), Some(two)) => {
            let fault = FieldFault::new("team", "ambiguous_team");
            let fault = fault
                .with("one", &one.short_name)
                .with("two", &two.short_name);
            Err(Problem::Unfinished {
                fields: vec![fault],
            })
        }
        (None, _) => Err(Problem::field("team", "unknown_team")),
    }
}
