//! On what a line rests, in as few words as the sentence beneath it has room for (D17).

use super::ground_forms::{GroundInShort, RestsView};
use super::line_rows::Wording;
use protocol::sharing::{Answer, Footing, Ground, ItemParts};
use std::cmp::Reverse;

/// What most of those who receive it have it on, then what others do; nothing where nobody may have it. Whoever is of the agency that
/// shares it counts only where nobody else does: they rest on nothing that needs saying.
pub(super) fn in_short(item: &ItemParts, wording: &Wording<'_>) -> Vec<GroundInShort> {
    let here = item.receipts.iter().filter_map(|receipt| {
        let person = wording.proceedings().attendance(receipt.attendance).ok()?;
        let own = person.agency.is(&item.team);
        Some((own, person.agency.short_name.as_str(), &receipt.answer))
    });
    let outside = item.pending.iter();
    let outside = outside.map(|pending| (false, pending.to.named.as_str(), &pending.answer));
    let permitted = here.chain(outside).filter_map(|(own, agency, answer)| {
        let Answer::Permitted(ground) = answer else {
            return None;
        };
        Some((own, agency, ground))
    });
    let permitted: Vec<(bool, &str, &Ground)> = permitted.collect();
    let only_own = permitted.iter().all(|(own, _, _)| *own);
    let mut found: Vec<(GroundInShort, Vec<&str>)> = Vec::new();
    for (_, agency, ground) in permitted.into_iter().filter(|(own, _, _)| only_own || !own) {
        let one = of(ground, wording);
        match found.iter_mut().find(|(known, _)| *known == one) {
            Some((_, people)) => people.push(agency),
            None => found.push((one, vec![agency])),
        }
    }
    found.sort_by_key(|(_, people)| Reverse(people.len()));
    let named = found.into_iter().map(|(ground, mut agencies)| {
        agencies.sort_unstable();
        agencies.dedup();
        let agencies = agencies.into_iter().map(str::to_owned).collect();
        GroundInShort { agencies, ..ground }
    });
    named.collect()
}

/// Nobody is named yet.
fn of(ground: &Ground, wording: &Wording<'_>) -> GroundInShort {
    GroundInShort {
        rests: match ground.footing {
            Footing::Power => RestsView::Power,
            Footing::ChosenPower(_) => RestsView::ChosenPower,
            Footing::Consent(_) => RestsView::Consent,
        },
        power: ground.power.as_ref().map(|key| wording.power(key)),
        authority: ground.authority.is_some(),
        permission: ground.permission.is_some(),
        clause: ground.clause.to_string(),
        agencies: Vec::new(),
    }
}
