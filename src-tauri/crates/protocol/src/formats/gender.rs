//! Gender as the agreement has it: M or F (§2.2.5), and X where the partnership's pack lists it.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The two that the agreement knows, and one for neither, which only a pack can offer; nothing is ever guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Gender {
    #[serde(rename = "M")]
    Male,
    #[serde(rename = "F")]
    Female,
    #[serde(rename = "X")]
    Another,
}

/// What is wrong with a gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum GenderFault {
    #[error("missing")]
    Missing,
    #[error("not a listed letter")]
    NotListed,
}

impl Gender {
    /// Reads m, male, man, f, female, woman, x, another, non-binary in either case.
    pub fn read(text: &str) -> Result<Self, GenderFault> {
        match text.trim().trim_end_matches('.').to_lowercase().as_str() {
            "" => Err(GenderFault::Missing),
            "m" | "male" | "man" => Ok(Self::Male),
            "f" | "female" | "woman" => Ok(Self::Female),
            "x" | "another" | "non-binary" | "nonbinary" => Ok(Self::Another),
            _ => Err(GenderFault::NotListed),
        }
    }

    /// The agreed letter.
    pub fn shown(self) -> &'static str {
        match self {
            Self::Male => "M",
            Self::Female => "F",
            Self::Another => "X",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_becomes_the_agreed_letter() {
        for (typed, shown) in [
            ("M", "M"),
            (" male", "M"),
            ("MALE", "M"),
            ("man", "M"),
            ("f", "F"),
            ("Female ", "F"),
            ("F.", "F"),
            ("Non-binary", "X"),
        ] {
            let gender = Gender::read(typed).expect(typed);
            assert_eq!(gender.shown(), shown);
            assert_eq!(Gender::read(gender.shown()), Ok(gender));
        }
    }

    #[test]
    fn nothing_is_guessed() {
        assert_eq!(Gender::read(" "), Err(GenderFault::Missing));
        assert_eq!(Gender::read("mail"), Err(GenderFault::NotListed));
        assert_eq!(Gender::read("y"), Err(GenderFault::NotListed));
    }
}
