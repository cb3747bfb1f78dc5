//! Any moves in any order: what is read back is what was kept.

use super::moves;
use super::world::{World, said};
use proptest::prelude::*;
use protocol::meeting::Meeting;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_at_a_meeting_is_read_back_as_it_was(
        choices in prop::collection::vec((0_u8..30, any::<u8>()), 1..50)
    ) {
        let mut world = World::new();
        let planned = moves::planned(&mut world);
        let mut meeting = moves::in_session(&mut world, planned.clone());
        world.keep(Some(&planned), &meeting);
        for choice in choices {
            let before = meeting.clone();
            // A refused move may have gone halfway, as several moves in one do: what is there is kept.
            let _ = moves::make(&mut world, meeting.in_session_mut().unwrap(), choice);
            world.keep(Some(&before), &meeting);
        }
        let session = meeting.clone().in_session().unwrap();
        if let Ok(closed) = session.end(&said("not reached"), world.now()) {
            let ended: Meeting = closed.into();
            world.keep(Some(&meeting), &ended);
        }
    }
}
