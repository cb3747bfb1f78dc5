//! A meeting's documents: which there are, their pages, and their way to a folder.

use super::forms::{
    DocumentForm, DocumentName, DocumentRow, PagesView, SaveDocumentsForm, SavedFile, SavedView,
};
use crate::live::{damaged, hex};
use crate::problem::{BrokenCode, Problem};
use crate::session::Desk;
use crate::surroundings::ChooseWhy;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use documents::faces::Faces;
use documents::papers::{Paper, PaperSource, Print, Printed, paper, print};
use protocol::ids::{CaseId, MeetingId, TeamKey};
use protocol::meeting::{Meeting, Proceedings};
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::trade::MeetingKind;
use record::{Entry, EntryKind};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

pub(super) fn meeting(desk: &Desk, id: MeetingId) -> Result<Meeting, Problem> {
    if let Ok(live) = desk.live()
        && live.meeting.proceedings().id == id
    {
        return Ok(live.meeting.clone());
    }
    desk.record()?
        .read()
        .meetings()
        .one(id)?
        .ok_or_else(|| Refusal::WrongStage.into())
}

/// Only a meeting that has ended has documents.
pub(super) fn source(meeting: &Meeting) -> Option<PaperSource<'_>> {
    match meeting {
        Meeting::Closed(closed) => Some(PaperSource::Closed(closed)),
        Meeting::Sealed(sealed) => Some(PaperSource::Sealed(sealed)),
        _ => None,
    }
}

/// The pack that a meeting pinned, whichever is in force today.
pub(super) fn pack_of(desk: &Desk, p: &Proceedings) -> Result<Pack, Problem> {
    let pinned = p.pinned.as_ref().ok_or_else(damaged)?;
    let packs = desk.record()?.read().packs().all()?;
    let kept = packs
        .into_iter()
        .find(|k| k.texts_hash == pinned.texts && k.rules_hash == pinned.rules);
    Pack::read(&kept.ok_or_else(damaged)?.toml).map_err(|_| damaged())
}

/// Every document of an ended meeting, with whom or what it is for.
pub(super) fn rows(source: &PaperSource<'_>, pack: &Pack) -> Vec<DocumentRow> {
    let p = source.proceedings();
    let draft = matches!(source, PaperSource::Closed(_));
    let row = |paper: Paper| {
        let about = about(&paper, p, pack);
        let name = DocumentName::from(paper);
        DocumentRow {
            file_name: file_name(&name, &about, p, draft),
            name,
            about,
            draft,
        }
    };
    Paper::all(source, sheet_number(source))
        .into_iter()
        .map(row)
        .collect()
}

/// A draft sheet is the first; the sheet of the signed minutes supersedes it.
fn sheet_number(source: &PaperSource<'_>) -> u32 {
    match source {
        PaperSource::Closed(_) => 1,
        PaperSource::Sealed(_) => 2,
    }
}

fn about(paper: &Paper, p: &Proceedings, pack: &Pack) -> String {
    match paper {
        Paper::ActionPlan(slot) => p
            .slot(*slot)
            .map(|s| s.case.reference.clone())
            .unwrap_or_default(),
        Paper::ActionSheet { team, .. } => pack
            .team(team)
            .map(|t| t.short_name.clone())
            .unwrap_or_default(),
        Paper::Declaration(who) => p
            .attendance(*who)
            .map(|a| a.name.clone())
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// A name that sorts by meeting and says no subject's name.
fn file_name(name: &DocumentName, about: &str, p: &Proceedings, draft: bool) -> String {
    let kind = match p.kind {
        MeetingKind::Odoc => "ODOC",
        MeetingKind::DipCaseReview => "DIP",
    };
    let what = match name {
        DocumentName::Minutes => "minutes",
        DocumentName::ActionPlan { .. } => "action plan",
        DocumentName::ActionSheet { .. } => "action sheet",
        DocumentName::Declaration { .. } => "declaration",
        DocumentName::AttendanceRegister => "attendance and acceptance",
        DocumentName::DisclosureRecord => "disclosure record",
    };
    // Only what some file system refuses is dropped: a name keeps its marks, in any script.
    let refused = |c: char| c.is_control() || "/\\:*?\"<>|·".contains(c);
    let safe: Vec<&str> = about
        .split(refused)
        .flat_map(str::split_whitespace)
        .collect();
    let about = if safe.is_empty() {
        String::new()
    } else {
        format!(" {}", safe.join(" "))
    };
    let draft = if draft { " draft" } else { "" };
    format!("{kind} {} {what}{about}{draft}.pdf", p.date)
}

pub(crate) fn document_pages(desk: &mut Desk, form: DocumentForm) -> Result<PagesView, Problem> {
    let meeting = meeting(desk, form.meeting)?;
    let printed = printed(desk, &meeting, &form.document)?;
    desk.write(&Entry::of(EntryKind::DocumentViewed), |_| Ok(()))?;
    Ok(PagesView {
        pdf: STANDARD.encode(&printed.1.bytes),
        pages: printed.1.pages,
        file_name: printed.0.file_name,
    })
}

/// Saves documents where the chair says; each issue is entered before the file is written.
pub(crate) fn save_documents(
    desk: &mut Desk,
    form: SaveDocumentsForm,
) -> Result<SavedView, Problem> {
    if form.documents.is_empty() {
        return Err(Problem::field("documents", "none_chosen"));
    }
    let meeting = meeting(desk, form.meeting)?;
    let printed: Vec<(DocumentRow, Printed)> = form
        .documents
        .iter()
        .map(|name| printed(desk, &meeting, name))
        .collect::<Result<_, _>>()?;
    let chosen = desk.surroundings.choose_folder(ChooseWhy::SavingDocuments);
    let folder = chosen.ok_or(Problem::broken(BrokenCode::Cancelled))?;
    let files: Vec<SavedFile> = printed.iter().map(|(row, p)| saved_file(row, p)).collect();
    let hashes = files.iter().map(|f| format!("{} {}", f.sha256, f.name));
    let hashes: Vec<String> = hashes.collect();
    let entry = Entry::of(EntryKind::DocumentIssued).with("files", hashes.join("\n"));
    desk.write(&entry, |_| Ok(()))?;
    for (row, printed) in &printed {
        write_whole(&folder, &row.file_name, &printed.bytes)?;
    }
    Ok(SavedView {
        folder: folder.display().to_string(),
        files,
    })
}

fn saved_file(row: &DocumentRow, printed: &Printed) -> SavedFile {
    SavedFile {
        name: row.file_name.clone(),
        sha256: hex(&Sha256::digest(&printed.bytes)),
        bytes: u32::try_from(printed.bytes.len()).unwrap_or(u32::MAX),
    }
}

/// Under another name first, so that a full disk never leaves half a document under its own.
fn write_whole(folder: &std::path::Path, name: &str, bytes: &[u8]) -> Result<(), Problem> {
    let failed = |_| Problem::broken(BrokenCode::SaveFailed);
    let part = folder.join(format!("{name}.part"));
    std::fs::write(&part, bytes).map_err(failed)?;
    std::fs::rename(&part, folder.join(name)).map_err(failed)
}

fn printed(
    desk: &Desk,
    meeting: &Meeting,
    name: &DocumentName,
) -> Result<(DocumentRow, Printed), Problem> {
    let source = source(meeting).ok_or(Refusal::WrongStage)?;
    let pack = pack_of(desk, meeting.proceedings())?;
    let rows = rows(&source, &pack);
    let row = rows
        .into_iter()
        .find(|row| row.name == *name)
        .ok_or(Refusal::NoSuchLine)?;
    let version = desk.surroundings.version();
    let with = Print {
        pack: &pack,
        journal_head: desk
            .record()?
            .read()
            .journal()
            .head()?
            .ok_or_else(damaged)?
            .hash,
        produced_at: desk.now(),
        app_version: &version,
        elsewhere: elsewhere(desk)?,
    };
    let paper = paper(&source, &paper_of(name, &source), &with).map_err(|_| damaged())?;
    let faces = Faces::from_folder(desk.surroundings.faces_folder());
    let faces = faces.map_err(|_| Problem::broken(BrokenCode::FacesMissing))?;
    let printed = print(&paper, &faces, with.produced_at)
        .map_err(|_| Problem::broken(BrokenCode::CharacterCannotBePrinted))?;
    Ok((row, printed))
}

/// References of the cases that actions may belong to without being on the agenda.
fn elsewhere(desk: &Desk) -> Result<BTreeMap<CaseId, String>, Problem> {
    let cases = desk.record()?.read().cases().all()?;
    Ok(cases
        .into_iter()
        .map(|case| (case.id, case.reference))
        .collect())
}

fn paper_of(name: &DocumentName, source: &PaperSource<'_>) -> Paper {
    match name {
        DocumentName::Minutes => Paper::Minutes,
        DocumentName::ActionPlan { slot } => Paper::ActionPlan(*slot),
        DocumentName::ActionSheet { team } => Paper::ActionSheet {
            team: TeamKey::new(team),
            number: sheet_number(source),
        },
        DocumentName::Declaration { attendance } => Paper::Declaration(*attendance),
        DocumentName::AttendanceRegister => Paper::AttendanceRegister,
        DocumentName::DisclosureRecord => Paper::DisclosureRecord,
    }
}

impl From<Paper> for DocumentName {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::Minutes => Self::Minutes,
            Paper::ActionPlan(slot) => Self::ActionPlan { slot },
            Paper::ActionSheet { team, .. } => Self::ActionSheet {
                team: team.as_str().to_owned(),
            },
            Paper::Declaration(attendance) => Self::Declaration { attendance },
            Paper::AttendanceRegister => Self::AttendanceRegister,
            Paper::DisclosureRecord => Self::DisclosureRecord,
        }
    }
}
