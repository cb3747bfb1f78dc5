//! The chair takes another purpose or another power for an item, where the agreement leaves that to judgement (§1.5.1, §1.6.3).

use super::door::InSession;
use super::proceedings::Proceedings;
use crate::grounds::{OnFile, choosable};
use crate::ids::{ConditionKey, ItemId};
use crate::pack::{Condition, Pack, Rule};
use crate::refusal::Refusal;
use crate::sharing::{
    Answer, Assessment, Chosen, Footing, Ground, GroundTaken, GroundsOffered, ItemParts, Proposal,
    Until,
};
use crate::trade::At;
use std::collections::BTreeSet;
use uuid::Uuid;

impl Proceedings {
    /// What the chair may take for a proposal in place of what is proposed for it; nothing where it may not be shared as it is.
    ///
    /// # Errors
    /// The weighing's.
    pub fn grounds_offered(
        &self,
        proposal: &Proposal,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<GroundsOffered, Refusal> {
        let proposed = self.assess_together(proposal, at, pack, on_file)?;
        let covers = |taken: &Proposal| {
            let weighed = self.assess_together(taken, at, pack, on_file);
            weighed.is_ok_and(|assessment| assessment.objection().is_none())
        };
        let parts = proposed.parts();
        let purposes = pack.purposes.iter().map(|purpose| purpose.key.clone());
        let mut purposes: Vec<_> = purposes
            .filter(|purpose| {
                let purpose = Some(purpose.clone());
                covers(&Proposal {
                    purpose,
                    ..proposal.clone()
                })
            })
            .collect();
        purposes.sort_by_key(|purpose| *purpose != parts.purpose);
        let powers = pack.powers.iter().filter(|power| power.may_be_chosen());
        let mut powers: Vec<_> = powers
            .map(|power| power.key.clone())
            .filter(|power| {
                let power = Some(power.clone());
                covers(&Proposal {
                    power,
                    ..proposal.clone()
                })
            })
            .collect();
        powers.sort_by_key(|power| *power != parts.power);
        let conditions = conditions(parts, pack);
        Ok(GroundsOffered {
            purposes,
            powers,
            conditions,
        })
    }

    /// The proposal on the ground that the chair takes for it, recorded as theirs; it has to cover everybody whom it would
    /// reach, in every case under discussion.
    ///
    /// # Errors
    /// [`Refusal::NobodyChairs`]; [`Refusal::NotInThePack`]; [`Refusal::PowerIsNoGround`]; [`Refusal::PowerSuperseded`];
    /// [`Refusal::NotComplete`] where no reason is given; [`Refusal::PowerDoesNotReach`]; [`Refusal::ConditionDoesNotServe`] for a
    /// condition that serves for nobody whom it would reach; [`Refusal::NotPermitted`], with the clause, where something else stands against it then; the weighing's.
    pub fn on_ground(
        &self,
        proposal: &Proposal,
        taken: GroundTaken,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Proposal, Refusal> {
        let chair = self.chair().ok_or(Refusal::NobodyChairs)?.id;
        choosable(&taken.power, pack)?;
        pack.purpose(&taken.purpose).ok_or(Refusal::NotInThePack)?;
        if taken.because.is_blank() {
            return Err(Refusal::NotComplete(Rule::Necessity));
        }
        let proposal = Proposal {
            purpose: Some(taken.purpose),
            power: Some(taken.power),
            chosen: Some(Chosen {
                by: chair,
                because: taken.because,
                regime: taken.regime,
                condition: taken.condition,
            }),
            ..proposal.clone()
        };
        let weighed = self.assess_together(&proposal, at, pack, on_file)?;
        covers_everybody(&weighed)?;
        serves_somebody(&weighed)?;
        Ok(proposal)
    }
}

impl InSession {
    /// Records an item on the ground that the chair takes for it, of every case under discussion.
    ///
    /// # Errors
    /// The gate's; those of [`Proceedings::on_ground`], and then nothing was recorded.
    pub fn record_on_ground(
        &mut self,
        proposal: &Proposal,
        taken: GroundTaken,
        fresh: Uuid,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        self.proceedings().gate()?;
        let proposal = self
            .proceedings()
            .on_ground(proposal, taken, at, pack, on_file)?;
        self.record_item(proposal, ItemId(fresh), at, pack, on_file)?;
        Ok(())
    }
}

fn covers_everybody(assessment: &Assessment) -> Result<(), Refusal> {
    let parts = assessment.parts();
    let short = |answer: &Answer| matches!(answer, Answer::Held(Until::PowerChosen, _));
    let here = parts.receipts.iter().filter(|r| short(&r.answer));
    let here: Vec<_> = here.map(|r| r.attendance).collect();
    let outside = parts.pending.iter().any(|p| short(&p.answer));
    if outside || !here.is_empty() {
        return Err(Refusal::PowerDoesNotReach(here));
    }
    match assessment.objection() {
        Some(clause) => Err(Refusal::NotPermitted(clause)),
        None => Ok(()),
    }
}

/// Those of the pack that serve under either law for what is weighed, as far as anybody has it by consent or without.
fn conditions(item: &ItemParts, pack: &Pack) -> Vec<ConditionKey> {
    let Some(kind) = pack.kind(&item.kind) else {
        return Vec::new();
    };
    let consents: BTreeSet<bool> = grounds(item)
        .map(|ground| matches!(ground.footing, Footing::Consent(_)))
        .collect();
    let serves = |one: &&Condition| {
        let mut consents = consents.iter();
        consents.any(|consent| one.may_serve(kind, one.regime, *consent))
    };
    let all = pack.conditions.iter().filter(serves);
    all.map(|one| one.key.clone()).collect()
}

/// On what everybody has it who may.
fn grounds(item: &ItemParts) -> impl Iterator<Item = &Ground> {
    let here = item.receipts.iter().map(|receipt| &receipt.answer);
    let all = here.chain(item.pending.iter().map(|pending| &pending.answer));
    all.filter_map(|answer| match answer {
        Answer::Permitted(ground) => Some(ground),
        Answer::Held(..) | Answer::Refused(..) => None,
    })
}

fn serves_somebody(assessment: &Assessment) -> Result<(), Refusal> {
    let item = assessment.parts();
    let chosen = item.chosen.as_ref();
    let Some(taken) = chosen.and_then(|chosen| chosen.condition.as_ref()) else {
        return Ok(());
    };
    let mut all = grounds(item);
    let serves = all.any(|ground| ground.condition.as_ref() == Some(taken));
    serves.then_some(()).ok_or(Refusal::ConditionDoesNotServe)
}
