//! A meeting's documents on their way out: to be read as pages, or to a folder.

use super::forms::{
    DocumentForm, DocumentName, PagesView, SaveDocumentsForm, SavedFile, SavedView,
};
use super::papers::meeting;
use super::printing::{Copy, Made, Run};
use super::sheets::SHEETS;
use crate::live::damaged;
use crate::problem::{BrokenCode, Problem};
use crate::session::Desk;
use crate::surroundings::ChooseWhy;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use protocol::ids::CaseId;
use protocol::meeting::Place;
use record::{Entry, EntryKind};
use sha2::{Digest, Sha256};
use std::path::Path;

pub(crate) fn document_pages(desk: &mut Desk, form: DocumentForm) -> Result<PagesView, Problem> {
    let meeting = meeting(desk, form.meeting)?;
    let about = match form.document {
        DocumentName::ActionPlan { slot } => meeting.proceedings().case_at(Place::Case(slot)),
        _ => None,
    };
    let mut copies = Run::of(desk, &meeting)?.print(&[form.document])?;
    viewed(desk, about, copies.pop().ok_or_else(damaged)??)
}

/// A document as pages; that somebody looked at it is entered, by its name.
pub(crate) fn viewed(
    desk: &mut Desk,
    about: Option<CaseId>,
    copy: Copy,
) -> Result<PagesView, Problem> {
    let entry = Entry::of(EntryKind::DocumentViewed).about_some(about);
    let entry = entry.with("document", &*copy.file_name);
    desk.write(&entry, |_| Ok(()))?;
    Ok(PagesView {
        pdf: STANDARD.encode(&copy.printed.bytes),
        pages: copy.printed.pages,
        file_name: named(desk, &copy.file_name),
    })
}

/// That somebody looked at what was said or written of cases, each named; nothing where none shows.
pub(crate) fn looked_at(cases: impl Iterator<Item = CaseId>, what: &str) -> Option<Entry> {
    let about = |entry: Option<Entry>, case| {
        let entry = entry.unwrap_or_else(|| Entry::of(EntryKind::MeetingViewed));
        Some(entry.about(case).with("what", what))
    };
    cases.fold(None, about)
}

/// Saves documents where the chair says; each issue is entered before the file is written.
pub(crate) fn save_documents(
    desk: &mut Desk,
    form: SaveDocumentsForm,
) -> Result<SavedView, Problem> {
    let meeting = meeting(desk, form.meeting)?;
    let copies = Run::of(desk, &meeting)?.print(&form.documents)?;
    saved(desk, copies)
}

/// Documents into the folder that the person chooses; the issue is entered before a file is written. Those that could not be
/// printed are named, and keep no other back.
pub(crate) fn saved(desk: &mut Desk, made: Vec<Made>) -> Result<SavedView, Problem> {
    if made.is_empty() {
        return Err(Problem::field("documents", "none_chosen"));
    }
    let (mut files, mut unprinted, mut wrong) = (Vec::new(), Vec::new(), None);
    let mut sheets = Vec::new();
    for made in made {
        match made {
            Ok(copy) => {
                sheets.extend(copy.sheet);
                files.push((copy.file_name, copy.printed.bytes));
            }
            Err(Problem::Unprintable { at }) => unprinted.push(at),
            Err(other) => wrong = Some(other),
        }
    }
    match (wrong, unprinted.first()) {
        (Some(wrong), _) => return Err(wrong),
        (None, Some(at)) if files.is_empty() => {
            return Err(Problem::Unprintable { at: at.clone() });
        }
        _ => {}
    }
    let saved = into_folder(desk, files, &sheets)?;
    Ok(SavedView { unprinted, ..saved })
}

/// Files by name into the folder that the person chooses, with what the journal keeps of the action sheets among them.
pub(crate) fn into_folder(
    desk: &mut Desk,
    files: Vec<(String, Vec<u8>)>,
    sheets: &[String],
) -> Result<SavedView, Problem> {
    let named = |(name, bytes): (String, Vec<u8>)| (named(desk, &name), bytes);
    let files: Vec<_> = files.into_iter().map(named).collect();
    let chosen = desk.surroundings.choose_folder(ChooseWhy::SavingDocuments);
    let folder = chosen.ok_or(Problem::broken(BrokenCode::Cancelled))?;
    let saved: Vec<SavedFile> = files
        .iter()
        .map(|(n, bytes)| saved_file(n, bytes))
        .collect();
    let hashes = saved.iter().map(|f| format!("{} {}", f.sha256, f.name));
    let hashes: Vec<String> = hashes.collect();
    let entry = Entry::of(EntryKind::DocumentIssued).with("files", hashes.join("\n"));
    let entry = match sheets.is_empty() {
        true => entry,
        false => entry.with(SHEETS, sheets.join("\n")),
    };
    desk.write(&entry, |_| Ok(()))?;
    for (name, bytes) in &files {
        write_whole(&folder, name, bytes)?;
    }
    Ok(SavedView {
        folder: folder.display().to_string(),
        files: saved,
        unprinted: Vec::new(),
    })
}

/// A practice's files say so by their names too: they outlive the practice, and lie beside real ones.
fn named(desk: &Desk, name: &str) -> String {
    match desk.is_practice() {
        true => format!("Practice {name}"),
        false => name.to_owned(),
    }
}

fn saved_file(name: &str, bytes: &[u8]) -> SavedFile {
    SavedFile {
        name: name.to_owned(),
        sha256: hex::encode(Sha256::digest(bytes)),
        bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
    }
}

/// Under another name first, so that a full disk never leaves half a document under its own.
fn write_whole(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Problem> {
    let failed = |_| Problem::broken(BrokenCode::SaveFailed);
    let part = folder.join(format!("{name}.part"));
    std::fs::write(&part, bytes).map_err(failed)?;
    std::fs::rename(&part, folder.join(name)).map_err(failed)
}
