//! What the capture line is answered at each keystroke.

use super::case_views::{DecisionKindView, SharedWith};
use super::ground_forms::GroundInShort;
use super::reasons::WhyView;
use super::right_forms::RightView;
use crate::actions::StrandView;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// What the capture line would record, at this keystroke.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WeighView {
    pub parts: Vec<PartView>,
    pub would: Would,
    /// What a rule objects to: Enter then holds the item, or does nothing where it blocks.
    pub objection: Option<Objection>,
    /// What would make it right; and of those left out who sit in the room, that they could step out.
    pub rights: Vec<RightView>,
    pub candidates: Vec<Candidate>,
    /// Whether Enter would record something.
    pub ready: bool,
}

/// A stretch of the line and what it was understood as, in UTF-16 units.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PartView {
    pub from: u32,
    pub to: u32,
    pub role: PartRole,
    /// What it was understood as: "Police", "Current intelligence".
    pub label: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartRole {
    Agency,
    Kind,
    Words,
    Without,
    Also,
    Basis,
    /// Whose information it is, or whom it speaks of.
    Label,
    Marker,
    Due,
    /// A date taken without a "by": a full stop behind it leaves it among the words.
    BareDue,
    Person,
    Rationale,
    Strand,
    Fault,
}

/// What an agreed format makes of the words.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum FormatView {
    /// They are stored so.
    Agreed { words: String },
    /// They are stored as they were typed, and the format is this.
    Otherwise {
        format: String,
        clause: Option<String>,
    },
}

/// What would be recorded, as facts for a sentence.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Would {
    Nothing,
    Item {
        agency: String,
        kind: String,
        sensitive: bool,
        judgement: bool,
        /// Its kind may as well be a judgement, and the line does not say which of the two it is.
        asks_basis: bool,
        shared: SharedWith,
        /// Each of them in the room by name, and each who is left out and sits there.
        recipients: Vec<String>,
        left_out: Vec<String>,
        /// The usual power for its kind, and on what those who receive it would have it, most of them first.
        power: String,
        grounds: Vec<GroundInShort>,
        purpose: String,
        /// The victim whose consent it would rest on: whoever types sees that it is the one they speak of.
        victim: Option<String>,
        /// Where its kind has an agreed format (§2.2.5).
        format: Option<Box<FormatView>>,
        /// Said outside every case, it names somebody on the agenda.
        names_somebody: bool,
    },
    Action {
        agency: String,
        person: Option<String>,
        due: Option<NaiveDate>,
        days: Option<i64>,
        strand: Option<StrandView>,
    },
    Decision {
        kind: DecisionKindView,
        rationale: Option<String>,
        no_action: bool,
    },
    Dissent {
        agency: String,
    },
    NilReturn {
        agency: String,
    },
    Declined {
        agency: String,
    },
}

/// What stands in the way of the line, in one code with its clause.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Objection {
    pub code: String,
    pub clause: Option<String>,
    pub names: Vec<String>,
    /// The agencies of those people, each once: a long list of names is no sentence.
    pub agencies: Vec<String>,
    /// What is on file and does not do, or what the line leaves open.
    pub why: Vec<WhyView>,
    /// Whether Enter keeps the item held instead of sharing it.
    pub holds: bool,
    /// What was not understood, as typed.
    pub text: Option<String>,
}

/// A way to complete what is ambiguous: replaces the stretch from..to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Candidate {
    pub from: u32,
    pub to: u32,
    pub insert: String,
    pub label: String,
}
