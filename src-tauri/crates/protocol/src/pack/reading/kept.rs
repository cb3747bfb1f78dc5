//! Reading an agreement that an earlier version of the program kept, by what it meant when it was kept.

use super::notes::Notes;
use super::read_noting;
use crate::pack::{Fault, Pack};
use toml::{Table, Value};

/// What the program went by while no file could say it.
const EARLIER: &str = include_str!("../../../packs/earlier.toml");

/// Rules that stood within another one before they had a clause of their own.
const PARTED: [(&str, &str); 2] = [("necessity", "powers"), ("adults", "other_protocol")];

impl Pack {
    /// Reads a pack that the record has kept, with the hashes of its texts and of its rules under which it was.
    ///
    /// It was looked over when it was kept. What has been asked of packs since is not asked of it; what has been added
    /// to them since is what it was before, and what has been taken out of them is passed over.
    ///
    /// # Errors
    /// What cannot be read, for which the record has to be damaged.
    pub fn kept(text: &str, hashes: ([u8; 32], [u8; 32])) -> Result<Pack, Vec<Fault>> {
        // Nearly every one was kept by this version, and reads as it stands.
        let mut pack = Pack::read(text).or_else(|faults| earlier(text, faults))?;
        pack.kept_as = Some(hashes);
        Ok(pack)
    }
}

fn earlier(text: &str, faults: Vec<Fault>) -> Result<Pack, Vec<Fault>> {
    let (Ok(mut file), Ok(meant)) = (text.parse::<Table>(), EARLIER.parse()) else {
        return Err(faults);
    };
    part_clauses(&mut file);
    fill(&mut file, &meant);
    let filled = file.to_string();
    read_noting(Notes::of_kept(&filled), &filled)
}

fn part_clauses(file: &mut Table) {
    let Some(clauses) = file.get_mut("clauses").and_then(Value::as_table_mut) else {
        return;
    };
    for (rule, within) in PARTED {
        if let Some(clause) = clauses.get(within).cloned() {
            clauses.entry(rule).or_insert(clause);
        }
    }
}

/// Says what the file leaves unsaid; what it says stays.
fn fill(file: &mut Table, meant: &Table) {
    for (field, meant) in meant {
        match (file.get_mut(field), meant) {
            (None, meant) => {
                file.insert(field.clone(), meant.clone());
            }
            (Some(Value::Table(said)), Value::Table(meant)) => fill(said, meant),
            (Some(Value::Array(entries)), Value::Table(meant)) => {
                let entries = entries.iter_mut().filter_map(Value::as_table_mut);
                entries.for_each(|entry| fill(entry, meant));
            }
            (Some(_), _) => {}
        }
    }
}
