//! Meetings prepared and planned.

use super::laid::{Laid, bare, case_form, faults, refused, two_months_on};
use chrono::{Datelike, NaiveDate, NaiveTime};
use desk::{
    AcceptForm, AttendanceForm, CaseForm, Kind, LineForm, MeetingForm, Nothing, OpenCaseForm,
    PlanAttendanceForm, PlanCaseForm, PlanMoveForm, PlanPersonForm, PlanRoleForm, PlanSlotForm,
    PlanTierForm, PlanView, PlanWhenForm, PrepareForm, QuorumChoice, QuorumForm, RefusalCode,
    RoleView, StageView, TierView,
};

pub fn prepared(laid: &mut Laid, kind: Kind) -> PlanView {
    laid.desk
        .prepare_meeting(PrepareForm { kind })
        .expect("a plan")
}

fn when(plan: &PlanView, date: &str, starts: &str, ends: &str) -> PlanWhenForm {
    PlanWhenForm {
        meeting: plan.meeting.id,
        date: date.to_owned(),
        starts: starts.to_owned(),
        ends: ends.to_owned(),
        venue: " Council  House ".to_owned(),
    }
}

fn names(plan: &PlanView) -> Vec<&str> {
    plan.slots.iter().map(|slot| &*slot.name).collect()
}

#[test]
fn the_first_meeting_of_a_kind_takes_up_every_open_case_of_it() {
    let mut laid = bare();
    laid.case("First", Kind::Odoc);
    laid.case("Elsewhere", Kind::DipCaseReview);
    let closed = laid.case("Closed", Kind::Odoc).form;
    laid.desk
        .save_case(CaseForm {
            closed: true,
            ..closed
        })
        .expect("closed");
    let plan = prepared(&mut laid, Kind::Odoc);
    assert_eq!(names(&plan), ["Ash First"]);
    assert_eq!((plan.planned_minutes, plan.available_minutes), (7, 127));
    assert_eq!(
        plan.meeting.starts,
        NaiveTime::from_hms_opt(13, 30, 0).expect("a time")
    );
    assert!(plan.other_cases.is_empty());
}

#[test]
fn preparing_twice_gives_the_same_plan_and_one_entry() {
    let mut laid = bare();
    let before = laid.entries();
    let first = prepared(&mut laid, Kind::Odoc).meeting.id;
    assert_eq!(prepared(&mut laid, Kind::Odoc).meeting.id, first);
    assert_eq!(laid.entries(), before + 1);
}

#[test]
fn every_change_of_a_plan_makes_one_entry() {
    let mut laid = bare();
    let case = laid.case("Late", Kind::Odoc).row.id;
    let person = laid.person("Robin Ashdown", "police").people[0].id;
    let plan = prepared(&mut laid, Kind::Odoc);
    let (meeting, slot) = (plan.meeting.id, plan.slots[0].slot);
    let before = laid.entries();
    let desk = &mut laid.desk;
    desk.plan_when(when(&plan, "10/12/2026", "1.30pm", "1630"))
        .expect("when");
    desk.plan_remove_case(PlanSlotForm { meeting, slot })
        .expect("removed");
    let plan = desk
        .plan_add_case(PlanCaseForm { meeting, case })
        .expect("added");
    let slot = plan.slots[0].slot;
    desk.plan_move_case(PlanMoveForm {
        meeting,
        slot,
        to: 9,
    })
    .expect("moved");
    let tier = PlanTierForm {
        meeting,
        slot,
        tier: TierView::Red,
        budget: None,
    };
    assert_eq!(desk.plan_tier(tier).expect("a tier").slots[0].budget, 10);
    let plan = desk
        .plan_expect(PlanPersonForm { meeting, person })
        .expect("expected");
    let attendance = plan.people[0].attendance;
    let role = PlanRoleForm {
        meeting,
        attendance,
        role: RoleView::Chair,
    };
    assert_eq!(
        desk.plan_role(role).expect("a role").people[0].role,
        RoleView::Chair
    );
    let left = desk
        .plan_unexpect(PlanAttendanceForm {
            meeting,
            attendance,
        })
        .expect("left");
    assert_eq!((left.people.len(), left.other_people.len()), (0, 1));
    assert_eq!(laid.entries(), before + 8);
}

#[test]
fn day_and_hours_are_read_as_people_write_them_and_every_fault_is_named() {
    let mut laid = bare();
    let plan = prepared(&mut laid, Kind::Odoc);
    let row = laid
        .desk
        .plan_when(when(&plan, "10 dec", "1.30", "16:30"))
        .expect("when")
        .meeting;
    assert_eq!(
        row.date,
        NaiveDate::from_ymd_opt(2026, 12, 10).expect("a day")
    );
    assert_eq!(
        row.ends,
        NaiveTime::from_hms_opt(16, 30, 0).expect("a time")
    );
    assert_eq!(row.venue, "Council House");
    let faulty = laid
        .desk
        .plan_when(when(&plan, "10/12/2025", "quarter past", "25:00"));
    assert_eq!(
        faults(faulty),
        ["date: past", "starts: not_a_time", "ends: no_such_time"]
    );
    let backwards = laid.desk.plan_when(when(&plan, "10 dec", "4pm", "2pm"));
    assert_eq!(faults(backwards), ["ends: before_start"]);
    laid.days_pass(30);
    laid.desk
        .plan_when(when(&plan, "10/12/2026", "2pm", "4pm"))
        .expect("its own day may stay");
}

#[test]
fn a_case_that_is_corrected_is_corrected_on_the_plan_with_it() {
    let mut laid = bare();
    let form = laid.case("Misspelt", Kind::Odoc).form;
    let meeting = prepared(&mut laid, Kind::Odoc).meeting.id;
    let before = laid.entries();
    laid.desk
        .save_case(CaseForm {
            surname: "Spelt".to_owned(),
            ..form
        })
        .expect("saved");
    assert_eq!(laid.entries(), before + 1, "one entry for both");
    let plan = laid
        .desk
        .meeting_plan(MeetingForm { meeting })
        .expect("the plan");
    assert_eq!(names(&plan), ["Ash Spelt"]);
}

#[test]
fn a_case_of_the_other_meeting_or_a_closed_one_is_not_put_on_the_agenda() {
    let mut laid = bare();
    let meeting = prepared(&mut laid, Kind::Odoc).meeting.id;
    let case = laid.case("Elsewhere", Kind::DipCaseReview).row.id;
    let other = laid.desk.plan_add_case(PlanCaseForm { meeting, case });
    assert_eq!(faults(other), ["case: not_for_this_meeting"]);
    let case = laid.case("Here", Kind::Odoc).row.id;
    laid.desk
        .plan_add_case(PlanCaseForm { meeting, case })
        .expect("added");
    let twice = laid.desk.plan_add_case(PlanCaseForm { meeting, case });
    assert_eq!(refused(twice), Some(RefusalCode::AlreadyOnTheAgenda));
}

#[test]
fn a_budget_lies_between_one_minute_and_sixty() {
    let mut laid = bare();
    laid.case("Long", Kind::Odoc);
    let plan = prepared(&mut laid, Kind::Odoc);
    for (budget, stands) in [(0, false), (1, true), (60, true), (61, false)] {
        let form = PlanTierForm {
            meeting: plan.meeting.id,
            slot: plan.slots[0].slot,
            tier: TierView::Green,
            budget: Some(budget),
        };
        assert_eq!(laid.desk.plan_tier(form).is_ok(), stands, "{budget}");
    }
}

#[test]
fn next_months_plan_carries_over_cases_people_and_what_is_still_to_be_done() {
    let mut laid = two_months_on();
    let new = laid
        .desk
        .save_case(case_form("Newcomer", Kind::Odoc))
        .expect("a new case")
        .row
        .id;
    let plan = prepared(&mut laid, Kind::Odoc);
    let all = laid
        .desk
        .meetings(Nothing {})
        .expect("the meetings")
        .meetings;
    let last = all
        .iter()
        .find(|m| m.kind == Kind::Odoc && m.stage == StageView::Sealed);
    let last = last.expect("the last meeting");
    assert_eq!(plan.meeting.date.weekday(), last.date.weekday());
    assert_eq!(plan.meeting.starts, last.starts);
    assert!(plan.slots.len() == 4 && plan.people.len() > 8);
    let roles = |role| {
        plan.people
            .iter()
            .filter(|person| person.role == role)
            .count()
    };
    assert_eq!(
        (roles(RoleView::Chair), roles(RoleView::MinuteTaker)),
        (1, 1)
    );
    assert!(
        plan.other_cases.iter().any(|case| case.case == new),
        "a new case is offered"
    );
    let open = laid.desk.actions(Nothing {}).expect("the actions").open;
    let mine = open
        .iter()
        .filter(|a| a.case_label.as_ref().is_some_and(|l| l.starts_with("ODOC")));
    assert!(mine.clone().count() > 0);
    for action in mine {
        assert!(
            plan.carried.iter().any(|carried| carried.id == action.id),
            "one was lost"
        );
    }
    let put_off = plan
        .slots
        .iter()
        .take_while(|slot| slot.deferred_before)
        .count();
    let in_all = plan
        .slots
        .iter()
        .filter(|slot| slot.deferred_before)
        .count();
    assert_eq!(put_off, in_all, "those put off come first");
    laid.days_pass(90);
    let meeting = plan.meeting.id;
    let later = laid.desk.meeting_plan(MeetingForm { meeting });
    let slots = later.expect("the plan").slots;
    assert!(slots.iter().any(|slot| slot.open_actions > 0));
    let late = |slot: &desk::PlanSlot| slot.overdue_actions == slot.open_actions;
    assert!(slots.iter().all(late), "all are late by now");
}

#[test]
fn while_a_meeting_goes_on_no_other_of_its_kind_is_prepared() {
    let mut laid = bare();
    laid.person("Robin Ashdown", "police");
    let meeting = prepared(&mut laid, Kind::Odoc).meeting.id;
    laid.desk
        .open_register(MeetingForm { meeting })
        .expect("the register");
    let again = laid.desk.prepare_meeting(PrepareForm { kind: Kind::Odoc });
    assert!(refused(again).is_some());
    let planned = laid.desk.meeting_plan(MeetingForm { meeting });
    assert!(
        refused(planned).is_some(),
        "a meeting that has begun is planned no more"
    );
    let listed = laid
        .desk
        .meetings(Nothing {})
        .expect("the meetings")
        .meetings;
    assert_eq!(listed[0].stage, StageView::Gathering);
}

#[test]
fn cases_that_were_not_reached_stand_first_next_month() {
    let mut laid = bare();
    for name in ["Done", "Waiting", "Later"] {
        laid.case(name, Kind::Odoc);
    }
    laid.person("Robin Ashdown", "community-safety");
    laid.person("Sam Birchall", "community-safety");
    let plan = prepared(&mut laid, Kind::Odoc);
    assert_eq!(names(&plan), ["Ash Done", "Ash Waiting", "Ash Later"]);
    let carried = held(&mut laid, &plan);
    assert_eq!(names(&carried), ["Ash Waiting", "Ash Later", "Ash Done"]);
    let put_off: Vec<_> = carried
        .slots
        .iter()
        .map(|slot| slot.deferred_before)
        .collect();
    assert_eq!(put_off, [true, true, false]);
    let carried: Vec<_> = carried
        .carried
        .iter()
        .map(|action| &*action.words)
        .collect();
    assert_eq!(carried, ["check the tenancy"]);
}

/// Holds the meeting with two people, who get through the first case only; gives the plan of the next.
pub fn held(laid: &mut Laid, plan: &PlanView) -> PlanView {
    let (desk, meeting) = (&mut laid.desk, plan.meeting.id);
    for (other, role) in plan
        .other_people
        .iter()
        .zip([RoleView::Chair, RoleView::MinuteTaker])
    {
        let person = other.person;
        let plan = desk
            .plan_expect(PlanPersonForm { meeting, person })
            .expect("expected");
        let attendance = plan.people.last().expect("somebody").attendance;
        desk.plan_role(PlanRoleForm {
            meeting,
            attendance,
            role,
        })
        .expect("a role");
    }
    let people = desk
        .open_register(MeetingForm { meeting })
        .expect("the register")
        .people;
    for person in &people {
        let form = AttendanceForm {
            attendance: person.attendance,
        };
        desk.mark_present(form).expect("present");
    }
    let text_hash = desk
        .read_statement(Nothing {})
        .expect("read")
        .agreement
        .text_hash;
    for person in &people {
        let form = AcceptForm {
            attendance: person.attendance,
            text_hash: text_hash.clone(),
        };
        desk.accept(form).expect("accepted");
    }
    let early = refused(desk.begin(Nothing {}));
    assert_eq!(early, Some(RefusalCode::NotQuorate));
    let choice = QuorumChoice::GoOn;
    desk.choose_quorum(QuorumForm { choice })
        .expect("the chair goes on without the police and probation");
    desk.begin(Nothing {}).expect("begun");
    let form = OpenCaseForm {
        slot: plan.slots[0].slot,
        because: String::new(),
    };
    desk.open_case(form).expect("opened");
    let line = "> csu check the tenancy by 2w".to_owned();
    desk.record_line(LineForm { line }).expect("an action");
    desk.close_case(Nothing {}).expect("closed");
    desk.end_meeting(Nothing {}).expect("ended");
    desk.prepare_meeting(PrepareForm { kind: Kind::Odoc })
        .expect("next month's plan")
}
