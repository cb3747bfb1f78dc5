//! A Criminal Records Office number: serial, year, check letter, stored as NNNNNN/YYX (§2.2.5).

use super::tidy;
use crate::words::Words;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A CRO number whose check letter has been tried, or the number of an older small file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CroNumber(Words);

/// What is wrong with a CRO number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum CroNumberFault {
    #[error("missing")]
    Missing,
    /// Not a serial of up to six digits, a stroke, two digits of the year and a letter.
    #[error("not a serial, a stroke, a year and a letter")]
    Shape,
    /// The digits are there and the letter at the end is not.
    #[error("no check letter")]
    NoLetter,
    /// I, O and S are never used, because they look like digits.
    #[error("a letter that is never used")]
    LetterNeverUsed { letter: char },
    /// One of the signs was mistyped: the digits ask for another letter.
    #[error("the check letter does not fit")]
    WrongLetter { typed: char },
    #[error("the serial is nought")]
    SerialNought,
}

/// The letters by remainder: year and six-digit serial as one number, modulus 23.
const LETTERS: &[u8; 23] = b"ZABCDEFGHJKLMNPQRTUVWXY";

impl CroNumber {
    /// Reads a number with spaces, in either case, with or without leading noughts.
    ///
    /// The older form SFYY/NNNNNNX is read by its shape alone: its letters were not always given by the same rule.
    pub fn read(text: &str) -> Result<Self, CroNumberFault> {
        let code = tidy::compact(text);
        if code.is_empty() {
            return Err(CroNumberFault::Missing);
        }
        match code.strip_prefix("SF") {
            Some(rest) => small_file(rest),
            None => standard(&code),
        }
        .map(|stored| Self(Words::new(stored)))
    }

    /// The stored and agreed form.
    pub fn shown(&self) -> &str {
        self.0.as_str()
    }
}

fn standard(code: &str) -> Result<String, CroNumberFault> {
    let (serial, rest) = code.split_once('/').ok_or(CroNumberFault::Shape)?;
    let (year, letter) = digits_then_letter(rest)?;
    if year.len() != 2 {
        return Err(CroNumberFault::Shape);
    }
    let number = serial_of(serial)?;
    let year_number: u32 = year.parse().map_err(|_| CroNumberFault::Shape)?;
    let fits = LETTERS[((year_number * 1_000_000 + number) % 23) as usize] as char;
    if letter != fits {
        return Err(CroNumberFault::WrongLetter { typed: letter });
    }
    Ok(format!("{number:06}/{year}{letter}"))
}

fn small_file(rest: &str) -> Result<String, CroNumberFault> {
    let (year, rest) = rest.split_once('/').ok_or(CroNumberFault::Shape)?;
    if year.len() != 2 || !year.bytes().all(|c| c.is_ascii_digit()) {
        return Err(CroNumberFault::Shape);
    }
    let (serial, letter) = digits_then_letter(rest)?;
    let number = serial_of(serial)?;
    Ok(format!("SF{year}/{number:06}{letter}"))
}

fn serial_of(digits: &str) -> Result<u32, CroNumberFault> {
    let digits_only = digits.bytes().all(|c| c.is_ascii_digit());
    if !digits_only || !(1..=6).contains(&digits.len()) {
        return Err(CroNumberFault::Shape);
    }
    match digits.parse() {
        Ok(0) => Err(CroNumberFault::SerialNought),
        Ok(number) => Ok(number),
        Err(_) => Err(CroNumberFault::Shape),
    }
}

fn digits_then_letter(text: &str) -> Result<(&str, char), CroNumberFault> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .ok_or(match text.len() {
            0 => CroNumberFault::Shape,
            _ => CroNumberFault::NoLetter,
        })?;
    let (digits, letter) = text.split_at(end);
    match letter.as_bytes() {
        [letter] if LETTERS.contains(letter) => Ok((digits, *letter as char)),
        [letter] if letter.is_ascii_uppercase() => Err(CroNumberFault::LetterNeverUsed {
            letter: *letter as char,
        }),
        _ => Err(CroNumberFault::Shape),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_write_is_stored_in_one_form() {
        for (typed, stored) in [
            ("265416/21G", "265416/21G"),
            (" 265416 / 21 g ", "265416/21G"),
            ("85227/65l", "085227/65L"),
            ("085227/65L", "085227/65L"),
            ("sf05/482703j", "SF05/482703J"),
        ] {
            assert_eq!(CroNumber::read(typed).expect(typed).shown(), stored);
        }
    }

    #[test]
    fn each_fault_is_named() {
        use CroNumberFault::*;
        for (typed, fault) in [
            ("", Missing),
            ("265416", Shape),
            ("265416-21G", Shape),
            ("2654160/21G", Shape),
            ("265416/2021G", Shape),
            ("265416/21", NoLetter),
            ("265416/21O", LetterNeverUsed { letter: 'O' }),
            ("265416/21H", WrongLetter { typed: 'H' }),
            ("265461/21G", WrongLetter { typed: 'G' }),
            ("000000/21G", SerialNought),
            ("26a416/21G", Shape),
            ("265416/21é", Shape),
        ] {
            assert_eq!(CroNumber::read(typed), Err(fault), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn exactly_one_letter_fits_and_the_stored_form_reads_back(serial in 1u32..1_000_000, year in 0u32..100) {
            let fitting: Vec<_> = ('A'..='Z')
                .filter_map(|letter| CroNumber::read(&format!("{serial}/{year:02}{letter}")).ok())
                .collect();
            prop_assert_eq!(fitting.len(), 1);
            prop_assert_eq!(CroNumber::read(fitting[0].shown()), Ok(fitting[0].clone()));
        }

        #[test]
        fn one_mistyped_digit_never_passes(serial in 100_000u32..1_000_000, year in 0u32..100, place in 0u32..6, by in 1u32..10) {
            let good = ('A'..='Z')
                .find_map(|letter| CroNumber::read(&format!("{serial}/{year:02}{letter}")).ok())
                .expect("one letter fits");
            let letter = &good.shown()[9..];
            let unit = 10u32.pow(place);
            let digit = serial / unit % 10;
            let other = serial - digit * unit + (digit + by) % 10 * unit;
            let typed = format!("{other:06}/{year:02}{letter}");
            prop_assert!(CroNumber::read(&typed).is_err());
        }

        #[test]
        fn reading_never_panics(typed in ".{0,16}") {
            let _ = CroNumber::read(&typed);
        }
    }
}
