//! What the weighing found beside purpose and power: how sensitive it is, of whom it speaks, what the law asks, what was not in
//! order and whose judgement it was (§1.7.1, §1.6.3).

use super::account::Account;
use super::grounds::permitted;
use super::wording;
use crate::content::Cell;
use protocol::ids::ConditionKey;
use protocol::pack::{Condition, SensitiveCategory};
use protocol::sharing::{ItemParts, Judgement, Note, Standing, SubjectCategory};
use std::collections::{BTreeMap, BTreeSet};

/// All of it, a line each, under what stands in a cell already.
pub(super) fn noted(account: &Account<'_>, item: &ItemParts, cell: Cell) -> Cell {
    let all = [
        sensitive(account, item),
        item.about.map(|who| format!("Speaks of {}", subject(who))),
        conditions(account, item),
    ];
    let notes = item
        .notes
        .iter()
        .filter_map(|note| said(*note))
        .map(str::to_owned);
    let judged = [judged(account, item), by_the_rules(account, item)];
    let judged = judged.into_iter().flatten();
    let lines = all.into_iter().flatten().chain(notes).chain(judged);
    lines.fold(cell, |cell, line| cell.with_note(line))
}

/// Whose judgement it was that it is necessary and proportionate, where somebody made one (§1.6.3).
fn judged(account: &Account<'_>, item: &ItemParts) -> Option<String> {
    let judgements = item.judgements().into_iter();
    let by: BTreeSet<String> = judgements.map(|one| judge(account, one)).collect();
    let by: Vec<String> = by.into_iter().collect();
    let some = match item.is_judged_throughout() {
        true => "",
        false => ", for some of them",
    };
    let by = by.join("; by ");
    (!by.is_empty()).then(|| format!("Judged necessary and proportionate by {by}{some}"))
}

/// One whose record was erased is only said to have been there.
fn judge(account: &Account<'_>, one: Judgement) -> String {
    let on_file = account.print.on_file;
    let chair = match one {
        Judgement::Taken(by) => Some(by),
        Judgement::Choice(id) => {
            let mut choices = on_file.choices.iter().map(|c| c.parts());
            choices.find(|c| c.id == id).map(|c| c.chosen_by)
        }
        Judgement::Authority(id) => {
            let mut papers = on_file.authorities.iter().map(|a| a.parts());
            let by = papers.find(|a| a.id == id).map(|a| &a.by);
            return by.map_or_else(
                || "a manager".to_owned(),
                |by| {
                    let role = account.print.pack.role_called(&by.role);
                    format!("{}, {role}", by.name.as_str())
                },
            );
        }
    };
    chair.map_or_else(
        || "whoever chaired".to_owned(),
        |chair| format!("{}, who chaired", account.named(chair)),
    )
}

/// Where the rules alone answered for somebody: which, and who answers for what they shared.
fn by_the_rules(account: &Account<'_>, item: &ItemParts) -> Option<String> {
    if item.is_judged_throughout() {
        return None;
    }
    let speaker = item.speaker().map(|who| account.named(who));
    let who = speaker.unwrap_or_else(|| account.team(&item.team));
    let what = match item.standing {
        Standing::Heard => "having said it",
        Standing::Shared | Standing::Held | Standing::Undone { .. } => {
            "its being necessary and proportionate"
        }
    };
    let version = &account.print.pack.version;
    Some(format!(
        "Weighed by the agreement\u{2019}s rules (version {version}); {who} answers for {what}"
    ))
}

/// How many of these were shared by a table of original holders that the partnership has not confirmed yet.
pub(super) fn by_an_unconfirmed_table<'i>(items: impl Iterator<Item = &'i ItemParts>) -> usize {
    let noted = |item: &&ItemParts| item.notes.contains(&Note::HoldersNotConfirmed);
    items.filter(noted).count()
}

fn sensitive(account: &Account<'_>, item: &ItemParts) -> Option<String> {
    let category = account.print.pack.kind(&item.kind)?.sensitivity?;
    let category = match category {
        SensitiveCategory::EthnicOrigin => "ethnic origin",
        SensitiveCategory::Health => "health",
        SensitiveCategory::Offences => "offences, alleged or committed",
        SensitiveCategory::Proceedings => "proceedings and sentences",
    };
    Some(format!("Sensitive: {category}"))
}

fn subject(category: SubjectCategory) -> &'static str {
    match category {
        SubjectCategory::Convicted => "somebody convicted",
        SubjectCategory::Suspect => "a suspect",
        SubjectCategory::Victim => "a victim",
        SubjectCategory::Witness => "a witness",
    }
}

/// A condition as it stands in a sentence; its key, where the agreement has it no more.
pub(super) fn condition_called(account: &Account<'_>, key: &ConditionKey) -> String {
    let condition = account.print.pack.condition(key);
    condition.map_or_else(|| key.to_string(), |one| one.short.clone())
}

/// The document that the law asks for beside it, and where it is found; that one is missing is said once for the whole paper.
fn policy(condition: &Condition) -> Option<String> {
    let found = condition.policy.as_deref();
    let found = found.filter(|_| condition.needs_policy)?;
    Some(format!(" (appropriate policy document: {found})"))
}

/// How many of these rest on a condition beside which the law asks for a policy document that the agreement does not name.
pub(super) fn without_its_policy<'i>(
    account: &Account<'_>,
    items: impl Iterator<Item = &'i ItemParts>,
) -> usize {
    let missing = |key: &ConditionKey| {
        let condition = account.print.pack.condition(key);
        condition.is_some_and(|one| one.needs_policy && one.policy.is_none())
    };
    let rests = |item: &&ItemParts| {
        let mut grounds = permitted(item).map(|(_, ground)| ground);
        grounds.any(|ground| ground.condition.as_ref().is_some_and(missing))
    };
    items.filter(rests).count()
}

/// What the law asks beside a power for sensitive information, for whom where it differs.
fn conditions(account: &Account<'_>, item: &ItemParts) -> Option<String> {
    let mut asked: BTreeMap<&ConditionKey, BTreeSet<String>> = BTreeMap::new();
    for (who, ground) in permitted(item) {
        let agency = account.person(who).map(|a| a.agency.short_name.clone());
        if let Some(condition) = &ground.condition {
            asked.entry(condition).or_default().extend(agency);
        }
    }
    let short = |key: &ConditionKey| {
        let condition = account.print.pack.condition(key);
        let policy = condition.and_then(policy).unwrap_or_default();
        format!("{}{policy}", condition_called(account, key))
    };
    let says: Vec<String> = match asked.len() {
        0 => return None,
        1 => asked.keys().map(|key| short(key)).collect(),
        _ => {
            let for_these = |(key, agencies): (&&ConditionKey, &BTreeSet<String>)| {
                let agencies: Vec<String> = agencies.iter().cloned().collect();
                format!("{} for {}", short(key), wording::listed(&agencies))
            };
            asked.iter().map(for_these).collect()
        }
    };
    Some(format!("Condition: {}", says.join("; ")))
}

/// Whose information it is and that it is sensitive is said in words of its own; an unconfirmed table once for the whole paper.
fn said(note: Note) -> Option<&'static str> {
    match note {
        Note::AuthorityNotConfirmed => {
            Some("The agency\u{2019}s authority to share at this meeting had not been confirmed")
        }
        Note::PersonNotTold => {
            Some("The person was neither told nor agreed, for the reason on the case\u{2019}s file")
        }
        Note::NotOfferedHere => Some("Of a kind that the agreement does not offer at this meeting"),
        Note::OwnByItsWord => {
            Some("The agency’s own by its own word: the parties’ table does not list it")
        }
        Note::NotInTheAgreedFormat => Some("Not in the format that the agreement has for it"),
        Note::NamesSomebody => Some("Names somebody on the agenda, outside their case"),
        Note::ThirdParty | Note::Sensitive | Note::HoldersNotConfirmed => None,
    }
}
