//! Keeping an edited pack: checked as any pack is, under a version of its own, for ever.

use super::versions;
use crate::along::Along;
use crate::faults::{Faults, told};
use crate::problem::{FieldFault, Problem};
use crate::session::Desk;
use crate::undoing::{self, Outside, PutBack};
use protocol::pack::{Fault, FaultKind, Pack};
use protocol::trade::At;
use record::{Entry, EntryKind, RecordError, Tables};
use std::sync::Arc;

/// Keeps the pack as the one in force from now on.
pub(super) fn keep(desk: &mut Desk, pack: Pack) -> Result<(), Problem> {
    look_over(&pack, desk)?;
    let kept = Kept::of(pack, desk)?;
    undoing::keep(desk, (EntryKind::PackKept, None), &kept)
}

/// Finds fault with what the pack in force is free of: one that an earlier version kept can be edited as it stands.
fn look_over(pack: &Pack, desk: &Desk) -> Result<(), Problem> {
    let faults = |pack: &Pack| Pack::read(&pack.write()).err().unwrap_or_default();
    let mut found = faults(pack);
    if !found.is_empty() {
        let before = faults(&*desk.pack()?);
        found.retain(|fault| before.iter().all(|had| had.what != fault.what));
    }
    match found.as_slice() {
        [] => Ok(()),
        found => Err(unfinished(found)),
    }
}

/// A pack as it is to be kept.
struct Kept {
    pack: Pack,
    toml: String,
    at: At,
}

impl Kept {
    fn of(mut pack: Pack, desk: &Desk) -> Result<Self, Problem> {
        let kept = desk.record()?.read().packs().all()?;
        let taken: Vec<_> = kept.iter().map(|pack| &*pack.version).collect();
        // One that came from a file keeps the number that its writers gave it, where it is new.
        if taken.contains(&&*pack.version) {
            pack.version = versions::next(&pack.version, &taken);
        }
        let pack = pack.afresh();
        let (toml, at) = (pack.write(), desk.now());
        Ok(Self { pack, toml, at })
    }
}

impl Along for Kept {
    fn entered(&self, entry: Entry) -> Entry {
        entry.with("version", &*self.pack.version)
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        let hashes = (self.pack.texts_hash(), self.pack.rules_hash());
        let (pack, packs) = (&self.pack, tables.packs());
        packs.keep(&pack.version, self.at, &self.toml, hashes)?;
        Ok(())
    }

    fn before(&self, desk: &Desk) -> Result<Outside, Problem> {
        Ok(vec![Box::new(Before(desk.pack()?))])
    }
}

/// The pack that was in force before. Every version is kept for ever, so that it becomes the next one.
struct Before(Arc<Pack>);

impl PutBack for Before {
    fn ready(&self, desk: &Desk) -> Result<Box<dyn Along>, Problem> {
        Ok(Box::new(Kept::of(Pack::clone(&self.0), desk)?))
    }
}

/// A key that no other entry has, from the name: lower-case letters, digits and hyphens.
pub(super) fn fresh_key(name: &str, otherwise: &str, taken: impl Fn(&str) -> bool) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let slug: String = name.chars().map(plain).collect();
    let parts: Vec<_> = slug.split('-').filter(|part| !part.is_empty()).collect();
    let slug = parts.join("-");
    let lettered = slug.starts_with(|c: char| c.is_ascii_lowercase());
    let slug = if lettered { slug } else { otherwise.to_owned() };
    let numbered = (2..).map(|n| format!("{slug}-{n}"));
    std::iter::once(slug.clone())
        .chain(numbered)
        .find(|key| !taken(key))
        .unwrap_or(slug)
}

/// The faults of the pack's own reading, each at the field of the form that it comes from.
fn unfinished(found: &[Fault]) -> Problem {
    let mut faults = Faults::default();
    found
        .iter()
        .for_each(|fault| faults.push(field_fault(&fault.what)));
    match faults.none() {
        Err(problem) => problem,
        Ok(()) => Problem::field("pack", "not_understood"),
    }
}

fn field_fault(what: &FaultKind) -> FieldFault {
    match what {
        FaultKind::NotACaptureKey { .. } => told("capture_key", what),
        FaultKind::CaptureKeyTwice { .. } => FieldFault::new("capture_key", "in_use"),
        FaultKind::Blank { field } => FieldFault::new(field, "missing"),
        other => told("pack", other),
    }
}

#[cfg(test)]
mod tests {
    use super::fresh_key;

    #[test]
    fn a_key_is_made_of_any_name_and_never_twice() {
        let taken = |key: &str| matches!(key, "st-basils" | "organisation");
        assert_eq!(fresh_key("St Basil's", "organisation", taken), "st-basil-s");
        assert_eq!(fresh_key("St Basils", "organisation", taken), "st-basils-2");
        assert_eq!(fresh_key("ਘਰ", "organisation", taken), "organisation-2");
        assert_eq!(
            fresh_key("3rd Step", "organisation", taken),
            "organisation-2"
        );
    }
}
