//! The invented sample partnership: for the first run, and for the rehearsal of a meeting of any size.
//!
//! Everything in it is typed text, as a person would type it, so that it goes in by the same commands as anything else.

mod fitted;
mod said;
mod waiver;

pub use fitted::Letters;
pub use said::Said;
pub use waiver::Waivers;

use crate::cases::CaseForm;
use crate::meetings::{Kind, RoleView, TierView};
use crate::people::{OfficerForm, PersonForm};
use serde::Deserialize;

/// The sample as its files give it.
#[derive(Clone)]
pub struct Sample {
    people: Vec<SamplePerson>,
    pub officers: Vec<OfficerForm>,
    cases: Vec<SampleCase>,
    script: said::Script,
    pub lengths: Lengths,
    /// What its clients have signed, where they have.
    pub waivers: Option<Waivers>,
    pub letters: Letters,
}

/// A person, and the part that they play in a rehearsal.
#[derive(Debug, Clone, Deserialize)]
pub struct SamplePerson {
    #[serde(flatten)]
    pub form: PersonForm,
    pub role: RoleView,
    pub part: Part,
    /// Who in their organisation gave them the authority to share (§4.3 ODOC).
    pub authority_from: String,
    pub meetings: Vec<Kind>,
    pub signs: Signs,
}

/// What a person does at the opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Accepts,
    /// Comes when the first cases have been discussed.
    Late,
    /// Hears the statement, does not accept, and leaves.
    Refuses,
}

/// How a person signs a declaration: some cannot draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signs {
    Drawn,
    Typed,
}

/// A case, with its tier and the story that its lines come from.
#[derive(Clone, Deserialize)]
pub struct SampleCase {
    #[serde(flatten)]
    pub form: CaseForm,
    pub tier: TierView,
    pub story: String,
    /// Whether only a larger meeting needs it.
    pub spare: bool,
}

/// The shortest line that anybody says, and the longest.
#[derive(Clone, Deserialize)]
pub struct Lengths {
    pub two_words: String,
    pub two_thousand_words: String,
}

#[derive(Deserialize)]
struct People {
    people: Vec<SamplePerson>,
}

#[derive(Deserialize)]
struct Officers {
    officers: Vec<OfficerForm>,
}

#[derive(Deserialize)]
struct Cases {
    cases: Vec<SampleCase>,
}

impl Sample {
    /// Reads the files that the program brings along.
    ///
    /// # Errors
    /// Where a file was edited into something else, which the tests notice first.
    pub fn read() -> Result<Self, toml::de::Error> {
        let people: People = toml::from_str(include_str!("../../sample/people.toml"))?;
        let officers: Officers = toml::from_str(include_str!("../../sample/officers.toml"))?;
        let cases: Cases = toml::from_str(include_str!("../../sample/cases.toml"))?;
        Ok(Self {
            people: people.people,
            officers: officers.officers,
            cases: cases.cases,
            script: toml::from_str(include_str!("../../sample/stories.toml"))?,
            lengths: toml::from_str(include_str!("../../sample/lengths.toml"))?,
            waivers: toml::from_str(include_str!("../../sample/waivers.toml"))?,
            letters: Letters::own(),
        })
    }

    /// Everybody, for the register of people.
    pub fn people(&self) -> &[SamplePerson] {
        &self.people
    }

    /// The cases of the sample partnership itself: 24 for the ODOC meeting and 8 for the DIP case review.
    pub fn cases(&self) -> impl Iterator<Item = &SampleCase> {
        self.cases.iter().filter(|case| !case.spare)
    }

    /// The minute-taker and this many more who accept, the chair first; people of the other meeting fill a larger room.
    pub fn people_at(&self, kind: Kind, attendees: usize) -> Vec<&SamplePerson> {
        let comes = |person: &&SamplePerson| person.part != Part::Refuses;
        let (own, others): (Vec<_>, Vec<_>) = self
            .people
            .iter()
            .filter(comes)
            .partition(|person| person.meetings.contains(&kind));
        own.into_iter().chain(others).take(attendees + 1).collect()
    }

    /// The one who hears the statement and does not accept.
    pub fn refuser(&self) -> Option<&SamplePerson> {
        self.people
            .iter()
            .find(|person| person.part == Part::Refuses)
    }

    /// This many cases, spare ones last; 40 for either kind of meeting.
    pub fn cases_at(&self, kind: Kind, cases: usize) -> Vec<&SampleCase> {
        self.cases
            .iter()
            .filter(|case| case.form.meeting == kind)
            .take(cases)
            .collect()
    }

    /// What is said about the case that stands at `place` of those cases, in month 0, 1 or 2, by teams that are in the room.
    pub fn said(
        &self,
        cases: &[&SampleCase],
        place: usize,
        month: usize,
        room: &[&str],
    ) -> Said<'_> {
        let story = cases.get(place).map_or("", |case| case.story.as_str());
        let before = cases
            .iter()
            .take(place)
            .filter(|case| case.story == story)
            .count();
        self.script.said(story, place, month, before, room)
    }
}

#[cfg(test)]
mod tests;
