//! A meeting that has ended, with the pack to name its things by.

use super::numbers::Numbers;
use super::{PaperSource, Print, wording};
use crate::content::{Document, Form, Leaf, Section};
use protocol::callings::Callings;
use protocol::ids::{AttendanceId, CaseId, KindKey, TeamKey};
use protocol::meeting::{Place, Proceedings, Seal};
use protocol::pack::MeetingRules;
use protocol::room::Attendance;
use protocol::sharing::{Action, ItemParts, Standing};

/// What every paper is said from.
pub(super) struct Account<'a> {
    pub proceedings: &'a Proceedings,
    pub print: &'a Print<'a>,
    /// There once the minutes are signed.
    pub seal: Option<&'a Seal>,
    pub chaired_by: AttendanceId,
    pub numbers: Numbers,
    callings: Callings,
}

impl<'a> PaperSource<'a> {
    /// What happened.
    pub fn proceedings(&self) -> &'a Proceedings {
        match self {
            Self::Closed(closed) => closed.proceedings(),
            Self::Sealed(sealed) => sealed.proceedings(),
        }
    }
}

impl<'a> Account<'a> {
    pub fn of(source: PaperSource<'a>, print: &'a Print<'a>) -> Self {
        let proceedings = source.proceedings();
        let (seal, chaired_by) = match source {
            PaperSource::Closed(closed) => (None, closed.chaired_by()),
            PaperSource::Sealed(sealed) => (Some(sealed.seal()), sealed.seal().signer),
        };
        let numbers = Numbers::of(proceedings);
        Self {
            proceedings,
            print,
            seal,
            chaired_by,
            numbers,
            callings: proceedings.callings(),
        }
    }

    /// A document with this meeting's marking, reference and standing.
    pub fn document(&self, kind: &str, cover: Vec<Leaf>, sections: Vec<Section>) -> Document {
        let pack = self.print.pack;
        let footer = self.seal.map_or_else(
            || "Draft, not signed".to_owned(),
            |seal| format!("Minutes signed {}", wording::moment(seal.at)),
        );
        Document {
            title: self.titled(&format!("{kind}: {}", self.meeting_name())),
            language: "en-GB".into(),
            marking: pack.markings.in_force.clone(),
            handling: pack.markings.handling.clone(),
            reference: self.filed_under(kind, self.standing()),
            author: pack.name.clone(),
            footer,
            cover: Section::new("", cover),
            sections,
            form: Form::Report,
        }
    }

    /// What a paper is filed under: "ODOC 2026-12-10 · Minutes · draft".
    pub fn filed_under(&self, what: &str, standing: &str) -> String {
        let kind = &self.rules().filed_as;
        let date = self.proceedings.date;
        format!("{kind} {date} \u{b7} {what} \u{b7} {standing}")
    }

    /// A title, which says so while the minutes are not signed.
    pub fn titled(&self, title: &str) -> String {
        let draft = self.seal.map_or(" (draft, not signed)", |_| "");
        format!("{title}{draft}")
    }

    /// "signed" or "draft".
    pub fn standing(&self) -> &'static str {
        self.seal.map_or("draft", |_| "signed")
    }

    /// The meeting and its day, as a title has it.
    pub fn meeting_name(&self) -> String {
        let day = self.proceedings.date.format("%-d %B %Y");
        format!("{}, {day}", self.kind_of_meeting())
    }

    pub fn kind_of_meeting(&self) -> &'a str {
        &self.rules().short_name
    }

    fn rules(&self) -> &'a MeetingRules {
        self.print.pack.meetings.of(self.proceedings.kind)
    }

    pub fn person(&self, id: AttendanceId) -> Option<&'a Attendance> {
        self.proceedings.attendance(id).ok()
    }

    /// A name with the agency, "Ada Bell (Police)".
    pub fn named(&self, id: AttendanceId) -> String {
        match self.callings.with_agency(id) {
            name if name.is_empty() => "somebody not on the register".to_owned(),
            name => name,
        }
    }

    /// A name where the agency stands beside it.
    pub fn called(&self, id: AttendanceId) -> String {
        self.callings.beside_agency(id)
    }

    pub fn team(&self, key: &TeamKey) -> String {
        self.print.pack.team_called(key)
    }

    pub fn kind(&self, key: &KindKey) -> String {
        self.print.pack.kind_called(key)
    }

    /// A case's own number, which says nothing of the person.
    pub fn reference(&self, case: Option<CaseId>) -> String {
        let Some(case) = case else {
            return "No case".into();
        };
        let slot = self
            .proceedings
            .slots
            .iter()
            .find(|slot| slot.case.case == case);
        let reference = slot.map(|slot| slot.case.reference.clone());
        let elsewhere = || self.print.elsewhere.get(&case).cloned();
        reference
            .or_else(elsewhere)
            .unwrap_or_else(|| "Case not on this agenda".into())
    }

    /// Where something was said, in a word or two.
    pub fn place(&self, place: Place) -> String {
        match place {
            Place::Case(_) => self.reference(self.proceedings.case_at(place)),
            Place::Opening => "Opening".into(),
            Place::PreviousMinutes => "Previous minutes".into(),
            Place::MattersArising => "Matters arising".into(),
            Place::AnyOtherBusiness => "Any other business".into(),
            Place::Closing => "Closing".into(),
        }
    }

    /// What was shared: neither what was taken back nor what is held.
    pub fn shared(&self) -> impl Iterator<Item = &'a ItemParts> {
        let items = self.proceedings.items.iter().map(|item| item.parts());
        items.filter(|item| item.standing == Standing::Shared)
    }

    pub fn held(&self) -> usize {
        let items = self.proceedings.items.iter().map(|item| item.parts());
        items.filter(|item| item.standing == Standing::Held).count()
    }

    /// What was agreed at this meeting, the carried that go on included.
    pub fn actions(&self) -> impl Iterator<Item = &'a Action> {
        let standing = |action: &&Action| action.undone.is_none();
        self.proceedings.actions.iter().filter(standing)
    }

    /// What came from earlier meetings.
    pub fn carried(&self) -> impl Iterator<Item = &'a Action> {
        let standing = |action: &&Action| action.undone.is_none();
        self.proceedings.carried.iter().filter(standing)
    }
}
