//! The agreed formats (§2.2.5): which form a kind's words are written down in, and what each form allows here.

use crate::formats::{
    Address, CroNumber, DateOfBirth, EthnicGroup, EthnicGroupFault, Gender, GenderFault,
    NO_FIXED_ABODE, OffenderManager, PersonName, Postcode,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A form that words can be written down in; a kind without one is free text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    Name,
    Address,
    Gender,
    EthnicGroup,
    DateOfBirth,
    CroNumber,
    OffenderManager,
}

/// Words held against the form of their kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InForm {
    /// The kind is free text.
    Free,
    /// As they are stored.
    Agreed(String),
    /// They cannot be read as the form.
    Otherwise,
}

/// How a postcode is stored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostcodeForm {
    /// B913QY, as §2.2.5 has it.
    #[default]
    Joined,
    /// B91 3QY, as an envelope has it.
    Spaced,
}

/// How a date of birth is written; the record keeps the date itself, and people write it as they like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateForm {
    /// 03/07/1985, as §2.2.5 has it.
    #[default]
    DayFirst,
    /// 3 July 1985.
    InWords,
    /// 1985-07-03, as ISO 8601 has it.
    YearFirst,
}

impl DateForm {
    /// A day in this form.
    pub fn of(self, date: NaiveDate) -> String {
        let form = match self {
            Self::DayFirst => "%d/%m/%Y",
            Self::InWords => "%-d %B %Y",
            Self::YearFirst => "%Y-%m-%d",
        };
        date.format(form).to_string()
    }
}

/// What the forms allow in this partnership.
///
/// A pack that says nothing has what §2.2.5 has, so that one written before it could say anything still reads as it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formats {
    /// Never empty.
    pub genders: Vec<Gender>,
    /// Never empty; offered in this order.
    pub ethnic_groups: Vec<EthnicGroup>,
    pub postcode: PostcodeForm,
    #[serde(default)]
    pub dates: DateForm,
}

impl Default for Formats {
    fn default() -> Self {
        Self {
            genders: vec![Gender::Male, Gender::Female],
            ethnic_groups: EthnicGroup::ALL.to_vec(),
            postcode: PostcodeForm::default(),
            dates: DateForm::default(),
        }
    }
}

impl Formats {
    /// Whether a pack need not write them down.
    pub fn are_usual(&self) -> bool {
        *self == Self::default()
    }

    /// A gender that this partnership records.
    ///
    /// # Errors
    /// [`GenderFault`], also for one that is known and not listed here.
    pub fn gender(&self, text: &str) -> Result<Gender, GenderFault> {
        let read = Gender::read(text)?;
        let listed = self.genders.contains(&read);
        listed.then_some(read).ok_or(GenderFault::NotListed)
    }

    /// An ethnic group that this partnership lists.
    ///
    /// # Errors
    /// [`EthnicGroupFault`], where several fit of the listed ones alone.
    pub fn ethnic_group(&self, text: &str) -> Result<EthnicGroup, EthnicGroupFault> {
        let listed = |group: &EthnicGroup| self.ethnic_groups.contains(group);
        let read = match EthnicGroup::read(text) {
            Err(EthnicGroupFault::Ambiguous { mut candidates }) => {
                candidates.retain(listed);
                match candidates.as_slice() {
                    [] => return Err(EthnicGroupFault::NotListed),
                    [group] => *group,
                    _ => return Err(EthnicGroupFault::Ambiguous { candidates }),
                }
            }
            read => read?,
        };
        listed(&read)
            .then_some(read)
            .ok_or(EthnicGroupFault::NotListed)
    }

    /// A postcode as it is stored here.
    pub fn postcode(&self, postcode: &Postcode) -> String {
        match self.postcode {
            PostcodeForm::Joined => postcode.shown().to_owned(),
            PostcodeForm::Spaced => postcode.spaced(),
        }
    }

    /// The words as a kind's form has them.
    pub fn in_form(&self, form: Option<Form>, words: &str, today: NaiveDate) -> InForm {
        let Some(form) = form else {
            return InForm::Free;
        };
        let written = self.written(form, words, today);
        written.map_or(InForm::Otherwise, InForm::Agreed)
    }

    fn written(&self, form: Form, words: &str, today: NaiveDate) -> Option<String> {
        let words = without_full_stop(words);
        let in_form = match form {
            // A second comma is none of a name's: read again, it would turn the name round once more.
            Form::Name => {
                Some(PersonName::read_line(words).ok()?.shown()).filter(|n| !n.contains(','))
            }
            Form::Address => Some(self.address(&Address::read_line(words).ok()?)),
            Form::Gender => Some(self.gender(words).ok()?.shown().to_owned()),
            Form::EthnicGroup => Some(self.ethnic_group(words).ok()?.shown().to_owned()),
            Form::DateOfBirth => Some(self.dates.of(DateOfBirth::read(words, today).ok()?.date())),
            Form::CroNumber => Some(CroNumber::read(words).ok()?.shown().to_owned()),
            Form::OffenderManager => Some(OffenderManager::read_line(words).ok()?.shown()),
        }?;
        // A name that was turned round ends with what stood before its comma, which may have had a stop of its own.
        Some(without_full_stop(&in_form).to_owned())
    }

    fn address(&self, address: &Address) -> String {
        let Address::Property(property) = address else {
            return NO_FIXED_ABODE.to_owned();
        };
        let postcode = self.postcode(property.postcode());
        let lines = [
            property.number_and_street(),
            property.locality(),
            property.post_town(),
            &postcode,
        ];
        let filled: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        filled.join(", ")
    }
}

/// What stands before the full stop that ends a sentence: read again, what is in its form must stay as it is.
fn without_full_stop(words: &str) -> &str {
    words
        .trim()
        .trim_end_matches(|c: char| c == '.' || c.is_whitespace())
}
