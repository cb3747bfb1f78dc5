//! Words that stand beside the lines of a meeting and are tidied like them: reasons, differing views, notes.

use super::forms::BesideName;
use protocol::ids::{CaseId, TeamKey};
use protocol::meeting::{Place, Proceedings, SlotProgress};
use protocol::words::Words;

/// What the agenda says of a case that nobody came to: the program's own words, which nobody tidies.
pub(crate) const NOT_REACHED: &str = "Not reached";

/// Something said beside a line.
pub(crate) struct SaidBeside<'p> {
    pub(crate) name: BesideName,
    pub(crate) place: Place,
    /// Whose words they are, or whose action it was.
    pub(crate) team: Option<TeamKey>,
    pub(crate) words: &'p Words,
}

/// All of it that stands, in the order of its sorts.
pub(crate) fn beside_the_lines(p: &Proceedings) -> Vec<SaidBeside<'_>> {
    let mut all = Vec::new();
    for d in p.decisions.iter().filter(|d| d.undone.is_none()) {
        let (decision, place) = (d.id, d.place);
        all.extend(d.rationale.iter().map(|words| SaidBeside {
            name: BesideName::Rationale { decision },
            place,
            team: None,
            words,
        }));
        all.extend(d.standing_dissents().map(|(nth, dissent)| SaidBeside {
            name: BesideName::Dissent {
                decision,
                nth: u32::try_from(nth).unwrap_or(u32::MAX),
            },
            place,
            team: Some(dissent.team.clone()),
            words: &dissent.words,
        }));
    }
    for action in &p.carried {
        let settled = action.settled.as_ref().filter(|s| s.meeting == p.id);
        all.extend(
            settled
                .and_then(|s| s.note.as_ref())
                .map(|words| SaidBeside {
                    name: BesideName::Outcome { action: action.id },
                    place: place_of(p, action.case),
                    team: Some(action.owner.team.clone()),
                    words,
                }),
        );
    }
    all.extend(reasons(p));
    for slot in &p.slots {
        let SlotProgress::Deferred { reason } = &slot.progress else {
            continue;
        };
        if reason.as_str() != NOT_REACHED {
            all.push(SaidBeside {
                name: BesideName::Deferral { slot: slot.id },
                place: Place::Case(slot.id),
                team: None,
                words: reason,
            });
        }
    }
    all
}

/// The reasons that stand by themselves, and what was to be corrected in the minutes before.
fn reasons(p: &Proceedings) -> Vec<SaidBeside<'_>> {
    let said = |name, place, words| SaidBeside {
        name,
        place,
        team: None,
        words,
    };
    let before = p.previous.iter().filter_map(|m| m.corrections.as_ref());
    let before = before.map(|words| said(BesideName::MinutesBefore, Place::PreviousMinutes, words));
    let turns = (0..).zip(&p.turns).filter_map(|(nth, turn)| {
        let words = turn.reason.as_ref()?;
        Some(said(BesideName::Turn { nth }, Place::Opening, words))
    });
    let went_on = p.slots.iter().filter_map(|slot| {
        let (name, words) = (
            BesideName::WentOn { slot: slot.id },
            slot.went_on_because.as_ref()?,
        );
        Some(said(name, Place::Case(slot.id), words))
    });
    let aside = p.updates.iter().filter_map(|update| {
        let words = &update.set_aside.as_ref()?.reason;
        let name = BesideName::SetAside { update: update.id };
        Some(SaidBeside {
            team: Some(update.team.clone()),
            ..said(name, Place::Case(update.slot), words)
        })
    });
    before.chain(turns).chain(went_on).chain(aside).collect()
}

/// Where a carried action is spoken of: under its case where that is on this agenda, else among what was carried.
fn place_of(p: &Proceedings, case: Option<CaseId>) -> Place {
    let slot = p.slots.iter().find(|s| Some(s.case.case) == case);
    slot.map_or(Place::MattersArising, |slot| Place::Case(slot.id))
}
