//! What would make a line right, and what is typed to make it so: for the line as it stands, or for a held item.

use super::ground_forms::RegimeView;
use crate::cases::Choice;
use protocol::ids::{ItemId, PermissionId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One way to make right what a rule objects to; nothing is asked for that is known already.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "right")]
pub enum RightView {
    /// A manager's written authority (§4.3 DIP).
    Authority {
        /// Every role that can authorise anything; the rules say whether one reaches far enough.
        roles: Vec<Choice>,
        /// Who suffices, in words: "DIP Manager".
        enough: Vec<String>,
        recipients: Vec<String>,
        what: String,
        purpose: String,
    },
    /// The original owner's or the person's permission (§1.4.1).
    Permission {
        /// Whose it may be: where there are several, the form asks which.
        owners: Vec<OwnerChoice>,
        recipients: Vec<String>,
        /// Whether there is a person whose own permission would do.
        of_a_person: bool,
    },
    /// The chair's choice of another power (§1.5.1, §1.8.2).
    Power {
        powers: Vec<Choice>,
        recipients: Vec<String>,
        /// The law that is proposed; none where it is not the same for all of them.
        regime: Option<RegimeView>,
    },
    /// Nothing stands against it, and the chair may take another purpose or power for it (§1.5.1, §1.6.3).
    Ground,
    /// A consent or a waiver, on the case's file.
    Consent {
        /// What it would have to name, as its form spells it: the kind, for whom, to what use.
        kind: String,
        recipients: Vec<String>,
        purpose: String,
    },
    /// Why the chair goes on with a case that is flagged (§4.3 MAPPA).
    GoOn,
    /// Those who may not have it step out of the room for this case.
    StepOut { people: Vec<PersonNamed> },
    /// It is held until legal advice has come (§1.2.3).
    Advice,
    /// It is held for legal advice, which has come.
    AdviceCame { asked_of: String, question: String },
    /// It was said already: who heard it, and what the chair did.
    Heard { people: u32 },
}

/// Somebody whose information it may originally be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OwnerChoice {
    pub key: String,
    pub name: String,
    /// How the line says so, behind `from:`; nothing where it says already whose it is.
    pub from: Option<String>,
}

/// Somebody in the room.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonNamed {
    pub attendance: String,
    pub name: String,
}

/// What is to be made right: a held item, or else the line as it stands.
#[derive(Clone, Deserialize, TS)]
pub struct RightFor {
    pub line: String,
    #[ts(as = "Option<String>")]
    pub item: Option<ItemId>,
}

/// A manager's authority, complete in writing before one key confirms it.
#[derive(Clone, Deserialize, TS)]
pub struct AuthoriseForm {
    pub of: RightFor,
    pub name: String,
    /// The role's key.
    pub role: String,
    /// What is to be shared, in the manager's words.
    pub what: String,
}

#[derive(Clone, Deserialize, TS)]
pub struct PermitForm {
    pub of: RightFor,
    /// Whether it is the person's own permission and not the owner's.
    pub subject: bool,
    /// Which of several owners permits it, by the key in the view; nothing where only one can.
    #[serde(default)]
    pub owner: String,
    pub given_by: String,
    pub evidence: String,
}

/// The second step of taking back what was permitted outside every case.
#[derive(Clone, Deserialize, TS)]
pub struct WithdrawPermissionForm {
    #[ts(as = "String")]
    pub permission: PermissionId,
    pub told_by: String,
    pub note: String,
}

#[derive(Clone, Deserialize, TS)]
pub struct ChoosePowerForm {
    pub of: RightFor,
    /// The power's key.
    pub power: String,
    /// The law to go by; the proposed one where none is chosen.
    #[serde(default)]
    pub regime: Option<RegimeView>,
    /// Why it is necessary and proportionate.
    pub because: String,
}

/// Keeps the line held, and says of whom advice is asked.
#[derive(Clone, Deserialize, TS)]
pub struct AskAdviceForm {
    pub of: RightFor,
    pub asked_of: String,
    pub question: String,
}

/// What the advice was, for a held item.
#[derive(Clone, Deserialize, TS)]
pub struct AdviceForm {
    #[ts(as = "String")]
    pub item: ItemId,
    pub may_be_shared: bool,
    pub advice: String,
    pub given_by: String,
}

/// Something that the room has heard without a ground.
#[derive(Clone, Deserialize, TS)]
pub struct HeardForm {
    pub of: RightFor,
    pub chair_did: String,
}

#[derive(Clone, Deserialize, TS)]
pub struct GoOnForm {
    /// A held item, of whose case it is said; else it is said of whatever is under discussion.
    #[ts(as = "Option<String>")]
    pub item: Option<ItemId>,
    pub because: String,
}
