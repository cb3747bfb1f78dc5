//! How a case stands as to consent, in one word (§1.8).

use chrono::NaiveDate;
use protocol::grounds::{Consent, ConsentState, Whose};
use protocol::room::Agency;
use protocol::trade::At;
use serde::Serialize;
use ts_rs::TS;

/// The one word, and the day that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct GlanceView {
    pub code: GlanceCode,
    /// When it ends, or ended.
    pub on: Option<NaiveDate>,
    /// How many agencies of those who hear are not in any scope.
    pub beyond: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GlanceCode {
    None,
    InForce,
    /// Somebody who hears is in the scope of none that is in force.
    Limited,
    Expiring,
    Expired,
    Withdrawn,
}

/// Sums up the person's own consents for those who hear at a meeting; a victim's consent is another matter.
pub(crate) fn of<'c>(
    consents: impl Iterator<Item = &'c Consent>,
    hearers: &[&Agency],
    meeting: NaiveDate,
    at: At,
) -> GlanceView {
    let own = consents.filter(|c| c.parts().whose == Whose::Subject);
    let (standing, ended): (Vec<&Consent>, Vec<&Consent>) =
        own.partition(|c| c.state(at) == ConsentState::InForce);
    if standing.is_empty() {
        return without(&ended, at);
    }
    let reached = |agency: &&&Agency| standing.iter().any(|c| c.parts().scope.reaches(agency));
    let beyond = hearers.iter().filter(|agency| !reached(agency)).count();
    // Where one of them runs on without an end, nothing is about to run out.
    let ends: Option<Vec<NaiveDate>> = standing.iter().map(|c| c.parts().expires).collect();
    let last = ends.and_then(|ends| ends.into_iter().max());
    let runs_out = standing.iter().all(|c| c.runs_out_around(meeting));
    GlanceView {
        code: match (runs_out, beyond) {
            (true, _) => GlanceCode::Expiring,
            (false, 0) => GlanceCode::InForce,
            (false, _) => GlanceCode::Limited,
        },
        on: last,
        beyond: u32::try_from(beyond).unwrap_or(u32::MAX),
    }
}

/// Nothing is in force: the last that ended says why.
fn without(ended: &[&Consent], at: At) -> GlanceView {
    let end = |c: &Consent| match c.state(at) {
        ConsentState::Withdrawn => {
            let on = c.parts().withdrawn.as_ref().map(|w| w.at.date_naive());
            Some((on?, GlanceCode::Withdrawn))
        }
        ConsentState::Expired => Some((c.parts().expires?, GlanceCode::Expired)),
        _ => None,
    };
    let last = ended
        .iter()
        .filter_map(|c| end(c))
        .max_by_key(|(on, _)| *on);
    GlanceView {
        code: last.map_or(GlanceCode::None, |(_, code)| code),
        on: last.map(|(on, _)| on),
        beyond: 0,
    }
}
