//! What was said, in the account.

use crate::actions::StrandView;
use crate::live::PlaceView;
use crate::live::against;
use chrono::NaiveDate;
use protocol::ids::{
    ActionId, AttendanceId, DecisionId, ItemId, KindKey, MeetingId, PowerKey, PurposeKey, TeamKey,
};
use protocol::sharing::{
    Action, Answer, Decision, Footing, ItemParts, Outcome, Receipt, Regime, Silence, SilenceKind,
    Standing,
};
use protocol::trade::{At, Basis};
use serde::Serialize;

/// An item, with everybody for whom it was weighed.
#[derive(Clone, Serialize)]
pub struct ItemAccount {
    pub id: ItemId,
    #[serde(flatten)]
    pub place: PlaceView,
    pub at: At,
    pub team: TeamKey,
    pub contributor: AttendanceId,
    /// The day on which it was said, where an earlier meeting left it held: then nobody says it anew.
    pub held_since: Option<NaiveDate>,
    pub kind: KindKey,
    pub basis: Basis,
    pub words: String,
    pub purpose: PurposeKey,
    pub power: PowerKey,
    /// "shared", "held", "heard" or "undone".
    pub standing: &'static str,
    pub undone: Option<At>,
    /// Whom it reached: nobody, unless it was shared.
    pub recipients: Vec<RecipientAccount>,
    /// For whom it was weighed and who may not have it.
    pub waiting: Vec<WaitingAccount>,
    pub left_out: Vec<AttendanceId>,
    pub to_be_sent: Vec<String>,
    pub versions: u32,
}

#[derive(Clone, Serialize)]
pub struct RecipientAccount {
    pub attendance: AttendanceId,
    pub purpose: PurposeKey,
    /// `None` where the person's consent carries it.
    pub power: Option<PowerKey>,
    /// "power", "chosen_power" or "consent".
    pub footing: &'static str,
    /// "law_enforcement" or "general".
    pub regime: &'static str,
    pub clause: String,
}

#[derive(Clone, Serialize)]
pub struct WaitingAccount {
    pub attendance: AttendanceId,
    /// What stands between: "consent_covers", "admitted" and so on.
    pub until: &'static str,
    pub clause: String,
}

#[derive(Clone, Serialize)]
pub struct ActionAccount {
    pub id: ActionId,
    pub agreed_at_meeting: MeetingId,
    #[serde(flatten)]
    pub place: PlaceView,
    pub owner: TeamKey,
    pub person: Option<String>,
    pub words: String,
    pub due: Option<NaiveDate>,
    pub strand: Option<StrandView>,
    pub at: At,
    pub arises_from: Option<ItemId>,
    pub continues: Option<ActionId>,
    pub outcome: Option<Outcome>,
    pub settled_at: Option<At>,
    pub undone: Option<At>,
}

#[derive(Clone, Serialize)]
pub struct DecisionAccount {
    pub id: DecisionId,
    #[serde(flatten)]
    pub place: PlaceView,
    pub at: At,
    pub words: String,
    pub rationale: Option<String>,
    pub no_action: bool,
    pub dissents: Vec<DissentAccount>,
    pub undone: Option<At>,
}

#[derive(Clone, Serialize)]
pub struct DissentAccount {
    pub team: TeamKey,
    pub words: String,
    pub at: At,
}

#[derive(Clone, Serialize)]
pub struct SilenceAccount {
    #[serde(flatten)]
    pub place: PlaceView,
    pub team: TeamKey,
    pub declined: bool,
    pub at: At,
    pub undone: Option<At>,
}

impl From<&ItemParts> for ItemAccount {
    fn from(item: &ItemParts) -> Self {
        let (standing, undone) = match item.standing {
            Standing::Shared => ("shared", None),
            Standing::Held => ("held", None),
            Standing::Heard => ("heard", None),
            Standing::Undone { at, .. } => ("undone", Some(at)),
        };
        let reached = item.receipts.iter().filter(|_| standing == "shared");
        Self {
            id: item.id,
            place: item.place.into(),
            at: item.at,
            team: item.team.clone(),
            contributor: item.contributor,
            held_since: item.held_over.as_ref().map(|from| from.since),
            kind: item.kind.clone(),
            basis: item.basis,
            words: item.words.as_str().to_owned(),
            purpose: item.purpose.clone(),
            power: item.power.clone(),
            standing,
            undone,
            recipients: reached.filter_map(recipient).collect(),
            waiting: item.receipts.iter().filter_map(waiting).collect(),
            left_out: item.left_out.clone(),
            to_be_sent: item.pending.iter().map(|p| p.to.named.clone()).collect(),
            versions: item.version,
        }
    }
}

fn recipient(receipt: &Receipt) -> Option<RecipientAccount> {
    let Answer::Permitted(ground) = &receipt.answer else {
        return None;
    };
    Some(RecipientAccount {
        attendance: receipt.attendance,
        purpose: ground.purpose.clone(),
        power: ground.power.clone(),
        footing: match ground.footing {
            Footing::Power => "power",
            Footing::ChosenPower(_) => "chosen_power",
            Footing::Consent(_) => "consent",
        },
        regime: match ground.regime {
            Regime::LawEnforcement => "law_enforcement",
            Regime::General => "general",
        },
        clause: ground.clause.to_string(),
    })
}

fn waiting(receipt: &Receipt) -> Option<WaitingAccount> {
    let (until, clause) = against(&receipt.answer)?;
    Some(WaitingAccount {
        attendance: receipt.attendance,
        until: until.word(),
        clause: clause.to_string(),
    })
}

impl From<&Action> for ActionAccount {
    fn from(action: &Action) -> Self {
        let settled = action.settled.as_ref();
        Self {
            id: action.id,
            agreed_at_meeting: action.meeting,
            place: action.place.into(),
            owner: action.owner.team.clone(),
            person: action.owner.person.clone(),
            words: action.words.as_str().to_owned(),
            due: action.due,
            strand: action.strand.map(Into::into),
            at: action.at,
            arises_from: action.arises_from,
            continues: action.continues,
            outcome: settled.map(|s| s.outcome),
            settled_at: settled.map(|s| s.at),
            undone: action.undone,
        }
    }
}

impl From<&Decision> for DecisionAccount {
    fn from(decision: &Decision) -> Self {
        let dissents = decision.standing_dissents().map(|(_, d)| DissentAccount {
            team: d.team.clone(),
            words: d.words.as_str().to_owned(),
            at: d.at,
        });
        Self {
            id: decision.id,
            place: decision.place.into(),
            at: decision.at,
            words: decision.words.as_str().to_owned(),
            rationale: decision.rationale.as_ref().map(|r| r.as_str().to_owned()),
            no_action: decision.no_action,
            dissents: dissents.collect(),
            undone: decision.undone,
        }
    }
}

impl From<&Silence> for SilenceAccount {
    fn from(silence: &Silence) -> Self {
        Self {
            place: silence.place.into(),
            team: silence.team.clone(),
            declined: silence.kind == SilenceKind::Declined,
            at: silence.at,
            undone: silence.undone,
        }
    }
}
