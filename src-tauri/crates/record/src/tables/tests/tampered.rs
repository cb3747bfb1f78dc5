//! A meeting that somebody altered in the file is not shown as one.

use super::whole::rich;
use super::world::World;
use crate::error::RecordError;
use crate::tables::Reading;
use protocol::meeting::Contradiction;

fn after(tampering: &str) -> RecordError {
    let mut world = World::new();
    let id = rich(&mut world).proceedings().id;
    let off = "PRAGMA foreign_keys = OFF; DROP TRIGGER body_goes_by_logged_erasure;";
    world
        .connection
        .execute_batch(&format!("{off} {tampering}"))
        .unwrap();
    Reading::of(&world.connection)
        .meetings()
        .one(id)
        .unwrap_err()
}

#[test]
fn a_recipient_without_acceptance_is_a_contradiction() {
    let tampered = after("DELETE FROM acceptance");
    let expected = Contradiction::RecipientNotAdmitted;
    assert_eq!(tampered, RecordError::ContradictoryMeeting(expected));
}

#[test]
fn an_item_shared_with_nobody_is_a_contradiction_unless_a_trace_says_why() {
    let tampered = after("DELETE FROM item_recipient; DELETE FROM amendment");
    let expected = Contradiction::SharedWithNobody;
    assert_eq!(tampered, RecordError::ContradictoryMeeting(expected));
}

#[test]
fn an_item_shared_without_a_ground_or_with_somebody_left_out_is_a_contradiction() {
    for tampering in [
        "UPDATE item_recipient SET answer = 'held', purpose = NULL, power = NULL, footing = NULL, regime = NULL, condition = NULL, until = 'admitted'",
        "INSERT INTO item_left_out SELECT meeting, item, attendance, 9 FROM item_recipient WHERE true ON CONFLICT DO NOTHING",
    ] {
        assert!(
            matches!(after(tampering), RecordError::ContradictoryItem(_)),
            "{tampering}"
        );
    }
}

#[test]
fn words_that_went_without_a_logged_erasure_are_missed() {
    for tampering in [
        "DELETE FROM body",
        "DELETE FROM wording",
        "UPDATE wording SET seq = 1",
    ] {
        assert_eq!(after(tampering), RecordError::WordsMissing, "{tampering}");
    }
}

#[test]
fn a_choice_that_nobody_can_have_made_is_unreadable() {
    for tampering in [
        "UPDATE attendance SET role = 'guest'",
        "UPDATE item SET place = 'elsewhere'",
        "UPDATE slot SET progress = 'open', opened = NULL",
        "UPDATE presence SET from_at = 'noon'",
    ] {
        assert!(
            matches!(after(tampering), RecordError::Unreadable(_)),
            "{tampering}"
        );
    }
}
