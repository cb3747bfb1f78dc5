//! Custody or community, with its dates, as somebody typed it: on the case's form and in the meeting (§4.3 DIP, purpose).

use super::fields;
use super::forms::{CaseForm, CustodyForm, CustodyStatus};
use crate::faults::Faults;
use chrono::NaiveDate;
use protocol::cases::Custody;
use protocol::clocks::calendar;

/// What was typed, checked.
pub(crate) fn read(form: &CustodyForm, today: NaiveDate, faults: &mut Faults) -> Custody {
    if form.custody == CustodyStatus::NotKnown {
        return Custody::NotKnown;
    }
    let mut date = |field: &str, text: &str| {
        let given = Some(text.trim()).filter(|text| !text.is_empty());
        given.and_then(|text| faults.read(field, calendar::read(text, today)))
    };
    let (since, until) = (date("since", &form.since), date("until", &form.until));
    if since.zip(until).is_some_and(|(since, until)| until < since) {
        faults.code("until", "before_since");
    }
    if form.custody == CustodyStatus::Community {
        return Custody::Community {
            since,
            order_until: until,
        };
    }
    let establishment = faults.maybe_text("establishment", &form.establishment);
    Custody::Custody {
        establishment,
        since,
        release: until,
    }
}

/// The form as it would be typed to say this.
pub(crate) fn form(custody: &Custody) -> CustodyForm {
    let (establishment, from, to) = match custody {
        Custody::NotKnown => (String::new(), None, None),
        Custody::Custody {
            establishment,
            since,
            release,
        } => (establishment.clone(), *since, *release),
        Custody::Community { since, order_until } => (String::new(), *since, *order_until),
    };
    CustodyForm {
        custody: custody.into(),
        establishment,
        since: from.map(fields::shown).unwrap_or_default(),
        until: to.map(fields::shown).unwrap_or_default(),
    }
}

impl From<&CaseForm> for CustodyForm {
    fn from(form: &CaseForm) -> Self {
        Self {
            custody: form.custody,
            establishment: form.establishment.clone(),
            since: form.since.clone(),
            until: form.until.clone(),
        }
    }
}
