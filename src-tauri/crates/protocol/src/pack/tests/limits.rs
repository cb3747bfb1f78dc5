use crate::pack::{DEFAULT, EXAMPLE, Pack};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

#[test]
fn the_agreement_is_reviewed_on_its_day_or_when_its_own_limit_runs_out_before() {
    for (file, named, months, sooner) in [
        (DEFAULT, "2027-05-01", 3, "2027-02-01"),
        (EXAMPLE, "2027-03-01", 2, "2026-11-01"),
    ] {
        let mut pack = Pack::read(file).expect("a pack");
        assert_eq!(pack.review_by(), day(named));
        pack.limits.review_months = months;
        assert_eq!(pack.review_by(), day(sooner), "its limit is sooner now");
        pack.limits.review_months = 12;
        assert_eq!(
            pack.review_by(),
            day(named),
            "a longer limit puts nothing off"
        );
    }
}

#[test]
fn a_breach_is_reported_within_the_hours_of_the_pack() {
    let known = "2026-12-10T14:30:00+00:00".parse().expect("a moment");
    for file in [DEFAULT, EXAMPLE] {
        let mut limits = Pack::read(file).expect("a pack").limits;
        for (hours, by) in [
            (72, "2026-12-13T14:30:00+00:00"),
            (24, "2026-12-11T14:30:00+00:00"),
        ] {
            limits.breach_hours = hours;
            let by: crate::trade::At = by.parse().expect("a moment");
            assert_eq!(limits.breach_reported_by(known), by);
        }
    }
}
