//! The whole agreement as a file: written out to be edited, looked over when it comes back, and only then taken in.
//!
//! Purposes, powers, kinds, ladders, clauses, time limits and texts have no form of their own: whoever holds the partnership's
//! agreement edits them there, and the file says line by line what is wrong with it.

use super::counted::Counted;
use super::file_forms::{
    AdoptPackForm, PackFault, PackFile, PackFileView, PackFound, SavePackForm,
};
use super::forms::PartnershipView;
use super::keeping::keep;
use super::reading::{kept_as, view};
use crate::ending::{SavedView, saving};
use crate::faults::told;
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::Nothing;
use crate::surroundings::ChooseFile;
use protocol::pack::{EXAMPLE, Fault, Pack};
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::Path;

/// The largest file that is read; an agreement is a twentieth of it.
const LARGEST: u64 = 2 * 1024 * 1024;

/// A sound agreement from a file, looked over and not yet taken in; let go of with the session.
pub(crate) struct Offered {
    sha256: String,
    pack: Pack,
}

/// Writes the agreement in force, or a version of before, to the folder that the person chooses.
pub(crate) fn save_pack(desk: &mut Desk, form: SavePackForm) -> Result<SavedView, Problem> {
    let pack = match form.version {
        Some(version) => kept_as(desk, &version)?.1,
        None => desk.pack()?,
    };
    let name = format!("Agreement {}.toml", plain(&pack.version));
    saving::into_folder(desk, vec![(name, pack.write().into_bytes())], &[])
}

/// Reads the agreement that the person chooses and says what is in it; nothing of it is in force.
pub(crate) fn choose_pack(desk: &mut Desk, _: Nothing) -> Result<PackFileView, Problem> {
    match desk.surroundings.choose_file(ChooseFile::Agreement) {
        Some(path) => looked_over(desk, file_name(&path), &read(&path)?),
        None => Ok(PackFileView { file: None }),
    }
}

/// The same of the invented partnership's agreement that comes with the program.
pub(crate) fn example_pack(desk: &mut Desk, _: Nothing) -> Result<PackFileView, Problem> {
    looked_over(desk, String::new(), EXAMPLE)
}

fn looked_over(desk: &mut Desk, name: String, text: &str) -> Result<PackFileView, Problem> {
    let sha256 = hex::encode(Sha256::digest(text.as_bytes()));
    let file = match Pack::read(text) {
        Ok(pack) => {
            let file = sound(desk, name, &sha256, &pack)?;
            desk.open_mut()?.packs.offered = Some(Offered { sha256, pack });
            file
        }
        Err(faults) => {
            desk.open_mut()?.packs.offered = None;
            unsound(name, sha256, &faults)
        }
    };
    Ok(PackFileView { file: Some(file) })
}

/// Takes in the agreement that was looked over: it is in force from now on, and a meeting that goes on keeps its own.
pub(crate) fn adopt_pack(desk: &mut Desk, form: AdoptPackForm) -> Result<PartnershipView, Problem> {
    let offered = desk.open_mut()?.packs.offered.take();
    let offered = offered.filter(|offered| offered.sha256 == form.sha256);
    let Offered { pack, .. } = offered.ok_or_else(|| Problem::field("pack", "another_file"))?;
    if !Counted::on(desk)?.missing_from(&pack).is_empty() {
        return Err(Problem::field("pack", "still_needed"));
    }
    if !pack.says_the_same_as(&*desk.pack()?) {
        keep(desk, pack)?;
    }
    view(desk)
}

fn sound(desk: &Desk, name: String, sha256: &str, pack: &Pack) -> Result<PackFile, Problem> {
    let today = desk.pack()?;
    Ok(PackFile {
        name,
        sha256: sha256.to_owned(),
        faults: Vec::new(),
        found: Some(PackFound {
            name: pack.name.clone(),
            version: pack.version.clone(),
            dated: pack.dated,
            organisations: count(pack.organisations.len()),
            teams: count(pack.teams.len()),
            kinds: count(pack.kinds.len()),
            powers: count(pack.powers.len()),
            in_force_already: pack.says_the_same_as(&today),
            same_texts: pack.texts == today.texts,
            same_rules: pack.has_the_rules_of(&today),
        }),
        lacking: Counted::on(desk)?.missing_from(pack),
    })
}

fn unsound(name: String, sha256: String, faults: &[Fault]) -> PackFile {
    let faults = faults.iter().map(|fault| PackFault {
        line: count(fault.line),
        what: told("pack", &fault.what),
    });
    PackFile {
        name,
        sha256,
        faults: faults.collect(),
        found: None,
        lacking: Vec::new(),
    }
}

fn read(path: &Path) -> Result<String, Problem> {
    let unreadable = |_| Problem::field("pack", "file_unreadable");
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    // Not the whole of whatever was chosen: it may be a film.
    let read = file.take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(unreadable)?;
    match String::from_utf8(bytes) {
        Ok(text) if text.len() as u64 <= LARGEST => Ok(text.trim_start_matches('\u{FEFF}').into()),
        _ => Err(Problem::field("pack", "no_agreement")),
    }
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// A version without what no file may be called.
fn plain(version: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ' ' | ',');
    version.chars().filter(|c| kept(*c)).collect()
}

fn count(all: usize) -> u32 {
    u32::try_from(all).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
