//! What the papers of a meeting that has not begun ask.

use protocol::ids::MeetingId;
use serde::Deserialize;
use ts_rs::TS;

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperName {
    /// For whoever comes: cases by reference and initials.
    Agenda,
    /// For Designated Officers: cases by name.
    CaseList,
    BlankRegister,
    BlankDeclarations,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaperForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub paper: PaperName,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SavePapersForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    /// Empty is refused: "all" is said by naming all.
    pub papers: Vec<PaperName>,
}
