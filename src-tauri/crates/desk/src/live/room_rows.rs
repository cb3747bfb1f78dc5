//! Everyone in the room, at the door, expected and gone.

use super::line_rows::clock;
use super::stays::stay_view;
use super::views::{Hearing, NothingView, OtherPerson, PersonInRoom, WhereaboutsView};
use crate::problem::Problem;
use crate::session::{Desk, Live};
use protocol::ids::AttendanceId;
use protocol::meeting::Proceedings;
use protocol::people::Affiliation;
use protocol::room::{Agency, Attendance, Whereabouts};
use protocol::sharing::{Answer, nothing_may_reach};
use protocol::trade::At;
use std::collections::BTreeSet;

/// Everyone on the register, in seat order.
pub(super) fn people(desk: &Desk, live: &Live) -> Result<Vec<PersonInRoom>, Problem> {
    let p = live.meeting.proceedings();
    let before = desk.beside()?.authorities();
    let callings = live.callings();
    let at = p.not_before(desk.now());
    let barred = nothing_may_reach(p, at, &live.pack, &live.on_file);
    let person = |a: &Attendance| PersonInRoom {
        attendance: a.id,
        seat: a.seat,
        name: callings.beside_agency(a.id),
        called: callings.alone(a.id),
        job: a.job.clone(),
        agency: a.agency.short_name.clone(),
        team: a.agency.team.as_ref().map(|t| t.as_str().to_owned()),
        role: a.role.into(),
        statutory: a.agency.statutory,
        guest: a.agency.organisation.is_none(),
        whereabouts: a.whereabouts.into(),
        remark: remark(a),
        since: since(a).map(clock),
        accepted_at: a.acceptance.map(|a| clock(a.at)),
        must_sign: p.must_sign(a),
        signed_at: a.declaration.as_ref().map(|d| clock(d.at)),
        admitted: p.is_admitted(a),
        authority: a.authority.as_ref().map(|auth| auth.given_by.clone()),
        authority_before: before.get(&a.person).map(|by| (*by).to_owned()),
        stay: stay_view(a, p),
        deputy_for: a.deputy_for,
        nothing_to: nothing_to(a, &barred),
    };
    let mut people: Vec<PersonInRoom> = p.attendances.iter().map(person).collect();
    people.sort_by_key(|person| person.seat);
    Ok(people)
}

/// Why nothing of what is under discussion may reach them.
fn nothing_to(a: &Attendance, barred: &[(AttendanceId, Answer)]) -> Option<NothingView> {
    let (_, answer) = barred.iter().find(|(who, _)| *who == a.id)?;
    match answer {
        Answer::Permitted(_) => None,
        Answer::Held(_, clause) => Some(NothingView {
            objection: false,
            clause: clause.to_string(),
        }),
        Answer::Refused(_, clause) => Some(NothingView {
            objection: true,
            clause: clause.to_string(),
        }),
    }
}

/// What the papers print beside whoever is not there.
fn remark(a: &Attendance) -> Option<String> {
    let printed = matches!(
        a.whereabouts,
        Whereabouts::Apologies | Whereabouts::Declined
    );
    let remark = a.remark.as_ref().filter(|_| printed);
    remark.map(|words| words.as_str().to_owned())
}

/// Since when somebody is where they are.
fn since(a: &Attendance) -> Option<At> {
    match a.whereabouts {
        Whereabouts::InTheRoom => a.presence.last().map(|i| i.from),
        Whereabouts::SteppedOut(_) => a.step_outs.last().map(|s| s.from),
        Whereabouts::Left | Whereabouts::Declined => a.presence.last().and_then(|i| i.to),
        _ => None,
    }
}

/// Who hears what is said now.
pub(super) fn hearing(p: &Proceedings) -> Hearing {
    let here: Vec<&Attendance> = p
        .attendances
        .iter()
        .filter(|a| a.is_in_the_room())
        .collect();
    let agencies: BTreeSet<&str> = here.iter().map(|a| a.agency.name.as_str()).collect();
    Hearing {
        people: u32::try_from(here.len()).unwrap_or(u32::MAX),
        agencies: u32::try_from(agencies.len()).unwrap_or(u32::MAX),
    }
}

/// People known from the register of people who are not on this meeting's.
pub(super) fn others(desk: &Desk, live: &Live) -> Result<Vec<OtherPerson>, Problem> {
    let here = &live.meeting.proceedings().attendances;
    let people = desk.beside()?.people.iter();
    let absent = people.filter(|p| !p.retired && !here.iter().any(|a| a.person == p.id));
    let other = |p: &protocol::people::Person| {
        let agency = Agency::of(&p.affiliation, &live.pack)?;
        let (team, guest_statutory) = match &p.affiliation {
            Affiliation::Team { team } => (team.as_str().to_owned(), false),
            Affiliation::Guest { statutory, .. } => (String::new(), *statutory),
        };
        let (name, job) = (p.name.clone(), p.job.clone());
        Some(OtherPerson {
            name,
            job,
            team,
            agency: agency.short_name,
            guest_statutory,
        })
    };
    Ok(absent.filter_map(other).collect())
}

impl From<Whereabouts> for WhereaboutsView {
    fn from(whereabouts: Whereabouts) -> Self {
        match whereabouts {
            Whereabouts::Expected => Self::Expected,
            Whereabouts::Apologies => Self::Apologies,
            Whereabouts::AtTheDoor => Self::AtTheDoor,
            Whereabouts::InTheRoom => Self::InTheRoom,
            Whereabouts::SteppedOut(_) => Self::SteppedOut,
            Whereabouts::Left => Self::Left,
            Whereabouts::Declined => Self::Declined,
        }
    }
}
