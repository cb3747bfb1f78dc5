//! A print run: what the papers of a meeting share is read once, and their pages are set on every core.

use super::forms::DocumentName;
use super::papers::{paper_of, rows, source};
use crate::grounds::reading::of_agenda;
use crate::live::damaged;
use crate::problem::{BrokenCode, Problem};
use crate::session::Desk;
use documents::content::Document;
use documents::faces::Faces;
use documents::papers::{Print, PrintFault, Printed, Printer, paper};
use protocol::grounds::OnFile;
use protocol::ids::CaseId;
use protocol::meeting::Meeting;
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::trade::At;
use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A finished document, under the name that it is saved by.
pub(crate) struct Copy {
    /// From what it is filed under: it names no person, and no two papers of a meeting share it.
    pub file_name: String,
    pub printed: Printed,
}

/// What every paper of the run is printed with.
pub(super) struct Run<'d> {
    meeting: &'d Meeting,
    pack: Arc<Pack>,
    faces: &'d Faces,
    journal_head: [u8; 32],
    at: At,
    version: String,
    elsewhere: BTreeMap<CaseId, String>,
    on_file: OnFile,
}

impl<'d> Run<'d> {
    /// Reads what the papers of an ended meeting share.
    pub(super) fn of(desk: &'d Desk, meeting: &'d Meeting) -> Result<Self, Problem> {
        let reading = desk.record()?.read();
        Ok(Self {
            meeting,
            pack: desk.pack_of(meeting.proceedings())?,
            faces: desk.faces()?,
            journal_head: reading.journal().head()?.ok_or_else(damaged)?.hash,
            at: desk.now(),
            version: desk.surroundings.version(),
            elsewhere: elsewhere(desk)?,
            on_file: of_agenda(desk, meeting.proceedings())?,
        })
    }

    /// Prints the papers of these names, in their order.
    pub(super) fn print(&self, names: &[DocumentName]) -> Result<Vec<Copy>, Problem> {
        copies(&self.papers(names)?, self.faces, self.at)
    }

    /// What the papers say, before anything is set.
    fn papers(&self, names: &[DocumentName]) -> Result<Vec<Document>, Problem> {
        let source = source(self.meeting).ok_or(Refusal::WrongStage)?;
        let known = rows(&source, &self.pack);
        let with = Print {
            pack: &self.pack,
            journal_head: self.journal_head,
            produced_at: self.at,
            app_version: &self.version,
            elsewhere: self.elsewhere.clone(),
            on_file: &self.on_file,
        };
        let said = |name: &DocumentName| {
            if !known.iter().any(|row| row.name == *name) {
                return Err(Refusal::NoSuchLine.into());
            }
            paper(&source, &paper_of(name, &source), &with).map_err(|_| damaged())
        };
        names.iter().map(said).collect()
    }
}

/// Documents that are no part of a meeting's own record, printed in the same way.
pub(crate) fn printed(desk: &Desk, documents: &[Document]) -> Result<Vec<Copy>, Problem> {
    copies(documents, desk.faces()?, desk.now())
}

fn copies(papers: &[Document], faces: &Faces, at: At) -> Result<Vec<Copy>, Problem> {
    let printed = on_every_core(papers, faces, at)?;
    let copy = |(paper, printed): (&Document, Printed)| Copy {
        file_name: paper.file_name(),
        printed,
    };
    Ok(papers.iter().zip(printed).map(copy).collect())
}

impl Desk {
    /// The typefaces, looked for once and each read when a letter first needs it.
    fn faces(&self) -> Result<&Faces, Problem> {
        let session = self.open()?;
        if let Some(faces) = session.faces.get() {
            return Ok(faces);
        }
        let faces = Faces::from_folder(self.surroundings.faces_folder());
        let faces = faces.map_err(|_| Problem::broken(BrokenCode::FacesMissing))?;
        Ok(session.faces.get_or_init(|| faces))
    }
}

/// References of the cases that actions may belong to without being on the agenda.
fn elsewhere(desk: &Desk) -> Result<BTreeMap<CaseId, String>, Problem> {
    let cases = desk.record()?.read().cases().all()?;
    Ok(cases
        .into_iter()
        .map(|case| (case.id, case.reference))
        .collect())
}

/// Each core takes the next paper when it has finished one, since the minutes are as long as all the others.
fn on_every_core(papers: &[Document], faces: &Faces, at: At) -> Result<Vec<Printed>, Problem> {
    let next = AtomicUsize::new(0);
    let some_of_them = || {
        let mut printer = Printer::new(faces);
        let mine = std::iter::from_fn(|| {
            let n = next.fetch_add(1, Ordering::Relaxed);
            Some((n, papers.get(n)?))
        });
        let done = mine.map(|(n, paper)| Ok((n, printer.print(paper, at)?)));
        done.collect::<Result<Vec<_>, PrintFault>>()
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let mut printed = thread::scope(|scope| {
        let others: Vec<_> = (1..cores.min(papers.len()))
            .map(|_| scope.spawn(some_of_them))
            .collect();
        let mut all = some_of_them().map_err(|_| unprintable())?;
        for other in others {
            let theirs = other
                .join()
                .map_err(|_| Problem::broken(BrokenCode::Internal))?;
            all.extend(theirs.map_err(|_| unprintable())?);
        }
        Ok::<_, Problem>(all)
    })?;
    printed.sort_by_key(|(n, _)| *n);
    Ok(printed.into_iter().map(|(_, printed)| printed).collect())
}

fn unprintable() -> Problem {
    Problem::broken(BrokenCode::CharacterCannotBePrinted)
}
