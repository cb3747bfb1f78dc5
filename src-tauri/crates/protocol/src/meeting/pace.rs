//! What could be put off when the cases left take longer than the time left for them.

use super::agenda::{Slot, SlotProgress};
use crate::ids::SlotId;
use crate::trade::Tier;

/// Up to this many minutes over, a chair needs no telling: a short case makes up for it.
const WORTH_SAYING: i64 = 5;

/// The cases that could be put off to next month until the rest fits, the last of the agenda first.
///
/// Green cases before amber ones, never a red one, and never one that is open or done. It is what the chair is told:
/// what is put off, the chair decides, case by case.
pub(super) fn could_be_put_off(slots: &[Slot], minutes_over: i64) -> Vec<SlotId> {
    if minutes_over <= WORTH_SAYING {
        return Vec::new();
    }
    let waiting = |tier| {
        let waits = move |s: &&Slot| s.tier == tier && s.progress == SlotProgress::Waiting;
        slots.iter().rev().filter(waits)
    };
    let mut gained = 0;
    let needed = |slot: &&Slot| {
        let needed = gained < minutes_over;
        gained += i64::from(slot.budget);
        needed
    };
    waiting(Tier::Green)
        .chain(waiting(Tier::Amber))
        .take_while(needed)
        .map(|slot| slot.id)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::CaseHeading;
    use crate::trade::At;
    use crate::words::Words;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn slot(n: usize, tier: Tier, budget: u16, progress: SlotProgress) -> Slot {
        let case = CaseHeading::invented(n as u128);
        Slot {
            id: SlotId(Uuid::from_u128(n as u128)),
            case,
            tier,
            budget,
            progress,
            went_on_because: None,
            went_on_for: Default::default(),
            asked: None,
        }
    }

    fn agenda(tiers: &[Tier]) -> Vec<Slot> {
        let minutes = |tier| match tier {
            Tier::Red => 10,
            Tier::Amber => 7,
            Tier::Green => 3,
        };
        let made = |(n, &tier)| slot(n, tier, minutes(tier), SlotProgress::Waiting);
        tiers.iter().enumerate().map(made).collect()
    }

    fn numbers(slots: &[Slot], over: i64) -> Vec<u128> {
        let ids = could_be_put_off(slots, over).into_iter();
        ids.map(|id| id.0.as_u128()).collect()
    }

    #[test]
    fn greens_go_from_the_end_then_ambers_and_a_red_case_never() {
        let all = agenda(&[
            Tier::Red,
            Tier::Amber,
            Tier::Green,
            Tier::Amber,
            Tier::Green,
        ]);
        for (over, put_off) in [
            (-20, vec![]),
            (5, vec![]),
            (6, vec![4, 2]),
            (7, vec![4, 2, 3]),
            (13, vec![4, 2, 3]),
            (14, vec![4, 2, 3, 1]),
            (500, vec![4, 2, 3, 1]),
        ] {
            assert_eq!(numbers(&all, over), put_off, "{over} min over");
        }
    }

    #[test]
    fn what_is_open_done_or_put_off_already_is_not_put_off() {
        let now = At::default();
        let all = [
            slot(0, Tier::Green, 3, SlotProgress::Open { since: now }),
            slot(
                1,
                Tier::Green,
                3,
                SlotProgress::Done {
                    opened: now,
                    closed: now,
                },
            ),
            slot(
                2,
                Tier::Green,
                3,
                SlotProgress::Deferred {
                    reason: Words::new("not reached"),
                },
            ),
        ];
        assert!(numbers(&all, 60).is_empty());
    }

    proptest! {
        #[test]
        fn no_more_is_put_off_than_the_time_asks_for(
            tiers in prop::collection::vec(prop_oneof![Just(Tier::Red), Just(Tier::Amber), Just(Tier::Green)], 0..40),
            over in -60_i64..200,
        ) {
            let all = agenda(&tiers);
            let put_off = could_be_put_off(&all, over);
            let minutes = |ids: &[SlotId]| -> i64 {
                all.iter().filter(|s| ids.contains(&s.id)).map(|s| i64::from(s.budget)).sum()
            };
            if let Some((_, before)) = put_off.split_last() {
                prop_assert!(minutes(before) < over);
            }
        }
    }
}
