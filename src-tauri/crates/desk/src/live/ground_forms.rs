//! On what ground a line stands: what the chair may take instead, and what one step away says of it.

use super::until_view::UntilView;
use crate::cases::Choice;
use protocol::ids::{ItemId, MeetingId};
use protocol::pack::SensitiveCategory;
use protocol::sharing::{Note, Regime, SubjectCategory};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the chair may take for the line as it stands: each covers everybody whom it would reach.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GroundChoicesView {
    /// The proposed one first.
    pub purposes: Vec<Choice>,
    /// The proposed one first.
    pub powers: Vec<Choice>,
    /// The law that is proposed; none where it is not the same for everybody.
    pub regime: Option<RegimeView>,
    /// What the law asks beside the power, for sensitive information: what may be taken, each under its law.
    pub conditions: Vec<ConditionChoice>,
    /// The condition that is proposed, by its name; none where it is not the same for everybody.
    pub condition: Option<String>,
}

/// A condition that may be taken.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConditionChoice {
    pub key: String,
    pub name: String,
    pub regime: RegimeView,
    pub policy: Option<PolicyView>,
}

/// The appropriate policy document that the law asks for beside a condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyView {
    /// Where it is found; nothing where the agreement does not say.
    pub found: Option<String>,
}

/// Records the line on another ground than the proposed one, by the chair's choice.
#[derive(Clone, Deserialize, TS)]
pub struct TakeGroundForm {
    pub line: String,
    /// The purpose's key.
    pub purpose: String,
    /// The power's key.
    pub power: String,
    /// The law to go by; the proposed one where none is chosen.
    #[serde(default)]
    pub regime: Option<RegimeView>,
    /// The condition's key; the proposed one where none is chosen.
    #[serde(default)]
    pub condition: Option<String>,
    /// Why it is necessary and proportionate.
    pub because: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LineGroundForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub item: ItemId,
}

/// All that the weighing found of a line when it was said.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LineGroundView {
    pub purpose: String,
    pub power: String,
    /// Where these two were the chair's own choice: whose, and why.
    pub chosen: Option<ChosenRow>,
    /// Who judged that it is necessary and proportionate, where anybody did.
    pub judged_by: Vec<JudgeRow>,
    /// Whether nobody has it by the agreement's rules alone.
    pub judged_throughout: bool,
    /// Who answers for it otherwise: whoever shared it, or their agency where it wrote.
    pub answers: String,
    /// The version of the agreement whose rules weighed it.
    pub rules: String,
    pub sensitive: Option<SensitiveView>,
    /// Of whom it speaks, where that is not simply the person under discussion.
    pub about: Option<SubjectView>,
    pub notes: Vec<NoteView>,
    /// Recipients who have it on the same ground, together.
    pub grounds: Vec<GroundRow>,
}

/// Somebody whose judgement is on record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct JudgeRow {
    /// A manager's with their role; empty where the words were erased.
    pub name: String,
    /// Whether they had the chair; a manager authorised it otherwise.
    pub chaired: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ChosenRow {
    pub by: String,
    pub because: String,
    /// The law, where that was the chair's choice too.
    pub regime: Option<RegimeView>,
    /// The condition, where that was.
    pub condition: Option<String>,
}

/// On what some of its recipients have it, or what stands between them and it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GroundRow {
    pub names: Vec<String>,
    pub rests: RestsView,
    /// Whose consent it is, where that is a victim's.
    pub victim: Option<String>,
    /// The power relied on; none where it is consent.
    pub power: Option<String>,
    /// What the law asks beside it, for sensitive information.
    pub condition: Option<String>,
    /// The document that the law asks for beside that condition.
    pub policy: Option<PolicyView>,
    pub regime: Option<RegimeView>,
    /// Whose authority it needed.
    pub authority: Option<String>,
    /// Whose permission to pass it on it needed.
    pub permission: Option<String>,
    /// Why the chair chose another power for them.
    pub because: Option<String>,
    pub against: Option<UntilView>,
    pub clause: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RestsView {
    Power,
    ChosenPower,
    Consent,
    Nothing,
}

/// The same in short, for the sentence beneath a line: each agency that has it so, once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GroundInShort {
    pub rests: RestsView,
    /// The power relied on; none where it is consent.
    pub power: Option<String>,
    /// Whether a manager's authority was needed.
    pub authority: bool,
    /// Whether permission to pass it on was needed.
    pub permission: bool,
    pub clause: String,
    pub agencies: Vec<String>,
}

macro_rules! mirrors {
    ($($view:ident of $of:ident { $($variant:ident),* })*) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum $view { $($variant),* }

        impl From<$of> for $view {
            fn from(of: $of) -> Self {
                match of { $($of::$variant => Self::$variant),* }
            }
        }

        impl From<$view> for $of {
            fn from(of: $view) -> Self {
                match of { $($view::$variant => Self::$variant),* }
            }
        }
    )*};
}

mirrors! {
    RegimeView of Regime { LawEnforcement, General }
    SensitiveView of SensitiveCategory { EthnicOrigin, Health, Offences, Proceedings }
    SubjectView of SubjectCategory { Convicted, Suspect, Victim, Witness }
    NoteView of Note {
        AuthorityNotConfirmed, PersonNotTold, ThirdParty, NotOfferedHere, Sensitive, HoldersNotConfirmed,
        OwnByItsWord, NotInTheAgreedFormat, NamesSomebody
    }
}
