//! Purposes, powers, kinds of information and who holds them, as the file gives them.

use super::entry::Entry;
use crate::ids::{KindKey, PowerKey, PurposeKey, TeamKey};
use crate::pack::{FaultKind, HolderMatrix, Kind, Power, Purpose, Register};
use std::collections::{BTreeMap, BTreeSet};

pub fn purpose(entry: &Entry) -> Purpose {
    Purpose {
        key: PurposeKey::new(entry.key(Register::Purpose)),
        name: entry.text("name"),
        short: entry.text("short"),
        law_enforcement: entry.flag("law_enforcement"),
        clause: entry.text("clause"),
    }
}

pub fn power(entry: &Entry) -> Power {
    Power {
        key: PowerKey::new(entry.key(Register::Power)),
        name: entry.text("name"),
        short: entry.text("short"),
        what: entry.choice("what"),
        relevant_authorities_only: entry.flag("relevant_authorities_only"),
        superseded_by: entry.optional("superseded_by", |field| entry.text(field)),
        review: entry.date("review"),
        clause: entry.text("clause"),
    }
}

/// Reads which of the powers is proposed: one that could never be rested on, or that nobody may choose today, would stand in every line.
pub fn proposed_power(entry: &Entry, field: &'static str, powers: &[Power]) -> PowerKey {
    let key = PowerKey::new(entry.names(field, Register::Power));
    let power = key.to_string();
    match powers.iter().find(|known| known.key == key) {
        Some(known) if !known.is_ground() => entry.fault(field, FaultKind::NoGround { power }),
        Some(known) if !known.may_be_chosen() => {
            entry.fault(field, FaultKind::PowerSuperseded { power });
        }
        _ => {}
    }
    key
}

pub fn kind(entry: &Entry, powers: &[Power]) -> Kind {
    let purpose = |field| PurposeKey::new(entry.names(field, Register::Purpose));
    let kind = Kind {
        key: KindKey::new(entry.key(Register::Kind)),
        name: entry.text("name"),
        capture_key: entry.capture_key(Register::Kind),
        format: entry.text("format"),
        form: entry.optional("form", |field| entry.choice(field)),
        sensitivity: entry.optional("sensitivity", |field| entry.choice(field)),
        meetings: entry.choices("meetings"),
        purpose: entry.optional("purpose", purpose),
        power: entry.optional("power", |_| proposed_power(entry, "power", powers)),
        victim: entry.flag("victim"),
        catch_all: entry
            .optional("catch_all", |field| entry.flag(field))
            .unwrap_or_default(),
        asks_basis: entry
            .optional("asks_basis", |field| entry.flag(field))
            .unwrap_or_default(),
        about_nobody: entry
            .optional("about_nobody", |field| entry.flag(field))
            .unwrap_or_default(),
        clause: entry.optional("clause", |field| entry.text(field)),
    };
    if kind.meetings.is_empty() {
        entry.fault("meetings", FaultKind::NoMeeting);
    }
    kind
}

pub fn matrix(entry: &Entry) -> HolderMatrix {
    HolderMatrix {
        confirmed: entry.flag("confirmed"),
        holds: entry.table("holds", holds).unwrap_or_default(),
    }
}

fn holds<'a>(rows: &Entry<'a>) -> BTreeMap<KindKey, BTreeSet<TeamKey>> {
    let row = |(line, kind): (usize, &'a str)| {
        rows.notes.names(line, Register::Kind, kind);
        let teams = rows.texts(kind).into_iter().map(|(line, team)| {
            rows.notes.names(line, Register::Team, &team);
            TeamKey::new(team)
        });
        (KindKey::new(kind), teams.collect())
    };
    rows.fields().map(row).collect()
}
