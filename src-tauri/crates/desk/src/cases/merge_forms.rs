//! What is asked and answered where two files may be one person's.

use super::forms::{CaseChoices, CaseForm};
use crate::importing::LikenessView;
use crate::problem::RefusalView;
use chrono::NaiveDate;
use protocol::file_merges::Detail;
use protocol::ids::CaseId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Two files, of which the first would stay.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CasePairForm {
    #[ts(as = "String")]
    pub stays: CaseId,
    #[ts(as = "String")]
    pub absorbed: CaseId,
}

/// One file is to count as another, which takes these details over.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MergeCasesForm {
    #[ts(as = "String")]
    pub stays: CaseId,
    #[ts(as = "String")]
    pub absorbed: CaseId,
    pub take: Vec<DetailView>,
}

/// Two files that look like one person's, in one cohort and both open.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AlikeCases {
    #[ts(as = "String")]
    pub one: CaseId,
    pub one_called: String,
    #[ts(as = "String")]
    pub other: CaseId,
    pub other_called: String,
    pub why: LikenessView,
}

/// The two side by side.
#[derive(Clone, Serialize, TS)]
pub struct CasePairView {
    pub stays: PairedFile,
    pub absorbed: PairedFile,
    /// What the other file says otherwise.
    pub differs: Vec<DetailRow>,
    /// Consents that end with the merge, because the person has withdrawn theirs in the other file since.
    pub consents_end: u32,
    pub choices: CaseChoices,
    /// Why they cannot be made one now.
    pub refused: Option<RefusalView>,
}

/// One of the two, with what is found under the file that stays afterwards.
#[derive(Clone, Serialize, TS)]
pub struct PairedFile {
    pub name: String,
    /// What it says, field by field.
    pub form: CaseForm,
    /// Consents, objections and other papers.
    pub papers: u32,
    pub open_actions: u32,
    /// Meetings that took it up.
    pub meetings: u32,
    /// On how many agendas of meetings to come it stands.
    pub planned: u32,
}

/// A detail that the other file has otherwise.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DetailRow {
    pub detail: DetailView,
    /// The file that stays says nothing of it: the other's is proposed.
    pub missing: bool,
}

/// A file that was merged into another, for whoever looks for it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MergedIntoView {
    #[ts(as = "String")]
    pub case: CaseId,
    pub reference: String,
}

/// What merging has to do with one case's page.
#[derive(Clone, Serialize, TS)]
pub struct MergingView {
    /// Files that look like the same person's and could be made one with it: open, and of the same cohort.
    #[ts(as = "Vec<String>")]
    pub may: Vec<CaseId>,
    /// The files that were merged into it, the last first.
    pub merged: Vec<MergedFile>,
}

/// The trace of a merge.
#[derive(Clone, Serialize, TS)]
pub struct MergedFile {
    #[ts(as = "String")]
    pub case: CaseId,
    pub reference: String,
    pub name: String,
    pub on: NaiveDate,
    pub by: String,
    /// Why it cannot be taken back any more.
    pub refused: Option<RefusalView>,
}

macro_rules! details {
    ($($detail:ident),*) => {
        /// What a file says of somebody.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum DetailView { $($detail),* }

        impl From<Detail> for DetailView {
            fn from(detail: Detail) -> Self {
                match detail { $(Detail::$detail => Self::$detail),* }
            }
        }

        impl From<DetailView> for Detail {
            fn from(view: DetailView) -> Self {
                match view { $(DetailView::$detail => Self::$detail),* }
            }
        }
    };
}

details!(
    Name,
    Born,
    Gender,
    EthnicGroup,
    Cro,
    Address,
    OffenderManager,
    Note,
    Lead,
    Whereabouts,
    Told
);
