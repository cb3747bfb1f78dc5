//! The clocks that run out within a month, and those that have.

use super::forms::{ClockCode, ClockRow, LastMinutes};
use crate::problem::Problem;
use crate::session::Desk;
use chrono::{Days, NaiveDate};
use protocol::cases::{Case, Custody};
use protocol::clocks;
use protocol::pack::Pack;
use protocol::sharing::Action;

/// How far ahead the page looks.
const AHEAD: u64 = 31;
/// How many actions it shows: the rest are in their own place.
const ACTIONS: usize = 5;
/// Working days after a meeting by which its minutes are usually signed.
const TO_SIGN: u32 = 10;

/// Every clock that runs out, the nearest first.
pub(super) fn running_out(
    desk: &Desk,
    cases: &[Case],
    open: &[Action],
    minutes: &[LastMinutes],
) -> Result<Vec<ClockRow>, Problem> {
    let (today, pack) = (desk.today(), desk.pack()?);
    let row = |(code, about, date): (ClockCode, String, NaiveDate)| ClockRow {
        code,
        about,
        date,
        days_left: (date - today).num_days(),
    };
    let review = (
        ClockCode::AgreementReview,
        pack.name.clone(),
        pack.review_by(),
    );
    let mut rows: Vec<_> = std::iter::once(review)
        .chain(unsigned(minutes, &pack))
        .chain(cases.iter().filter_map(|case| of_case(case, today)))
        .chain(actions(open, cases, &pack, today))
        .map(row)
        .filter(|row| row.date <= today + Days::new(AHEAD))
        .collect();
    rows.sort_by_key(|row| row.days_left);
    Ok(rows)
}

fn unsigned(
    minutes: &[LastMinutes],
    pack: &Pack,
) -> impl Iterator<Item = (ClockCode, String, NaiveDate)> {
    let open = minutes.iter().filter(|minutes| minutes.signed_on.is_none());
    let clock = |minutes: &LastMinutes| {
        let name = pack.rules(minutes.kind.into()).name.clone();
        let by = clocks::working_days_after(minutes.date, TO_SIGN);
        (ClockCode::MinutesUnsigned, name, by)
    };
    open.map(clock)
}

/// A release or the end of an order that is still to come: what has passed is for the case to say.
fn of_case(case: &Case, today: NaiveDate) -> Option<(ClockCode, String, NaiveDate)> {
    let (code, date) = match &case.whereabouts {
        Custody::Custody { release, .. } => (ClockCode::Release, (*release)?),
        Custody::Community { order_until, .. } => (ClockCode::OrderEnds, (*order_until)?),
        Custody::NotKnown => return None,
    };
    let about = format!("{} {}", case.reference, case.particulars.name.shown());
    (case.closed.is_none() && date >= today).then_some((code, about, date))
}

/// The most pressing actions, by agency and case.
fn actions(
    open: &[Action],
    cases: &[Case],
    pack: &Pack,
    today: NaiveDate,
) -> Vec<(ClockCode, String, NaiveDate)> {
    let mut dated: Vec<_> = open
        .iter()
        .filter_map(|action| Some((action, action.due?)))
        .collect();
    dated.retain(|(_, due)| *due <= today + Days::new(AHEAD));
    dated.sort_by_key(|(action, due)| (*due, action.id));
    let about = |action: &Action| {
        let team = &action.owner.team;
        let agency = pack.team_called(team);
        match cases.iter().find(|case| Some(case.id) == action.case) {
            Some(case) => format!("{agency}, {}", case.reference),
            None => agency,
        }
    };
    let clock = |(action, due): (&Action, NaiveDate)| (ClockCode::ActionDue, about(action), due);
    dated.into_iter().take(ACTIONS).map(clock).collect()
}
