//! Every fault of a form, gathered so that all are named at once.

use crate::problem::{FieldFault, Problem};
use serde::Serialize;
use serde_json::{Map, Value};

/// The longest text of a field that is one line.
const LIMIT: usize = 120;

/// The faults found so far.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<FieldFault>);

impl Faults {
    /// Takes a value that was read, or notes what is wrong with its field.
    pub(crate) fn read<T>(&mut self, field: &str, read: Result<T, impl Serialize>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(fault) => {
                self.push(told(field, &fault));
                None
            }
        }
    }

    /// Takes one line of text that may not be empty.
    pub(crate) fn text(&mut self, field: &str, typed: &str) -> String {
        let text = self.maybe_text(field, typed);
        if text.is_empty() {
            self.code(field, "missing");
        }
        text
    }

    /// Takes one line of text: white space tidied, nothing hidden in it, not longer than a page can carry.
    pub(crate) fn maybe_text(&mut self, field: &str, typed: &str) -> String {
        let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().any(unseen) {
            self.code(field, "character");
        } else if text.chars().count() > LIMIT {
            self.push(named(field, "too_long").with("limit", LIMIT));
        }
        text
    }

    pub(crate) fn code(&mut self, field: &str, code: &str) {
        self.push(named(field, code));
    }

    pub(crate) fn push(&mut self, fault: FieldFault) {
        self.0.push(fault);
    }

    /// Everything that was found.
    pub(crate) fn all(self) -> Vec<FieldFault> {
        self.0
    }

    /// Whether the form may stand.
    pub(crate) fn none(self) -> Result<(), Problem> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Problem::Unfinished { fields: self.0 })
        }
    }
}

/// A fault by its code.
pub(crate) fn named(field: &str, code: &str) -> FieldFault {
    FieldFault::new(field, code)
}

/// A fault of the formats: its code is the name of the fault, its facts are what the fault says.
pub(crate) fn told(field: &str, fault: &impl Serialize) -> FieldFault {
    match serde_json::to_value(fault) {
        Ok(Value::Object(fault)) => of_object(field, &fault),
        _ => named(field, "not_understood"),
    }
}

/// A fault within a fault, as of the postcode in an address, is the one that is told.
fn of_object(field: &str, fault: &Map<String, Value>) -> FieldFault {
    if let Some(inner) = fault.values().find_map(Value::as_object) {
        return of_object(field, inner);
    }
    let code = ["fault", "of"]
        .iter()
        .find_map(|tag| fault.get(*tag)?.as_str());
    let mut told = named(field, code.unwrap_or("not_understood"));
    for (fact, value) in fault
        .iter()
        .filter(|(fact, _)| !matches!(&***fact, "fault" | "of"))
    {
        match value {
            Value::String(text) => told = told.with(fact, text),
            Value::Number(number) => told = told.with(fact, number),
            Value::Array(all) => told = told.with(fact, listed(all)),
            _ => {}
        }
    }
    told
}

/// Words in a row, as of what might have been chosen.
fn listed(all: &[Value]) -> String {
    let words: Vec<_> = all.iter().filter_map(Value::as_str).collect();
    words.join(", ")
}

/// Control and bidirectional marks can hide or turn round what is shown, and have no place in a field.
fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::told;
    use protocol::formats::{Address, NameFault, NamePart, OffenderManager, PostcodeFault};

    #[test]
    fn a_fault_is_told_by_its_own_name_with_its_facts() {
        let fault = NameFault::Character {
            part: NamePart::Surname,
            character: '%',
        };
        let told = told("surname", &fault);
        assert_eq!((&*told.code, &*told.field), ("character", "surname"));
        assert_eq!(told.facts.get("character").map(String::as_str), Some("%"));
    }

    #[test]
    fn a_fault_within_a_fault_is_the_one_that_is_told() {
        let faults = Address::read("1 High Street", "", "Solihull", "B9").expect_err("too short");
        let too_short = told("postcode", &faults[0]);
        assert_eq!(
            too_short.code,
            told("postcode", &PostcodeFault::TooShort { letters: 2 }).code
        );
        assert_eq!(
            too_short.facts.get("letters").map(String::as_str),
            Some("2")
        );
        let faults = OffenderManager::read("", "Probation").expect_err("no name");
        assert_eq!(told("manager_name", &faults[0]).code, "missing");
    }
}
