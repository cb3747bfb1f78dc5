//! A practice meeting, which leaves no trace.

use super::laid::{Laid, bare, refused};
use desk::rehearsal::{Pace, Script, run};
use desk::{Face, Kind, Nothing, PrepareForm, RefusalCode, UnlockForm, dispatch};
use serde_json::{Value, json};

#[test]
fn a_whole_practice_meeting_leaves_the_real_record_byte_for_byte_as_it_was() {
    let mut laid = bare();
    laid.person("Ash One", "police");
    let entries = laid.entries();
    let standing = laid.desk.practise(Nothing {}).expect("a practice");
    let before = laid.real();
    assert!(laid.practice_folder().is_dir());
    assert!(standing.marking.expect("a marking").starts_with("PRACTICE"));
    let script = Script {
        kind: Kind::Odoc,
        cases: 4,
        attendees: 8,
        opens: laid.clock.now(),
        month: 1,
        chair_passphrase: standing.practice.expect("its passphrase").into(),
        pace: Pace::Brief,
    };
    run(&mut laid.desk, &script).expect("a whole meeting, signed");
    assert!(
        laid.entries() > 100,
        "it was a real meeting in a record of its own"
    );
    let standing = laid.desk.end_practice(Nothing {}).expect("the end");
    assert_eq!(standing.face, Face::Locked);
    assert!(!laid.practice_folder().exists(), "nothing is left of it");
    assert_eq!(laid.real(), before, "and nothing went into the real record");
    let passphrase = laid.passphrase();
    laid.desk
        .unlock(UnlockForm {
            passphrase: passphrase.as_str().into(),
        })
        .expect("unlocked");
    assert_eq!(laid.entries(), entries + 2, "locked, and unlocked again");
    let people = laid.desk.people(Nothing {}).expect("the register").people;
    assert_eq!(people.len(), 1);
}

#[test]
fn a_practice_is_held_under_the_partnerships_own_agreement_by_the_letters_of_its_own_agencies() {
    let mut laid = bare();
    let does = |laid: &mut Laid, name: &str, form: Value| {
        let done = dispatch(&mut laid.desk, name, form);
        done.unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
    };
    let found = does(&mut laid, "example_pack", json!({}));
    let form = json!({ "sha256": found["file"]["sha256"] });
    let own = does(&mut laid, "adopt_pack", form);
    let standing = laid.desk.practise(Nothing {}).expect("a practice");
    let before = laid.real();
    let practised = does(&mut laid, "partnership", json!({}));
    for what in ["name", "teams", "kinds"] {
        assert_eq!(practised[what], own[what], "{what}");
    }
    let actions = does(&mut laid, "actions", json!({}))["open"].clone();
    let agreed = actions.as_array().is_some_and(|all| !all.is_empty());
    assert!(agreed, "a month ago something was agreed");
    let script = Script {
        kind: Kind::Odoc,
        cases: 4,
        attendees: 8,
        opens: laid.clock.now(),
        month: 1,
        chair_passphrase: standing.practice.expect("its passphrase").into(),
        pace: Pace::Brief,
    };
    run(&mut laid.desk, &script).expect("a whole meeting, signed");
    laid.desk.end_practice(Nothing {}).expect("the end");
    assert!(!laid.practice_folder().exists(), "nothing is left of it");
    assert_eq!(laid.real(), before, "and nothing went into the real record");
}

#[test]
fn locking_ends_a_practice_and_a_meeting_going_on_refuses_one() {
    let mut laid = bare();
    laid.desk.practise(Nothing {}).expect("a practice");
    let again = laid.desk.practise(Nothing {});
    assert_eq!(refused(again), Some(RefusalCode::MeetingUnderWay));
    laid.desk.lock(Nothing {}).expect("locked");
    assert!(!laid.practice_folder().exists());
    let passphrase = laid.passphrase();
    laid.desk
        .unlock(UnlockForm {
            passphrase: passphrase.as_str().into(),
        })
        .expect("the real record");
    laid.case("Somebody", Kind::Odoc);
    let form = PrepareForm { kind: Kind::Odoc };
    let plan = laid.desk.prepare_meeting(form).expect("a plan");
    let form = desk::MeetingForm {
        meeting: plan.meeting.id,
    };
    laid.desk.open_register(form).expect("a register");
    let during = laid.desk.practise(Nothing {});
    assert_eq!(refused(during), Some(RefusalCode::MeetingUnderWay));
    assert_eq!(laid.desk.face(), Face::Work, "and the record stays open");
}
