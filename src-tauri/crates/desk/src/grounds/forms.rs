//! What is asked and answered about consents, waivers and restrictions: as they are typed, and as they stand.

use super::glance::GlanceView;
use crate::cases::{Choice, LikeCase};
use crate::meetings::FlagView;
use chrono::NaiveDate;
use protocol::grounds::{ConsentSort, ConsentState, HowGiven};
use protocol::ids::{CaseId, ConsentId, RestrictionId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything on file about one case.
#[derive(Clone, Serialize, TS)]
pub struct GroundsView {
    #[ts(as = "String")]
    pub case: CaseId,
    pub name: String,
    pub reference: String,
    pub glance: GlanceView,
    pub consents: Vec<ConsentRow>,
    pub restrictions: Vec<RestrictionRow>,
    /// Managers' authorities, permissions, chosen powers and legal advice, as they were entered.
    pub papers: Vec<PaperRow>,
    /// Other files that may be the same person's, the surest first.
    pub alike: Vec<LikeFile>,
    pub offered: ScopeChoices,
    /// The number of what was just kept, where it can be taken back.
    pub last: Option<u32>,
}

/// Another file that may be the same person's, and what was put on this one and does not count there: what is on a file counts for
/// that one alone.
#[derive(Clone, Serialize, TS)]
pub struct LikeFile {
    pub file: LikeCase,
    /// What counts there still, though a consent was withdrawn here since.
    pub still: Vec<ConsentRow>,
    /// What makes a chair stop here and not there.
    pub unflagged: Vec<FlagView>,
    /// The objections in force here that were not filed there.
    #[ts(as = "Vec<String>")]
    pub lacks: Vec<RestrictionId>,
}

/// A consent or a waiver with its scope.
#[derive(Clone, Serialize, TS)]
pub struct ConsentRow {
    #[ts(as = "String")]
    pub id: ConsentId,
    pub sort: ConsentSortView,
    /// A victim's own consent names them; nothing where it is the person's under discussion.
    pub victim: Option<String>,
    pub state: ConsentStateView,
    pub kinds: Vec<String>,
    pub recipients: Vec<String>,
    pub purposes: Vec<String>,
    pub given: NaiveDate,
    pub expires: Option<NaiveDate>,
    pub how: HowGivenView,
    pub explicit: bool,
    pub taken_by: String,
    pub evidence: Option<String>,
    pub withdrawn: Option<WithdrawnView>,
    /// What was shared under it, once it has ended.
    pub shared: Vec<SharedUnderRow>,
}

/// When something was taken back, and who said so.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WithdrawnView {
    pub on: NaiveDate,
    pub at: String,
    pub told_by: String,
    pub noted_by: String,
    pub note: Option<String>,
}

/// An item shared under a consent, with who received it.
#[derive(Clone, Serialize, TS)]
pub struct SharedUnderRow {
    pub date: NaiveDate,
    pub at: String,
    pub agency: String,
    pub kind: String,
    /// Whether it was heard without a ground for everybody: these had one.
    pub heard: bool,
    pub recipients: Vec<String>,
    /// Agencies outside the room that it was to be sent to, and may be still.
    pub to_be_sent: Vec<String>,
    /// Those to whom it may not be sent by now.
    pub not_to_be_sent: Vec<String>,
}

/// An upheld objection.
#[derive(Clone, Serialize, TS)]
pub struct RestrictionRow {
    #[ts(as = "String")]
    pub id: RestrictionId,
    pub in_force: bool,
    /// Empty for every kind of information, which the form asks for expressly.
    pub kinds: Vec<String>,
    /// Empty for every recipient.
    pub recipients: Vec<String>,
    /// When it came, and by when it was to be answered: the agreement has a limit for it (§2.1.1).
    pub received: Option<NaiveDate>,
    pub answer_due: Option<NaiveDate>,
    pub answered_late: bool,
    pub upheld: NaiveDate,
    pub decided_by: String,
    pub reason: String,
    pub lifted: Option<WithdrawnView>,
}

/// One of the other papers, in a line.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaperRow {
    pub id: String,
    pub sort: PaperSortView,
    pub on: NaiveDate,
    pub in_force: bool,
    /// Who gave, chose or advised.
    pub by: String,
    pub kinds: Vec<String>,
    pub recipients: Vec<String>,
    pub words: String,
    /// Whether it can still be taken back.
    pub can_be_withdrawn: bool,
    pub withdrawn: Option<WithdrawnView>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperSortView {
    Authority,
    OwnersPermission,
    SubjectsPermission,
    ChosenPower,
    LegalAdvice,
}

macro_rules! mirrors {
    ($($(#[$doc:meta])* $view:ident = $of:ident { $($choice:ident),* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum $view { $($choice),* }

        impl From<$of> for $view {
            fn from(of: $of) -> Self {
                match of { $($of::$choice => Self::$choice),* }
            }
        }

        impl From<$view> for $of {
            fn from(view: $view) -> Self {
                match view { $($view::$choice => Self::$choice),* }
            }
        }
    )*};
}

mirrors! {
    ConsentSortView = ConsentSort { Waiver, Consent }
    HowGivenView = HowGiven { InWriting, Orally }
    ConsentStateView = ConsentState { NotYet, InForce, Expired, Withdrawn }
}

/// What a scope is chosen from.
#[derive(Clone, Serialize, TS)]
pub struct ScopeChoices {
    pub kinds: Vec<KindOffered>,
    pub recipients: Vec<Choice>,
    pub purposes: Vec<Choice>,
}

/// A kind of information as a scope offers it.
#[derive(Clone, Serialize, TS)]
pub struct KindOffered {
    pub key: String,
    pub name: String,
    pub sensitive: bool,
}

/// A consent or a waiver as it is typed.
#[derive(Clone, Deserialize, TS)]
pub struct ConsentForm {
    #[ts(as = "String")]
    pub case: CaseId,
    pub sort: ConsentSortView,
    /// The victim whose consent it is; empty for the person under discussion.
    pub victim: String,
    pub kinds: Vec<String>,
    pub recipients: Vec<String>,
    /// An agency that the agreement does not know, by name; empty for none.
    pub guest: String,
    pub purposes: Vec<String>,
    pub given: String,
    pub expires: String,
    pub how: HowGivenView,
    pub explicit: bool,
    pub understood: bool,
    pub freely_given: bool,
    pub taken_by: String,
    pub evidence: String,
}

/// The second step of a withdrawal: who said so.
#[derive(Clone, Deserialize, TS)]
pub struct WithdrawConsentForm {
    #[ts(as = "String")]
    pub case: CaseId,
    #[ts(as = "String")]
    pub consent: ConsentId,
    pub told_by: String,
    pub note: String,
}

/// The second step of taking back a manager's authority or a permission to pass on.
#[derive(Clone, Deserialize, TS)]
pub struct WithdrawPaperForm {
    #[ts(as = "String")]
    pub case: CaseId,
    #[ts(as = "String")]
    pub paper: uuid::Uuid,
    pub told_by: String,
    pub note: String,
}

/// An upheld objection as it is typed.
#[derive(Clone, Deserialize, TS)]
pub struct RestrictionForm {
    #[ts(as = "String")]
    pub case: CaseId,
    pub every_kind: bool,
    pub kinds: Vec<String>,
    pub every_recipient: bool,
    pub recipients: Vec<String>,
    /// An agency that the agreement does not know, by name; empty for none.
    #[serde(default)]
    pub guest: String,
    /// When the objection came in writing; may stay empty.
    #[serde(default)]
    pub received: String,
    pub upheld: String,
    pub decided_by: String,
    pub reason: String,
}

/// An objection in force here, to be filed under another file of the same person too.
#[derive(Clone, Deserialize, TS)]
pub struct ObjectionThereForm {
    #[ts(as = "String")]
    pub case: CaseId,
    #[ts(as = "String")]
    pub restriction: RestrictionId,
    #[ts(as = "String")]
    pub there: CaseId,
}

/// A consent that counts still on another file of the same person, to be taken back there as one was here.
#[derive(Clone, Deserialize, TS)]
pub struct ConsentThereForm {
    #[ts(as = "String")]
    pub case: CaseId,
    /// The one on the other file.
    #[ts(as = "String")]
    pub consent: ConsentId,
    #[ts(as = "String")]
    pub there: CaseId,
}

/// A flag that is set here, to be set on another file of the same person too.
#[derive(Clone, Deserialize, TS)]
pub struct FlagThereForm {
    #[ts(as = "String")]
    pub case: CaseId,
    pub flag: FlagView,
    #[ts(as = "String")]
    pub there: CaseId,
}

#[derive(Clone, Deserialize, TS)]
pub struct LiftRestrictionForm {
    #[ts(as = "String")]
    pub case: CaseId,
    #[ts(as = "String")]
    pub restriction: RestrictionId,
    pub decided_by: String,
    /// Whoever is protected by it must be able to learn why it was lifted.
    pub reason: String,
}
