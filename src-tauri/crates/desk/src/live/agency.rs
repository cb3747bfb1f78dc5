//! Somebody at the register, or late at the door, who comes for another agency than they used to.

use super::newcomer::affiliation;
use super::reading::whole;
use super::turning_forms::AgencyForm;
use super::views::MeetingView;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::ids::PersonId;
use protocol::meeting::Stage;
use protocol::people::{Affiliation, Person, whom};
use protocol::refusal::Refusal;
use protocol::room::Agency;
use record::EntryKind;

/// The register of people and this meeting's change in one entry; meetings that have been keep whom they came for then.
pub(crate) fn change_agency(desk: &mut Desk, form: AgencyForm) -> Result<MeetingView, Problem> {
    let live = desk.live()?;
    let guest = (form.guest_agency.as_str(), form.guest_statutory);
    let affiliation = affiliation(&live.pack, &form.team, guest)?;
    let agency = Agency::of(&affiliation, &live.pack).ok_or(Refusal::NotInThePack)?;
    let who = live.meeting.proceedings().attendance(form.attendance)?;
    let person = moved(desk, who.person, affiliation)?;
    let kind = EntryKind::PersonChangedAgency;
    desk.in_meeting_along(kind, None, Some(&person), |mut meeting, _| {
        match meeting.stage() {
            Stage::Gathering => meeting
                .gathering_mut()?
                .change_agency(form.attendance, agency),
            _ => meeting
                .in_session_mut()?
                .change_agency(form.attendance, agency),
        }?;
        Ok(meeting)
    })?;
    whole(desk)
}

/// Their entry of the register of people, for the new agency.
fn moved(desk: &Desk, person: PersonId, affiliation: Affiliation) -> Result<Person, Problem> {
    let reading = desk.record()?.read();
    let known = reading
        .people()
        .one(whom(person, &reading.merges().all()?))?;
    let known = known.ok_or(Refusal::NotOnTheRegister)?;
    Ok(Person {
        affiliation,
        ..known
    })
}
