//! A record that nobody touches: by either clock, in a meeting and out of one.

use super::laid::{Laid, PASSPHRASE, bare, faults};
use super::plan::prepared;
use chrono::TimeDelta;
use desk::{Face, IdleForm, Kind, LockedWhy, MeetingForm, Nothing, PinForm, Problem, UnlockForm};

const PIN: &str = "730514";

fn face(laid: &Laid) -> Face {
    laid.desk.face()
}

/// A meeting whose register is open, and which has its PIN.
fn in_a_meeting() -> Laid {
    let mut laid = bare();
    laid.person("Robin Ashdown", "police");
    let meeting = prepared(&mut laid, Kind::Odoc).meeting.id;
    laid.desk
        .open_register(MeetingForm { meeting })
        .expect("the register");
    laid.desk
        .set_pin(PinForm { pin: PIN.into() })
        .expect("a PIN");
    laid.desk.stir(Nothing {}).expect("somebody is there");
    laid
}

fn left_alone(laid: &mut Laid, minutes: i64) {
    laid.clock.advance(TimeDelta::minutes(minutes));
    laid.desk.rest_when_idle();
}

#[test]
fn a_record_that_nobody_touches_locks_after_five_minutes_and_one_that_somebody_touches_does_not() {
    let mut laid = bare();
    for _ in 0..4 {
        left_alone(&mut laid, 4);
        laid.desk.stir(Nothing {}).expect("somebody is there");
    }
    assert_eq!(face(&laid), Face::Work);
    left_alone(&mut laid, 5);
    assert_eq!(face(&laid), Face::Locked);
    let passphrase = PASSPHRASE.into();
    laid.desk.unlock(UnlockForm { passphrase }).expect("back");
    left_alone(&mut laid, 4);
    assert_eq!(face(&laid), Face::Work, "signing in is a touch");
}

#[test]
fn a_sleep_that_stops_one_clock_and_a_hand_that_turns_the_other_back_both_lock() {
    for minutes in [7, -7] {
        let mut laid = bare();
        laid.clock
            .set(laid.clock.now() + TimeDelta::minutes(minutes));
        laid.desk.rest_when_idle();
        assert_eq!(face(&laid), Face::Locked, "{minutes}");
    }
    let mut laid = bare();
    let before = laid.clock.now();
    laid.clock.advance(TimeDelta::minutes(6));
    laid.clock.set(before);
    laid.desk.rest_when_idle();
    assert_eq!(
        face(&laid),
        Face::Locked,
        "the wall's clock was turned back to hide it"
    );
}

#[test]
fn a_meeting_left_alone_rests_shows_nothing_and_comes_back_by_its_pin() {
    let mut laid = in_a_meeting();
    let before = laid.entries();
    left_alone(&mut laid, 5);
    assert_eq!(face(&laid), Face::Resting);
    let standing = laid.desk.standing(Nothing {}).expect("a standing");
    assert_eq!(
        (standing.user.is_none(), standing.live_meeting),
        (true, None)
    );
    let refused = laid.desk.meeting(Nothing {}).err();
    let resting = LockedWhy::Resting;
    assert_eq!(refused, Some(Problem::Locked { why: resting }));
    let wrong = laid.desk.come_back(PinForm {
        pin: "111111".into(),
    });
    let why = LockedWhy::WrongPin;
    assert_eq!(wrong.err(), Some(Problem::Locked { why }));
    let back = laid.desk.come_back(PinForm { pin: PIN.into() });
    let back = back.expect("back in the meeting");
    assert!(back.live_meeting.is_some());
    assert!(laid.desk.meeting(Nothing {}).is_ok());
    assert_eq!(laid.entries(), before + 2, "rested, and came back");
    left_alone(&mut laid, 4);
    assert_eq!(face(&laid), Face::Work, "coming back is a touch");
}

#[test]
fn five_wrong_pins_lock_a_resting_meeting_and_a_passphrase_goes_on_with_it() {
    let mut laid = in_a_meeting();
    left_alone(&mut laid, 6);
    for left in (0..5).rev() {
        let wrong = laid.desk.come_back(PinForm {
            pin: "111111".into(),
        });
        let why = if left == 0 {
            LockedWhy::TooManyTries
        } else {
            LockedWhy::WrongPin
        };
        assert_eq!(wrong.err(), Some(Problem::Locked { why }));
    }
    assert_eq!(face(&laid), Face::Locked);
    let passphrase = PASSPHRASE.into();
    let standing = laid.desk.unlock(UnlockForm { passphrase }).expect("in");
    assert!(standing.live_meeting.is_some());
}

#[test]
fn the_minutes_are_chosen_from_one_to_fifteen_and_outlast_a_lock() {
    let mut laid = bare();
    for minutes in [0, 16] {
        let out = laid.desk.set_idle(IdleForm { minutes });
        assert_eq!(faults(out), ["minutes: out_of_range"]);
    }
    let view = laid.desk.set_idle(IdleForm { minutes: 15 });
    assert_eq!(view.expect("chosen").idle_minutes, 15);
    laid.desk.lock(Nothing {}).expect("locked");
    let passphrase = PASSPHRASE.into();
    laid.desk.unlock(UnlockForm { passphrase }).expect("in");
    left_alone(&mut laid, 14);
    assert_eq!(face(&laid), Face::Work);
    left_alone(&mut laid, 1);
    assert_eq!(face(&laid), Face::Locked);
}
