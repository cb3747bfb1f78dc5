//! A print run: what the papers of a meeting share is read once, and their pages are set on every core.

use super::forms::DocumentName;
use super::papers::{paper_of, rows, source};
use super::sheets::Issued;
use crate::grounds::reading::of_agenda;
use crate::live::damaged;
use crate::problem::{BrokenCode, Problem, Unprinted};
use crate::session::Desk;
use documents::content::Document;
use documents::faces::Faces;
use documents::layout::{Place, Unset};
use documents::papers::{Print, PrintFault, Printed, Printer, action_sheet, paper};
use documents::press::Unpressed;
use protocol::grounds::OnFile;
use protocol::ids::{CaseId, TeamKey};
use protocol::meeting::Meeting;
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::trade::At;
use record::Entry;
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
    /// By which the journal tells an action sheet from a later one.
    pub sheet: Option<String>,
}

/// What every paper of the run is printed with.
pub(super) struct Run<'d> {
    meeting: &'d Meeting,
    pack: Arc<Pack>,
    faces: &'d Faces,
    check_code: String,
    at: At,
    version: String,
    elsewhere: BTreeMap<CaseId, String>,
    on_file: OnFile,
    issued: Issued,
}

/// What a paper of the run says, with the line that the journal keeps of an action sheet.
type Said = (Document, Option<String>);

impl<'d> Run<'d> {
    /// Reads what the papers of an ended meeting share.
    pub(super) fn of(desk: &'d Desk, meeting: &'d Meeting) -> Result<Self, Problem> {
        let reading = desk.record()?.read();
        Ok(Self {
            meeting,
            pack: desk.pack_of(meeting.proceedings())?,
            faces: desk.faces()?,
            check_code: {
                let head = reading.journal().head()?.ok_or_else(damaged)?;
                head.check_code().to_string()
            },
            at: desk.now(),
            version: desk.surroundings.version(),
            elsewhere: elsewhere(desk)?,
            on_file: of_agenda(desk, meeting.proceedings())?,
            issued: Issued::of(desk, meeting.proceedings().id)?,
        })
    }

    /// Prints the papers of these names, in their order: each by itself, so that one that cannot be printed stops no other.
    pub(super) fn print(&self, names: &[DocumentName]) -> Result<Vec<Made>, Problem> {
        let (papers, sheets): (Vec<_>, Vec<_>) = self.papers(names)?.into_iter().unzip();
        let made = copies(&papers, self.faces, self.at)?.into_iter();
        let listed = |(made, sheet): (Made, _)| made.map(|copy| Copy { sheet, ..copy });
        Ok(made.zip(sheets).map(listed).collect())
    }

    /// Whether every paper of the meeting can be printed, before nothing of it can be worded otherwise any more.
    pub(super) fn can_be_printed(&self) -> Result<(), Problem> {
        let source = source(self.meeting).ok_or(Refusal::WrongStage)?;
        let names: Vec<_> = rows(&source, &self.pack)
            .into_iter()
            .map(|row| row.name)
            .collect();
        let papers = self.papers(&names)?.into_iter();
        let papers: Vec<_> = papers.map(|(paper, _)| paper).collect();
        let tried = on_every_core(
            &papers,
            |printer, paper| printer.try_to_set(paper),
            self.faces,
        )?;
        for (paper, tried) in papers.iter().zip(tried) {
            tried.map_err(|fault| problem(&fault, paper))?;
        }
        Ok(())
    }

    /// What the papers say, before anything is set.
    fn papers(&self, names: &[DocumentName]) -> Result<Vec<Said>, Problem> {
        let source = source(self.meeting).ok_or(Refusal::WrongStage)?;
        let known = rows(&source, &self.pack);
        let with = Print {
            pack: &self.pack,
            check_code: self.check_code.clone(),
            produced_at: self.at,
            app_version: &self.version,
            elsewhere: self.elsewhere.clone(),
            on_file: &self.on_file,
        };
        let said = |name: &DocumentName| {
            if !known.iter().any(|row| row.name == *name) {
                return Err(Refusal::NoSuchLine.into());
            }
            let mut sheet = None;
            let number = |team: &TeamKey| {
                let says = action_sheet::of(&source, team, 0, &with).fingerprint();
                let says = hex::encode(says);
                sheet = Some(self.issued.line(team, &says));
                self.issued.number(team, &says)
            };
            let which = paper_of(name, number);
            let said = paper(&source, &which, &with).map_err(|_| damaged())?;
            Ok((said, sheet))
        };
        names.iter().map(said).collect()
    }
}

/// A paper that was printed, or why it could not be.
pub(crate) type Made = Result<Copy, Problem>;

/// Documents that are no part of a meeting's own record, printed in the same way.
pub(crate) fn printed(desk: &Desk, documents: &[Document]) -> Result<Vec<Made>, Problem> {
    copies(documents, desk.faces()?, desk.now())
}

fn copies(papers: &[Document], faces: &Faces, at: At) -> Result<Vec<Made>, Problem> {
    let printed = on_every_core(papers, |printer, paper| printer.print(paper, at), faces)?;
    let copy = |(paper, printed): (&Document, Result<Printed, PrintFault>)| match printed {
        Ok(printed) => Ok(Copy {
            file_name: paper.file_name(),
            printed,
            sheet: None,
        }),
        Err(fault) => Err(problem(&fault, paper)),
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

    /// Whether a document could be set with what is to be entered. Where the typefaces are missing nobody knows, and what
    /// people say is written down all the same.
    pub(crate) fn can_be_printed(&self, entry: &Entry) -> Result<(), Problem> {
        let at = entry.texts().find_map(|text| self.unprintable(text));
        at.map_or(Ok(()), |at| Err(Problem::Unprintable { at }))
    }

    /// The first character of a text that no typeface has, as far as the typefaces are there.
    pub(crate) fn unprintable(&self, text: &str) -> Option<Unprinted> {
        let character = self.faces().ok()?.lacks(text).ok().flatten()?;
        Some(Unprinted {
            character: character.to_string(),
            document: String::new(),
            part: String::new(),
        })
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
fn on_every_core<T: Send>(
    papers: &[Document],
    make: impl Fn(&mut Printer<'_>, &Document) -> Result<T, PrintFault> + Sync,
    faces: &Faces,
) -> Result<Vec<Result<T, PrintFault>>, Problem> {
    let next = AtomicUsize::new(0);
    let some_of_them = || {
        let mut printer = Printer::new(faces);
        let mine = std::iter::from_fn(|| {
            let n = next.fetch_add(1, Ordering::Relaxed);
            Some((n, papers.get(n)?))
        });
        mine.map(|(n, paper)| (n, make(&mut printer, paper)))
            .collect::<Vec<_>>()
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let mut made = thread::scope(|scope| {
        let others: Vec<_> = (1..cores.min(papers.len()))
            .map(|_| scope.spawn(some_of_them))
            .collect();
        let mut all = some_of_them();
        for other in others {
            let theirs = other.join();
            all.extend(theirs.map_err(|_| Problem::broken(BrokenCode::Internal))?);
        }
        Ok::<_, Problem>(all)
    })?;
    made.sort_by_key(|(n, _)| *n);
    Ok(made.into_iter().map(|(_, made)| made).collect())
}

/// What went wrong with a paper: a character, with the part of the paper that it stands in; a typeface; or the file.
fn problem(fault: &PrintFault, paper: &Document) -> Problem {
    match fault {
        PrintFault::Unset {
            place,
            why: Unset::Missing(character),
        } => {
            let part = match place {
                Place::Section(n, _) => paper.sections.get(n.saturating_sub(1)),
                Place::Margin | Place::Cover(_) => None,
            };
            let at = Unprinted {
                character: character.to_string(),
                document: paper.title.clone(),
                part: part.map(|part| part.name.clone()).unwrap_or_default(),
            };
            Problem::Unprintable { at }
        }
        PrintFault::Unset {
            why: Unset::Face(_),
            ..
        }
        | PrintFault::Unpressed(Unpressed::Face(_)) => Problem::broken(BrokenCode::FacesUnreadable),
        PrintFault::Unset { .. } | PrintFault::Unpressed(_) => {
            Problem::broken(BrokenCode::NotPrinted)
        }
    }
}
