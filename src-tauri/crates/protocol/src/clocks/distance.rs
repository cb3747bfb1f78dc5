//! How far off a day is, as people say it; the saying is the window's.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// From today to a day that something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "distance")]
pub enum Distance {
    /// Past by that many days.
    Late {
        days: u32,
    },
    Today,
    Tomorrow,
    /// Two days or more ahead.
    In {
        days: u32,
    },
}

impl Distance {
    /// Counts from today to the day that something is due.
    pub fn between(today: NaiveDate, due: NaiveDate) -> Self {
        let days = due.signed_duration_since(today).num_days();
        let size = u32::try_from(days.unsigned_abs()).unwrap_or(u32::MAX);
        match days {
            ..=-1 => Self::Late { days: size },
            0 => Self::Today,
            1 => Self::Tomorrow,
            _ => Self::In { days: size },
        }
    }

    /// Whether the day has passed.
    pub fn is_late(self) -> bool {
        matches!(self, Self::Late { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_counted_in_calendar_days() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");
        let due = |days| today + chrono::Duration::days(days);
        for (days, distance) in [
            (-3, Distance::Late { days: 3 }),
            (-1, Distance::Late { days: 1 }),
            (0, Distance::Today),
            (1, Distance::Tomorrow),
            (11, Distance::In { days: 11 }),
        ] {
            assert_eq!(Distance::between(today, due(days)), distance);
        }
        assert!(Distance::between(today, due(-1)).is_late());
        assert!(!Distance::between(today, today).is_late());
    }
}
