//! An address: number and street, locality, post town, postcode (§2.2.5).

use super::address_line::address_lines;
use super::postcode::{Postcode, PostcodeFault};
use super::tidy;
use crate::words::Words;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Where somebody lives, or that they live nowhere: "no fixed abode" is an answer, an empty field is not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "at")]
pub enum Address {
    Property(Property),
    NoFixedAbode,
}

/// A property in its four lines; the locality may be absent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Property {
    number_and_street: Words,
    locality: Words,
    post_town: Words,
    postcode: Postcode,
}

/// Which line of the address is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AddressLine {
    NumberAndStreet,
    Locality,
    PostTown,
}

/// What is wrong with a line of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum AddressFault {
    #[error("{line:?}: missing")]
    Missing { line: AddressLine },
    #[error("{line:?}: a character that cannot be seen or printed")]
    Character { line: AddressLine },
    #[error("{line:?}: longer than {limit} characters")]
    TooLong { line: AddressLine, limit: usize },
    /// A post town holds no digits: something else was put there.
    #[error("a digit in the post town")]
    DigitInTown,
    #[error("the postcode: {postcode}")]
    Postcode { postcode: PostcodeFault },
}

const LIMIT: usize = 120;

/// How an address of nowhere is shown, and read back.
pub const NO_FIXED_ABODE: &str = "No fixed abode";

impl Address {
    /// Reads the four fields of a form; "NFA" or "no fixed abode" in the first stands for all.
    pub fn read(
        number_and_street: &str,
        locality: &str,
        post_town: &str,
        postcode: &str,
    ) -> Result<Self, Vec<AddressFault>> {
        if nowhere(number_and_street) {
            return Ok(Self::NoFixedAbode);
        }
        let street = required(number_and_street, AddressLine::NumberAndStreet);
        let locality = line(locality, AddressLine::Locality);
        let town = town(post_town);
        let postcode =
            Postcode::read(postcode).map_err(|postcode| AddressFault::Postcode { postcode });
        match (street, locality, town, postcode) {
            (Ok(number_and_street), Ok(locality), Ok(post_town), Ok(postcode)) => {
                Ok(Self::Property(Property {
                    number_and_street,
                    locality,
                    post_town,
                    postcode,
                }))
            }
            (street, locality, town, postcode) => {
                Err([street.err(), locality.err(), town.err(), postcode.err()]
                    .into_iter()
                    .flatten()
                    .collect())
            }
        }
    }

    /// Reads "14 Quill Road, Chelmsley Wood, Birmingham, B37 4ZY".
    ///
    /// # Errors
    /// As [`Address::read`] does, of the lines that it was taken apart into.
    pub fn read_line(line: &str) -> Result<Self, Vec<AddressFault>> {
        let [street, locality, town, postcode] = address_lines(line);
        Self::read(&street, &locality, &town, &postcode)
    }

    /// The lines as an envelope has them, empty ones left out; none for no fixed abode, which the window words.
    pub fn shown(&self) -> Vec<&str> {
        match self {
            Self::NoFixedAbode => Vec::new(),
            Self::Property(property) => property.lines(),
        }
    }
}

impl Property {
    /// The house number or name, and the street.
    pub fn number_and_street(&self) -> &str {
        self.number_and_street.as_str()
    }

    /// The locality, or nothing.
    pub fn locality(&self) -> &str {
        self.locality.as_str()
    }

    /// The post town.
    pub fn post_town(&self) -> &str {
        self.post_town.as_str()
    }

    /// The postcode, without its space.
    pub fn postcode(&self) -> &Postcode {
        &self.postcode
    }

    fn lines(&self) -> Vec<&str> {
        [
            self.number_and_street(),
            self.locality(),
            self.post_town(),
            self.postcode.shown(),
        ]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect()
    }
}

fn nowhere(text: &str) -> bool {
    let text = tidy::marks(text).to_lowercase().replace('.', "");
    matches!(
        text.as_str(),
        "nfa" | "no fixed abode" | "no fixed address" | "of no fixed abode" | "of no fixed address"
    )
}

fn town(text: &str) -> Result<Words, AddressFault> {
    let town = required(text, AddressLine::PostTown)?;
    if town.as_str().chars().any(char::is_numeric) {
        return Err(AddressFault::DigitInTown);
    }
    Ok(town)
}

fn required(text: &str, which: AddressLine) -> Result<Words, AddressFault> {
    let words = line(text, which)?;
    if words.as_str().chars().any(char::is_alphanumeric) {
        Ok(words)
    } else {
        Err(AddressFault::Missing { line: which })
    }
}

/// A comma at the end of a line is how addresses are pasted, and not part of it.
fn line(text: &str, line: AddressLine) -> Result<Words, AddressFault> {
    let text = tidy::marks(text);
    let text = text.trim_end_matches([',', ' ']);
    if text.chars().any(tidy::unseen) {
        Err(AddressFault::Character { line })
    } else if text.chars().count() > LIMIT {
        Err(AddressFault::TooLong { line, limit: LIMIT })
    } else {
        Ok(Words::new(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_is_stored_line_by_line_with_its_postcode_in_one_form() {
        let address = Address::read("12  Invented Close,", "Shirley ", "Solihull", "b90 4zz");
        assert_eq!(
            address.expect("an address").shown(),
            ["12 Invented Close", "Shirley", "Solihull", "B904ZZ"]
        );
        let address = Address::read("Flat 3, The Old Forge", "", "Birmingham", "B37 7AA");
        assert_eq!(address.expect("an address").shown().len(), 3);
    }

    #[test]
    fn no_fixed_abode_is_an_answer() {
        for typed in ["NFA", "n.f.a.", "no fixed abode", " Of No  Fixed Address"] {
            assert_eq!(
                Address::read(typed, "", "", ""),
                Ok(Address::NoFixedAbode),
                "{typed}"
            );
        }
    }

    #[test]
    fn every_wrong_line_is_named_at_once() {
        assert_eq!(
            Address::read(" ", "ok", "B37", "B37"),
            Err(vec![
                AddressFault::Missing {
                    line: AddressLine::NumberAndStreet
                },
                AddressFault::DigitInTown,
                AddressFault::Postcode {
                    postcode: PostcodeFault::TooShort { letters: 3 }
                },
            ])
        );
        assert_eq!(
            Address::read("1 High\u{202E} St", "", "", "B37 7AA"),
            Err(vec![
                AddressFault::Character {
                    line: AddressLine::NumberAndStreet
                },
                AddressFault::Missing {
                    line: AddressLine::PostTown
                },
            ])
        );
    }

    proptest! {
        #[test]
        fn reading_what_is_stored_changes_nothing(street in ".{0,30}", locality in ".{0,20}", town in ".{0,20}") {
            if let Ok(Address::Property(p)) = Address::read(&street, &locality, &town, "b37 7aa") {
                let again = Address::read(p.number_and_street(), p.locality(), p.post_town(), p.postcode().shown());
                prop_assert_eq!(again, Ok(Address::Property(p)));
            }
        }
    }
}
