//! What is due when: the time limits of the protocol and of the law beside it.
//!
//! The protocol says "days" and never "working days", so its days are calendar days, the day of the event not counted,
//! and a deadline on a weekend stays there: whoever keeps it early is safe. Only the month for a person's own request
//! moves on from a weekend or bank holiday, because the regulator counts it so.

use super::working_days::working_day_from;
use crate::pack::TimeLimits;
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
    /// The time that a partnership's agreement allows.
    pub fn period(self, limits: &TimeLimits) -> Period {
        match self {
            Self::OriginatorAsked => Period::Days(limits.originator_days),
            Self::IndemnityNotified => Period::Days(limits.claim_notice_days),
            Self::ObjectionAnswered => Period::Days(limits.objection_days),
            Self::ComplaintAcknowledged => Period::Days(limits.complaint_days),
            Self::SubjectAccessAnswered => Period::Months(limits.request_months),
            Self::SubjectAccessExtended => Period::Months(limits.request_months + EXTENSION),
            Self::FolderReviewed => Period::Months(limits.folder_months),
            Self::AgreementReviewed => Period::Months(limits.review_months),
        }
    }

    /// The last day on which it is still in time, counted from the event.
    pub fn due(self, event: NaiveDate, limits: &TimeLimits) -> NaiveDate {
        let end = self.period(limits).end(event);
        match self {
            Self::SubjectAccessAnswered | Self::SubjectAccessExtended => working_day_from(end),
            _ => end,
        }
    }
}

/// The months that the law adds to a person's request where it is complex (UK GDPR, Article 12(3)).
const EXTENSION: u32 = 2;

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
    use crate::pack::{DEFAULT, EXAMPLE, Pack};
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    fn limits(file: &str) -> TimeLimits {
        Pack::read(file).expect("a pack that ships").limits
    }

    #[test]
    fn each_pack_s_own_limits_count_in_calendar_days_and_months() {
        let event = day(2026, 12, 23);
        for (deadline, ours, theirs) in [
            (
                Deadline::OriginatorAsked,
                day(2026, 12, 28),
                day(2026, 12, 30),
            ),
            (
                Deadline::IndemnityNotified,
                day(2026, 12, 30),
                day(2027, 1, 6),
            ),
            (
                Deadline::ObjectionAnswered,
                day(2027, 1, 13),
                day(2027, 1, 20),
            ),
            (
                Deadline::ComplaintAcknowledged,
                day(2027, 1, 22),
                day(2027, 1, 22),
            ),
            (Deadline::FolderReviewed, day(2027, 3, 23), day(2027, 6, 23)),
            (
                Deadline::AgreementReviewed,
                day(2027, 12, 23),
                day(2027, 6, 23),
            ),
        ] {
            assert_eq!(deadline.due(event, &limits(DEFAULT)), ours, "{deadline:?}");
            assert_eq!(
                deadline.due(event, &limits(EXAMPLE)),
                theirs,
                "{deadline:?}"
            );
        }
    }

    #[test]
    fn an_edited_limit_moves_its_own_deadline_and_no_other() {
        let all = [
            Deadline::OriginatorAsked,
            Deadline::IndemnityNotified,
            Deadline::ObjectionAnswered,
            Deadline::ComplaintAcknowledged,
            Deadline::SubjectAccessAnswered,
            Deadline::FolderReviewed,
            Deadline::AgreementReviewed,
        ];
        type Edit = (fn(&mut TimeLimits), Deadline);
        let edits: [Edit; 7] = [
            (|l| l.originator_days += 4, all[0]),
            (|l| l.claim_notice_days += 4, all[1]),
            (|l| l.objection_days += 4, all[2]),
            (|l| l.complaint_days += 4, all[3]),
            (|l| l.request_months += 1, all[4]),
            (|l| l.folder_months += 1, all[5]),
            (|l| l.review_months += 1, all[6]),
        ];
        let event = day(2026, 11, 2);
        for (file, (edit, moved)) in [DEFAULT, EXAMPLE]
            .into_iter()
            .flat_map(|file| edits.map(|edit| (file, edit)))
        {
            let (before, mut after) = (limits(file), limits(file));
            edit(&mut after);
            for deadline in all {
                let later = deadline.due(event, &after) > deadline.due(event, &before);
                assert_eq!(later, deadline == moved, "{deadline:?}");
            }
        }
    }

    #[test]
    fn a_month_ends_on_the_same_day_or_the_last_of_a_shorter_month() {
        let limits = limits(DEFAULT);
        for (received, due) in [
            (day(2026, 9, 3), day(2026, 10, 5)), // 3 October is a Saturday
            (day(2026, 3, 31), day(2026, 4, 30)),
            (day(2027, 1, 31), day(2027, 3, 1)), // 28 February is a Sunday
            (day(2028, 1, 31), day(2028, 2, 29)),
            (day(2026, 11, 25), day(2026, 12, 29)), // Christmas, a weekend, Boxing Day's substitute
        ] {
            let answered = Deadline::SubjectAccessAnswered.due(received, &limits);
            assert_eq!(answered, due, "{received}");
        }
        let extended = Deadline::SubjectAccessExtended.due(day(2026, 11, 30), &limits);
        assert_eq!(extended, day(2027, 3, 1));
    }

    #[test]
    fn the_anniversary_of_a_leap_day_is_the_last_of_february() {
        let due = Deadline::AgreementReviewed.due(day(2028, 2, 29), &limits(DEFAULT));
        assert_eq!(due, day(2029, 2, 28));
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
