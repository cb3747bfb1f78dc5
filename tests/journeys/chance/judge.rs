//! The rules again, from what the record says of who was where and when.

use protocol::ids::AttendanceId;
use protocol::meeting::{Meeting, Place, Proceedings, Stage, Turned};
use protocol::room::{Attendance, Whereabouts};
use protocol::sharing::{ItemParts, Standing};
use protocol::trade::At;
use std::collections::BTreeSet;

/// The first thing in a meeting that should not have been possible.
pub fn judge(meeting: &Meeting) -> Option<String> {
    let p = meeting.proceedings();
    let in_session = meeting.stage() == Stage::InSession;
    if in_session && !admits_everyone(p) {
        return Some("somebody sits in the room who was not admitted".to_owned());
    }
    let open = matches!(meeting.stage(), Stage::Gathering | Stage::InSession);
    if open && round_the_gate(p) {
        return Some("it is held on a day on which people had come and it was put off".to_owned());
    }
    if without_its_case(p) {
        return Some("something is on record of a case that is not on the agenda".to_owned());
    }
    if let Some(twice) = in_writing_stands_once(p).or_else(|| held_over_stands_once(p)) {
        return Some(twice);
    }
    p.items
        .iter()
        .find_map(|item| judge_item(item.parts(), item.recipients().collect(), p))
}

/// Whether the register was opened on the very day on which people had come and the meeting was put off: what was read in
/// between was read while the gate was shut (§4.1).
fn round_the_gate(p: &Proceedings) -> bool {
    let opened = p.register_opened.map(|at| at.date_naive());
    p.turns.iter().any(|turn| match &turn.what {
        Turned::Postponed { came, .. } => {
            !came.is_empty() && Some(turn.by.at.date_naive()) == opened
        }
        _ => false,
    })
}

/// Whether anything stands, or stood, under a case that has gone from the agenda.
fn without_its_case(p: &Proceedings) -> bool {
    let items = p.items.iter().map(|i| i.parts().place);
    let actions = p.actions.iter().map(|a| a.place);
    let decisions = p.decisions.iter().map(|d| d.place);
    let silences = p.silences.iter().map(|s| s.place);
    let said = items.chain(actions).chain(decisions).chain(silences);
    let said = said.filter_map(|place| match place {
        Place::Case(slot) => Some(slot),
        _ => None,
    });
    let outs = p.attendances.iter().flat_map(|a| &a.step_outs);
    let all = said.chain(outs.map(|out| out.slot));
    all.chain(p.updates.iter().map(|u| u.slot))
        .any(|slot| p.slot(slot).is_err())
}

/// What an agency wrote is a line at most once, in its own name, read out by somebody who was there; set aside it is none.
fn in_writing_stands_once(p: &Proceedings) -> Option<String> {
    let items = p.items.iter().map(|i| i.parts());
    let standing = items.filter(|i| !matches!(i.standing, Standing::Undone { .. }));
    for item in standing.clone().filter(|i| i.written.is_some()) {
        let reader = p.attendance(item.contributor).ok();
        if !reader.is_some_and(|a| was_there(a, item.at)) {
            return Some("nobody there read out what was written".to_owned());
        }
    }
    p.updates.iter().find_map(|update| {
        let written = Some(update.id);
        let mut lines: Vec<_> = standing.clone().filter(|i| i.written == written).collect();
        let nil = p.silences.iter();
        let nil = nil.filter(|s| s.written == written && s.undone.is_none());
        let count = lines.len() + nil.count();
        lines.retain(|line| line.team != update.team);
        let wrong = count > 1 || (count == 1 && update.set_aside.is_some()) || !lines.is_empty();
        wrong.then(|| format!("what {} wrote stands {count} times", update.team))
    })
}

/// What earlier meetings left held stands at most once under each of its names, whatever was moved and taken back.
fn held_over_stands_once(p: &Proceedings) -> Option<String> {
    let items = p.items.iter().map(|i| i.parts());
    let standing = items.filter(|i| !matches!(i.standing, Standing::Undone { .. }));
    let from: Vec<_> = standing.filter_map(|i| i.held_over.as_ref()).collect();
    let once: BTreeSet<_> = from.iter().map(|one| one.item).collect();
    (once.len() < from.len()).then(|| "what was left held stands twice".to_owned())
}

/// Whether everybody who is of the meeting now has accepted and, where it is asked, signed.
pub fn admits_everyone(p: &Proceedings) -> bool {
    let of_it = |a: &&Attendance| {
        matches!(
            a.whereabouts,
            Whereabouts::InTheRoom | Whereabouts::SteppedOut(_)
        )
    };
    p.attendances
        .iter()
        .filter(of_it)
        .all(|a| admitted_by(a, p, None))
}

fn judge_item(item: &ItemParts, got: Vec<AttendanceId>, p: &Proceedings) -> Option<String> {
    let there = p.attendances.iter().filter(|a| was_there(a, item.at));
    let heard = there.filter(|a| !item.left_out.contains(&a.id));
    // Whoever sat there before being admitted heard it and is no recipient: the trace lists them.
    let over: BTreeSet<AttendanceId> = p.overheard(item.id).iter().map(|(who, _)| *who).collect();
    let entitled = |a: &&Attendance| {
        admitted_by(a, p, Some(item.at)) && (a.agency.statutory || a.agency.party)
    };
    let passed_over = |a: &&Attendance| over.contains(&a.id) && entitled(a);
    if let Some(who) = p.attendances.iter().find(passed_over) {
        return Some(format!("{} was entitled to what they heard", who.name));
    }
    // Shared after the end, it was heard by nobody in the room: whoever was not admitted there has no minutes either.
    let has_it = |a: &&Attendance| item.released.is_none() || admitted_by(a, p, Some(item.at));
    let heard: BTreeSet<AttendanceId> = heard.filter(has_it).map(|a| a.id).collect();
    let heard: BTreeSet<AttendanceId> = heard.difference(&over).copied().collect();
    let got: BTreeSet<AttendanceId> = got.into_iter().collect();
    let right = match item.standing {
        Standing::Shared => got == heard,
        Standing::Held | Standing::Heard | Standing::Undone { .. } => got.is_empty(),
    };
    if !right {
        return Some(format!(
            "{} people heard and {} received",
            heard.len(),
            got.len()
        ));
    }
    let unadmitted = |a: &&Attendance| got.contains(&a.id) && !admitted_by(a, p, Some(item.at));
    let who = p.attendances.iter().find(unadmitted)?;
    Some(format!("{} received before being admitted", who.name))
}

pub fn was_there(a: &Attendance, at: At) -> bool {
    let within = |from: At, to: Option<At>| from <= at && to.is_none_or(|to| at < to);
    let present = a.presence.iter().any(|i| within(i.from, i.to));
    present && !a.step_outs.iter().any(|s| within(s.from, s.to))
}

/// Whether they had accepted and signed by a moment; by now, where none is given.
pub fn admitted_by(a: &Attendance, p: &Proceedings, at: Option<At>) -> bool {
    let Some(pin) = &p.pinned else { return false };
    let by = |given: At| at.is_none_or(|at| given <= at);
    // What was accepted on a day that is over counts for that day, and for no other.
    let day = at.and_then(|at| a.earlier.iter().find(|day| at < day.until));
    let (acceptance, declaration) = match day {
        Some(day) => (Some(day.acceptance), day.declaration.as_ref()),
        None => (a.acceptance, a.declaration.as_ref()),
    };
    let accepted = acceptance.is_some_and(|given| given.text == pin.texts && by(given.at));
    let signs = pin.declarations_required && !a.agency.statutory;
    let signed = declaration.is_some_and(|d| d.text == pin.texts && by(d.at));
    accepted && (signed || !signs)
}

/// Whoever was in the room at a moment, and admitted: a line that is put back or moved was said then, whoever has come since.
pub fn as_it_was(p: &Proceedings, at: At) -> Proceedings {
    let mut then = p.clone();
    for a in &mut then.attendances {
        a.whereabouts = match was_there(a, at) && admitted_by(a, p, Some(at)) {
            true => Whereabouts::InTheRoom,
            false => Whereabouts::Left,
        };
    }
    then
}
