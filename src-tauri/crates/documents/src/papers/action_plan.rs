//! One case's action plan: what was decided and who does what, without what was shared.

use super::account::Account;
use super::people::{fact, facts};
use super::{NoSuchPaper, PaperSource, Print, decided, minutes, particulars, wording};
use crate::content::{Document, Leaf, Level, Section};
use protocol::ids::SlotId;
use protocol::meeting::{Place, Slot, SlotProgress};

/// The plan of one case on the agenda.
///
/// # Errors
/// [`NoSuchPaper::Case`].
pub fn of(
    source: &PaperSource<'_>,
    slot: SlotId,
    print: &Print<'_>,
) -> Result<Document, NoSuchPaper> {
    let account = Account::of(*source, print);
    let slot = account
        .proceedings
        .slot(slot)
        .map_err(|_| NoSuchPaper::Case)?;
    let mut plan = account.document(
        "Action plan",
        cover(&account, slot),
        sections(&account, slot),
    );
    plan.title = format!("Action plan: {}", slot.case.reference);
    if account.seal.is_none() {
        plan.title.push_str(" (draft, not signed)");
    }
    plan.reference = plan.reference.replacen(
        "Action plan",
        &format!("Action plan {}", slot.case.reference),
        1,
    );
    Ok(plan)
}

fn cover(account: &Account<'_>, slot: &Slot) -> Vec<Leaf> {
    let p = account.proceedings;
    let mut said = vec![
        fact("Person", slot.case.name.as_str()),
        fact("Agreed at", account.meeting_name()),
    ];
    said.extend(particulars::of(account, slot));
    if let SlotProgress::Deferred { reason } = &slot.progress {
        said.push(fact("Deferred", reason.as_str()));
    }
    let next = p
        .next_date
        .map_or_else(|| "No date set".into(), wording::day);
    said.push(fact("Looked at again", next));
    vec![facts(said)]
}

fn sections(account: &Account<'_>, slot: &Slot) -> Vec<Section> {
    let here = [Place::Case(slot.id)];
    let of_the_case = |a: &&protocol::sharing::Action| a.case == Some(slot.case.case);
    let mut plan = decided::table(account, "Actions", account.actions().filter(of_the_case));
    let still_open = account
        .carried()
        .filter(of_the_case)
        .filter(|a| a.is_open());
    plan.extend(decided::table(
        account,
        "Still open from earlier meetings",
        still_open,
    ));
    if plan.is_empty() {
        plan.push(Leaf::body("No action was agreed."));
    }
    plan.extend(decided::decisions(account, &here));
    let settled = account
        .carried()
        .filter(of_the_case)
        .filter(|a| a.settled.is_some());
    if let Some(table) = decided::carried(account, settled) {
        let heading = Leaf::Heading(Level::Main, "Earlier actions settled".into());
        plan.extend([heading, table]);
    }
    let signature = account
        .seal
        .map(|seal| minutes::signature_of_the_chair(account, seal));
    let note = Leaf::small(
        "This plan is part of the minutes of the meeting, which hold what led to it. A simple \
         electronic signature, made in person over the whole record of the meeting.",
    );
    let unsigned = Leaf::small("A draft until the chair signs the minutes; it may still change.");
    plan.push(match signature {
        Some(signature) => Leaf::Together(vec![signature, note]),
        None => unsigned,
    });
    vec![Section::new("Plan", plan)]
}
