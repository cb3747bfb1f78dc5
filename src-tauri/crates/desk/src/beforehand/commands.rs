//! Papers before a meeting: to send, and to print for the day when the laptop fails.

use super::forms::{PaperForm, PaperName, SavePapersForm};
use crate::ending::printing::{Made, printed};
use crate::ending::{PagesView, SavedView, saving};
use crate::meetings::plan::planned;
use crate::problem::{BrokenCode, Problem};
use crate::session::Desk;
use documents::papers::{Beforehand, PaperBeforehand, beforehand};
use protocol::ids::MeetingId;

pub(crate) fn paper_pages(desk: &mut Desk, form: PaperForm) -> Result<PagesView, Problem> {
    let copy = copies(desk, form.meeting, &[form.paper])?.pop();
    let copy = copy.ok_or(Problem::broken(BrokenCode::Internal))?;
    saving::viewed(desk, None, copy?)
}

pub(crate) fn save_papers(desk: &mut Desk, form: SavePapersForm) -> Result<SavedView, Problem> {
    let copies = copies(desk, form.meeting, &form.papers)?;
    saving::saved(desk, copies)
}

fn copies(desk: &Desk, id: MeetingId, papers: &[PaperName]) -> Result<Vec<Made>, Problem> {
    let (meeting, pack) = (planned(desk, id)?, desk.pack()?);
    let version = desk.surroundings.version();
    let with = Beforehand {
        planned: meeting.proceedings(),
        pack: &pack,
        produced_at: desk.now(),
        app_version: &version,
    };
    let said = papers
        .iter()
        .map(|paper| beforehand((*paper).into(), &with));
    printed(desk, &said.collect::<Vec<_>>())
}

impl From<PaperName> for PaperBeforehand {
    fn from(name: PaperName) -> Self {
        match name {
            PaperName::Agenda => Self::Agenda,
            PaperName::CaseList => Self::CaseList,
            PaperName::BlankRegister => Self::BlankRegister,
            PaperName::BlankDeclarations => Self::BlankDeclarations,
        }
    }
}
