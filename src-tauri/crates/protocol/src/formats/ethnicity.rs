//! The ethnic groups of §2.2.5, as a closed list.

use super::tidy;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A listed group. The agreement gives words only; the codes are those of the police's 16-point list,
/// whose groups are the same, so that agencies which hold the code can type it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EthnicGroup {
    #[serde(rename = "W1")]
    WhiteBritish,
    #[serde(rename = "W2")]
    WhiteIrish,
    #[serde(rename = "W9")]
    WhiteOther,
    #[serde(rename = "M1")]
    WhiteAndBlackCaribbean,
    #[serde(rename = "M2")]
    WhiteAndBlackAfrican,
    #[serde(rename = "M3")]
    WhiteAndAsian,
    #[serde(rename = "M9")]
    MixedOther,
    #[serde(rename = "A1")]
    Indian,
    #[serde(rename = "A2")]
    Pakistani,
    #[serde(rename = "A3")]
    Bangladeshi,
    #[serde(rename = "A9")]
    AsianOther,
    #[serde(rename = "B1")]
    BlackCaribbean,
    #[serde(rename = "B2")]
    BlackAfrican,
    #[serde(rename = "B9")]
    BlackOther,
    #[serde(rename = "O1")]
    Chinese,
    #[serde(rename = "O9")]
    AnyOther,
}

/// The headings under which the groups are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EthnicHeading {
    White,
    Mixed,
    Asian,
    Black,
    ChineseOrOther,
}

/// What is wrong with an ethnic group.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum EthnicGroupFault {
    #[error("missing")]
    Missing,
    #[error("not a listed group")]
    NotListed,
    /// The words fit more than one group: "Caribbean" stands under two headings.
    #[error("{} groups fit", candidates.len())]
    Ambiguous { candidates: Vec<EthnicGroup> },
}

impl EthnicGroup {
    /// Every group in the order of the list.
    pub const ALL: [Self; 16] = [
        Self::WhiteBritish,
        Self::WhiteIrish,
        Self::WhiteOther,
        Self::WhiteAndBlackCaribbean,
        Self::WhiteAndBlackAfrican,
        Self::WhiteAndAsian,
        Self::MixedOther,
        Self::Indian,
        Self::Pakistani,
        Self::Bangladeshi,
        Self::AsianOther,
        Self::BlackCaribbean,
        Self::BlackAfrican,
        Self::BlackOther,
        Self::Chinese,
        Self::AnyOther,
    ];

    /// Reads a code or the words, in any order and with or without "or", "and", "any", "background".
    pub fn read(text: &str) -> Result<Self, EthnicGroupFault> {
        let typed = words_of(text);
        if tidy::spaces(text).is_empty() {
            return Err(EthnicGroupFault::Missing);
        }
        if let Some(group) = Self::ALL.into_iter().find(|g| typed == words_of(g.code())) {
            return Ok(group);
        }
        if let Some(group) = Self::ALL.into_iter().find(|g| typed == words_of(g.shown())) {
            return Ok(group);
        }
        match Self::fitting(&typed).as_slice() {
            [] => Err(EthnicGroupFault::NotListed),
            [group] => Ok(*group),
            candidates => Err(EthnicGroupFault::Ambiguous {
                candidates: candidates.to_vec(),
            }),
        }
    }

    /// The groups that hold every word; where a heading is among the words, those under it first,
    /// so that "Black African" is not also the mixed group that names both.
    fn fitting(typed: &[String]) -> Vec<Self> {
        let fits = |group: &Self| {
            let own = words_of(group.telling());
            !typed.is_empty() && typed.iter().all(|word| own.contains(word))
        };
        let all: Vec<Self> = Self::ALL.into_iter().filter(fits).collect();
        let headed = |group: &Self| typed.iter().any(|word| word == group.heading().word());
        let under: Vec<Self> = all.iter().copied().filter(headed).collect();
        if under.is_empty() { all } else { under }
    }

    /// What tells a group from the rest: the last heading names one of its own groups.
    fn telling(self) -> &'static str {
        match self {
            Self::Chinese => "Chinese",
            Self::AnyOther => "any other ethnic group",
            other => other.shown(),
        }
    }

    /// The code.
    pub fn code(self) -> &'static str {
        match self {
            Self::WhiteBritish => "W1",
            Self::WhiteIrish => "W2",
            Self::WhiteOther => "W9",
            Self::WhiteAndBlackCaribbean => "M1",
            Self::WhiteAndBlackAfrican => "M2",
            Self::WhiteAndAsian => "M3",
            Self::MixedOther => "M9",
            Self::Indian => "A1",
            Self::Pakistani => "A2",
            Self::Bangladeshi => "A3",
            Self::AsianOther => "A9",
            Self::BlackCaribbean => "B1",
            Self::BlackAfrican => "B2",
            Self::BlackOther => "B9",
            Self::Chinese => "O1",
            Self::AnyOther => "O9",
        }
    }

    /// The group's name, heading and group in one.
    pub fn shown(self) -> &'static str {
        match self {
            Self::WhiteBritish => "White: British",
            Self::WhiteIrish => "White: Irish",
            Self::WhiteOther => "White: other",
            Self::WhiteAndBlackCaribbean => "Mixed: White and Black Caribbean",
            Self::WhiteAndBlackAfrican => "Mixed: White and Black African",
            Self::WhiteAndAsian => "Mixed: White and Asian",
            Self::MixedOther => "Mixed: other",
            Self::Indian => "Asian or Asian British: Indian",
            Self::Pakistani => "Asian or Asian British: Pakistani",
            Self::Bangladeshi => "Asian or Asian British: Bangladeshi",
            Self::AsianOther => "Asian or Asian British: other",
            Self::BlackCaribbean => "Black or Black British: Caribbean",
            Self::BlackAfrican => "Black or Black British: African",
            Self::BlackOther => "Black or Black British: other",
            Self::Chinese => "Chinese or other: Chinese",
            Self::AnyOther => "Chinese or other: any other ethnic group",
        }
    }

    /// The heading that the group stands under.
    pub fn heading(self) -> EthnicHeading {
        match self {
            Self::WhiteBritish | Self::WhiteIrish | Self::WhiteOther => EthnicHeading::White,
            Self::WhiteAndBlackCaribbean
            | Self::WhiteAndBlackAfrican
            | Self::WhiteAndAsian
            | Self::MixedOther => EthnicHeading::Mixed,
            Self::Indian | Self::Pakistani | Self::Bangladeshi | Self::AsianOther => {
                EthnicHeading::Asian
            }
            Self::BlackCaribbean | Self::BlackAfrican | Self::BlackOther => EthnicHeading::Black,
            Self::Chinese | Self::AnyOther => EthnicHeading::ChineseOrOther,
        }
    }
}

impl EthnicHeading {
    fn word(self) -> &'static str {
        match self {
            Self::White => "white",
            Self::Mixed => "mixed",
            Self::Asian => "asian",
            Self::Black => "black",
            Self::ChineseOrOther => "chinese",
        }
    }
}

/// The telling words of a text, sorted, each once.
fn words_of(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !matches!(*word, "" | "or" | "and" | "any" | "background" | "group"))
        .map(str::to_owned)
        .collect();
    words.sort();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_and_codes_are_read_as_people_write_them() {
        use EthnicGroup::*;
        for (typed, group) in [
            ("W1", WhiteBritish),
            ("a2", Pakistani),
            ("White British", WhiteBritish),
            ("white - british", WhiteBritish),
            ("White Irish", WhiteIrish),
            ("irish", WhiteIrish),
            ("Black Caribbean", BlackCaribbean),
            ("Mixed White and Black Caribbean", WhiteAndBlackCaribbean),
            ("White and Asian", WhiteAndAsian),
            ("pakistani", Pakistani),
            ("British Asian Indian", Indian),
            ("any other mixed background", MixedOther),
            ("Chinese", Chinese),
            ("Black African", BlackAfrican),
            ("any other black background", BlackOther),
            ("Any other ethnic group", AnyOther),
        ] {
            assert_eq!(EthnicGroup::read(typed), Ok(group), "{typed}");
        }
    }

    #[test]
    fn what_fits_two_groups_names_both_and_what_fits_none_is_refused() {
        let Err(EthnicGroupFault::Ambiguous { candidates }) = EthnicGroup::read("Caribbean") else {
            panic!("two groups fit");
        };
        assert_eq!(
            candidates,
            [
                EthnicGroup::WhiteAndBlackCaribbean,
                EthnicGroup::BlackCaribbean
            ]
        );
        assert_eq!(
            EthnicGroup::read("Martian"),
            Err(EthnicGroupFault::NotListed)
        );
        assert_eq!(EthnicGroup::read(" "), Err(EthnicGroupFault::Missing));
        assert_eq!(EthnicGroup::read("group"), Err(EthnicGroupFault::NotListed));
    }

    #[test]
    fn every_group_reads_back_from_its_code_and_from_its_name() {
        for group in EthnicGroup::ALL {
            assert_eq!(EthnicGroup::read(group.code()), Ok(group));
            assert_eq!(EthnicGroup::read(group.shown()), Ok(group));
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in ".{0,40}") {
            let _ = EthnicGroup::read(&text);
        }
    }
}
