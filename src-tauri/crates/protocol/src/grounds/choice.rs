//! What the protocol leaves to judgement, chosen by the chair and recorded as theirs.

use super::{Addressee, Several, Withdrawal};
use crate::ids::{AttendanceId, CaseId, ChoiceId, KindKey, MeetingId, PowerKey};
use crate::pack::{Pack, Power, Rule};
use crate::refusal::Refusal;
use crate::sharing::Regime;
use crate::trade::At;
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// The chair's choice of another power where the proposed one does not reach a recipient, or where
/// consent has ended (§1.5.1, §1.8.2); it holds for one case at one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChairChoice(ChairChoiceParts);

/// Every column of a chair's choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChairChoiceParts {
    pub id: ChoiceId,
    pub case: CaseId,
    pub meeting: MeetingId,
    pub kinds: Several<KindKey>,
    pub recipients: Several<Addressee>,
    pub power: PowerKey,
    /// The law to go by, where the chair chooses another than the one proposed.
    pub regime: Option<Regime>,
    /// Why it is necessary and proportionate: a judgement, recorded and not made here (§1.6.3).
    pub because: Words,
    pub chosen_by: AttendanceId,
    pub at: At,
    #[serde(default)]
    pub withdrawn: Option<Withdrawal>,
}

impl ChairChoice {
    /// Takes a chair's choice on file.
    ///
    /// # Errors
    /// [`Refusal::NotInThePack`]; [`Refusal::PowerIsNoGround`] for an exemption or another
    /// protocol; [`Refusal::PowerSuperseded`]; [`Refusal::PowerDoesNotReach`] where it covers
    /// somebody named here as little as the one in whose place it would stand;
    /// [`Refusal::NotComplete`] where no reason is given.
    pub fn made(parts: ChairChoiceParts, pack: &Pack) -> Result<Self, Refusal> {
        let power = choosable(&parts.power, pack)?;
        if !parts.recipients.iter().all(|to| reaches(power, to, pack)) {
            return Err(Refusal::PowerDoesNotReach(Vec::new()));
        }
        if parts.because.is_blank() {
            return Err(Refusal::NotComplete(Rule::Necessity));
        }
        Ok(Self(parts))
    }

    /// A choice read back from the record.
    pub fn restored(parts: ChairChoiceParts) -> Self {
        Self(parts)
    }

    /// Every column of it.
    pub fn parts(&self) -> &ChairChoiceParts {
        &self.0
    }

    /// Takes it back; what was shared under it stays shared.
    ///
    /// # Errors
    /// [`Refusal::AlreadyWithdrawn`]; [`Refusal::NotComplete`] where it is not said who did.
    pub fn withdraw(&mut self, withdrawal: Withdrawal) -> Result<(), Refusal> {
        withdrawal.put(&mut self.0.withdrawn, Rule::Necessity)
    }

    /// Whether it counts at a moment of that meeting.
    pub fn is_in_force(&self, meeting: MeetingId, at: At) -> bool {
        self.0.meeting == meeting
            && self.0.at <= at
            && self.0.withdrawn.as_ref().is_none_or(|w| w.at > at)
    }
}

/// The power with this key, where a chair may choose it at all.
///
/// # Errors
/// [`Refusal::NotInThePack`]; [`Refusal::PowerIsNoGround`]; [`Refusal::PowerSuperseded`].
pub(crate) fn choosable<'p>(key: &PowerKey, pack: &'p Pack) -> Result<&'p Power, Refusal> {
    let power = pack.power(key).ok_or(Refusal::NotInThePack)?;
    match (power.is_ground(), power.may_be_chosen()) {
        (false, _) => Err(Refusal::PowerIsNoGround),
        (true, false) => Err(Refusal::PowerSuperseded),
        (true, true) => Ok(power),
    }
}

/// An agency that the pack does not know is no relevant authority.
fn reaches(power: &Power, to: &Addressee, pack: &Pack) -> bool {
    let organisation = match to {
        Addressee::Team(key) => pack.organisation_of(key),
        Addressee::Organisation(key) => pack.organisation(key),
        Addressee::Guest(_) => None,
    };
    power.reaches(organisation.is_some_and(|o| o.relevant_authority))
}
