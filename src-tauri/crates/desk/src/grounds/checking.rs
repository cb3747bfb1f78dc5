//! A consent as it was typed, checked whole: every fault beside its field, a blanket scope with its reason (§1.8).

use super::addressee;
use super::forms::ConsentForm;
use crate::faults::Faults;
use crate::problem::Problem;
use chrono::NaiveDate;
use protocol::clocks::calendar;
use protocol::grounds::{Addressee, Consent, ConsentParts, Scope, Whose};
use protocol::ids::{ConsentId, KindKey, PurposeKey};
use protocol::pack::Pack;
use protocol::trade::At;
use protocol::words::Words;

/// The consent that the form means.
///
/// # Errors
/// Every field that is wrong, at once; then whatever else the rules refuse.
pub(super) fn consent(
    form: &ConsentForm,
    id: ConsentId,
    now: At,
    pack: &Pack,
) -> Result<Consent, Problem> {
    let today = now.date_naive();
    let mut faults = Faults::default();
    let scope = scope(form, pack, &mut faults);
    let given = day(&mut faults, "given", &form.given, today);
    let expires = optional_day(&mut faults, "expires", &form.expires, today);
    if form.given.trim().is_empty() {
        faults.code("given", "missing");
    }
    if given.is_some_and(|given| given > today) {
        faults.code("given", "future");
    }
    if given.zip(expires).is_some_and(|(given, end)| end < given) {
        faults.code("expires", "before_since");
    }
    if !form.understood {
        faults.code("understood", "consequences_not_understood");
    }
    if !form.freely_given {
        faults.code("freely_given", "not_freely_given");
    }
    let taken_by = faults.text("taken_by", &form.taken_by);
    let evidence = faults.maybe_text("evidence", &form.evidence);
    let victim = faults.maybe_text("victim", &form.victim);
    faults.none()?;
    let (Some(scope), Some(given)) = (scope, given) else {
        return Err(Problem::field("given", "missing"));
    };
    let parts = ConsentParts {
        id,
        case: form.case,
        sort: form.sort.into(),
        whose: if victim.is_empty() {
            Whose::Subject
        } else {
            Whose::Victim(Words::new(victim))
        },
        scope,
        given,
        entered: Some(now),
        expires,
        how: form.how.into(),
        explicit: form.explicit,
        consequences_understood: form.understood,
        freely_given: form.freely_given,
        taken_by: Words::new(taken_by),
        evidence: Some(evidence).filter(|e| !e.is_empty()).map(Words::new),
        withdrawn: None,
    };
    Consent::given(parts, today, pack).map_err(Problem::from)
}

/// What it covers; each of the three lists that is empty is named.
fn scope(form: &ConsentForm, pack: &Pack, faults: &mut Faults) -> Option<Scope> {
    let kinds: Vec<_> = form.kinds.iter().map(KindKey::new).collect();
    let recipients = recipients(&form.recipients, &form.guest);
    let purposes: Vec<_> = form.purposes.iter().map(PurposeKey::new).collect();
    for (field, empty) in [
        ("kinds", kinds.is_empty()),
        ("recipients", recipients.is_empty()),
        ("purposes", purposes.is_empty()),
    ] {
        if empty {
            faults.code(field, "none_named");
        }
    }
    let scope = Scope::of(kinds, recipients, purposes).ok()?;
    if scope.is_blanket(pack) {
        faults.code("kinds", "blanket");
    }
    Some(scope)
}

/// The recipients ticked, and the guest agency named.
pub(super) fn recipients(ticked: &[String], guest: &str) -> Vec<Addressee> {
    let named = guest.split_whitespace().collect::<Vec<_>>().join(" ");
    let guest = (!named.is_empty()).then_some(Addressee::Guest(named));
    let ticked = ticked.iter().filter_map(|spelt| addressee::read(spelt));
    ticked.chain(guest).collect()
}

/// A day that was typed; nothing where it is empty, or wrong and noted.
pub(super) fn day(
    faults: &mut Faults,
    field: &str,
    text: &str,
    today: NaiveDate,
) -> Option<NaiveDate> {
    optional_day(faults, field, text, today)
}

fn optional_day(
    faults: &mut Faults,
    field: &str,
    text: &str,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let typed = Some(text.trim()).filter(|text| !text.is_empty())?;
    faults.read(field, calendar::read(typed, today))
}
