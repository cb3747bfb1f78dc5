//! The exact bytes of what is signed: one leaf per item, decision and action, in sections.
//!
//! The record salts and commits to each leaf, so that one person can be erased without touching
//! the signature over the rest; the chair signs the manifest of commitments (D34, D21).

mod afterwards;
mod item;
mod leaf;
mod papers;
mod progress;
mod updates;

use crate::grounds::OnFile;
use crate::ids::SlotId;
use crate::meeting::{Line, Place, Proceedings, Slot, Wording};
use crate::room::Attendance;
use crate::sharing::{Action, Decision, Silence, Standing};
use afterwards::{amendment, turn};
use item::item;
use leaf::Leaf;
use progress::progress;
use sha2::{Digest, Sha256};
use updates::update;

/// One section of the minutes: the cover, or one case, or the business that belongs to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub name: SectionName,
    pub leaves: Vec<Vec<u8>>,
}

/// Which section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionName {
    /// Attendance, agreement, agenda: no subjects.
    Cover,
    Case(SlotId),
    /// Matters arising and any other business.
    General,
}

/// A salted commitment to one leaf.
pub type Commitment = [u8; 32];

/// The sections of a meeting's minutes, each with its leaves in order; what was given to share on at the meeting, and is on
/// file, stands in the section of its case, or in that of what belongs to none.
pub fn sections(p: &Proceedings, on_file: &OnFile) -> Vec<Section> {
    let cover = Section {
        name: SectionName::Cover,
        leaves: cover(p),
    };
    let case = |s: &Slot| Section {
        name: SectionName::Case(s.id),
        leaves: case(p, s, on_file),
    };
    let general = Section {
        name: SectionName::General,
        leaves: general(p, on_file),
    };
    std::iter::once(cover)
        .chain(p.slots.iter().map(case))
        .chain([general])
        .collect()
}

/// The hash that the chair signs: over every section's name and commitments, in order.
pub fn manifest(sections: &[(SectionName, Vec<Commitment>)]) -> [u8; 32] {
    let mut hash = Sha256::new_with_prefix(b"odoc/manifest/v1");
    for (name, commitments) in sections {
        let mut section = Leaf::of("section");
        section.text(&name.to_string());
        hash.update((section.0.len() as u64).to_be_bytes());
        hash.update(&section.0);
        hash.update((commitments.len() as u64).to_be_bytes());
        commitments.iter().for_each(|c| hash.update(c));
    }
    hash.finalize().into()
}

impl std::fmt::Display for SectionName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Cover => f.write_str("cover"),
            Self::Case(slot) => write!(f, "case {slot}"),
            Self::General => f.write_str("general"),
        }
    }
}

fn cover(p: &Proceedings) -> Vec<Vec<u8>> {
    let mut head = Leaf::of("meeting");
    head.text(&p.id.to_string())
        .text(&format!("{:?}", p.kind))
        .text(&p.date.to_string());
    head.text(&p.venue)
        .moment(p.register_opened)
        .moment(p.statement_read);
    head.moment(p.began).moment(p.ended);
    if let Some(pinned) = &p.pinned {
        head.text(&pinned.version)
            .bytes(&pinned.texts)
            .bytes(&pinned.rules);
    }
    head.text(&p.next_date.map(|d| d.to_string()).unwrap_or_default());
    if let Some(previous) = &p.previous {
        head.text(&previous.meeting.to_string())
            .moment(previous.agreed);
        head.text(previous.corrections.as_ref().map_or("", |c| c.as_str()));
    }
    let order = p.slots.iter().map(|slot| {
        let mut leaf = Leaf::of("agenda");
        leaf.text(&slot.id.to_string())
            .text(&format!("{:?}", slot.tier));
        leaf.0
    });
    let people = p.attendances.iter().map(attendance);
    let amended = p.amendments.iter().map(amendment);
    let head = corrected(p, Wording::MinutesBefore, head.0);
    let all = std::iter::once(head).chain(people).chain(order);
    let turns = p.turns.iter().enumerate();
    let turns = turns.map(|(nth, t)| corrected(p, Wording::Turn(nth), turn(t)));
    all.chain(amended).chain(turns).collect()
}

fn attendance(a: &Attendance) -> Vec<u8> {
    let mut leaf = Leaf::of("attendance");
    leaf.text(&a.id.to_string())
        .text(&a.name)
        .text(&a.job)
        .text(&a.agency.name);
    leaf.text(&a.agency.organisation_name)
        .text(&format!("{:?}", a.role));
    leaf.text(&format!("{:?}", a.whereabouts));
    for interval in &a.presence {
        leaf.moment(Some(interval.from)).moment(interval.to);
    }
    for out in &a.step_outs {
        leaf.text(&out.slot.to_string())
            .moment(Some(out.from))
            .moment(out.to);
    }
    if let Some(acceptance) = a.acceptance {
        leaf.moment(Some(acceptance.at)).bytes(&acceptance.text);
    }
    if let Some(declaration) = &a.declaration {
        leaf.moment(Some(declaration.at))
            .bytes(&declaration.text)
            .text(&declaration.typed_name);
        if declaration.confirmed.is_some() {
            leaf.text("confirmed").moment(declaration.confirmed);
        }
    }
    for day in &a.earlier {
        let accepted = day.acceptance;
        leaf.moment(Some(accepted.at)).bytes(&accepted.text);
        let signed = day.declaration.as_ref();
        leaf.moment(signed.map(|d| d.at)).moment(Some(day.until));
    }
    if let Some(principal) = a.deputy_for {
        leaf.text("deputy for").text(&principal.to_string());
    }
    if let Some(authority) = &a.authority {
        leaf.text(&authority.given_by)
            .moment(Some(authority.confirmed_at));
    }
    leaf.0
}

fn case(p: &Proceedings, slot: &Slot, on_file: &OnFile) -> Vec<Vec<u8>> {
    let mut head = Leaf::of("case");
    head.text(&slot.case.reference)
        .text(slot.case.name.as_str());
    progress(&mut head, &slot.progress);
    head.moment(slot.asked);
    head.text(slot.went_on_because.as_ref().map_or("", |w| w.as_str()));
    let carried = p
        .carried
        .iter()
        .filter(|a| a.case == Some(slot.case.case))
        .map(|a| outcome(p, a));
    let lines = lines(p, |place| place == Place::Case(slot.id));
    let written = p.updates.iter().filter(|u| u.slot == slot.id);
    let written = written.map(|u| corrected(p, Wording::SetAside(u.id), update(u)));
    let head = corrected(p, Wording::Deferral(slot.id), head.0);
    let head = corrected(p, Wording::WentOn(slot.id), head);
    std::iter::once(head)
        .chain(carried)
        .chain(lines)
        .chain(written)
        .chain(papers::of(p, Some(slot.case.case), on_file))
        .collect()
}

fn general(p: &Proceedings, on_file: &OnFile) -> Vec<Vec<u8>> {
    let on_agenda = |a: &&Action| p.slots.iter().any(|s| a.case == Some(s.case.case));
    let carried = p.carried.iter().filter(|a| !on_agenda(a));
    let carried = carried.map(|a| outcome(p, a));
    carried
        .chain(lines(p, |place| !matches!(place, Place::Case(_))))
        .chain(papers::of(p, None, on_file))
        .collect()
}

fn lines(p: &Proceedings, here: impl Fn(Place) -> bool) -> Vec<Vec<u8>> {
    let items = p.items.iter().map(|i| i.parts());
    let items = items.filter(|i| here(i.place) && !matches!(i.standing, Standing::Undone { .. }));
    let decisions = p
        .decisions
        .iter()
        .filter(|d| here(d.place) && d.undone.is_none());
    let actions = p
        .actions
        .iter()
        .filter(|a| here(a.place) && a.undone.is_none());
    let silences = p
        .silences
        .iter()
        .filter(|s| here(s.place) && s.undone.is_none());
    let items = items.map(|i| corrected(p, Line::Item(i.id), item(i)));
    let decisions = decisions.map(|d| {
        let leaf = corrected(p, Line::Decision(d.id), decision(d));
        let leaf = corrected(p, Wording::Rationale(d.id), leaf);
        d.standing_dissents().fold(leaf, |leaf, (nth, _)| {
            corrected(p, Wording::Dissent(d.id, nth), leaf)
        })
    });
    let actions = actions.map(|a| corrected(p, Line::Action(a.id), action(a)));
    let lines = items.chain(decisions).chain(actions);
    lines.chain(silences.map(silence)).collect()
}

/// A part with the words that were struck from it: in the same leaf, and erased with it. What was struck from a line's own words
/// needs no name; what was struck beside them says what it was.
fn corrected(p: &Proceedings, of: impl Into<Wording>, leaf: Vec<u8>) -> Vec<u8> {
    let (of, mut leaf) = (of.into(), Leaf(leaf));
    let name = match of {
        Wording::Of(_) => "struck".to_owned(),
        Wording::Dissent(_, nth) => format!("struck dissent {nth}"),
        Wording::Rationale(_) => "struck rationale".to_owned(),
        Wording::Outcome(_) => "struck outcome".to_owned(),
        Wording::Deferral(_) => "struck deferral".to_owned(),
        Wording::WentOn(_) => "struck ground".to_owned(),
        Wording::SetAside(_) => "struck aside".to_owned(),
        Wording::Turn(_) => "struck turn".to_owned(),
        Wording::MinutesBefore => "struck corrections".to_owned(),
    };
    p.corrections_of(of).for_each(|c| {
        leaf.text(&name).text(c.before.as_str());
        leaf.text(&c.by.by).moment(Some(c.by.at));
    });
    leaf.0
}

fn decision(d: &Decision) -> Vec<u8> {
    let mut leaf = Leaf::of("decision");
    leaf.text(&d.id.to_string())
        .moment(Some(d.at))
        .text(&format!("{:?}", d.kind))
        .text(d.words.as_str());
    leaf.text(d.rationale.as_ref().map_or("", |r| r.as_str()))
        .text(&d.no_action.to_string());
    d.standing_dissents().for_each(|(_, dissent)| {
        leaf.text(dissent.team.as_str())
            .text(dissent.words.as_str());
    });
    leaf.0
}

/// A carried action, with what was struck from the note on how it turned out.
fn outcome(p: &Proceedings, a: &Action) -> Vec<u8> {
    corrected(p, Wording::Outcome(a.id), action(a))
}

fn action(a: &Action) -> Vec<u8> {
    let mut leaf = Leaf::of("action");
    leaf.text(&a.id.to_string())
        .moment(Some(a.at))
        .text(a.owner.team.as_str());
    leaf.text(a.owner.person.as_deref().unwrap_or_default())
        .text(a.words.as_str());
    leaf.text(&a.due.map(|d| d.to_string()).unwrap_or_default());
    leaf.text(&format!("{:?}", a.strand));
    if let Some(settled) = &a.settled {
        leaf.text(&format!("{:?}", settled.outcome))
            .moment(Some(settled.at));
        leaf.text(settled.note.as_ref().map_or("", |n| n.as_str()));
    }
    leaf.0
}

fn silence(s: &Silence) -> Vec<u8> {
    let mut leaf = Leaf::of("silence");
    leaf.text(s.team.as_str())
        .text(&format!("{:?}", s.kind))
        .moment(Some(s.at))
        .text(&format!("{:?}", s.written));
    leaf.0
}
