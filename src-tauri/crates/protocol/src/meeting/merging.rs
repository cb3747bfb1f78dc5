//! Two files of one person become one while a meeting is still planned: one place on its agenda, with what waited for either.

use super::planned::Planned;
use crate::cases::CaseHeading;
use crate::file_merges::MergedSlot;
use crate::ids::{CaseId, SlotId};

impl Planned {
    /// Lets a file's place go over to the file that it is merged into, which stands here as it is now; where both have one, one
    /// stays, with the updates in writing of both. Answers what went over.
    pub fn merge_files(&mut self, absorbed: CaseId, into: &CaseHeading) -> Option<MergedSlot> {
        self.refresh_case(into);
        let p = &mut self.0;
        let beside = p.slots.iter().find(|s| s.case.case == into.case);
        let beside = beside.map(|slot| slot.id);
        let nth = p.slots.iter().position(|s| s.case.case == absorbed)?;
        let slot = &mut p.slots[nth];
        let id = slot.id;
        let (tier, budget) = (slot.tier, slot.budget);
        let updates = p.updates.iter().filter(|u| u.slot == id);
        let releases = p.releases.iter().filter(|r| r.after == id);
        let went = MergedSlot {
            meeting: p.id,
            slot: id,
            beside,
            nth,
            tier,
            budget,
            updates: updates.map(|u| u.id).collect(),
            releases: releases.map(|r| r.who).collect(),
        };
        match beside {
            None => slot.case = into.clone(),
            Some(beside) => {
                p.slots.remove(nth);
                self.hand_over(&went, id, beside);
            }
        }
        Some(went)
    }

    /// Gives a file its place back, where nobody has changed it since.
    pub fn part_files(&mut self, went: &MergedSlot, absorbed: &CaseHeading, into: &CaseHeading) {
        let p = &mut self.0;
        if p.slots.iter().any(|s| s.case.case == absorbed.case) {
            return;
        }
        match went.beside {
            None => {
                let theirs = |s: &&mut super::Slot| s.id == went.slot && s.case.case == into.case;
                if let Some(slot) = p.slots.iter_mut().find(theirs) {
                    slot.case = absorbed.clone();
                }
            }
            Some(beside) => {
                let (tier, budget) = (went.tier, went.budget);
                let back =
                    super::planned::put_on_agenda(p, went.slot, absorbed.clone(), tier, budget);
                if back
                    .and_then(|()| self.move_case(went.slot, went.nth))
                    .is_ok()
                {
                    self.hand_over(went, beside, went.slot);
                }
            }
        }
    }

    /// What waited for one place waits for another.
    fn hand_over(&mut self, went: &MergedSlot, from: SlotId, to: SlotId) {
        let updates = self.0.updates.iter_mut();
        for update in updates.filter(|u| u.slot == from && went.updates.contains(&u.id)) {
            update.slot = to;
        }
        let releases = self.0.releases.iter_mut();
        for release in releases.filter(|r| r.after == from && went.releases.contains(&r.who)) {
            release.after = to;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::CaseHeading;
    use crate::ids::{AttendanceId, MeetingId};
    use crate::meeting::Release;
    use crate::trade::{MeetingKind, Tier};
    use crate::words::Words;
    use chrono::{NaiveDate, NaiveTime};
    use proptest::prelude::*;
    use uuid::Uuid;

    /// Cases in this order, somebody free to go after each.
    fn planned(order: &[u128]) -> Planned {
        let day = NaiveDate::from_ymd_opt(2026, 12, 10).expect("a day");
        let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("an hour");
        let id = MeetingId(Uuid::from_u128(99));
        let mut planned = Planned::new(id, MeetingKind::Odoc, day, (noon, noon));
        for n in order {
            let slot = SlotId(Uuid::from_u128(*n));
            let added = planned.add_case(slot, CaseHeading::invented(*n), Tier::Red, 7);
            added.expect("a place");
            planned.0.releases.push(Release {
                who: AttendanceId(Uuid::from_u128(*n)),
                after: slot,
            });
        }
        planned
    }

    proptest! {
        #[test]
        fn two_files_have_one_place_and_taken_apart_again_the_plan_is_what_it_was(
            order in Just((1..6).collect::<Vec<u128>>()).prop_shuffle(),
            left_out in 1..8_u128,
        ) {
            let order: Vec<u128> = order.into_iter().filter(|n| *n != left_out).collect();
            let before = planned(&order);
            let mut plan = before.clone();
            let (gone, stays) = (CaseHeading::invented(1), CaseHeading::invented(2));
            let merged = CaseHeading { name: Words::new("Sian"), ..CaseHeading::invented(2) };
            let went = plan.merge_files(gone.case, &merged);
            prop_assert_eq!(went.is_some(), order.contains(&1));
            let p = plan.proceedings();
            prop_assert!(p.slots.iter().all(|s| s.case.case != gone.case));
            let places = p.slots.iter().filter(|s| s.case == merged).count();
            prop_assert_eq!(places, usize::from(order.contains(&1) || order.contains(&2)));
            prop_assert!(p.releases.iter().all(|r| p.slots.iter().any(|s| s.id == r.after)));
            plan.refresh_case(&stays);
            went.iter().for_each(|went| plan.part_files(went, &gone, &stays));
            prop_assert_eq!(plan, before);
        }
    }
}
