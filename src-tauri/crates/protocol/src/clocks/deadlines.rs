//! What is due when: the time limits of the protocol and of the law beside it.
//!
//! The protocol says "days" and never "working days", so its days are calendar days, the day of the event not counted,
//! and a deadline on a weekend stays there: whoever keeps it early is safe. Only the month for a person's own request
//! moves on from a weekend or bank holiday, because the regulator counts it so.

use super::working_days::working_day_from;
use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// Something that has to be done within a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deadline {
    /// The agency that information came from is asked for its view (§5.1).
    OriginatorAsked,
    /// The granting partner is told of a claim (§4.6).
    IndemnityNotified,
    /// A written objection is answered (§2.1.1).
    ObjectionAnswered,
    /// A complaint is acknowledged (law of 2025).
    ComplaintAcknowledged,
    /// A person's request for their information is answered (§5.1, and the law since).
    SubjectAccessAnswered,
    /// The same, where it was extended as complex.
    SubjectAccessExtended,
    /// The designated officer's folder is reviewed (§4.4.3).
    FolderReviewed,
    /// The agreement is reviewed by all parties (§6.1).
    AgreementReviewed,
}

/// A length of time as an agreement counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Calendar days.
    Days(u32),
    /// Calendar months, to the same day or the last of a shorter month.
    Months(u32),
    /// Years, to the anniversary; of 29 February, to 28 February.
    Years(u32),
}

impl Deadline {
    /// The time allowed where the partnership's pack says nothing else.
    pub fn period(self) -> Period {
        match self {
            Self::OriginatorAsked => Period::Days(5),
            Self::IndemnityNotified => Period::Days(7),
            Self::ObjectionAnswered => Period::Days(21),
            Self::ComplaintAcknowledged => Period::Days(30),
            Self::SubjectAccessAnswered => Period::Months(1),
            Self::SubjectAccessExtended | Self::FolderReviewed => Period::Months(3),
            Self::AgreementReviewed => Period::Years(1),
        }
    }

    /// The last day on which it is still in time, counted from the event with the period above.
    pub fn due(self, event: NaiveDate) -> NaiveDate {
        self.due_after(event, self.period())
    }

    /// The last day on which it is still in time, with a period from the pack.
    pub fn due_after(self, event: NaiveDate, period: Period) -> NaiveDate {
        let end = period.end(event);
        match self {
            Self::SubjectAccessAnswered | Self::SubjectAccessExtended => working_day_from(end),
            _ => end,
        }
    }
}

impl Period {
    /// The day on which a period that starts with an event ends; the calendar's own end for absurd numbers.
    pub fn end(self, event: NaiveDate) -> NaiveDate {
        match self {
            Self::Days(days) => event.checked_add_days(Days::new(days.into())),
            Self::Months(months) => event.checked_add_months(Months::new(months)),
            Self::Years(years) => years
                .checked_mul(12)
                .and_then(|months| event.checked_add_months(Months::new(months))),
        }
        .unwrap_or(NaiveDate::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn the_protocols_days_are_calendar_days() {
        let event = day(2026, 12, 23);
        for (deadline, due) in [
            (Deadline::OriginatorAsked, day(2026, 12, 28)),
            (Deadline::IndemnityNotified, day(2026, 12, 30)),
            (Deadline::ObjectionAnswered, day(2027, 1, 13)),
            (Deadline::ComplaintAcknowledged, day(2027, 1, 22)),
            (Deadline::FolderReviewed, day(2027, 3, 23)),
            (Deadline::AgreementReviewed, day(2027, 12, 23)),
        ] {
            assert_eq!(deadline.due(event), due, "{deadline:?}");
        }
    }

    #[test]
    fn a_month_ends_on_the_same_day_or_the_last_of_a_shorter_month() {
        for (received, due) in [
            (day(2026, 9, 3), day(2026, 10, 5)), // 3 October is a Saturday
            (day(2026, 3, 31), day(2026, 4, 30)),
            (day(2027, 1, 31), day(2027, 3, 1)), // 28 February is a Sunday
            (day(2028, 1, 31), day(2028, 2, 29)),
            (day(2026, 11, 25), day(2026, 12, 29)), // Christmas, a weekend, Boxing Day's substitute
        ] {
            assert_eq!(
                Deadline::SubjectAccessAnswered.due(received),
                due,
                "{received}"
            );
        }
        assert_eq!(
            Deadline::SubjectAccessExtended.due(day(2026, 11, 30)),
            day(2027, 3, 1)
        );
    }

    #[test]
    fn the_anniversary_of_a_leap_day_is_the_last_of_february() {
        assert_eq!(
            Deadline::AgreementReviewed.due(day(2028, 2, 29)),
            day(2029, 2, 28)
        );
    }

    #[test]
    fn the_packs_own_period_counts_where_it_differs() {
        let due = Deadline::OriginatorAsked.due_after(day(2026, 11, 2), Period::Days(3));
        assert_eq!(due, day(2026, 11, 5));
    }

    proptest! {
        #[test]
        fn no_deadline_lies_before_its_event_or_panics(days in 0u64..200_000, n in any::<u32>()) {
            let event = day(1900, 1, 1) + Days::new(days);
            for period in [Period::Days(n), Period::Months(n), Period::Years(n)] {
                prop_assert!(period.end(event) >= event);
            }
        }
    }
}
