//! The one door through which an item comes into being: it is weighed for each recipient.
//!
//! In this version the gate, presence and the agencies' flags decide; consents, authorities and
//! the original-holder matrix are later inputs of the same function.

use super::item::{
    Answer, Ground, ItemParts, Pending, Receipt, Regime, SharedItem, Standing, Until,
};
use crate::ids::{AttendanceId, ItemId, KindKey, PowerKey, PurposeKey, TeamKey};
use crate::meeting::{Place, Proceedings};
use crate::pack::{Kind, Pack, Power};
use crate::refusal::{Clause, Refusal};
use crate::room::{Agency, Attendance, AttendeeRole};
use crate::trade::{At, Basis};
use crate::words::Words;

/// What somebody is about to share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub team: TeamKey,
    pub kind: KindKey,
    pub basis: Basis,
    pub words: Words,
    /// Who is not to receive it, though in the room.
    pub left_out: Vec<AttendanceId>,
    pub pending: Vec<Pending>,
    /// `None` takes the kind's own, or the meeting's.
    pub purpose: Option<PurposeKey>,
    pub power: Option<PowerKey>,
}

/// The room as it is now: everybody in it, admitted or not.
#[derive(Clone, Debug)]
pub struct Gathered<'a> {
    pub in_the_room: Vec<&'a Attendance>,
}

/// A proposal weighed: per recipient, what the rules say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    parts: ItemParts,
    outside_waits: Vec<(String, Clause)>,
}

/// Weighs a proposal for everyone who is in the room and not left out.
///
/// Total and deterministic: each recipient's answer depends on that recipient alone.
///
/// # Errors
/// [`Refusal::NotInThePack`], [`Refusal::NothingWritten`], [`Refusal::OriginatorNotHere`] or
/// [`Refusal::NobodyReceives`].
pub fn assess(
    proposal: Proposal,
    id: ItemId,
    at: At,
    place: Place,
    proceedings: &Proceedings,
    pack: &Pack,
) -> Result<Assessment, Refusal> {
    let kind = pack.kind(&proposal.kind).ok_or(Refusal::NotInThePack)?;
    if proposal.words.is_blank() {
        return Err(Refusal::NothingWritten);
    }
    let room = proceedings.gathered();
    let contributor = room
        .contributor(&proposal.team)
        .ok_or(Refusal::OriginatorNotHere)?;
    let (purpose, power) = grounds(&proposal, kind, proceedings, pack)?;
    let receipts: Vec<Receipt> = room
        .in_the_room
        .iter()
        .filter(|a| !proposal.left_out.contains(&a.id))
        .map(|recipient| Receipt {
            attendance: recipient.id,
            answer: answer(contributor, recipient, &purpose, power, proceedings, pack),
        })
        .collect();
    if receipts.iter().all(|r| r.attendance == contributor.id) && proposal.pending.is_empty() {
        return Err(Refusal::NobodyReceives);
    }
    let parts = ItemParts {
        id,
        place,
        at,
        contributor: contributor.id,
        team: proposal.team,
        kind: proposal.kind,
        basis: proposal.basis,
        words: proposal.words,
        purpose,
        power: power.key.clone(),
        receipts,
        left_out: room.only_those_here(proposal.left_out),
        pending: proposal.pending,
        standing: Standing::Held,
        version: 1,
    };
    let waits = |p: &&Pending| !may_receive_outside(p, pack);
    let outside = parts.pending.iter().filter(waits);
    let outside_waits = outside
        .map(|p| (p.named.clone(), Clause("§1.2.3")))
        .collect();
    Ok(Assessment {
        parts,
        outside_waits,
    })
}

fn grounds<'p>(
    proposal: &Proposal,
    kind: &Kind,
    proceedings: &Proceedings,
    pack: &'p Pack,
) -> Result<(PurposeKey, &'p Power), Refusal> {
    let rules = pack.rules(proceedings.kind);
    let chosen = proposal.purpose.as_ref().or(kind.purpose.as_ref());
    let purpose = chosen.unwrap_or(&rules.default_purpose);
    let chosen = proposal.power.as_ref().or(kind.power.as_ref());
    let power = chosen.unwrap_or(&rules.default_power);
    pack.purpose(purpose).ok_or(Refusal::NotInThePack)?;
    let power = pack.power(power).ok_or(Refusal::NotInThePack)?;
    Ok((purpose.clone(), power))
}

fn answer(
    contributor: &Attendance,
    recipient: &Attendance,
    purpose: &PurposeKey,
    power: &Power,
    proceedings: &Proceedings,
    pack: &Pack,
) -> Answer {
    if !proceedings.is_admitted(recipient) {
        return Answer::Held(Until::Admitted, Clause("§4.1"));
    }
    if !recipient.agency.statutory && !recipient.agency.party {
        return Answer::Held(Until::ConsentCovers, Clause("§1.2.3"));
    }
    Answer::Permitted(Ground {
        purpose: purpose.clone(),
        power: power_that_reaches(power, &recipient.agency, pack)
            .key
            .clone(),
        regime: regime(&contributor.agency, &recipient.agency),
        clause: Clause("§1.5.1"),
    })
}

/// A power that reaches relevant authorities only does not cover another recipient: the pack's
/// first power without that limit is proposed for them instead (§1.5.1).
fn power_that_reaches<'p>(power: &'p Power, agency: &Agency, pack: &'p Pack) -> &'p Power {
    if !power.relevant_authorities_only || agency.relevant_authority {
        return power;
    }
    let open = |p: &&Power| !p.relevant_authorities_only && p.what == crate::pack::PowerSort::Power;
    pack.powers.iter().find(open).unwrap_or(power)
}

/// Outside the room too, an agency neither statutory nor party waits for consent (§1.2.3).
fn may_receive_outside(pending: &Pending, pack: &Pack) -> bool {
    let organisation = pending
        .organisation
        .as_ref()
        .and_then(|key| pack.organisation(key));
    organisation.is_some_and(|o| o.statutory || o.party)
}

fn regime(from: &Agency, to: &Agency) -> Regime {
    if from.competent_authority && to.competent_authority {
        Regime::LawEnforcement
    } else {
        Regime::General
    }
}

impl Gathered<'_> {
    fn contributor(&self, team: &TeamKey) -> Option<&Attendance> {
        let speaks = |a: &&&Attendance| {
            a.agency.team.as_ref() == Some(team) && a.role != AttendeeRole::Observer
        };
        let of_team = || self.in_the_room.iter().filter(speaks).copied();
        let representative = of_team().find(|a| a.role == AttendeeRole::Representative);
        representative.or_else(|| of_team().next())
    }

    fn only_those_here(&self, mut people: Vec<AttendanceId>) -> Vec<AttendanceId> {
        people.retain(|p| self.in_the_room.iter().any(|a| a.id == *p));
        people.sort_unstable();
        people.dedup();
        people
    }
}

impl Assessment {
    /// What would be recorded.
    pub fn parts(&self) -> &ItemParts {
        &self.parts
    }

    /// The recipients who may not have it, and what each waits for.
    pub fn waiting(&self) -> Vec<(AttendanceId, Until, Clause)> {
        let waits = |r: &Receipt| match r.answer {
            Answer::Held(until, clause) => Some((r.attendance, until, clause)),
            Answer::Permitted(_) => None,
        };
        self.parts.receipts.iter().filter_map(waits).collect()
    }

    /// The agencies outside the room that wait for the person's consent.
    pub fn pending_waiting(&self) -> &[(String, Clause)] {
        &self.outside_waits
    }

    /// The item, shared, where every recipient may have it.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] while anybody waits for something.
    pub fn share(self) -> Result<SharedItem, Refusal> {
        if !self.waiting().is_empty() || !self.outside_waits.is_empty() {
            return Err(Refusal::NotPermitted);
        }
        Ok(SharedItem::weighed(ItemParts {
            standing: Standing::Shared,
            ..self.parts
        }))
    }

    /// The item kept verbatim and disclosed to nobody, until what it waits for exists (D14).
    pub fn hold(self) -> SharedItem {
        SharedItem::weighed(ItemParts {
            standing: Standing::Held,
            ..self.parts
        })
    }
}
