//! What can be wrong with a pack's file: facts, from which the window makes sentences.

use super::SensitiveCategory;
use crate::sharing::Regime;
use serde::Serialize;

/// One fault and the line that it stands on, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct Fault {
    pub line: usize,
    pub what: FaultKind,
}

/// The lists of a pack whose entries have keys that other entries name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Register {
    Organisation,
    Team,
    Purpose,
    Power,
    Kind,
    Condition,
    Role,
    Group,
    Retention,
}

/// What a field should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    Text,
    Flag,
    WholeNumber,
    List,
    Table,
}

/// The parts of an agreement text that may not be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fragment {
    OpeningStatement,
    Agreement,
    Paragraphs,
    Declaration,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum FaultKind {
    #[error("not TOML: {says}")]
    Grammar { says: String },
    #[error("a field stands twice")]
    FieldTwice,
    #[error("no field is called {field:?}")]
    UnknownField { field: String },
    #[error("{field:?} is missing")]
    Missing { field: String },
    #[error("{field:?} should be {wanted:?}")]
    WrongShape { field: String, wanted: Shape },
    #[error("{field:?} is empty")]
    Blank { field: String },
    #[error("{field:?} is {found:?}, and should be one of {offered:?}")]
    NotOffered {
        field: String,
        found: String,
        offered: Vec<String>,
    },
    #[error("{field:?} is {found:?}, which is no date as year-month-day")]
    NotADate { field: String, found: String },
    #[error("{field:?} is {found}, and should be {least} to {most}")]
    OutOfRange {
        field: String,
        found: i64,
        least: u32,
        most: u32,
    },
    #[error("{found:?} is no key: lower-case letters, digits and hyphens, beginning with a letter")]
    NotAKey { found: String },
    #[error("{found:?} is no capture key: two to five lower-case letters")]
    NotACaptureKey { found: String },
    #[error("{found:?} is nothing to number cases with: letters, figures and strokes only")]
    NotAPrefix { found: String },
    #[error("the capture key {found:?} is taken on line {first}")]
    CaptureKeyTwice { found: String, first: usize },
    #[error("{register:?} {key:?} stands on line {first} already")]
    KeyTwice {
        register: Register,
        key: String,
        first: usize,
    },
    #[error("there is no {register:?} {key:?}")]
    NoSuchKey { register: Register, key: String },
    #[error("{found:?} stands twice in {field:?}")]
    EntryTwice { field: String, found: String },
    #[error("an officer's team {team:?} belongs to another organisation")]
    TeamOfAnother { team: String },
    #[error("the default power {power:?} is no ground for sharing")]
    NoGround { power: String },
    #[error("the default power {power:?} has been superseded")]
    PowerSuperseded { power: String },
    #[error("no period says how long {record:?} are kept")]
    NotKept { record: String },
    #[error("the {fragment:?} is empty")]
    NothingSaid { fragment: Fragment },
    #[error("offered at no meeting")]
    NoMeeting,
    #[error("serves for no sensitive category")]
    NoCategory,
    #[error("nobody may authorise on this rung, and sharing would wait for ever")]
    NobodyAuthorises,
    #[error("{category:?} information has no condition under {regime:?}")]
    NoCondition {
        category: SensitiveCategory,
        regime: Regime,
    },
    #[error("the review is due before the pack is dated")]
    ReviewBeforeDate,
}

impl FaultKind {
    /// Whether it leaves nothing to read, rather than something to be put right.
    pub(super) fn is_unreadable(&self) -> bool {
        matches!(
            self,
            Self::Grammar { .. }
                | Self::Missing { .. }
                | Self::WrongShape { .. }
                | Self::NotOffered { .. }
                | Self::NotADate { .. }
        )
    }
}
