//! The cover: the meeting, who was there, and the agenda by reference and initials only.

use crate::content::{Leaf, Level, Table};
use crate::papers::account::Account;
use crate::papers::people::{absent, attendance, fact, facts, fingerprint};
use crate::papers::turns;
use crate::papers::wording::{self, time};
use protocol::meeting::{Slot, SlotProgress};
use protocol::room::AttendeeRole;

pub(super) fn leaves(account: &Account<'_>) -> Vec<Leaf> {
    let mut leaves = vec![
        facts(meeting(account)),
        Leaf::Heading(Level::Main, "Who was there".into()),
        attendance(account),
        facts(absent(account)),
    ];
    leaves.extend(agenda(account));
    leaves.push(Leaf::small(format!(
        "How to read these minutes. \u{201c}Everyone in the room\u{201d} is everybody above who \
         was present at that minute; the number counts whoever spoke, too. S and A number what was \
         shared and the actions, and every paper of this meeting uses the same numbers. The \
         disclosure record names each recipient. {}",
        wording::law(account.print.pack)
    )));
    leaves
}

fn meeting(account: &Account<'_>) -> Vec<crate::content::Fact> {
    let p = account.proceedings;
    let name = &account.print.pack.rules(p.kind).name;
    let mut facts = vec![
        fact("Meeting", format!("{} ({name})", account.kind_of_meeting())),
        fact("Date", turns::days(account)),
        fact("Times", times(account)),
    ];
    if !p.venue.trim().is_empty() {
        facts.push(fact("Venue", p.venue.as_str()));
    }
    facts.push(fact("Chair", account.named(account.chaired_by)));
    facts.extend(turns::of(account));
    let minute_taker = p
        .attendances
        .iter()
        .find(|a| a.role == AttendeeRole::MinuteTaker && !a.presence.is_empty());
    if let Some(a) = minute_taker {
        facts.push(fact("Minute-taker", account.named(a.id)));
    }
    facts.push(fact("Agreement", agreement(account)));
    let pinned = p.pinned.as_ref();
    facts.extend(pinned.map(|pin| fingerprint("Hash of the agreement", &pin.texts)));
    facts
}

fn times(account: &Account<'_>) -> String {
    let p = account.proceedings;
    let parts = [
        ("register opened", p.register_opened),
        ("statement read", p.statement_read),
        ("began", p.began),
        ("ended", p.ended),
    ];
    let said = parts
        .into_iter()
        .filter_map(|(what, at)| at.map(|at| format!("{what} {}", turns::when(account, at))));
    let said = said.collect::<Vec<_>>().join(", ");
    let mut letters = said.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn agreement(account: &Account<'_>) -> String {
    let (p, pack) = (account.proceedings, account.print.pack);
    let version = p.pinned.as_ref().map_or("", |pin| pin.version.as_str());
    let text = &pack.text(p.kind).version;
    format!("{}, version {version}; text {text}", pack.name)
}

fn agenda(account: &Account<'_>) -> Vec<Leaf> {
    let mut table = Table::new([
        ("No.", 0.42),
        ("Case", 1.2),
        ("Initials", 0.9),
        ("At this meeting", 2.6),
    ]);
    let row = |(slot, n): (&Slot, usize)| {
        vec![
            n.to_string().into(),
            slot.case.reference.clone().into(),
            slot.case.initials().into(),
            progress(slot).into(),
        ]
    };
    table.rows = account.proceedings.slots.iter().zip(1..).map(row).collect();
    match table.rows.is_empty() {
        true => Vec::new(),
        false => vec![
            Leaf::Heading(Level::Main, "Cases on the agenda".into()),
            Leaf::Table(table),
        ],
    }
}

fn progress(slot: &Slot) -> String {
    match &slot.progress {
        SlotProgress::Done { opened, closed } => {
            format!("Discussed {} to {}", time(*opened), time(*closed))
        }
        SlotProgress::Deferred { .. } => "Deferred to the next meeting".into(),
        SlotProgress::Referred { forum, at, .. } => {
            format!("Referred to {} at {}", wording::forum(*forum), time(*at))
        }
        SlotProgress::TakenOff { at, .. } => format!("Taken off the cohort at {}", time(*at)),
        SlotProgress::Waiting | SlotProgress::Open { .. } | SlotProgress::With { .. } => {
            "Not discussed".into()
        }
    }
}
