//! What the law asks beside a power for sensitive information: what the chair may take, and the document that goes with it.

use super::ground_forms::{ConditionChoice, PolicyView};
use protocol::ids::ConditionKey;
use protocol::pack::{Condition, Pack};
use protocol::sharing::{Answer, Assessment};

/// Each of those that may be taken, as the pack has it.
pub(super) fn choices(offered: &[ConditionKey], pack: &Pack) -> Vec<ConditionChoice> {
    let known = offered.iter().filter_map(|key| pack.condition(key));
    let choice = |one: &Condition| ConditionChoice {
        key: one.key.as_str().to_owned(),
        name: one.name.clone(),
        regime: one.regime.into(),
        policy: policy(one),
    };
    known.map(choice).collect()
}

/// The one that is proposed, by its name, where it is the same for everybody who hears.
pub(super) fn proposed(assessment: &Assessment, pack: &Pack) -> Option<String> {
    let receipts = assessment.parts().receipts.iter();
    let mut all = receipts.filter_map(|receipt| match &receipt.answer {
        Answer::Permitted(ground) => Some(ground.condition.as_ref()),
        Answer::Held(..) | Answer::Refused(..) => None,
    });
    let first = all.next()?;
    let same = all.all(|other| other == first);
    let proposed = first.filter(|_| same).and_then(|key| pack.condition(key));
    proposed.map(|one| one.name.clone())
}

/// What is said of one; its key, where the pack has it no more.
pub(super) fn short(key: &ConditionKey, pack: &Pack) -> String {
    let condition = pack.condition(key);
    condition.map_or_else(|| key.to_string(), |one| one.short.clone())
}

/// The document that the law asks for beside it.
pub(crate) fn policy(condition: &Condition) -> Option<PolicyView> {
    condition.needs_policy.then(|| PolicyView {
        found: condition.policy.clone(),
    })
}
