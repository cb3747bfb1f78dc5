//! What taking cases over from a file asks and answers.

use crate::cases::ToldView;
use crate::meetings::Kind;
use crate::problem::FieldFault;
use protocol::likeness::Likeness;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! fields {
    ($($field:ident = $name:literal,)*) => {
        /// What a column of the file may hold.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum ImportField { $($field,)* }

        impl ImportField {
            /// The field of a case's form that it fills, by which faults are named too.
            pub(super) fn name(self) -> &'static str {
                match self { $(Self::$field => $name,)* }
            }
        }
    };
}

fields! {
    Reference = "reference",
    Title = "title",
    Forename = "forename",
    Surname = "surname",
    WholeName = "whole_name",
    Born = "born",
    Gender = "gender",
    EthnicGroup = "ethnic_group",
    Cro = "cro",
    NumberAndStreet = "number_and_street",
    Locality = "locality",
    PostTown = "post_town",
    Postcode = "postcode",
    WholeAddress = "whole_address",
    ManagerName = "manager_name",
    ManagerOrganisation = "manager_organisation",
    Cohort = "cohort",
    Lead = "lead",
    Custody = "custody",
    Establishment = "establishment",
    Since = "since",
    Until = "until",
    Mappa = "mappa",
    ChildProtection = "child_protection",
    Under18 = "under18",
    Note = "note",
}

/// How the file's letters are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EncodingView {
    Utf8,
    Utf16,
    /// Neither: read as the older Windows letters, in which accents may be wrong.
    Windows1252,
}

/// What parts the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SeparatorView {
    Comma,
    Semicolon,
    Tab,
    Bar,
}

/// How far an import has come; without a file, that none is open.
#[derive(Clone, Serialize, TS)]
pub struct ImportView {
    pub file: Option<ImportFile>,
    /// What the last file brought, where any of it can be taken back or put back.
    pub taken_over: Option<TakenOverView>,
}

/// The cases that a file brought, one by one taken back or put back.
#[derive(Clone, Serialize, TS)]
pub struct TakenOverView {
    /// The file's name without its folder.
    pub name: String,
    /// How many are there, how many have been taken back, and how many were passed over because something stands in the way.
    pub there: u32,
    pub gone: u32,
    pub passed: u32,
    /// The first of those that were passed over.
    pub in_the_way: Vec<PassedCase>,
}

#[derive(Clone, Serialize, TS)]
pub struct PassedCase {
    pub reference: String,
    pub name: String,
    pub why: PassedWhy,
}

/// Why a case stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PassedWhy {
    OnAnAgenda,
    OnFile,
    Changed,
    /// Somebody else has its reference now.
    ReferenceTaken,
}

/// The file as it was read, and what was found in it so far.
#[derive(Clone, Serialize, TS)]
pub struct ImportFile {
    /// Its name without its folder.
    pub name: String,
    pub encoding: EncodingView,
    pub separator: SeparatorView,
    /// A quotation mark that opens and never closes makes one cell of the rest of the file.
    pub odd_quotes: bool,
    pub columns: Vec<ImportColumn>,
    pub meeting: Kind,
    /// Rows with something in them.
    pub rows: u32,
    pub checked: u32,
    /// Rows that would be taken over; rows that cannot be, because something in them is wrong.
    pub ready: u32,
    pub faulty: u32,
    /// Rows that look like somebody who is there already, and rows with a formula in them.
    pub twins: u32,
    pub formulas: u32,
    /// Whether the person agreed, and how far the taking over has come since.
    pub agreed: bool,
    pub imported: u32,
    /// Rows whose reference somebody took in the meantime.
    pub skipped: u32,
    pub done: bool,
}

/// A column by its letter, as a spreadsheet shows it.
#[derive(Clone, Serialize, TS)]
pub struct ImportColumn {
    pub letter: String,
    pub head: String,
    /// The first thing in it.
    pub sample: String,
    pub field: Option<ImportField>,
}

/// What each column holds, in their order, and for which meeting the cases are.
#[derive(Clone, Deserialize, TS)]
pub struct ImportColumnsForm {
    pub columns: Vec<Option<ImportField>>,
    pub meeting: Kind,
}

/// Which rows are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportShow {
    All,
    Faulty,
    Twins,
    Formulas,
}

#[derive(Clone, Deserialize, TS)]
pub struct ImportRowsForm {
    pub show: ImportShow,
    /// From which of these, from nought.
    pub from: u32,
}

/// A screenful of rows.
#[derive(Clone, Serialize, TS)]
pub struct ImportRowsView {
    pub rows: Vec<ImportRow>,
    pub from: u32,
    pub total: u32,
}

#[derive(Clone, Serialize, TS)]
pub struct ImportRow {
    /// The number that a spreadsheet shows beside it.
    pub row: u32,
    /// Its place among the rows with something in them, from nought.
    pub at: u32,
    pub name: String,
    /// As the agreement writes it.
    pub born: Option<String>,
    pub reference: String,
    pub findings: Vec<ImportFinding>,
    pub twin: Option<ImportTwin>,
    /// The columns in which a formula stands, which is taken as text.
    pub formulas: Vec<String>,
    /// Whether it would be taken over, and whether it could be.
    pub included: bool,
    pub sound: bool,
}

/// What is wrong, and in which column where there is one.
#[derive(Clone, Serialize, TS)]
pub struct ImportFinding {
    pub letter: Option<String>,
    pub head: Option<String>,
    pub fault: FieldFault,
}

/// Somebody who is there already.
#[derive(Clone, Serialize, TS)]
pub struct ImportTwin {
    pub why: LikenessView,
    /// A case of the record, or none where it is an earlier row of the file.
    pub case: Option<String>,
    pub row: Option<u32>,
}

/// How two are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LikenessView {
    CroNumber,
    NameAndBirth,
    Name,
}

impl From<Likeness> for LikenessView {
    fn from(why: Likeness) -> Self {
        match why {
            Likeness::CroNumber => Self::CroNumber,
            Likeness::NameAndBirth => Self::NameAndBirth,
            Likeness::Name => Self::Name,
        }
    }
}

/// One row, to be taken over or left.
#[derive(Clone, Deserialize, TS)]
pub struct ImportIncludeForm {
    pub at: u32,
    pub include: bool,
}

/// The person agrees; what is asked of them holds for everybody in the file.
#[derive(Clone, Deserialize, TS)]
pub struct ImportAgreeForm {
    /// Whether the file was checked for viruses (§4.5).
    pub virus_checked: bool,
    pub told: Option<ToldView>,
    pub told_reason: String,
    pub told_ground: String,
    pub told_decided_by: String,
}
