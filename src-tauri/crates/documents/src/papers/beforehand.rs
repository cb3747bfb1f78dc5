//! Papers of a meeting that has not begun: to send, and to lie in the drawer for the day when the laptop fails.
//!
//! Nobody has accepted the agreement at this meeting yet (§4.1), so what goes to everyone names nobody who is discussed.

mod agenda;
mod blank_declarations;
mod blank_register;
mod case_list;

use crate::content::{Document, Form, Leaf, Section};
use protocol::meeting::Proceedings;
use protocol::pack::Pack;
use protocol::trade::At;

/// Which paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperBeforehand {
    /// For whoever comes: cases by reference and initials (§1.4.1, §4.1).
    Agenda,
    /// For Designated Officers alone, who must know whom to look up: cases by name (§4.3.1).
    CaseList,
    BlankRegister,
    BlankDeclarations,
}

/// What a paper is printed from and with.
#[derive(Clone, Copy)]
pub struct Beforehand<'a> {
    pub planned: &'a Proceedings,
    /// The pack in force: none is pinned before the register opens.
    pub pack: &'a Pack,
    pub produced_at: At,
    pub app_version: &'a str,
}

impl PaperBeforehand {
    /// Every paper there is, in the order in which they are wanted.
    pub const ALL: [Self; 4] = [
        Self::Agenda,
        Self::CaseList,
        Self::BlankRegister,
        Self::BlankDeclarations,
    ];
}

/// One paper of a planned meeting.
pub fn beforehand(which: PaperBeforehand, with: &Beforehand<'_>) -> Document {
    match which {
        PaperBeforehand::Agenda => agenda::of(with),
        PaperBeforehand::CaseList => case_list::of(with),
        PaperBeforehand::BlankRegister => blank_register::of(with),
        PaperBeforehand::BlankDeclarations => blank_declarations::of(with),
    }
}

impl Beforehand<'_> {
    /// A document with the marking in force, filed under its meeting.
    fn document(&self, what: &str, footer: &str, (cover, sections): Said) -> Document {
        let kind = &self.pack.meetings.of(self.planned.kind).filed_as;
        let month = self.planned.date.format("%Y-%m");
        Document {
            title: format!("{what}: {}", self.meeting_name()),
            language: "en-GB".into(),
            marking: self.pack.markings.in_force.clone(),
            handling: self.pack.markings.handling.clone(),
            reference: format!("{kind} {month} \u{b7} {what}"),
            author: self.pack.name.clone(),
            footer: footer.to_owned(),
            cover: Section::new("", cover),
            sections,
            form: Form::Report,
        }
    }

    fn meeting_name(&self) -> String {
        let kind = &self.pack.meetings.of(self.planned.kind).short_name;
        format!("{kind}, {}", self.planned.date.format("%-d %B %Y"))
    }

    fn times(&self) -> String {
        let p = self.planned;
        format!("{} to {}", p.starts.format("%H:%M"), p.ends.format("%H:%M"))
    }

    fn venue(&self) -> &str {
        match self.planned.venue.trim() {
            "" => "To be said",
            venue => venue,
        }
    }

    fn printed(&self) -> String {
        let moment = super::wording::moment(self.produced_at);
        format!("Printed {moment} by ODOC {}", self.app_version)
    }
}

/// What stands under the title, and what follows.
type Said = (Vec<Leaf>, Vec<Section>);
