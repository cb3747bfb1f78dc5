//! What the cases ask and answer: every field of §2.2.5 as it is typed.

use super::merge_forms::{AlikeCases, MergedIntoView, MergingView};
use crate::actions::ActionRow;
use crate::grounds::GroundsView;
use crate::importing::LikenessView;
use crate::meetings::{FlagView, Kind};
use crate::problem::FieldFault;
use chrono::NaiveDate;
use protocol::ids::CaseId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct CaseIdForm {
    #[ts(as = "String")]
    pub case: CaseId,
}

/// Every case, open ones first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CasesView {
    pub cases: Vec<CaseRow>,
    /// Files that surely look like one person's, two by two, the surest first.
    pub alike: Vec<AlikeCases>,
    pub choices: CaseChoices,
    /// The number of what was just kept, where it can be taken back.
    pub last: Option<u32>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseRow {
    #[ts(as = "String")]
    pub id: CaseId,
    pub reference: String,
    pub name: String,
    /// As the agreement writes it.
    pub born: Option<String>,
    pub cro: Option<String>,
    pub cohort: CohortView,
    pub meeting: Kind,
    pub lead: Option<String>,
    pub custody: CustodyStatus,
    pub flags: Vec<FlagView>,
    pub open_actions: u32,
    pub closed: Option<NaiveDate>,
    /// The file that it counts as, where it was merged into another.
    pub merged_into: Option<MergedIntoView>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CohortView {
    Fixed,
    Flex,
    Free,
    Asb,
    DipCaseload,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CustodyStatus {
    NotKnown,
    Custody,
    Community,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ToldView {
    Told,
    Agreed,
    Neither,
}

/// A case as it is typed; an empty text is a field not given.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct CaseForm {
    /// `None` for a new case.
    #[ts(as = "Option<String>")]
    pub id: Option<CaseId>,
    pub reference: String,
    pub title: String,
    pub forename: String,
    pub surname: String,
    pub born: String,
    pub gender: String,
    pub ethnic_group: String,
    pub cro: String,
    pub number_and_street: String,
    pub locality: String,
    pub post_town: String,
    pub postcode: String,
    pub manager_name: String,
    pub manager_organisation: String,
    pub note: String,
    pub cohort: CohortView,
    pub meeting: Kind,
    /// A team's key, or empty.
    pub lead: String,
    pub custody: CustodyStatus,
    pub establishment: String,
    pub since: String,
    /// Release date in custody; end of the order or licence in the community.
    pub until: String,
    pub mappa: bool,
    pub child_protection: bool,
    /// Counts where no date of birth is on file.
    #[serde(default)]
    pub under_18: bool,
    /// `None` until somebody has said so: nothing is presumed of what a person knows (§4.4.2).
    pub told: Option<ToldView>,
    pub told_reason: String,
    pub told_ground: String,
    pub told_decided_by: String,
    pub closed: bool,
}

/// Custody or community, as it is typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CustodyForm {
    pub custody: CustodyStatus,
    pub establishment: String,
    pub since: String,
    /// Release date in custody; end of the order or licence in the community.
    pub until: String,
}

/// One field as it is being typed.
#[derive(Clone, Deserialize, TS)]
pub struct CheckFieldForm {
    pub field: String,
    pub text: String,
}

/// What a field would be stored as, or what is wrong with it.
#[derive(Clone, Serialize, TS)]
pub struct FieldView {
    pub shown: Option<String>,
    pub fault: Option<FieldFault>,
}

/// One case on one page.
#[derive(Clone, Serialize, TS)]
pub struct CasePage {
    pub form: CaseForm,
    pub row: CaseRow,
    pub age: Option<i32>,
    pub actions: Vec<ActionRow>,
    pub history: Vec<HistoryRow>,
    /// Consents, waivers, restrictions and whatever else is on file, with the other files that may be the same person's.
    pub grounds: GroundsView,
    /// The files that were merged into it, and those that could be.
    pub merging: MergingView,
    /// How long it is kept, once it is closed.
    pub kept: Option<KeptView>,
    pub choices: CaseChoices,
    /// The number of what was just kept, where it can be taken back.
    pub last: Option<u32>,
}

/// A file that looks like the same person's: shown, and never acted on (§2.2).
#[derive(Clone, Serialize, TS)]
pub struct LikeCase {
    #[ts(as = "String")]
    pub case: CaseId,
    pub name: String,
    pub reference: String,
    pub kind: Kind,
    pub closed: bool,
    pub why: LikenessView,
}

/// What is typed of somebody who is being referred to a meeting.
#[derive(Clone, Deserialize, TS)]
pub struct LikeCasesForm {
    pub forename: String,
    pub surname: String,
    pub born: String,
}

#[derive(Clone, Serialize, TS)]
pub struct LikeCasesView {
    pub cases: Vec<LikeHere>,
}

/// Such a file, and whether it may come to the agenda in place of a new one: it is of this kind of meeting, and not there already.
#[derive(Clone, Serialize, TS)]
pub struct LikeHere {
    pub file: LikeCase,
    pub offered: bool,
}

/// The retention clock of a closed case (§3.1.1).
#[derive(Clone, Serialize, TS)]
pub struct KeptView {
    pub closed: NaiveDate,
    /// Nothing where the partnership has not decided yet.
    pub months: Option<u32>,
    pub until: Option<NaiveDate>,
}

/// What was decided at an earlier meeting.
#[derive(Clone, Serialize, TS)]
pub struct HistoryRow {
    pub date: NaiveDate,
    pub kind: Kind,
    pub decisions: Vec<String>,
    pub items: u32,
}

/// What the form's lists offer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseChoices {
    pub teams: Vec<Choice>,
    /// The letters that the agreement has (§2.2.5).
    pub genders: Vec<String>,
    pub ethnic_groups: Vec<Choice>,
    /// The number of a new case, by the meeting that it goes to.
    pub next_reference: NextReferences,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct NextReferences {
    pub odoc: String,
    pub dip_case_review: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Choice {
    pub key: String,
    pub name: String,
}

impl CaseForm {
    /// A form with nothing typed into it.
    pub fn empty(meeting: Kind) -> Self {
        let nothing = String::new;
        Self {
            id: None,
            reference: nothing(),
            title: nothing(),
            forename: nothing(),
            surname: nothing(),
            born: nothing(),
            gender: nothing(),
            ethnic_group: nothing(),
            cro: nothing(),
            number_and_street: nothing(),
            locality: nothing(),
            post_town: nothing(),
            postcode: nothing(),
            manager_name: nothing(),
            manager_organisation: nothing(),
            note: nothing(),
            cohort: CohortView::Fixed,
            meeting,
            lead: nothing(),
            custody: CustodyStatus::NotKnown,
            establishment: nothing(),
            since: nothing(),
            until: nothing(),
            mappa: false,
            child_protection: false,
            under_18: false,
            told: None,
            told_reason: nothing(),
            told_ground: nothing(),
            told_decided_by: nothing(),
            closed: false,
        }
    }
}
