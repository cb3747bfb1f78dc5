//! A meeting that does not go as planned: put off, adjourned to another day, abandoned, and what its papers say of it.

use crate::afterwards::words;
use crate::restored::{admit, in_a_case};
use crate::table::{CHAIR, Table};
use chrono::TimeDelta;
use desk::{
    AbandonForm, AttendanceForm, DocumentName, LastOfForm, LineForm, MeetingForm, MeetingView,
    Nothing, PlanWhenForm, PostponeForm, PrepareForm, Problem, PutOffForm, RefusalCode, RoleForm,
    RoleView, StageView, UnlockForm, WhereaboutsView,
};
use protocol::ids::MeetingId;

fn to_the(day: &str) -> PutOffForm {
    PutOffForm {
        date: day.to_owned(),
        reason: "The heating failed.".to_owned(),
    }
}

/// Everybody who was there sits down again and is asked everything again.
fn on_the_other_day(table: &mut Table, meeting: MeetingId) -> MeetingView {
    table.clock.advance(TimeDelta::days(7));
    let form = MeetingForm { meeting };
    let view = table.desk.open_register(form).expect("resumed");
    assert!(view.resumed && view.gate.is_some());
    assert!(view.people.iter().all(|one| one.accepted_at.is_none()));
    for person in &view.people {
        let attendance = person.attendance;
        let form = AttendanceForm { attendance };
        table.desk.mark_present(form).expect("present");
    }
    view
}

#[test]
fn an_adjourned_meeting_opens_nothing_on_the_other_day_before_everyone_accepts_again() {
    let mut table = Table::laid(61);
    let meeting = in_a_case(&mut table).meeting.id;
    let line = "csu info The window was mended.".to_owned();
    table.desk.record_line(LineForm { line }).expect("recorded");
    let past = table.desk.adjourn_meeting(to_the("1/12/2026"));
    assert_eq!(past.err(), Some(Problem::field("date", "past")));
    let list = table.desk.adjourn_meeting(to_the("17/12/2026"));
    let list = list.expect("adjourned").meetings;
    let row = list.iter().find(|m| m.id == meeting).expect("in the list");
    assert_eq!(row.stage, StageView::Adjourned);
    assert_eq!(
        row.adjourned_to.map(|day| day.to_string()).as_deref(),
        Some("2026-12-17")
    );
    let kind = row.kind;
    assert!(table.desk.prepare_meeting(PrepareForm { kind }).is_err());
    table.desk.lock(Nothing {}).expect("locked");
    let passphrase = CHAIR.into();
    table
        .desk
        .unlock(UnlockForm { passphrase })
        .expect("unlocked");

    let view = on_the_other_day(&mut table, meeting);
    let shut = desk::dispatch(&mut table.desk, "cases", serde_json::json!({}));
    assert!(shut.is_err(), "the gate is shut");
    table.desk.read_statement(Nothing {}).expect("read again");
    let pin = desk::PinForm {
        pin: "730514".into(),
    };
    table.desk.set_pin(pin).expect("a PIN");
    for person in &view.people {
        assert!(table.desk.begin(Nothing {}).is_err());
        admit(&mut table, person, &view.agreement.text_hash);
    }
    table.desk.begin(Nothing {}).expect("business goes on");
    table.desk.end_meeting(Nothing {}).expect("ended");
    each_signature_has_its_paper(&mut table, meeting);
    for document in [DocumentName::Minutes, DocumentName::AttendanceRegister] {
        let said = words(&mut table, meeting, document);
        assert!(said.contains("Adjourned"), "{said}");
        assert!(said.contains("The heating failed."), "{said}");
        assert!(said.contains("17 December 2026"), "{said}");
        assert!(said.contains("Resumed"), "{said}");
    }
}

/// Whoever signed on both days has a declaration of each.
fn each_signature_has_its_paper(table: &mut Table, meeting: MeetingId) {
    let ending = table.desk.documents(MeetingForm { meeting });
    let documents = ending.expect("the documents").documents;
    let declarations = documents
        .into_iter()
        .filter(|row| matches!(row.name, DocumentName::Declaration { .. }));
    let (mut first, mut second) = (0, 0);
    for row in declarations {
        let said = words(table, meeting, row.name);
        match row.about.rsplit(", ").next() {
            Some("10 December") => {
                assert!(said.contains("signed Thursday 10 December 2026"), "{said}");
                first += 1;
            }
            _ => {
                assert!(said.contains("signed Thursday 17 December 2026"), "{said}");
                second += 1;
            }
        }
    }
    assert!(first > 0 && first == second, "{first} and {second}");
}

#[test]
fn a_time_put_right_on_the_second_day_is_of_that_day_and_leaves_the_first_as_it_was() {
    let mut table = Table::laid(64);
    let meeting = in_a_case(&mut table).meeting.id;
    let said = |table: &mut Table, line: &str| {
        let line = line.to_owned();
        table.desk.record_line(LineForm { line }).expect("recorded")
    };
    said(&mut table, "csu info The window was mended. -perpetua");
    table
        .desk
        .adjourn_meeting(to_the("17/12/2026"))
        .expect("adjourned");
    let view = on_the_other_day(&mut table, meeting);
    table.desk.read_statement(Nothing {}).expect("read again");
    let pin = desk::PinForm {
        pin: "730514".into(),
    };
    table.desk.set_pin(pin).expect("a PIN");
    for person in &view.people {
        admit(&mut table, person, &view.agreement.text_hash);
    }
    let begun = table.desk.begin(Nothing {}).expect("business goes on");
    let first = begun.agenda.iter().find_map(|row| match row.place {
        desk::PlaceView::Case { slot } => Some(slot),
        _ => None,
    });
    let form = desk::OpenCaseForm {
        slot: first.expect("a case"),
        because: "There is a reason.".to_owned(),
    };
    table.desk.open_case(form).expect("opened");
    let noted = table.clock.now().format("%H:%M").to_string();
    table.clock.advance(TimeDelta::minutes(5));
    let view = said(&mut table, "csu info The door was mended. -perpetua");
    let other = |one: &&desk::PersonInRoom| one.role == RoleView::Representative;
    let person = view.people.iter().find(other).expect("a representative");
    let before = person.stay.presence.clone();
    let days: Vec<String> = before
        .iter()
        .filter_map(|row| Some(row.day?.to_string()))
        .collect();
    assert_eq!(days, ["2026-12-10", "2026-12-17"]);
    let mut presence = before.clone();
    presence[1].to = noted.clone();
    let form = desk::PresenceForm {
        meeting,
        attendance: person.attendance,
        presence,
        step_outs: Vec::new(),
    };
    let listed = table.desk.weigh_presence(form.clone()).expect("listed");
    assert_eq!(listed.lines.len(), 1, "the second day's line alone");
    let view = table.desk.amend_presence(form).expect("kept");
    let mut people = view.people.iter();
    let after = people.find(|one| one.attendance == person.attendance);
    let after = &after.expect("on the register").stay.presence;
    assert_eq!(after[0], before[0]);
    assert_eq!((&after[1].day, &after[1].to), (&before[1].day, &noted));
}

#[test]
fn an_abandoned_meeting_says_why_and_is_signed_by_the_deputy_who_held_the_chair() {
    let mut table = Table::laid(62);
    let view = in_a_case(&mut table);
    let deputy = view
        .people
        .iter()
        .find(|one| one.role == RoleView::Representative && one.statutory);
    let deputy = deputy.expect("a representative").clone();
    let form = RoleForm {
        attendance: deputy.attendance,
        role: RoleView::Chair,
    };
    table.desk.set_role(form).expect("the chair is handed over");
    let reason = String::new();
    let silent = table.desk.abandon_meeting(AbandonForm { reason });
    assert!(matches!(silent, Err(Problem::Unfinished { .. })));
    let reason = "A fire alarm.".to_owned();
    let ending = table.desk.abandon_meeting(AbandonForm { reason });
    let ending = ending.expect("abandoned");
    assert_eq!(ending.signer.as_deref(), Some(deputy.name.as_str()));
    assert!(ending.next.is_some(), "next month has what was not settled");
    let said = words(&mut table, view.meeting.id, DocumentName::Minutes);
    assert!(said.contains("A fire alarm."), "{said}");
    assert!(said.contains("handed the chair to"), "{said}");
}

#[test]
fn a_meeting_put_off_carries_everybody_invited_and_counts_nobody_as_absent() {
    let mut table = Table::laid(63);
    let (meeting, _) = table.meetings();
    let form = |date: &str| PostponeForm {
        meeting,
        date: date.to_owned(),
        reason: "Snow.".to_owned(),
    };
    let no_later = table.desk.postpone_meeting(form("10/12/2026")).err();
    assert_eq!(no_later, Some(Problem::field("date", "not_later")));
    let plan = table.desk.postpone_meeting(form("17/12/2026"));
    let people = plan.expect("put off").people.len();
    let register = table.desk.open_register(MeetingForm { meeting });
    let first = register.expect("open").people[0].attendance;
    let form = AttendanceForm { attendance: first };
    table.desk.mark_present(form).expect("present");
    // Put off by a slip: they still sit there, and it is put off once more.
    let left = table.desk.put_off_meeting(to_the("7/1/2027"));
    let left = left.expect("put off").left.expect("a way back");
    let last = left.last;
    let back = LastOfForm { meeting, last };
    let people_there = table.desk.back_to_the_register(back).expect("back").people;
    assert_eq!(people_there[0].whereabouts, WhereaboutsView::InTheRoom);
    table
        .desk
        .put_off_meeting(to_the("7/1/2027"))
        .expect("put off");
    not_brought_back_to_that_day(&mut table, meeting);
    table.clock.advance(TimeDelta::days(28));
    let again = table.desk.open_register(MeetingForm { meeting });
    let again = again.expect("open").people;
    assert_eq!(again.len(), people);
    let expected = |one: &desk::PersonInRoom| one.whereabouts == WhereaboutsView::Expected;
    assert!(again.iter().all(expected));
}

/// Cases can be read since: neither by planning nor by its register is the meeting held on that very day.
fn not_brought_back_to_that_day(table: &mut Table, meeting: MeetingId) {
    let read = desk::dispatch(&mut table.desk, "cases", serde_json::json!({}));
    assert!(read.is_ok(), "the gate is open");
    let plan = table.desk.meeting_plan(MeetingForm { meeting });
    let refused = plan.expect("the plan").open_refused.expect("refused");
    assert_eq!(refused.code, RefusalCode::PutOffToday);
    let form = PlanWhenForm {
        meeting,
        date: "10/12/2026".to_owned(),
        starts: "13:30".to_owned(),
        ends: "16:30".to_owned(),
        venue: String::new(),
    };
    let planned = table.desk.plan_when(form).err();
    let fault = Problem::field("date", "put_off_that_day");
    assert_eq!(planned, Some(fault));
    let register = table.desk.open_register(MeetingForm { meeting });
    let Some(Problem::Refused { refusal }) = register.err() else {
        panic!("the register opens");
    };
    assert_eq!(refusal.code, RefusalCode::PutOffToday);
}

#[test]
fn whoever_has_accepted_leaves_the_register_by_their_key_with_it_and_one_key_brings_them_back() {
    let mut table = Table::laid(65);
    let (meeting, _) = table.meetings();
    let view = table.desk.open_register(MeetingForm { meeting });
    let view = view.expect("open");
    let person = &view.people[0];
    let form = || AttendanceForm {
        attendance: person.attendance,
    };
    table.desk.mark_present(form()).expect("present");
    table.desk.read_statement(Nothing {}).expect("read");
    let pin = "730514".into();
    table.desk.set_pin(desk::PinForm { pin }).expect("a PIN");
    admit(&mut table, person, &view.agreement.text_hash);
    let of = |view: &MeetingView| {
        let mut all = view.people.iter();
        all.find(|one| one.attendance == person.attendance)
            .cloned()
            .expect("on the register")
    };
    let before = of(&table.desk.meeting(Nothing {}).expect("the meeting"));
    let view = table.desk.mark_absent(form()).expect("gone");
    let gone = of(&view);
    assert_eq!(gone.whereabouts, WhereaboutsView::Left);
    assert_eq!(gone.accepted_at, before.accepted_at);
    assert_eq!(gone.signed_at, before.signed_at);
    let last = view.last.expect("one key");
    let view = table.desk.undo_last(desk::LastForm { last });
    let back = of(&view.expect("back"));
    assert_eq!(back.whereabouts, WhereaboutsView::InTheRoom);
    assert_eq!(back.accepted_at, before.accepted_at);
}
