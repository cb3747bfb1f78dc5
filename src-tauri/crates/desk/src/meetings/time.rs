//! The minutes of a meeting: what a case is planned to take, and what is there for the cases.

use chrono::NaiveTime;
use protocol::trade::Tier;

/// Welcome, statement, acceptance, declarations.
const OPENING: i64 = 14;
/// Papers of the ASB operational group, and other matters before the first case.
const PAPERS: i64 = 5;
const BREAK: i64 = 8;
/// Any other business, the next date, the actions read by agency.
const CLOSE: i64 = 18;
/// What every meeting loses somewhere.
const SLACK: i64 = 8;

/// The minutes that a case of a tier is planned to take.
pub(crate) fn budget(tier: Tier) -> u16 {
    match tier {
        Tier::Red => 10,
        Tier::Amber => 7,
        Tier::Green => 3,
    }
}

/// The minutes that are left for cases: of three hours, two hours and seven minutes.
pub(crate) fn available(starts: NaiveTime, ends: NaiveTime) -> u32 {
    let rest = (ends - starts).num_minutes() - OPENING - PAPERS - BREAK - CLOSE - SLACK;
    u32::try_from(rest).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_cases_in_three_tiers_fit_into_three_hours() {
        let hour = |h, m| NaiveTime::from_hms_opt(h, m, 0).expect("a time");
        let planned = 5 * budget(Tier::Red) + 8 * budget(Tier::Amber) + 7 * budget(Tier::Green);
        assert_eq!(available(hour(13, 30), hour(16, 30)), 127);
        assert_eq!(u32::from(planned), 127);
        assert_eq!(available(hour(13, 30), hour(14, 0)), 0);
    }
}
