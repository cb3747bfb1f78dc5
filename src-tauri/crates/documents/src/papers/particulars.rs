//! Who a case is about, and what a chair had to know before it was opened.

use super::account::Account;
use super::people::{fact, out_for};
use super::{afterwards, wording};
use crate::content::{Cell, Fact, Text};
use protocol::cases::{CaseHeading, Cohort, Told, age};
use protocol::ids::SlotId;
use protocol::meeting::{AgendaChange, Amended, Place, Slot, SlotProgress, Wording};
use protocol::trade::At;

/// The particulars of a case, as they stood when the meeting took it up.
pub(super) fn of(account: &Account<'_>, slot: &Slot) -> Vec<Fact> {
    let case = &slot.case;
    let mut facts = Vec::new();
    let person = person(account, case);
    if !person.is_empty() {
        facts.push(fact("Person", person));
    }
    facts.extend(the_rest(account, slot));
    facts
}

/// The same under the name, for a paper that no heading has named.
pub(super) fn with_name(account: &Account<'_>, slot: &Slot) -> Vec<Fact> {
    let name = Cell::of(Text::strong(slot.case.name.as_str()));
    let person = person(account, &slot.case);
    let name = if person.is_empty() {
        name
    } else {
        name.with_note(person)
    };
    let mut facts = vec![fact("Person", name)];
    facts.extend(the_rest(account, slot));
    facts
}

fn the_rest(account: &Account<'_>, slot: &Slot) -> Vec<Fact> {
    let case = &slot.case;
    let on = account.proceedings.date;
    let mut facts = vec![fact("Managed by", management(account, case))];
    facts.push(fact("Where", wording::custody(&case.whereabouts)));
    facts.push(fact("Knows of the sharing", told(account, &case.told)));
    facts.push(fact("Flags", flags(case, on)));
    if let Some(because) = &slot.went_on_because {
        let because = afterwards::words(account, Wording::WentOn(slot.id), because.as_str());
        facts.push(fact("Chair's reason for going on", because));
    }
    facts
}

/// When the case was open, and who was out of the room for it.
pub(super) fn discussion(account: &Account<'_>, slot: &Slot) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some((opened, closed)) = spoken_of(slot) {
        let (from, to) = (wording::time(opened), wording::time(closed));
        let with = together(account, slot.id);
        facts.push(fact("Discussed", format!("{from} to {to}{with}")));
    }
    if let Some(asked) = slot.asked {
        let asked = format!(
            "At {}, whether anybody held anything new",
            wording::time(asked)
        );
        facts.push(fact("The chair asked the room", asked));
    }
    let out = out_for(account, slot.id);
    if !out.is_empty() {
        facts.push(Fact {
            name: "Stepped out for this case".into(),
            value: Cell(out),
        });
    }
    facts
}

/// From when to when it was open, where it was.
fn spoken_of(slot: &Slot) -> Option<(At, At)> {
    match slot.progress {
        SlotProgress::Done { opened, closed } => Some((opened, closed)),
        SlotProgress::Referred { opened, at, .. } | SlotProgress::TakenOff { opened, at } => {
            opened.map(|opened| (opened, at))
        }
        _ => None,
    }
}

/// The cases that it was discussed together with, by reference (`0024`).
fn together(account: &Account<'_>, slot: SlotId) -> String {
    let joined = account.proceedings.amendments.iter().filter_map(|a| {
        let Amended::Agenda { slot: one, change } = &a.what else {
            return None;
        };
        match change {
            AgendaChange::Joined(other) if *one == slot => Some(*other),
            AgendaChange::Joined(other) if *other == slot => Some(*one),
            _ => None,
        }
    });
    let mut others: Vec<String> = joined.map(|s| account.place(Place::Case(s))).collect();
    others.sort();
    others.dedup();
    match others.is_empty() {
        true => String::new(),
        false => format!(", in part together with {}", wording::listed(&others)),
    }
}

/// Birth and CRO number, as far as they are known.
fn person(account: &Account<'_>, case: &CaseHeading) -> String {
    let on = account.proceedings.date;
    let dates = account.print.pack.formats.dates;
    let born = case.born.map(|born| {
        let years = age(born, on);
        format!("Born {}, aged {years}", dates.of(born))
    });
    let cro = case.cro.as_ref().map(|cro| format!("CRO {cro}"));
    let parts: Vec<_> = born.into_iter().chain(cro).collect();
    parts.join("; ")
}

fn management(account: &Account<'_>, case: &CaseHeading) -> String {
    let manager = case.offender_manager.clone();
    let lead = case.lead.as_ref().map(|team| account.team(team));
    let lead = lead.map(|lead| format!("lead agency {lead}"));
    let manager = manager.unwrap_or_else(|| "No offender manager named".into());
    let called = |cohort| account.print.pack.cohorts.called(cohort);
    let cohort = match case.cohort {
        Cohort::DipCaseload => format!("on the {}", called(Cohort::DipCaseload)),
        cohort => format!("{} cohort", called(cohort)),
    };
    let parts: Vec<_> = [manager].into_iter().chain(lead).chain([cohort]).collect();
    parts.join("; ")
}

fn told(account: &Account<'_>, told: &Told) -> Cell {
    match told {
        Told::Told => "Has been told".into(),
        Told::Agreed => "Has been told, and agreed".into(),
        Told::Neither {
            reason,
            ground,
            decided_by,
        } => Cell::of(format!("Not told: {}", reason.as_str())).with_note(format!(
            "Ground: {ground}. Decided by {decided_by} ({})",
            account.print.pack.clauses.person_told
        )),
    }
}

fn flags(case: &CaseHeading, on: chrono::NaiveDate) -> String {
    let flags = [
        (case.flags.mappa, "MAPPA"),
        (case.flags.child_protection, "Child protection"),
        (case.is_under_18(on), "Under 18"),
    ];
    let up: Vec<_> = flags
        .into_iter()
        .filter(|(up, _)| *up)
        .map(|(_, flag)| flag.to_owned())
        .collect();
    match up.is_empty() {
        true => "None".into(),
        false => up.join("; "),
    }
}
