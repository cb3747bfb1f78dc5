//! Everything that belongs to no case: earlier minutes, carried actions, other business.

use crate::content::{Leaf, Section};
use crate::papers::account::Account;
use crate::papers::people::{fact, facts};
use crate::papers::{afterwards, authorised, decided, grounds as ground, shared, wording};
use protocol::meeting::{Place, Wording};

/// The earlier minutes, and what was said before the cases.
pub(super) fn previous(account: &Account<'_>) -> Section {
    let mut leaves = match &account.proceedings.previous {
        None => vec![Leaf::body("There were no earlier minutes to agree.")],
        Some(previous) => {
            let day = wording::day(previous.date);
            let agreed = match previous.agreed {
                Some(at) => format!("Agreed at {} as a true record.", wording::time(at)),
                None => "Not agreed at this meeting.".into(),
            };
            let corrections = previous.corrections.as_ref().filter(|c| !c.is_blank());
            let corrections = corrections.map_or("None", |c| c.as_str());
            vec![facts(vec![
                fact("Minutes of", day),
                fact("Outcome", agreed),
                fact(
                    "Corrections",
                    afterwards::words(account, Wording::MinutesBefore, corrections),
                ),
            ])]
        }
    };
    leaves.extend(said_in(account, &[Place::Opening, Place::PreviousMinutes]));
    Section::new("Minutes of the last meeting", leaves)
}

/// Carried actions with their outcomes.
pub(super) fn arising(account: &Account<'_>) -> Section {
    let carried = decided::carried(account, account.carried());
    let nothing = || Leaf::body("No actions were carried from earlier meetings.");
    let mut leaves = vec![carried.unwrap_or_else(nothing)];
    leaves.extend(said_in(account, &[Place::MattersArising]));
    Section::new("Matters arising", leaves)
}

/// Any other business, the next date, and how many items are held.
pub(super) fn other(account: &Account<'_>) -> Section {
    let p = account.proceedings;
    let mut leaves = said_in(account, &[Place::AnyOtherBusiness, Place::Closing]);
    leaves.extend(authorised::of(account, None));
    if leaves.is_empty() {
        leaves.push(Leaf::body("There was no other business."));
    }
    let next = p
        .next_date
        .map_or_else(|| "No date was set".into(), wording::day);
    let ended = p.ended.map(|at| fact("Meeting ended", wording::time(at)));
    let held = match account.held() {
        0 => "None".into(),
        1 => "1 item is held. It was disclosed to nobody and is not printed.".into(),
        n => format!("{n} items are held. They were disclosed to nobody and are not printed."),
    };
    let mut said = vec![fact("Next meeting", next)];
    said.extend(ended);
    said.push(fact("Items held back", held));
    leaves.push(facts(said));
    Section::new("Any other business, and next meeting", leaves)
}

/// What the short names of purposes and powers stand for.
pub(super) fn grounds(account: &Account<'_>) -> Option<Section> {
    let key = ground::key(account, account.shared())?;
    Some(Section::new("Purposes and powers cited", vec![key]))
}

fn said_in(account: &Account<'_>, places: &[Place]) -> Vec<Leaf> {
    let mut leaves = shared::table(account, places);
    leaves.extend(decided::decisions(account, places));
    leaves.extend(decided::actions(account, places));
    leaves
}
