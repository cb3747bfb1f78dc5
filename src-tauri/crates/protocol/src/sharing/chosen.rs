//! What the agreement leaves to judgement, taken by the chair for one item and kept with it (§1.5.1, §1.6.3).

use super::ground::Regime;
use crate::ids::{AttendanceId, ConditionKey, PowerKey, PurposeKey};
use crate::words::Words;

/// That an item's purpose and power are the chair's own choice, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    pub by: AttendanceId,
    /// Why it is necessary and proportionate: a judgement, recorded and not made here.
    pub because: Words,
    /// The law to go by, where the chair chose another than the one proposed.
    pub regime: Option<Regime>,
    /// What the law asks beside the power, where the chair chose another condition than the one proposed.
    pub condition: Option<ConditionKey>,
}

/// The purpose and the power that the chair takes for an item, in place of those that are proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroundTaken {
    pub purpose: PurposeKey,
    pub power: PowerKey,
    pub because: Words,
    /// `None` takes the law that is proposed.
    pub regime: Option<Regime>,
    /// `None` takes the condition that is proposed for each recipient.
    pub condition: Option<ConditionKey>,
}

/// What the chair may take for an item: each of these, in place of the proposed one, covers everybody whom it would reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroundsOffered {
    /// The proposed one first.
    pub purposes: Vec<PurposeKey>,
    /// The proposed one first.
    pub powers: Vec<PowerKey>,
    /// What may be taken beside the power for sensitive information, for somebody at least; in the pack's order.
    pub conditions: Vec<ConditionKey>,
}
