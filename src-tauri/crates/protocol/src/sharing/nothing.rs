//! Whom nothing of a case may reach, whatever it is: said before anybody speaks, since what is agreed is said to the whole room too.

use super::assess::assess;
use super::ground::{Answer, Bar, Until};
use super::proposal::Proposal;
use crate::grounds::{OnFile, Reach, Restriction};
use crate::ids::{AttendanceId, ItemId, TeamKey};
use crate::meeting::{Place, Proceedings};
use crate::pack::Pack;
use crate::room::Attendance;
use crate::trade::{At, Basis};
use crate::words::Words;
use uuid::Uuid;

/// Why nothing at all of what is under discussion may reach somebody in the room: an objection that was upheld against every kind
/// (§2.1.1), or no consent for an agency that is neither statutory nor party to the agreement (§1.2.3). Nothing where anything may.
pub fn nothing_may_reach(
    p: &Proceedings,
    at: At,
    pack: &Pack,
    on_file: &OnFile,
) -> Vec<(AttendanceId, Answer)> {
    let places = p.discussed().into_iter();
    let all = places.filter(|place| matches!(place, Place::Case(_)));
    let mut barred: Vec<(AttendanceId, Answer)> = Vec::new();
    for found in all.flat_map(|place| of_a_case(p, place, at, pack, on_file)) {
        if barred.iter().all(|(who, _)| *who != found.0) {
            barred.push(found);
        }
    }
    barred
}

fn of_a_case(
    p: &Proceedings,
    place: Place,
    at: At,
    pack: &Pack,
    on_file: &OnFile,
) -> Vec<(AttendanceId, Answer)> {
    let here = p.gathered().in_the_room;
    let of_case = |r: &&Restriction| Some(r.case) == p.case_at(place) && r.is_in_force(at);
    let objections = on_file.restrictions.iter().filter(of_case);
    let objections: Vec<_> = objections.filter(|r| r.kinds == Reach::Every).collect();
    let why = |who: &&Attendance| {
        if objections.iter().any(|r| r.reaches(&who.agency)) {
            return Some(Answer::refused(Bar::Restricted, &pack.clauses));
        }
        // Whoever is a party is weighed line by line: this is read each time the room is shown.
        if who.agency.statutory || who.agency.party {
            return None;
        }
        let others = here.iter().filter(|a| a.agency != who.agency);
        let speaks = others.filter_map(|a| a.agency.team.clone()).next()?;
        for_every_kind(p, who.id, (place, at), &speaks, pack, on_file)
    };
    let all = here.iter().map(|who| Some((who.id, why(who)?)));
    all.flatten().collect()
}

/// The answer that stands against every kind; nothing as soon as one may reach them, or waits for what the meeting itself can give.
fn for_every_kind(
    p: &Proceedings,
    who: AttendanceId,
    (place, at): (Place, At),
    speaks: &TeamKey,
    pack: &Pack,
    on_file: &OnFile,
) -> Option<Answer> {
    let mut why = None;
    for kind in pack.kinds.iter().filter(|kind| !kind.about_nobody) {
        let words = Words::new("anything");
        let said = Proposal::of(speaks.clone(), kind.key.clone(), Basis::Fact, words);
        let id = ItemId(Uuid::nil());
        let weighed = assess(said, id, at, place, p, pack, on_file).ok()?;
        let mut receipts = weighed.parts().receipts.iter();
        let answer = &receipts.find(|one| one.attendance == who)?.answer;
        match answer {
            Answer::Refused(Bar::Restricted, _) | Answer::Held(Until::ConsentCovers, _) => {
                why.get_or_insert_with(|| answer.clone());
            }
            Answer::Held(Until::ConsentExplicit | Until::VictimConsents, _) => {}
            _ => return None,
        }
    }
    why
}
