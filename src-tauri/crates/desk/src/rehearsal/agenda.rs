//! Planning the meeting: what is carried over from last month, and what the script changes about it.

use super::play::{Play, broken};
use super::script::Stumble;
use crate::cases::CaseForm;
use crate::meetings::{
    PlanAttendanceForm, PlanCaseForm, PlanMoveForm, PlanPersonForm, PlanRoleForm, PlanSlotForm,
    PlanTierForm, PlanView, PlanWhenForm, PrepareForm, RoleView,
};
use crate::sample::{SampleCase, SamplePerson};
use crate::sign_in::Nothing;
use chrono::TimeDelta;
use protocol::ids::MeetingId;
use std::collections::{BTreeMap, BTreeSet};

/// How long the room is booked for.
const HOURS: i64 = 3;

impl Play<'_> {
    /// The meeting of the script, ready for its register to be opened.
    pub fn prepare(&mut self) -> Result<MeetingId, Stumble> {
        self.clock.advance(TimeDelta::hours(-HOURS));
        let wanted = self.wanted_cases();
        self.register_cases(&wanted)?;
        self.register_people()?;
        let kind = self.script.kind;
        let plan = self.ask("prepare_meeting", 1, |desk| {
            desk.prepare_meeting(PrepareForm { kind })
        })?;
        let meeting = plan.meeting.id;
        self.when(meeting)?;
        let plan = self.plan_cases(plan, &wanted)?;
        self.plan_people(plan)?;
        self.clock.set(self.script.opens);
        Ok(meeting)
    }

    fn wanted_cases(&self) -> Vec<SampleCase> {
        let cases = self.sample.cases_at(self.script.kind, self.script.cases);
        cases.into_iter().cloned().collect()
    }

    fn register_cases(&mut self, wanted: &[SampleCase]) -> Result<(), Stumble> {
        let known = self.ask("cases", 1, |desk| desk.cases(Nothing {}))?;
        let known: BTreeSet<String> = known.cases.into_iter().map(|c| c.reference).collect();
        for case in wanted {
            if !known.contains(&case.form.reference) {
                let form: CaseForm = case.form.clone();
                let kind = form.meeting;
                let page = self.ask("save_case", 1, |desk| desk.save_case(form))?;
                let today = self.desk.today();
                let waivers = self.sample.waivers.as_ref();
                if let Some(waiver) = waivers.map(|w| w.form(page.row.id, kind, today)) {
                    self.ask("save_consent", 1, |desk| desk.save_consent(waiver))?;
                }
            }
        }
        Ok(())
    }

    /// Everybody expected is on the register of people; one of the table is left to be the new face.
    fn register_people(&mut self) -> Result<(), Stumble> {
        let known = self.ask("people", 1, |desk| desk.people(Nothing {}))?;
        let known: BTreeSet<String> = known.people.into_iter().map(|p| p.name).collect();
        let strangers = self.cast.expected();
        let strangers = strangers.filter(|p| !known.contains(&p.form.name));
        let mut strangers: Vec<SamplePerson> = strangers.cloned().collect();
        let at_the_table = |p: &SamplePerson| {
            let table = &self.cast.table;
            p.role == RoleView::Representative && table.iter().any(|t| t.form.name == p.form.name)
        };
        if let Some(new_face) = strangers.iter().rposition(at_the_table) {
            strangers.remove(new_face);
        }
        for person in strangers {
            self.ask("save_person", 1, |desk| desk.save_person(person.form))?;
        }
        Ok(())
    }

    fn when(&mut self, meeting: MeetingId) -> Result<(), Stumble> {
        let opens = self.script.opens;
        let form = PlanWhenForm {
            meeting,
            date: opens.format("%d/%m/%Y").to_string(),
            starts: opens.format("%H:%M").to_string(),
            ends: (opens + TimeDelta::hours(HOURS))
                .format("%H:%M")
                .to_string(),
            venue: "Committee Room 2, the Civic Suite".to_owned(),
        };
        self.ask("plan_when", 1, |desk| desk.plan_when(form))?;
        Ok(())
    }

    fn plan_cases(&mut self, plan: PlanView, wanted: &[SampleCase]) -> Result<PlanView, Stumble> {
        let meeting = plan.meeting.id;
        let tiers: BTreeMap<_, _> = wanted
            .iter()
            .map(|case| (case.form.reference.clone(), case.tier))
            .collect();
        for slot in plan
            .slots
            .iter()
            .filter(|s| !tiers.contains_key(&s.reference))
        {
            let slot = slot.slot;
            let form = PlanSlotForm { meeting, slot };
            self.ask("plan_remove_case", 1, |desk| desk.plan_remove_case(form))?;
        }
        let there: BTreeSet<_> = plan.slots.iter().map(|s| &s.reference).collect();
        let other = plan.other_cases.iter();
        let missing = other.filter(|c| !there.contains(&c.reference));
        for case in missing.filter(|c| tiers.contains_key(&c.reference)) {
            let case = case.case;
            let form = PlanCaseForm { meeting, case };
            self.ask("plan_add_case", 1, |desk| desk.plan_add_case(form))?;
        }
        self.order(meeting, &tiers)
    }

    /// The sample's tiers, and the last case moved up to be the second.
    fn order(
        &mut self,
        meeting: MeetingId,
        tiers: &BTreeMap<String, crate::meetings::TierView>,
    ) -> Result<PlanView, Stumble> {
        let plan =
            |desk: &mut crate::Desk| desk.meeting_plan(crate::meetings::MeetingForm { meeting });
        let planned = self.ask("meeting_plan", 1, plan)?;
        for slot in &planned.slots {
            let tier = tiers
                .get(&slot.reference)
                .filter(|tier| **tier != slot.tier);
            if let Some(&tier) = tier {
                let (slot, budget) = (slot.slot, None);
                let form = PlanTierForm {
                    meeting,
                    slot,
                    tier,
                    budget,
                };
                self.ask("plan_tier", 1, |desk| desk.plan_tier(form))?;
            }
        }
        if let [_, _, .., last] = planned.slots.as_slice() {
            let (slot, to) = (last.slot, 1);
            let form = PlanMoveForm { meeting, slot, to };
            self.ask("plan_move_case", 1, |desk| desk.plan_move_case(form))?;
        }
        self.ask("meeting_plan", 1, plan)
    }

    fn plan_people(&mut self, plan: PlanView) -> Result<(), Stumble> {
        let meeting = plan.meeting.id;
        let expected: BTreeSet<String> =
            self.cast.expected().map(|p| p.form.name.clone()).collect();
        for person in plan.people.iter().filter(|p| !expected.contains(&p.name)) {
            let attendance = person.attendance;
            let form = PlanAttendanceForm {
                meeting,
                attendance,
            };
            self.ask("plan_unexpect", 1, |desk| desk.plan_unexpect(form))?;
        }
        let mut plan = plan;
        // In the order of the table, so that seats are the same whoever came last month.
        for person in self.cast.expected().cloned().collect::<Vec<_>>() {
            let other = plan
                .other_people
                .iter()
                .find(|p| p.name == person.form.name);
            if let Some(person) = other.map(|p| p.person) {
                let form = PlanPersonForm { meeting, person };
                plan = self.ask("plan_expect", 1, |desk| desk.plan_expect(form))?;
            }
        }
        self.roles(plan)
    }

    fn roles(&mut self, plan: PlanView) -> Result<(), Stumble> {
        let meeting = plan.meeting.id;
        for person in &plan.people {
            let Some(wanted) = self.cast.named(&person.name).map(|p| p.role) else {
                continue;
            };
            if wanted != person.role {
                let (attendance, role) = (person.attendance, wanted);
                let form = PlanRoleForm {
                    meeting,
                    attendance,
                    role,
                };
                self.ask("plan_role", 1, |desk| desk.plan_role(form))?;
            }
        }
        let refused = self.ask("meeting_plan", 1, |desk| {
            desk.meeting_plan(crate::meetings::MeetingForm { meeting })
        })?;
        refused
            .open_refused
            .map_or(Ok(()), |_| Err(broken("the plan is not ready")))
    }
}
