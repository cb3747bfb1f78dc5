//! Gender as the agreement has it: M or F (§2.2.5).

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The two that the agreement knows; somebody not recorded as either is left unrecorded, never guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Gender {
    #[serde(rename = "M")]
    Male,
    #[serde(rename = "F")]
    Female,
}

/// What is wrong with a gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum GenderFault {
    #[error("missing")]
    Missing,
    /// The agreed form has M and F only.
    #[error("neither M nor F")]
    NotListed,
}

impl Gender {
    /// Reads m, male, man, f, female, woman in either case.
    pub fn read(text: &str) -> Result<Self, GenderFault> {
        match text.trim().trim_end_matches('.').to_lowercase().as_str() {
            "" => Err(GenderFault::Missing),
            "m" | "male" | "man" => Ok(Self::Male),
            "f" | "female" | "woman" => Ok(Self::Female),
            _ => Err(GenderFault::NotListed),
        }
    }

    /// The agreed letter.
    pub fn shown(self) -> &'static str {
        match self {
            Self::Male => "M",
            Self::Female => "F",
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
        assert_eq!(Gender::read("x"), Err(GenderFault::NotListed));
    }
}
