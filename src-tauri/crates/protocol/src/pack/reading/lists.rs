//! The lists in a table of the file.

use super::Choice;
use super::entry::{Entry, choose};
use crate::pack::{FaultKind, Shape};
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::DeValue;

impl<'a> Entry<'a> {
    /// A list of texts, each with its line; none blank, none twice.
    pub fn texts(&self, field: &'a str) -> Vec<(usize, String)> {
        let all = self.elements(field, Shape::Text, |_, value| {
            value.as_str().map(str::to_owned)
        });
        let mut seen = BTreeSet::new();
        for (line, text) in &all {
            if text.trim().is_empty() {
                self.notes.fault(
                    *line,
                    FaultKind::Blank {
                        field: field.to_owned(),
                    },
                );
            } else if !seen.insert(text) {
                let found = text.clone();
                self.notes.fault(
                    *line,
                    FaultKind::EntryTwice {
                        field: field.to_owned(),
                        found,
                    },
                );
            }
        }
        all
    }

    /// A list of words from a closed set.
    pub fn choices<T: Choice>(&self, field: &'a str) -> Vec<T> {
        let words = self.texts(field);
        words
            .iter()
            .map(|(line, word)| choose(self, *line, field, word))
            .collect()
    }

    /// A list of tables, each read in its turn.
    pub fn tables<T>(&self, field: &'a str, read: impl Fn(&Entry<'a>) -> T) -> Vec<T> {
        let tables = self.elements(field, Shape::Table, |line, value| {
            value
                .as_table()
                .map(|table| Entry::new(self.notes, line, table).read(&read))
        });
        tables.into_iter().map(|(_, table)| table).collect()
    }

    /// The names of this table's own fields, for a table whose fields are keys of something else.
    pub fn fields(&self) -> impl Iterator<Item = (usize, &'a str)> {
        let line = |key: &Spanned<_>| self.notes.line_at(key.span().start);
        self.table
            .keys()
            .map(move |key| (line(key), key.get_ref().as_ref()))
    }

    /// The elements of a list, each with its line; one of the wrong shape is noted and left out.
    fn elements<T>(
        &self,
        field: &'a str,
        wanted: Shape,
        take: impl Fn(usize, &'a DeValue<'a>) -> Option<T>,
    ) -> Vec<(usize, T)> {
        let list = self.want(field, Shape::List, DeValue::as_array);
        let elements = list
            .into_iter()
            .flat_map(|list| list.iter())
            .filter_map(|element| {
                let line = self.notes.line_at(element.span().start);
                let taken = take(line, element.get_ref());
                if taken.is_none() {
                    let field = field.to_owned();
                    self.notes
                        .fault(line, FaultKind::WrongShape { field, wanted });
                }
                taken.map(|taken| (line, taken))
            });
        elements.collect()
    }
}
