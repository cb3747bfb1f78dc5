//! An upheld objection as it was typed: what stops, for whom, since when, and who decided it (§2.1.1).

use super::checking::{day, recipients};
use super::forms::RestrictionForm;
use crate::faults::Faults;
use crate::problem::Problem;
use protocol::grounds::{Reach, Restriction, Several};
use protocol::ids::{KindKey, RestrictionId};
use protocol::pack::Pack;
use protocol::trade::At;
use protocol::words::Words;

/// The restriction that the form means.
///
/// # Errors
/// Every field that is wrong, at once.
pub(super) fn restriction(
    form: &RestrictionForm,
    id: RestrictionId,
    now: At,
    pack: &Pack,
) -> Result<Restriction, Problem> {
    let today = now.date_naive();
    let mut faults = Faults::default();
    let kinds = form.kinds.iter().map(KindKey::new);
    let kinds: Vec<KindKey> = kinds.filter(|key| pack.kind(key).is_some()).collect();
    let kinds = reach(form.every_kind, kinds);
    let recipients = reach(
        form.every_recipient,
        recipients(&form.recipients, &form.guest),
    );
    if kinds.is_none() {
        faults.code("kinds", "none_named");
    }
    if recipients.is_none() {
        faults.code("recipients", "none_named");
    }
    let upheld = day(&mut faults, "upheld", &form.upheld, today);
    if form.upheld.trim().is_empty() {
        faults.code("upheld", "missing");
    }
    if upheld.is_some_and(|upheld| upheld > today) {
        faults.code("upheld", "future");
    }
    let received = day(&mut faults, "received", &form.received, today);
    if received
        .zip(upheld)
        .is_some_and(|(received, upheld)| received > upheld)
    {
        faults.code("received", "after_upheld");
    }
    let decided_by = faults.text("decided_by", &form.decided_by);
    if form.reason.trim().is_empty() {
        faults.code("reason", "missing");
    }
    faults.none()?;
    let (Some(kinds), Some(recipients), Some(upheld)) = (kinds, recipients, upheld) else {
        return Err(Problem::field("kinds", "none_named"));
    };
    Ok(Restriction {
        id,
        case: form.case,
        kinds,
        recipients,
        received,
        entered: Some(now),
        upheld,
        decided_by: Words::new(decided_by),
        reason: Words::new(form.reason.trim()),
        lifted: None,
    })
}

/// All of them only where that is said expressly: an empty list is a fault and never everything.
fn reach<T: Ord>(every: bool, named: Vec<T>) -> Option<Reach<T>> {
    if every {
        return Some(Reach::Every);
    }
    Several::of(named).map(Reach::Only)
}
