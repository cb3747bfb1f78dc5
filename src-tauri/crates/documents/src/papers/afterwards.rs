//! What was changed after it was recorded: words struck and kept, times put right, lines moved.

use super::account::Account;
use super::turns::when;
use super::wording;
use crate::content::{Cell, Leaf, Paragraph, Section, Table, Text};
use protocol::ids::{ItemId, SlotId};
use protocol::meeting::{
    AgendaChange, Amended, Amendment, Correction, Heard, Line, Place, Stay, Wording,
};

/// Words: first what was struck from them, each with who struck it and when, then what stands.
pub(super) fn words(account: &Account<'_>, of: impl Into<Wording>, now: impl Into<Text>) -> Cell {
    let mut said = struck(account, of);
    said.push(Paragraph::body(now));
    Cell(said)
}

/// What was struck, each with who struck it and when.
pub(super) fn struck(account: &Account<'_>, of: impl Into<Wording>) -> Vec<Paragraph> {
    let corrections = account.proceedings.corrections_of(of);
    corrections
        .flat_map(|c| [Paragraph::struck(c.before.as_str()), struck_by(c)])
        .collect()
}

fn struck_by(correction: &Correction) -> Paragraph {
    let hand = &correction.by;
    let when = format!(
        "{} at {}",
        wording::short_day(hand.at.date_naive()),
        wording::time(hand.at)
    );
    Paragraph::small(format!("Struck by {}, {when}. Corrected to:", hand.by))
}

/// Everything that was changed afterwards, in the order in which it was changed; nothing where nothing was.
pub(super) fn section(account: &Account<'_>) -> Option<Section> {
    changes(account, "Changed afterwards", |what| {
        !matches!(what, Amended::Agenda { .. } | Amended::Reassigned { .. })
    })
}

/// How the agenda changed while the meeting went on; nothing where it did not.
pub(super) fn agenda(account: &Account<'_>) -> Option<Section> {
    changes(account, "Changes to the agenda", |what| {
        matches!(what, Amended::Agenda { .. })
    })
}

fn changes(
    account: &Account<'_>,
    title: &str,
    which: impl Fn(&Amended) -> bool,
) -> Option<Section> {
    let mut table = Table::new([("When, and by whom", 1.2), ("What was changed", 4.0)]);
    let amendments = account.proceedings.amendments.iter();
    let these = amendments.filter(|a| which(&a.what));
    table.rows = these.map(|a| row(account, a)).collect();
    let some = !table.rows.is_empty();
    some.then(|| Section::new(title, vec![Leaf::Table(table)]))
}

fn row(account: &Account<'_>, amendment: &Amendment) -> Vec<Cell> {
    let hand = &amendment.by;
    let when = Cell::of(when(account, hand.at)).with_note(hand.by.as_str());
    let what = Cell::of(what(account, &amendment.what));
    let lines = lines(account, amendment);
    let what = match lines.is_empty() {
        true => what,
        false => what.with_note(lines),
    };
    vec![when, what]
}

fn what(account: &Account<'_>, what: &Amended) -> String {
    match what {
        Amended::Presence { who, was, is, .. } => format!(
            "When {} was in the room: {}; before: {}.",
            account.named(*who),
            times(account, is),
            times(account, was)
        ),
        Amended::Acceptance { who, accepted, .. } => format!(
            "The acceptance entered for {} at {} was somebody else\u{2019}s, and was taken back with whatever had been signed on it.",
            account.named(*who),
            when(account, *accepted)
        ),
        Amended::Agenda { slot, change } => agenda_change(account, *slot, *change),
        // Printed as it stands now.
        Amended::Reassigned { .. } => String::new(),
        Amended::Moved { to, .. } => {
            let line = line(account, *to);
            format!("{line} had been typed under another case, and was moved to its own.")
        }
        Amended::Converted { from, to, .. } => {
            let was = match (from, to) {
                (Line::Item(_), Line::Item(_)) => "another agency\u{2019}s, or as of another kind",
                (Line::Item(_), _) => "a note of what was shared",
                _ => "an action",
            };
            let line = line(account, *to);
            format!("{line} had first been typed as {was}.")
        }
        Amended::PutRight { to, .. } => {
            let line = line(account, *to);
            format!(
                "{line} was put right: whose it is, of what kind, on what basis or from whom. What it had been stands struck."
            )
        }
    }
}

/// By reference: nothing of anybody stands in it.
fn agenda_change(account: &Account<'_>, slot: SlotId, change: AgendaChange) -> String {
    let case = |slot| account.place(Place::Case(slot));
    let this = case(slot);
    match change {
        AgendaChange::Added => {
            format!("{this} was referred to this meeting and put on the agenda.")
        }
        AgendaChange::TakenOff => format!("{this} was taken off the cohort."),
        AgendaChange::Referred { forum, .. } => {
            format!("{this} was referred to {}.", wording::forum(forum))
        }
        AgendaChange::Reopened => format!("{this} was opened again."),
        AgendaChange::Joined(other) => {
            format!(
                "{this} was discussed together with {} from here on.",
                case(other)
            )
        }
        AgendaChange::Parted(other) => {
            format!(
                "{this} was no longer discussed together with {}.",
                case(other)
            )
        }
    }
}

fn times(account: &Account<'_>, stay: &Stay) -> String {
    let until = |to: Option<protocol::trade::At>| {
        to.map_or_else(String::new, |to| format!(" to {}", when(account, to)))
    };
    let inside = stay.presence.iter();
    let mut said: Vec<_> = inside
        .map(|i| format!("{}{}", when(account, i.from), until(i.to)))
        .collect();
    let outs = stay.step_outs.iter().map(|s| {
        let case = account.place(Place::Case(s.slot));
        format!("out for {case} {}{}", when(account, s.from), until(s.to))
    });
    said.extend(outs);
    match said.is_empty() {
        true => "not at all".into(),
        false => wording::listed(&said),
    }
}

/// "S4" or "A2"; a decision has no number of its own.
fn line(account: &Account<'_>, line: Line) -> String {
    match line {
        Line::Item(id) => number(account, id),
        Line::Action(id) => account.numbers.action(id),
        Line::Decision(_) => "A decision".into(),
        Line::Silence(_) => "A nil return".into(),
    }
}

fn number(account: &Account<'_>, item: ItemId) -> String {
    let number = account.numbers.item(item);
    number.unwrap_or_else(|| "A line that was held or taken back".into())
}

/// Whose receipts the change made others, line by line.
fn lines(account: &Account<'_>, amendment: &Amendment) -> String {
    let changes = account.proceedings.received_otherwise(amendment);
    let said = changes.map(|change| {
        let (line, who) = (number(account, change.item), account.named(change.who));
        match &change.heard {
            Heard::Received => format!("{line}: {who} received it"),
            Heard::Not => format!("{line}: {who} did not receive it"),
            // That they heard it all the same is an incident, and stands in the chair's copy alone (`decisions` 1).
            Heard::Overheard { .. } => format!("{line}: {who} is not among those who received it"),
        }
    });
    said.collect::<Vec<_>>().join(". ")
}
