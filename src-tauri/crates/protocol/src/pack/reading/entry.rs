//! One table of the file, read field by field.

use super::Choice;
use super::notes::Notes;
use crate::pack::{FaultKind, Register, Shape};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table and the fields of it that were asked for; whatever was not asked for is unknown.
///
/// A field that is wrong is noted and read as something empty, so that the rest of the file is still read.
pub struct Entry<'a> {
    pub notes: &'a Notes,
    pub line: usize,
    pub table: &'a DeTable<'a>,
    asked: RefCell<BTreeSet<&'a str>>,
}

impl<'a> Entry<'a> {
    pub fn new(notes: &'a Notes, line: usize, table: &'a DeTable<'a>) -> Self {
        Self {
            notes,
            line,
            table,
            asked: RefCell::default(),
        }
    }

    /// The line that a field stands on, or that its table begins on where the field is missing.
    pub fn line_of(&self, field: &str) -> usize {
        let key = self.table.keys().find(|key| key.get_ref() == field);
        key.map_or(self.line, |key| self.notes.line_at(key.span().start))
    }

    pub fn fault(&self, field: &str, what: FaultKind) {
        self.notes.fault(self.line_of(field), what);
    }

    fn find(&self, field: &'a str) -> Option<&'a DeValue<'a>> {
        self.asked.borrow_mut().insert(field);
        self.table.get(field).map(Spanned::get_ref)
    }

    pub fn want<T>(
        &self,
        field: &'a str,
        wanted: Shape,
        take: impl Fn(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<T> {
        let Some(value) = self.find(field) else {
            self.fault(
                field,
                FaultKind::Missing {
                    field: field.to_owned(),
                },
            );
            return None;
        };
        let taken = take(value);
        if taken.is_none() {
            self.fault(
                field,
                FaultKind::WrongShape {
                    field: field.to_owned(),
                    wanted,
                },
            );
        }
        taken
    }

    /// A text with something in it.
    pub fn text(&self, field: &'a str) -> String {
        let text = self.want(field, Shape::Text, |value| value.as_str());
        if text.is_some_and(|text| text.trim().is_empty()) {
            self.fault(
                field,
                FaultKind::Blank {
                    field: field.to_owned(),
                },
            );
        }
        text.unwrap_or_default().to_owned()
    }

    /// A field that need not be there.
    pub fn optional<T>(&self, field: &'a str, read: impl Fn(&'a str) -> T) -> Option<T> {
        self.find(field).map(|_| read(field))
    }

    pub fn flag(&self, field: &'a str) -> bool {
        self.want(field, Shape::Flag, DeValue::as_bool)
            .unwrap_or_default()
    }

    /// A whole number from 1 to `most`.
    pub fn number(&self, field: &'a str, most: u32) -> u32 {
        let Some(found) = self.want(field, Shape::WholeNumber, |value| {
            let digits = value.as_integer()?;
            i64::from_str_radix(digits.as_str(), digits.radix()).ok()
        }) else {
            return 1;
        };
        match u32::try_from(found) {
            Ok(number) if (1..=most).contains(&number) => number,
            _ => {
                let field_name = field.to_owned();
                self.fault(
                    field,
                    FaultKind::OutOfRange {
                        field: field_name,
                        found,
                        least: 1,
                        most,
                    },
                );
                u32::try_from(found).unwrap_or(1)
            }
        }
    }

    /// A date as year-month-day, in quotation marks or bare.
    pub fn date(&self, field: &'a str) -> NaiveDate {
        let found = self.want(field, Shape::Text, |value| match value {
            DeValue::Datetime(bare) => Some(bare.to_string()),
            other => other.as_str().map(str::to_owned),
        });
        let Some(found) = found else {
            return NaiveDate::default();
        };
        found.parse().unwrap_or_else(|_| {
            self.fault(
                field,
                FaultKind::NotADate {
                    field: field.to_owned(),
                    found,
                },
            );
            NaiveDate::default()
        })
    }

    /// One of a closed set of words.
    pub fn choice<T: Choice>(&self, field: &'a str) -> T {
        let word = self.want(field, Shape::Text, |value| value.as_str());
        word.map_or(T::FIRST, |word| {
            choose(self, self.line_of(field), field, word)
        })
    }

    /// The key of this entry, unique in its register.
    pub fn key(&self, register: Register) -> String {
        let key = self.text("key");
        let letter = key
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_lowercase());
        let plain = key
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if key.is_empty() || (letter && plain) {
            self.notes.stands(self.line_of("key"), register, &key);
        } else {
            self.fault("key", FaultKind::NotAKey { found: key.clone() });
        }
        key
    }

    /// The capture key of this entry, unique in its register.
    pub fn capture_key(&self, register: Register) -> String {
        let found = self.text("capture_key");
        if !found.is_empty() {
            self.notes
                .captured_by(self.line_of("capture_key"), register, &found);
        }
        found
    }

    /// The key of another entry.
    pub fn names(&self, field: &'a str, register: Register) -> String {
        let key = self.text(field);
        self.notes.names(self.line_of(field), register, &key);
        key
    }

    /// A table inside this one.
    pub fn table<T>(&self, field: &'a str, read: impl Fn(&Entry<'a>) -> T) -> Option<T> {
        let table = self.want(field, Shape::Table, DeValue::as_table)?;
        Some(Entry::new(self.notes, self.line_of(field), table).read(read))
    }

    /// Reads this table, then notes every field that was not asked for.
    pub fn read<T>(self, read: impl Fn(&Entry<'a>) -> T) -> T {
        let value = read(&self);
        let asked = self.asked.borrow();
        for key in self
            .table
            .keys()
            .filter(|key| !asked.contains(key.get_ref().as_ref()))
        {
            let field = key.get_ref().to_string();
            self.notes.fault(
                self.notes.line_at(key.span().start),
                FaultKind::UnknownField { field },
            );
        }
        value
    }
}

/// The value that a word stands for, or the first one with a fault that says what was on offer.
pub fn choose<T: Choice>(entry: &Entry, line: usize, field: &str, word: &str) -> T {
    T::of_word(word).unwrap_or_else(|| {
        let offered = T::WORDS
            .iter()
            .map(|(word, _)| (*word).to_owned())
            .collect();
        let (field, found) = (field.to_owned(), word.to_owned());
        entry.notes.fault(
            line,
            FaultKind::NotOffered {
                field,
                found,
                offered,
            },
        );
        T::FIRST
    })
}
