//! What stops an item for everyone, before any recipient is looked at.

use super::Weighed;
use super::scales::Scales;
use crate::cases::Told;
use crate::grounds::LegalAdvice;
use crate::sharing::{Bar, Until};

pub(super) fn of(scales: &Scales<'_>) -> Option<Weighed> {
    if !scales.power.is_ground() {
        return Some(Weighed::refused(Bar::NoGround, [], &scales.pack.clauses));
    }
    advice(scales)
        .or_else(|| flagged(scales).map(|until| held(until, scales)))
        .or_else(|| untold(scales).then(|| held(Until::ReasonNotTold, scales)))
}

fn held(until: Until, scales: &Scales<'_>) -> Weighed {
    Weighed::held(until, [], &scales.pack.clauses)
}

/// Held while any advice on it is awaited; then the last advice decides (§1.2.3).
fn advice(scales: &Scales<'_>) -> Option<Weighed> {
    let asked = scales.on_file.advice.iter();
    let asked: Vec<&LegalAdvice> = asked.filter(|a| scales.names.contains(&a.item)).collect();
    if asked.is_empty() {
        let first = scales.proposal.for_advice;
        return first.then(|| held(Until::LegalAdvice, scales));
    }
    let known = |a: &&LegalAdvice| a.outcome.as_ref().is_some_and(|o| o.at <= scales.at);
    if !asked.iter().all(known) {
        return Some(held(Until::LegalAdvice, scales));
    }
    let outcomes = asked.iter().filter_map(|a| a.outcome.as_ref());
    let last = outcomes.max_by_key(|outcome| outcome.at)?;
    let against = || Weighed::refused(Bar::AdvisedAgainst, [], &scales.pack.clauses);
    (!last.may_be_shared).then(against)
}

/// A case that another protocol governs, or that has gone to its forum (§4.3 MAPPA), or of somebody who is no adult (§1.1.2), and no reason of the chair's to go on
/// with it covers that.
fn flagged(scales: &Scales<'_>) -> Option<Until> {
    let slot = scales.slot?;
    // The information is that forum's from then on, whatever reason was given here: only a case that is opened again goes on.
    if slot.is_referred() {
        return Some(Until::ChairGoesOn);
    }
    let open = slot.not_covered(scales.date, scales.on_file.flags(slot.case.case));
    match (open.mappa || open.child_protection, open.under_18) {
        (true, _) => Some(Until::ChairGoesOn),
        (false, true) => Some(Until::ChairGoesOnUnder18),
        (false, false) => None,
    }
}

/// A person who was neither told nor agreed, without the reason, the ground and the name (§4.4.2).
fn untold(scales: &Scales<'_>) -> bool {
    let Some(slot) = scales.slot else {
        return false;
    };
    let now = scales.on_file.now(slot.case.case);
    match now.map_or(&slot.case.told, |now| &now.told) {
        Told::Told | Told::Agreed => false,
        Told::Neither {
            reason,
            ground,
            decided_by,
        } => reason.is_blank() || ground.trim().is_empty() || decided_by.trim().is_empty(),
    }
}
