//! The few fields whose value is one of a closed set of words.

use crate::formats::{EthnicGroup, Gender};
use crate::pack::{
    DateForm, Form, Interval, OfficerKind, PostcodeForm, PowerSort, SensitiveCategory,
};
use crate::sharing::Regime;
use crate::trade::{MeetingKind, Strand};

/// A closed set of values, each with the word that the file uses for it.
pub trait Choice: Sized + Copy + PartialEq + 'static {
    /// What a faulty field is read as, so that reading can go on.
    const FIRST: Self;
    const WORDS: &'static [(&'static str, Self)];

    /// The value that a word stands for.
    fn of_word(word: &str) -> Option<Self> {
        Self::WORDS
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, value)| *value)
    }

    /// The word for this value; the table test sees to it that each has one.
    fn word(self) -> &'static str {
        Self::WORDS
            .iter()
            .find(|(_, value)| *value == self)
            .map_or("", |(word, _)| word)
    }
}

macro_rules! choices {
    ($($name:ident { $first_word:literal $first:ident $(, $word:literal $value:ident)* })*) => {$(
        impl Choice for $name {
            const FIRST: Self = $name::$first;
            const WORDS: &'static [(&'static str, Self)] = &[($first_word, $name::$first) $(, ($word, $name::$value))*];
        }
    )*};
}

choices! {
    MeetingKind { "odoc" Odoc, "dip_case_review" DipCaseReview }
    Strand {
        "enforcement" Enforcement, "disruption" Disruption,
        "treatment" Treatment, "resettlement" Resettlement
    }
    OfficerKind { "pdo" Pdo, "do" Do }
    Form {
        "name" Name, "address" Address, "gender" Gender, "ethnic_group" EthnicGroup,
        "date_of_birth" DateOfBirth, "cro_number" CroNumber, "offender_manager" OffenderManager
    }
    PostcodeForm { "joined" Joined, "spaced" Spaced }
    DateForm { "day_first" DayFirst, "in_words" InWords, "year_first" YearFirst }
    Gender { "M" Male, "F" Female, "X" Another }
    EthnicGroup {
        "W1" WhiteBritish, "W2" WhiteIrish, "W9" WhiteOther,
        "M1" WhiteAndBlackCaribbean, "M2" WhiteAndBlackAfrican, "M3" WhiteAndAsian, "M9" MixedOther,
        "A1" Indian, "A2" Pakistani, "A3" Bangladeshi, "A9" AsianOther,
        "B1" BlackCaribbean, "B2" BlackAfrican, "B9" BlackOther, "O1" Chinese, "O9" AnyOther
    }
    Regime { "law_enforcement" LawEnforcement, "general" General }
    Interval {
        "month" Month, "week" Week, "fortnight" Fortnight, "four_weeks" FourWeeks,
        "two_months" TwoMonths, "quarter" Quarter
    }
    PowerSort {
        "power" Power, "duty" Duty, "exemption" Exemption, "other_protocol" OtherProtocol
    }
    SensitiveCategory {
        "ethnic_origin" EthnicOrigin, "health" Health,
        "offences" Offences, "proceedings" Proceedings
    }
}
