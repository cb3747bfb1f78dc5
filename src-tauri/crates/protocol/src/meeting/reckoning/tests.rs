use super::*;
use crate::cases::CaseHeading;
use crate::ids::{AttendanceId, MeetingId, PersonId};
use crate::meeting::Planned;
use crate::pack::{DEFAULT, Pack};
use crate::people::{Affiliation, Person};
use crate::room::{Agency, Attendance, AttendeeRole, Interval};
use crate::trade::MeetingKind;
use proptest::prelude::*;
use uuid::Uuid;

fn hour(text: &str) -> NaiveTime {
    text.parse().expect("a time")
}

/// A moment on the meeting's day.
fn at(time: &str) -> At {
    format!("2026-12-10T{time}:00+00:00")
        .parse()
        .expect("a moment")
}

/// The month's twenty cases: 5 red, 8 amber, 7 green, from half past one until half past four.
fn twenty() -> Proceedings {
    let tiers = [(5, Tier::Red), (8, Tier::Amber), (7, Tier::Green)];
    let tiers = tiers.iter().flat_map(|(n, tier)| vec![*tier; *n]);
    let day = at("13:30").date_naive();
    let id = MeetingId(Uuid::from_u128(1));
    let times = (hour("13:30:00"), hour("16:30:00"));
    let mut planned = Planned::new(id, MeetingKind::Odoc, day, times);
    for (n, tier) in (0_u128..).zip(tiers) {
        let heading = CaseHeading::invented(n);
        let slot = SlotId(Uuid::from_u128(n));
        planned
            .add_case(slot, heading, tier, budget(tier))
            .expect("not on it yet");
    }
    let mut p = planned.proceedings().clone();
    came(&mut p, "13:25");
    p
}

/// The first sat down.
fn came(p: &mut Proceedings, at_time: &str) {
    let (agency, statutory) = ("An invented agency".to_owned(), true);
    let person = Person {
        id: PersonId(Uuid::from_u128(1)),
        name: "Invented Person".to_owned(),
        job: String::new(),
        affiliation: Affiliation::Guest { agency, statutory },
        retired: false,
    };
    let pack = Pack::read(DEFAULT).expect("the default pack reads");
    let agency = Agency::of(&person.affiliation, &pack).expect("a guest's own");
    let (id, role) = (AttendanceId(Uuid::from_u128(1)), AttendeeRole::Chair);
    let mut attendance = Attendance::expected(id, &person, agency, role, 0);
    let (from, to) = (at(at_time), None);
    attendance.presence.push(Interval { from, to });
    p.attendances = vec![attendance];
}

/// The cases before `n` are done, each within the times of `done`, as far as they are given.
fn with(done: &[(&str, &str)], open: Option<&str>) -> Proceedings {
    let mut p = twenty();
    for (slot, (opened, closed)) in p.slots.iter_mut().zip(done) {
        let (opened, closed) = (at(opened), at(closed));
        slot.progress = SlotProgress::Done { opened, closed };
    }
    if let Some(since) = open {
        let since = at(since);
        p.slots[done.len()].progress = SlotProgress::Open { since };
    }
    p
}

const REDS: [(&str, &str); 5] = [
    ("13:49", "13:59"),
    ("13:59", "14:09"),
    ("14:09", "14:19"),
    ("14:19", "14:29"),
    ("14:29", "14:39"),
];

#[test]
fn twenty_cases_in_three_tiers_fit_into_three_hours() {
    let planned: u16 = twenty().slots.iter().map(|slot| slot.budget).sum();
    assert_eq!(available(hour("13:30:00"), hour("16:30:00")), 127);
    assert_eq!(u32::from(planned), 127);
    assert_eq!(available(hour("13:30:00"), hour("14:00:00")), 0);
}

#[test]
fn the_number_in_the_room_is_the_plans_less_what_has_gone_by() {
    let first = [REDS[0]];
    // When it is, what was done by then, what is open: how many minutes there are for the rest, and by how many it is over.
    for (now, done, open, left, over) in [
        // Nobody has more time for sitting down early, and on the hour it is the plan.
        ("13:10", &[][..], None, 127, 0),
        ("13:30", &[], None, 127, 0),
        // The opening takes its minutes, and no case loses any by them.
        ("13:49", &[], None, 127, 0),
        ("13:55", &[], None, 121, 6),
        ("13:49", &[], Some("13:49"), 127, 0),
        // Begun at once: what was set aside for before is in hand.
        ("13:40", &[], Some("13:40"), 136, -9),
        // A case within its time, at its end, and beyond it; the slack is lost along with the cases.
        ("13:54", &[], Some("13:49"), 122, 0),
        ("13:59", &first, Some("13:59"), 117, 0),
        ("14:09", &[], Some("13:49"), 107, 10),
        // The break is still to come until it is held: as it should be, at once, and not at all.
        ("14:39", &REDS, Some("14:39"), 80, -3),
        ("14:43", &REDS, None, 80, -3),
        ("14:47", &REDS, None, 80, -3),
        ("14:50", &REDS, None, 77, 0),
        ("14:47", &REDS, Some("14:47"), 80, -3),
        ("14:55", &REDS, Some("14:39"), 64, 6),
        ("15:08", &REDS, Some("14:39"), 59, 11),
    ] {
        let is = Reckoning::at(&with(done, open), at(now));
        assert_eq!(
            (is.minutes_left, is.minutes_over),
            (left, over),
            "{now}, {open:?}"
        );
        let ends = at("16:30").naive_local() + Duration::minutes(over);
        assert_eq!(is.ends_about, ends, "{now}, {open:?}");
    }
}

#[test]
fn an_opening_that_begins_late_takes_as_long_all_the_same() {
    let mut p = twenty();
    came(&mut p, "13:40");
    for (now, over) in [("13:40", 10), ("13:50", 10), ("13:59", 10), ("14:04", 15)] {
        assert_eq!(Reckoning::at(&p, at(now)).minutes_over, over, "{now}");
    }
}

#[test]
fn once_every_case_is_dealt_with_only_the_close_is_left_and_goes_by() {
    let mut p = twenty();
    let (opened, closed) = (at("13:49"), at("16:04"));
    for slot in &mut p.slots {
        slot.progress = SlotProgress::Done { opened, closed };
    }
    for (now, ends) in [("16:04", "16:22"), ("16:10", "16:22"), ("16:30", "16:30")] {
        let is = Reckoning::at(&p, at(now));
        assert_eq!(is.ends_about, at(ends).naive_local(), "{now}");
        assert_eq!((is.cases_left, is.used_percent), (0, 100));
        assert!(is.could_be_put_off.is_empty());
    }
}

#[test]
fn what_could_be_put_off_makes_up_for_the_very_number_that_is_shown() {
    let is = Reckoning::at(&with(&[], Some("13:49")), at("14:09"));
    assert_eq!(is.minutes_over, 10);
    let last = [19, 18, 17, 16].map(|n| SlotId(Uuid::from_u128(n)));
    assert_eq!(is.could_be_put_off, last, "four greens of three minutes");
}

#[test]
fn what_was_discussed_on_an_earlier_day_is_no_break_of_this_one() {
    let mut p = with(&[], None);
    let (opened, closed): (At, At) = (
        "2026-12-03T13:49:00+00:00".parse().expect("a moment"),
        "2026-12-03T13:59:00+00:00".parse().expect("a moment"),
    );
    p.slots[0].progress = SlotProgress::Done { opened, closed };
    // The opening is gone through again, and the break is still to come.
    let is = Reckoning::at(&p, at("13:30"));
    assert_eq!((is.minutes_left, is.minutes_over), (127, -10));
}

proptest! {
    #[test]
    fn a_minute_costs_a_minute_at_most(
        opened in 0_i64..60, minute in 0_i64..200, done in 0_usize..19,
    ) {
        let mut p = twenty();
        let moment = |minute| at("13:30") + Duration::minutes(minute);
        for slot in &mut p.slots[..done] {
            slot.progress = SlotProgress::Done { opened: moment(0), closed: moment(opened) };
        }
        p.slots[done].progress = SlotProgress::Open { since: moment(opened) };
        let (now, next) = (Reckoning::at(&p, moment(minute.max(opened))), Reckoning::at(&p, moment(minute.max(opened) + 1)));
        prop_assert!(next.minutes_over <= now.minutes_over + 1);
        prop_assert_eq!(next.cases_left, now.cases_left);
    }
}
