//! The stretches of a line as the window marks them, and the ways to complete one.

use super::line_rows::Wording;
use super::proposing::understand;
use super::weigh_views::{Candidate, PartRole, PartView};
use crate::session::Live;
use protocol::capture::{self, Lexicon, Reading, Role};
use protocol::pack::{Kind, Team};

pub(super) fn parts(line: &str, reading: &Reading, wording: &Wording<'_>) -> Vec<PartView> {
    let units: Vec<u16> = line.encode_utf16().collect();
    let view = |part: &capture::Part| {
        let typed = units.get(part.from..part.to).unwrap_or_default();
        PartView {
            from: u32::try_from(part.from).unwrap_or(u32::MAX),
            to: u32::try_from(part.to).unwrap_or(u32::MAX),
            role: if part.fault.is_some() {
                PartRole::Fault
            } else {
                role(part.role)
            },
            label: match part.candidates.as_slice() {
                [one] => wording.candidate(one),
                _ => String::from_utf16_lossy(typed),
            },
        }
    };
    reading.parts.iter().map(view).collect()
}

fn role(role: Role) -> PartRole {
    match role {
        Role::Agency => PartRole::Agency,
        Role::Kind => PartRole::Kind,
        Role::Words => PartRole::Words,
        Role::Without => PartRole::Without,
        Role::Also | Role::AlreadyHere => PartRole::Also,
        Role::Basis => PartRole::Basis,
        Role::Source | Role::About => PartRole::Label,
        Role::Person => PartRole::Person,
        Role::Strand => PartRole::Strand,
        Role::Due => PartRole::Due,
        Role::BareDue => PartRole::BareDue,
        Role::Rationale => PartRole::Rationale,
        Role::Sign | Role::NilReturn | Role::Declined | Role::DecisionKind | Role::Because => {
            PartRole::Marker
        }
        Role::Doubtful => PartRole::Fault,
    }
}

/// Where a line's own words stand, whose spelling can be doubted; its keys and signs are no words.
pub(crate) fn stretches_of_words(live: &Live, line: &str) -> Vec<(u32, u32)> {
    let reading = understand(live.meeting.proceedings(), &live.pack, line);
    let words = |part: &&capture::Part| matches!(part.role, Role::Words | Role::Rationale);
    let unit = |at| u32::try_from(at).unwrap_or(u32::MAX);
    let found = reading.parts.iter().filter(words);
    found.map(|part| (unit(part.from), unit(part.to))).collect()
}

/// The ways to complete the stretch that is still open, in the order of the grammar.
pub(super) fn candidates(
    reading: &Reading,
    lexicon: &Lexicon,
    wording: &Wording<'_>,
) -> Vec<Candidate> {
    let open = reading.parts.iter().find(|part| part.candidates.len() > 1);
    let Some(part) = open else { return Vec::new() };
    let candidate = |candidate: &capture::Candidate| Candidate {
        from: u32::try_from(part.from).unwrap_or(u32::MAX),
        to: u32::try_from(part.to).unwrap_or(u32::MAX),
        insert: match candidate {
            // A guest agency has no key in the pack, and is typed by its name.
            capture::Candidate::Team(team) => wording
                .pack_team(team)
                .map(short_key)
                .or_else(|| team.guest().map(str::to_owned)),
            capture::Candidate::Kind(kind) => wording.pack_kind(kind).map(kind_key),
            capture::Candidate::Person(person) => capture::handle(*person, lexicon),
        }
        .unwrap_or_default(),
        label: wording.candidate(candidate),
    };
    part.candidates.iter().take(8).map(candidate).collect()
}

fn short_key(team: &Team) -> String {
    team.capture_key.clone()
}

fn kind_key(kind: &Kind) -> String {
    if kind.capture_key.is_empty() {
        kind.name.clone()
    } else {
        kind.capture_key.clone()
    }
}
