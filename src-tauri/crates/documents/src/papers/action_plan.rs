//! One case's action plan: what was decided and who does what, without what was shared.

use super::account::Account;
use super::people::{fact, facts};
use super::{NoSuchPaper, PaperSource, Print, afterwards, decided, minutes, particulars};
use crate::content::{Document, Leaf, Level, Section};
use protocol::ids::SlotId;
use protocol::meeting::{Place, Proceedings, Slot, SlotProgress, Wording};
use protocol::sharing::{Action, Decision};

/// Whether a case has a plan: it was discussed, or something is to be done or was decided though it was put off or has gone.
pub(super) fn is_needed(p: &Proceedings, slot: &Slot) -> bool {
    let here = Place::Case(slot.id);
    let of_the_case = |a: &Action| a.case == Some(slot.case.case) && a.undone.is_none();
    // That it goes elsewhere is the other forum's to act upon.
    let decided = |d: &Decision| d.place == here && d.undone.is_none() && !d.kind.sends_away();
    matches!(slot.progress, SlotProgress::Done { .. })
        || p.actions.iter().any(of_the_case)
        || p.carried.iter().any(|a| of_the_case(a) && a.is_open())
        || p.decisions.iter().any(decided)
}

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
    let case = &slot.case.reference;
    plan.title = account.titled(&format!("Action plan: {case}"));
    plan.reference = account.filed_under(&format!("Plan {case}"), account.standing());
    Ok(plan)
}

fn cover(account: &Account<'_>, slot: &Slot) -> Vec<Leaf> {
    let p = account.proceedings;
    // One that has gone elsewhere is on no agenda of this meeting any more.
    let next = p.next_date.filter(|_| !slot.has_gone());
    let next = next.map_or_else(String::new, |date| {
        format!("; looked at again {}", date.format("%-d %B %Y"))
    });
    let agreed = format!("{}{next}", account.meeting_name());
    let mut said = particulars::with_name(account, slot);
    said.push(fact("Agreed at", agreed));
    if let SlotProgress::Deferred { reason } = &slot.progress {
        let reason = afterwards::words(account, Wording::Deferral(slot.id), reason.as_str());
        said.push(fact("Deferred", reason));
    }
    vec![facts(said)]
}

fn sections(account: &Account<'_>, slot: &Slot) -> Vec<Section> {
    let here = [Place::Case(slot.id)];
    let of_the_case = |a: &&Action| a.case == Some(slot.case.case);
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
        "A simple electronic signature over the meeting's whole record; the minutes hold what led \
         to this plan.",
    );
    let unsigned = Leaf::small("A draft until the chair signs the minutes; it may still change.");
    plan.push(match signature {
        Some(signature) => Leaf::Together(vec![signature, note]),
        None => unsigned,
    });
    vec![Section::new("", plan)]
}
