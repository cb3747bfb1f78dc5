//! Who gave what in writing because they could not come, and what of it was never put to the meeting.

use super::account::Account;
use super::afterwards::words;
use super::people::fact;
use super::turns::when;
use super::wording;
use crate::content::{Cell, Fact, Text};
use protocol::ids::{SlotId, TeamKey, UpdateId};
use protocol::meeting::{SlotProgress, Wording};
use protocol::sharing::{ItemParts, Silence, Update};
use protocol::trade::At;

/// Which agency shared an item, and who spoke for it or wrote.
pub(super) fn shared_by(account: &Account<'_>, item: &ItemParts) -> Cell {
    let by = Cell::of(Text::strong(account.team(&item.team)));
    let (who, at) = (account.person(item.contributor), wording::time(item.at));
    let name = who.map(|a| account.called(a.id));
    if let Some(from) = &item.held_over {
        let held = format!("Held since the meeting of {}", wording::day(from.since));
        return by.with_note(held).with_note(match name {
            Some(reader) => format!("Read out by {reader}, {at}"),
            None => at,
        });
    }
    let by = match item.released {
        Some(released) => by.with_note(format!(
            "Held in the meeting; shared with these minutes, {}",
            wording::moment(released)
        )),
        None => by,
    };
    let Some(written) = item.written else {
        return by.with_note(name.map_or(at.clone(), |name| format!("{name}, {at}")));
    };
    let from = from(account, written, &item.team, item.at);
    let by = by.with_note(format!("In writing{from}"));
    by.with_note(match name {
        Some(reader) => format!("Read out by {reader}, {at}"),
        None => at,
    })
}

/// An agency that gave nothing, with a word where it said so in writing.
pub(super) fn silent(account: &Account<'_>, silence: &Silence) -> String {
    let team = account.team(&silence.team);
    match silence.written {
        Some(id) => {
            let from = from(account, id, &silence.team, silence.at);
            format!("{team} (in writing{from})")
        }
        None => team,
    }
}

/// What was written of a case and not put to the meeting: by whom, and why not; its words are printed for nobody.
pub(super) fn not_put(account: &Account<'_>, slot: SlotId) -> Option<Fact> {
    let p = account.proceedings;
    let here = p.updates.iter().filter(|u| u.slot == slot);
    let not_put = here.filter(|u| !p.was_put_through(u.id));
    let said = not_put.flat_map(|u| words(account, Wording::SetAside(u.id), became(account, u)).0);
    let said: Vec<_> = said.collect();
    (!said.is_empty()).then(|| fact("Given in writing, not shared", Cell(said)))
}

fn became(account: &Account<'_>, update: &Update) -> String {
    let team = account.team(&update.team);
    match &update.set_aside {
        Some(aside) => format!(
            "{team}: set aside {}, {}: {}",
            when(account, aside.by.at),
            aside.by.by,
            aside.reason.as_str()
        ),
        None if is_put_off(account, update.slot) => {
            format!("{team}: not reached with its case; it waits for the next meeting")
        }
        None => format!("{team}: not put to the meeting"),
    }
}

fn is_put_off(account: &Account<'_>, slot: SlotId) -> bool {
    let slot = account.proceedings.slot(slot);
    slot.is_ok_and(|slot| matches!(slot.progress, SlotProgress::Deferred { .. }))
}

/// What follows "in writing": " from Dana Price, not present".
fn from(account: &Account<'_>, id: UpdateId, team: &TeamKey, at: At) -> String {
    let update = account.proceedings.update(id).ok();
    let sender = update.map(|update| &update.sender);
    let mut words = match sender.filter(|sender| !sender.is_blank()) {
        Some(sender) => format!(" from {}", sender.as_str()),
        None => String::new(),
    };
    if let Some(since) = update.and_then(|update| update.since) {
        words.push_str(&format!(", for the meeting of {}", wording::day(since)));
    }
    let here = |a: &protocol::room::Attendance| a.agency.is(team) && a.was_in_the_room(at);
    if !account.proceedings.attendances.iter().any(here) {
        words.push_str(", not present");
    }
    words
}
