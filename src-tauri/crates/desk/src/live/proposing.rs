//! What a line proposes to share, and a proposal weighed: the line as it stands, or an item that is held.

use super::reading::proposed_next_date;
use super::right_forms::RightFor;
use crate::session::Live;
use protocol::capture::{self, Also, LeftOut, Lexicon, PersonEntry, Reading, Understood};
use protocol::ids::TeamKey;
use protocol::meeting::Proceedings;
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::room::Attendance;
use protocol::sharing::{Assessment, KeptOut, Pending, Proposal};
use protocol::trade::At;
use protocol::words::Words;

/// Reads a line in a room: as it is now, or as it was when an older line was said.
pub(super) fn understand(p: &Proceedings, pack: &Pack, line: &str) -> Reading {
    capture::read(line, &lexicon(p, pack))
}

/// What a line can mean in a room.
pub(super) fn lexicon(p: &Proceedings, pack: &Pack) -> Lexicon {
    let here = || p.attendances.iter().filter(|a| a.is_in_the_room());
    let seat = |team: &TeamKey| {
        let seated = here().find(|a| a.agency.is(team));
        seated.map(|a| u32::from(a.seat))
    };
    let person = |a: &Attendance| PersonEntry {
        attendance: a.id,
        name: Words::new(a.name.as_str()),
        team: a.agency.key(),
        seat: a.seat,
    };
    let people = here().map(person).collect();
    let guests = here().filter(|a| a.agency.team.is_none());
    let guests = guests.map(|a| (a.agency.name.clone(), u32::from(a.seat)));
    let next = Some(proposed_next_date(p, pack));
    Lexicon::of(pack, p.kind, seat, people, p.date, next).with_guests(guests)
}

/// The proposal that an item line makes.
pub(super) fn proposal(p: &Proceedings, pack: &Pack, understood: &Understood) -> Option<Proposal> {
    let Understood::Item {
        team,
        kind,
        words,
        basis,
        without,
        also,
        source,
        about,
    } = understood
    else {
        return None;
    };
    // Kept as it was typed: whom it names may come in before a held line is shared.
    let kept_out = without.iter().filter_map(|out| match out {
        LeftOut::Team(team) => Some(KeptOut::Team(team.clone())),
        LeftOut::Person(who) => Some(KeptOut::Person(p.attendance(*who).ok()?.person)),
    });
    Some(Proposal {
        kept_out: kept_out.collect(),
        pending: also.iter().map(|also| pending(pack, also)).collect(),
        source: source.clone(),
        about: *about,
        ..Proposal::of(team.clone(), kind.clone(), *basis, words.clone())
    })
}

fn pending(pack: &Pack, also: &Also) -> Pending {
    match also {
        Also::Team(team) => Pending {
            team: Some(team.clone()),
            organisation: pack.organisation_of(team).map(|o| o.key.clone()),
            named: pack
                .team(team)
                .map_or_else(String::new, |t| t.short_name.clone()),
        },
        Also::Unlisted(words) => Pending {
            team: None,
            organisation: None,
            named: words.as_str().to_owned(),
        },
    }
}

/// What is to be made right, weighed in the room as it is now.
///
/// # Errors
/// The weighing's; [`Refusal::NoSuchLine`] for an item that is not held, [`Refusal::NothingWritten`] for a line that is none.
pub(super) fn weighed(live: &Live, of: &RightFor, at: At) -> Result<Assessment, Refusal> {
    let p = live.meeting.proceedings();
    let (pack, on_file) = (&live.pack, &live.on_file);
    let Some(id) = of.item else {
        let reading = understand(p, pack, &of.line);
        let proposal = proposal(p, pack, &reading.understood).ok_or(Refusal::NothingWritten)?;
        return p.assess_together(&proposal, at, pack, on_file);
    };
    p.assess_held(id, at, pack, on_file)
}
