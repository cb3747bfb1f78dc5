//! A postcode: stored without its space (§2.2.5), whatever was typed.

use super::tidy;
use crate::words::Words;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A postcode of a valid shape, in capitals and without its space.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Postcode(Words);

/// What is wrong with a postcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum PostcodeFault {
    #[error("missing")]
    Missing,
    /// Something other than a letter, a digit or a space.
    #[error("a character that no postcode holds")]
    Character { character: char },
    /// Five to seven letters and digits make a postcode.
    #[error("{letters} letters and digits")]
    TooShort { letters: usize },
    #[error("{letters} letters and digits")]
    TooLong { letters: usize },
    /// The letter O where the last part begins: its first sign is always a digit.
    #[error("the letter O in place of a nought")]
    LetterForNought,
    /// The last three are not a digit and two letters.
    #[error("the last three are not a digit and two letters")]
    LastPart,
    /// The first part has none of the six shapes.
    #[error("the first part is of no known shape")]
    FirstPart,
}

impl Postcode {
    /// Reads a postcode with or without its space, in either case.
    pub fn read(text: &str) -> Result<Self, PostcodeFault> {
        let code = tidy::compact(text);
        if code.is_empty() {
            return Err(PostcodeFault::Missing);
        }
        if let Some(character) = code.chars().find(|c| !c.is_ascii_alphanumeric()) {
            return Err(PostcodeFault::Character { character });
        }
        match code.len() {
            letters @ 0..=4 => return Err(PostcodeFault::TooShort { letters }),
            5..=7 => {}
            letters => return Err(PostcodeFault::TooLong { letters }),
        }
        let (first, last) = code.as_bytes().split_at(code.len() - 3);
        last_part(last)?;
        if code == "GIR0AA" || first_part(first) {
            Ok(Self(Words::new(code)))
        } else {
            Err(PostcodeFault::FirstPart)
        }
    }

    /// The stored and agreed form, without a space.
    pub fn shown(&self) -> &str {
        self.0.as_str()
    }

    /// With its space, as an envelope has it.
    pub fn spaced(&self) -> String {
        let (first, last) = self.shown().split_at(self.shown().len() - 3);
        format!("{first} {last}")
    }
}

fn last_part(last: &[u8]) -> Result<(), PostcodeFault> {
    let letters = last[1..]
        .iter()
        .all(|c| c.is_ascii_alphabetic() && !b"CIKMOV".contains(c));
    match last[0] {
        b'O' if letters => Err(PostcodeFault::LetterForNought),
        digit if digit.is_ascii_digit() && letters => Ok(()),
        _ => Err(PostcodeFault::LastPart),
    }
}

/// The shapes A9, A99, A9A, AA9, AA99 and AA9A with the letters that each place allows.
fn first_part(first: &[u8]) -> bool {
    let area = |c: u8| c.is_ascii_alphabetic() && !b"QVX".contains(&c);
    let second = |c: u8| c.is_ascii_alphabetic() && !b"IJZ".contains(&c);
    let digit = |c: u8| c.is_ascii_digit();
    match *first {
        [a, d] => area(a) && digit(d),
        [a, b, c] if digit(b) => area(a) && (digit(c) || b"ABCDEFGHJKPSTUW".contains(&c)),
        [a, b, c] => area(a) && second(b) && digit(c),
        [a, b, c, d] => {
            area(a) && second(b) && digit(c) && (digit(d) || b"ABEHMNPRVWXY".contains(&d))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_write_is_stored_without_its_space_in_capitals() {
        for (typed, stored, spaced) in [
            ("b37 7aa", "B377AA", "B37 7AA"),
            ("B377AA", "B377AA", "B37 7AA"),
            (" bh1 1aa ", "BH11AA", "BH1 1AA"),
            ("b 91 3 q b", "B913QB", "B91 3QB"),
            ("sw1a 1aa", "SW1A1AA", "SW1A 1AA"),
            ("W1A 0AX", "W1A0AX", "W1A 0AX"),
            ("M1 1AE", "M11AE", "M1 1AE"),
            ("CV35 0AA", "CV350AA", "CV35 0AA"),
            ("gir 0aa", "GIR0AA", "GIR 0AA"),
        ] {
            let postcode = Postcode::read(typed).expect(typed);
            assert_eq!(
                (postcode.shown(), postcode.spaced().as_str()),
                (stored, spaced)
            );
        }
    }

    #[test]
    fn each_fault_is_named() {
        use PostcodeFault::*;
        for (typed, fault) in [
            ("  ", Missing),
            ("B37", TooShort { letters: 3 }),
            ("B37 7AAAA", TooLong { letters: 8 }),
            ("B37-7AA", Character { character: '-' }),
            ("B37 OAA", LetterForNought),
            ("B37 AA7", LastPart),
            ("B37 7CA", LastPart),
            ("Q37 7AA", FirstPart),
            ("BJ1 7AA", FirstPart),
            ("BBB 7AA", FirstPart),
            ("B3I 7AA", FirstPart),
        ] {
            assert_eq!(Postcode::read(typed), Err(fault), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn reading_what_is_shown_changes_nothing(
            typed in "[a-zA-Z]{1,2}[0-9]{1,2}[a-zA-Z]?[ ]{0,2}[0-9][a-zA-Z]{2}"
        ) {
            if let Ok(postcode) = Postcode::read(&typed) {
                prop_assert!(!postcode.shown().contains(' '));
                prop_assert_eq!(Postcode::read(postcode.shown()), Ok(postcode.clone()));
                prop_assert_eq!(Postcode::read(&postcode.spaced()), Ok(postcode));
            }
        }

        #[test]
        fn reading_never_panics(typed in ".{0,12}") {
            let _ = Postcode::read(&typed);
        }
    }
}
