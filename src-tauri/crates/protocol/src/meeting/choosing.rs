//! The chair takes another purpose or another power for an item, where the agreement leaves that to judgement (§1.5.1, §1.6.3).

use super::door::InSession;
use super::proceedings::Proceedings;
use crate::grounds::{OnFile, choosable};
use crate::ids::ItemId;
use crate::pack::{Pack, Rule};
use crate::refusal::Refusal;
use crate::sharing::{Answer, Assessment, Chosen, GroundTaken, GroundsOffered, Proposal, Until};
use crate::trade::At;
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
        Ok(GroundsOffered { purposes, powers })
    }

    /// The proposal on the ground that the chair takes for it, recorded as theirs; it has to cover everybody whom it would
    /// reach, in every case under discussion.
    ///
    /// # Errors
    /// [`Refusal::NobodyChairs`]; [`Refusal::NotInThePack`]; [`Refusal::PowerIsNoGround`]; [`Refusal::PowerSuperseded`];
    /// [`Refusal::NotComplete`] where no reason is given; [`Refusal::PowerDoesNotReach`];
    /// [`Refusal::NotPermitted`], with the clause, where something else stands against it then; the weighing's.
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
            }),
            ..proposal.clone()
        };
        covers_everybody(&self.assess_together(&proposal, at, pack, on_file)?)?;
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
