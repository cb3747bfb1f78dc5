//! Who was there, for whom and when; who accepted, signed, carried authority.

use super::account::Account;
use super::turns;
use super::wording::{self, time};
use crate::content::{Cell, Fact, KeyValues, Leaf, Paragraph, Table, Text};
use protocol::room::{Attendance, AttendeeRole, Whereabouts};

/// The attendance table, in the order of the agencies (§4.1, §4.3).
pub(super) fn attendance(account: &Account<'_>) -> Leaf {
    let mut table = Table::new([
        ("Agency", 1.4),
        ("Name", 1.5),
        ("In the room", 1.1),
        ("Accepted, declared, authority", 1.9),
    ]);
    let row = |a: &Attendance| {
        let agency = Cell::of(Text::strong(a.agency.short_name.as_str()));
        let agency = match a.agency.organisation_name == a.agency.short_name {
            true => agency,
            false => agency.with_note(a.agency.organisation_name.as_str()),
        };
        vec![
            agency,
            name(account, a),
            presence(account, a),
            admission(account, a),
        ]
    };
    table.rows = those_who_came(account).into_iter().map(row).collect();
    Leaf::Table(table)
}

/// Apologies, and those who would not accept, each with what they said.
pub(super) fn absent(account: &Account<'_>) -> Vec<Fact> {
    use Whereabouts::{AtTheDoor, Expected, Left};
    let apologies = remarks(account, Whereabouts::Apologies);
    let declined = remarks(account, Whereabouts::Declined);
    // Whoever still stood at the door when the meeting ended has left without having been in.
    let door = unseen(account, |w| matches!(w, AtTheDoor | Left));
    let missing = unseen(account, |w| w == Expected);
    let mut facts = vec![Fact {
        name: "Apologies".into(),
        value: or_none(apologies),
    }];
    let rest = [
        ("Declined the agreement, and left", declined),
        ("Arrived and was not admitted", door),
        ("Expected and did not come", missing),
    ];
    facts.extend(
        rest.into_iter()
            .filter(|(_, who)| !who.is_empty())
            .map(|(name, who)| Fact {
                name: name.into(),
                value: Cell(who),
            }),
    );
    facts
}

/// Who stepped out for one case, with the times.
pub(super) fn out_for(account: &Account<'_>, slot: protocol::ids::SlotId) -> Vec<Paragraph> {
    let out = |a: &&Attendance| a.step_outs.iter().any(|s| s.slot == slot);
    let who = everybody(account).into_iter().filter(out);
    who.map(|a| {
        let stretches: Vec<_> = a
            .step_outs
            .iter()
            .filter(|s| s.slot == slot)
            .map(|s| stretch(account, s.from, s.to))
            .collect();
        Paragraph::body(format!(
            "{}, {}",
            account.named(a.id),
            wording::listed(&stretches)
        ))
    })
    .collect()
}

/// The agency's four facts, as they stood when the register was opened.
pub(super) fn standing(a: &Attendance) -> String {
    let statutory = if a.agency.statutory {
        "Statutory"
    } else {
        "Non-statutory"
    };
    let party = if a.agency.party {
        "party to the protocol"
    } else {
        "not party to the protocol"
    };
    format!("{statutory}, {party}")
}

/// A fingerprint, small enough for one line.
pub(super) fn fingerprint(name: &str, hash: &[u8; 32]) -> Fact {
    fact(name, Cell(vec![Paragraph::small(wording::grouped(hash))]))
}

/// A list of names with what stands beside them.
pub(super) fn facts(facts: Vec<Fact>) -> Leaf {
    Leaf::KeyValues(KeyValues(facts))
}

/// One name and what stands beside it.
pub(super) fn fact(name: &str, value: impl Into<Cell>) -> Fact {
    Fact {
        name: name.into(),
        value: value.into(),
    }
}

pub(super) fn those_who_came<'a>(account: &Account<'a>) -> Vec<&'a Attendance> {
    // Whoever declines on coming back, or on a second day, had accepted when they heard what they heard.
    let heard = |a: &Attendance| a.acceptance.is_some() || !a.earlier.is_empty();
    let declined = |a: &Attendance| a.whereabouts == Whereabouts::Declined && !heard(a);
    let came = |a: &&Attendance| !a.presence.is_empty() && !declined(a);
    everybody(account).into_iter().filter(came).collect()
}

fn everybody<'a>(account: &Account<'a>) -> Vec<&'a Attendance> {
    let pack = account.print.pack;
    let mut people: Vec<_> = account.proceedings.attendances.iter().collect();
    // Agencies that the pack does not know come last, by name.
    let order = |a: &&Attendance| {
        let key = a.agency.organisation.as_ref();
        let organisation = pack.organisations.iter().position(|o| Some(&o.key) == key);
        let team = pack
            .teams
            .iter()
            .position(|t| Some(&t.key) == a.agency.team.as_ref());
        let place = |n: Option<usize>| n.unwrap_or(usize::MAX);
        (
            place(organisation),
            place(team),
            a.agency.name.clone(),
            a.seat,
        )
    };
    people.sort_by_cached_key(order);
    people
}

fn remarks(account: &Account<'_>, whereabouts: Whereabouts) -> Vec<Paragraph> {
    let who = everybody(account).into_iter();
    who.filter(|a| a.whereabouts == whereabouts)
        .map(|a| {
            let at = a.presence.last().and_then(|i| i.to);
            let at = at.map_or_else(String::new, |at| format!(", {}", time(at)));
            let remark = a.remark.as_ref().filter(|r| !r.is_blank());
            let remark = remark.map_or_else(String::new, |r| format!(": {}", r.as_str()));
            Paragraph::body(format!("{}{at}{remark}", account.named(a.id)))
        })
        .collect()
}

fn unseen(account: &Account<'_>, which: impl Fn(Whereabouts) -> bool) -> Vec<Paragraph> {
    let who = everybody(account).into_iter();
    who.filter(|a| a.presence.is_empty() && which(a.whereabouts))
        .map(|a| Paragraph::body(account.named(a.id)))
        .collect()
}

fn or_none(paragraphs: Vec<Paragraph>) -> Cell {
    if paragraphs.is_empty() {
        Cell::of("None")
    } else {
        Cell(paragraphs)
    }
}

fn name(account: &Account<'_>, a: &Attendance) -> Cell {
    let role = (a.role != AttendeeRole::Representative).then(|| wording::role(a.role).to_owned());
    let job = Some(a.job.clone()).filter(|job| !job.trim().is_empty());
    let principal = a.deputy_for.map(|id| account.named(id));
    let deputy = principal.map(|principal| format!("deputy for {principal}"));
    let notes: Vec<_> = role.into_iter().chain(job).chain(deputy).collect();
    let cell = Cell::of(account.called(a.id));
    match notes.is_empty() {
        true => cell,
        false => cell.with_note(notes.join(" \u{b7} ")),
    }
}

fn presence(account: &Account<'_>, a: &Attendance) -> Cell {
    let lines = a.presence.iter().map(|i| stretch(account, i.from, i.to));
    let cell = Cell(lines.map(Paragraph::body).collect());
    let out = |out: &protocol::room::StepOut| {
        let case = account.place(protocol::meeting::Place::Case(out.slot));
        format!("{case} {}", stretch(account, out.from, out.to))
    };
    let out: Vec<_> = a.step_outs.iter().map(out).collect();
    match out.is_empty() {
        true => cell,
        false => cell.with_note(format!("Out for {}", wording::listed(&out))),
    }
}

fn stretch(
    account: &Account<'_>,
    from: protocol::trade::At,
    to: Option<protocol::trade::At>,
) -> String {
    let to = to.map_or_else(|| "the end".into(), time);
    format!("{} to {to}", turns::when(account, from))
}

fn admission(account: &Account<'_>, a: &Attendance) -> Cell {
    let accepted = a.acceptance.map_or_else(
        || "Not accepted".into(),
        |acceptance| format!("Accepted {}", turns::when(account, acceptance.at)),
    );
    let declared = match &a.declaration {
        Some(declaration) => format!("; declared {}", time(declaration.at)),
        None if account.proceedings.must_sign(a) => "; has not declared".into(),
        None => String::new(),
    };
    let mut days: Vec<_> = a.earlier.iter().map(|day| earlier(account, day)).collect();
    if a.acceptance.is_some() || days.is_empty() {
        days.push(format!("{accepted}{declared}"));
    }
    let cell = Cell(days.into_iter().map(Paragraph::body).collect());
    match &a.authority {
        Some(authority) => cell.with_note(format!(
            "Authority: {}, {}",
            authority.given_by,
            time(authority.confirmed_at)
        )),
        None if a.role == AttendeeRole::Observer => cell.with_note("Observes, shares nothing"),
        None => cell.with_note("Authority: not confirmed"),
    }
}

/// What was accepted and signed on a day that is over.
fn earlier(account: &Account<'_>, day: &protocol::meeting::EarlierDay) -> String {
    let accepted = format!("Accepted {}", turns::when(account, day.acceptance.at));
    match &day.declaration {
        Some(declaration) => format!("{accepted}; declared {}", time(declaration.at)),
        None => accepted,
    }
}
