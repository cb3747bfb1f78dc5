//! With whom something was shared, and on what ground, in a line that a chair can read out (D17).

use super::account::Account;
use super::weighed::condition_called;
use super::wording;
use crate::content::{Cell, Leaf, Table};
use protocol::grounds::PermissionFrom;
use protocol::ids::{AttendanceId, AuthorityId, PermissionId, PowerKey, PurposeKey};
use protocol::room::{Attendance, StepOut};
use protocol::sharing::{Answer, Footing, Ground, ItemParts, Regime};
use std::collections::{BTreeMap, BTreeSet};

/// "Everyone in the room, 11 people", or how many and who was not among them.
pub(super) fn audience(account: &Account<'_>, item: &ItemParts) -> String {
    // Whoever spoke was in the room too, and the window counts the same.
    let heard = item.receipts.len();
    let left_out: Vec<_> = item.left_out.iter().map(|&id| account.named(id)).collect();
    let out = |s: &StepOut| s.from <= item.at && s.to.is_none_or(|to| item.at < to);
    let stepped_out = account.proceedings.attendances.iter();
    let stepped_out: Vec<_> = stepped_out
        .filter(|a: &&Attendance| a.step_outs.iter().any(out))
        .map(|a| account.named(a.id))
        .collect();
    let mut words = match (heard, left_out.is_empty() && stepped_out.is_empty()) {
        (0, _) => "Nobody in the room".into(),
        (_, true) => format!("Everyone in the room, {}", wording::people(heard)),
        (_, false) => format!("{} in the room", wording::people(heard)),
    };
    for (said, who) in [("left out", left_out), ("stepped out", stepped_out)] {
        if !who.is_empty() {
            words.push_str(&format!("; {said}: {}", wording::listed(&who)));
        }
    }
    for outside in to_be_sent(account, item) {
        words.push_str(&format!("; {outside}"));
    }
    words
}

/// Those outside the room whom it is to reach, and each who is not to have it any more, with what came to stand against that.
pub(super) fn to_be_sent(account: &Account<'_>, item: &ItemParts) -> Vec<String> {
    let print = account.print;
    let stopped =
        account
            .proceedings
            .not_to_be_sent(item, print.produced_at, print.pack, print.on_file);
    // What cannot be weighed any more is not sent either.
    let Ok(stopped) = stopped else {
        return Vec::new();
    };
    let named = item.pending.iter().map(|sent| sent.to.named.clone());
    let named = named.filter(|named| !stopped.iter().any(|one| one.named == *named));
    let named: Vec<String> = named.collect();
    let sent =
        (!named.is_empty()).then(|| format!("still to be sent to {}", wording::listed(&named)));
    let not = stopped.iter().map(|one| {
        format!(
            "not to be sent to {}: {}",
            one.named,
            wording::since(&one.since)
        )
    });
    sent.into_iter().chain(not).collect()
}

/// Who received it, apart from whoever spoke.
pub(super) fn recipients(item: &ItemParts) -> impl Iterator<Item = AttendanceId> {
    item.receipts
        .iter()
        .map(|receipt| receipt.attendance)
        .filter(|&id| Some(id) != item.speaker())
}

/// Purpose and power; another power, and the regime, where they differ between recipients.
pub(super) fn ground(account: &Account<'_>, item: &ItemParts) -> String {
    let (mut all, mut alike) = (0, 0);
    let mut others: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut regimes: BTreeMap<Regime, BTreeSet<String>> = BTreeMap::new();
    for (who, ground) in permitted(item) {
        let person = account.person(who).map(|a| &a.agency);
        // An agency's own people rest on nothing that needs saying.
        let own = person.is_some_and(|agency| agency.is(&item.team));
        let agency = person.map_or_else(String::new, |agency| agency.short_name.clone());
        all += usize::from(!own);
        if let Some(other) = instead(account, item, ground).filter(|_| !own) {
            alike += 1;
            others.entry(other).or_default().insert(agency.clone());
        }
        regimes.entry(ground.regime).or_default().insert(agency);
    }
    let one = others.len() == 1 && alike == all;
    let usual = match others.first_key_value().filter(|_| one) {
        Some((other, _)) => other.clone(),
        None => power(account, &item.power),
    };
    let mut words = format!("{}; {usual}", sentence(&purpose(account, &item.purpose)));
    for (other, agencies) in others.into_iter().filter(|_| !one) {
        words.push_str(&format!("; for {}: {other}", together(&agencies)));
    }
    words.push_str(&regime(&regimes));
    if let Some(chosen) = &item.chosen {
        let (chair, because) = (account.named(chosen.by), chosen.because.as_str());
        let law = chosen
            .regime
            .map(|regime| format!("{}; ", wording::regime(regime)));
        let law = law.unwrap_or_default();
        let condition = chosen
            .condition
            .as_ref()
            .map(|key| format!("condition: {}; ", condition_called(account, key)));
        let condition = condition.unwrap_or_default();
        words.push_str(&format!(
            "; {law}{condition}chosen by {chair}, who chaired: {because}"
        ));
    }
    words
}

/// On what somebody's receiving rests, where it is not simply the item's power.
fn instead(account: &Account<'_>, item: &ItemParts, ground: &Ground) -> Option<String> {
    let power = ground.power.as_ref();
    let usual = ground.footing == Footing::Power && power == Some(&item.power);
    let named = || power.map_or_else(String::new, |key| self::power(account, key));
    let mut words = match ground.footing {
        Footing::Consent(_) if power.is_some() => format!("by consent; {}", named()),
        Footing::Consent(_) => "by consent".to_owned(),
        Footing::ChosenPower(_) => format!("{}, the chair's choice", named()),
        Footing::Power => named(),
    };
    let papers = [
        ground.authority.map(|id| on_authority(account, id)),
        ground.permission.map(|id| with_permission(account, id)),
    ];
    let needed = papers.iter().flatten();
    needed.clone().for_each(|says| words.push_str(says));
    (!usual || needed.count() > 0).then_some(words)
}

/// Whose authority, in which role, of which moment; one whose words were erased is only said to have been there.
fn on_authority(account: &Account<'_>, id: AuthorityId) -> String {
    let papers = account.print.on_file.authorities.iter();
    let Some(parts) = papers.map(|a| a.parts()).find(|parts| parts.id == id) else {
        return ", on a manager's authority".to_owned();
    };
    let role = account.print.pack.role_called(&parts.by.role);
    let given = wording::moment(parts.at);
    format!(
        ", on the authority of {}, {role}, {given}",
        parts.by.name.as_str()
    )
}

/// Whose permission, by whom it was given.
fn with_permission(account: &Account<'_>, id: PermissionId) -> String {
    let papers = account.print.on_file.permissions.iter();
    let Some(parts) = papers.map(|p| p.parts()).find(|parts| parts.id == id) else {
        return ", with permission to pass it on".to_owned();
    };
    let owner = match &parts.from {
        PermissionFrom::Owner(owner) => format!(", {}", owner.called(account.print.pack)),
        PermissionFrom::Subject => String::new(),
    };
    format!(
        ", with permission to pass it on from {}{owner}",
        parts.given_by.as_str()
    )
}

/// The full names behind the short ones used on a paper.
pub(super) fn key<'i>(
    account: &Account<'_>,
    items: impl Iterator<Item = &'i ItemParts>,
) -> Option<Leaf> {
    let mut cited: (BTreeSet<&PurposeKey>, BTreeSet<&PowerKey>) = Default::default();
    for item in items {
        cited.0.insert(&item.purpose);
        cited.1.insert(&item.power);
        let powers = permitted(item).filter_map(|(_, ground)| ground.power.as_ref());
        cited.1.extend(powers);
    }
    let pack = account.print.pack;
    let mut table = Table::new([("In short", 1.2), ("In full", 3.6), ("Clause", 0.6)]);
    let purposes = pack.purposes.iter().filter(|p| cited.0.contains(&p.key));
    table.rows.extend(purposes.map(|p| {
        let full = Cell::of(p.name.as_str()).with_note("Purpose");
        vec![sentence(&p.short).into(), full, Cell::of(p.clause.as_str())]
    }));
    let powers = pack.powers.iter().filter(|p| cited.1.contains(&p.key));
    table.rows.extend(powers.map(|p| {
        let today = p.superseded_by.as_ref();
        let today = today.map_or_else(String::new, |t| format!(". Today: {t}"));
        let full = Cell::of(p.name.as_str()).with_note(format!("Legal power{today}"));
        vec![p.short.clone().into(), full, Cell::of(p.clause.as_str())]
    }));
    (!table.rows.is_empty()).then_some(Leaf::Table(table))
}

pub(super) fn permitted(item: &ItemParts) -> impl Iterator<Item = (AttendanceId, &Ground)> {
    let others = item
        .receipts
        .iter()
        .filter(|receipt| Some(receipt.attendance) != item.speaker());
    others.filter_map(|receipt| match &receipt.answer {
        Answer::Permitted(ground) => Some((receipt.attendance, ground)),
        Answer::Held(..) | Answer::Refused(..) => None,
    })
}

/// Nothing where all of it falls under the general rules, which the paper says once.
fn regime(regimes: &BTreeMap<Regime, BTreeSet<String>>) -> String {
    let general = regimes.contains_key(&Regime::General);
    match regimes.get(&Regime::LawEnforcement) {
        None => String::new(),
        Some(_) if !general => "; DPA 2018 Part 3".into(),
        Some(agencies) => format!("; DPA 2018 Part 3 for {}", together(agencies)),
    }
}

fn purpose(account: &Account<'_>, key: &PurposeKey) -> String {
    let found = account.print.pack.purpose(key);
    found.map_or_else(|| key.to_string(), |purpose| purpose.short.clone())
}

fn power(account: &Account<'_>, key: &PowerKey) -> String {
    let found = account.print.pack.power(key);
    found.map_or_else(|| key.to_string(), |power| power.short.clone())
}

fn together(names: &BTreeSet<String>) -> String {
    wording::listed(&names.iter().cloned().collect::<Vec<_>>())
}

/// The same words with a capital at their head.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}
