//! The clock on the wall: put forward and back in mid-meeting, and three hours of it without a stop.

use crate::restored::in_a_case;
use crate::table::{Table, moment};
use chrono::TimeDelta;
use desk::{
    AttendanceForm, DraftForm, Face, LineForm, LineRow, MeetingView, Nothing, OpenedView, RoleView,
    WhereaboutsView,
};

fn say(table: &mut Table, words: &str) -> MeetingView {
    let line = format!("csu info {words}");
    table.desk.record_line(LineForm { line }).expect("recorded")
}

/// The words of each line in their order, and how many people received them.
fn lines(view: &MeetingView) -> Vec<(String, u32)> {
    let OpenedView::Case { case } = &view.opened else {
        panic!("no case is open")
    };
    let items = case.lines.iter().filter_map(|row| match row {
        LineRow::Item { words, shared, .. } => Some((words.clone(), shared.people)),
        _ => None,
    });
    items.collect()
}

fn words(view: &MeetingView) -> Vec<String> {
    lines(view).into_iter().map(|(words, _)| words).collect()
}

#[test]
fn a_clock_put_forward_or_back_changes_neither_the_order_of_lines_nor_who_heard_them() {
    let mut table = Table::laid(91);
    in_a_case(&mut table);
    say(&mut table, "first.");
    // Summer time begins: the same moment, called an hour later.
    table.clock.set(moment("2026-12-10T15:05:00+01:00"));
    say(&mut table, "second.");
    let view = table.desk.undo(Nothing {}).expect("taken back");
    assert_eq!(words(&view), ["first."]);
    let view = table.desk.redo(Nothing {}).expect("back");
    let everyone = lines(&view)[0].1;
    assert!(everyone > 3);

    // And an hour back by hand: what is said now was said last, all the same.
    table.clock.set(moment("2026-12-10T13:04:00+00:00"));
    say(&mut table, "third.");
    let view = say(&mut table, "fourth.");
    assert_eq!(words(&view), ["first.", "second.", "third.", "fourth."]);
    let view = table.desk.undo(Nothing {}).expect("taken back");
    assert_eq!(words(&view), ["first.", "second.", "third."]);

    let here = |one: &&desk::PersonInRoom| {
        one.whereabouts == WhereaboutsView::InTheRoom && one.role == RoleView::Representative
    };
    let leaves = view.people.iter().rfind(here).expect("somebody").attendance;
    let form = AttendanceForm { attendance: leaves };
    table.desk.leave(form).expect("left");
    let view = say(&mut table, "fourth, again.");
    let received: Vec<u32> = lines(&view).into_iter().map(|(_, people)| people).collect();
    assert_eq!(received, [everyone, everyone, everyone, everyone - 1]);
    let who = view.people.iter().find(|one| one.attendance == leaves);
    let stay = &who.expect("there").stay.presence;
    assert!(
        stay.iter().all(|one| one.to >= one.from),
        "nobody left before they came"
    );

    // Put back once more before the end: nobody is said to have gone before what they heard.
    let decided = "= no action".to_owned();
    let decided = LineForm { line: decided };
    table.desk.record_line(decided).expect("decided");
    table.desk.close_case(Nothing {}).expect("closed");
    table.clock.set(moment("2026-12-10T12:04:00+00:00"));
    table.desk.end_meeting(Nothing {}).expect("ended");
    let meeting = view.meeting.id;
    let account = desk::rehearsal::Account::of(&mut table.desk, meeting, &[]).expect("an account");
    let account = serde_json::to_value(&account).expect("plain values");
    let read = |at: &serde_json::Value| {
        let at = at.as_str().expect("a moment");
        chrono::DateTime::parse_from_rfc3339(at).expect("a moment")
    };
    let said = account["items"].as_array().expect("items").iter();
    let last = said.map(|item| read(&item["at"])).max().expect("a line");
    let people = account["people"].as_array().expect("people").iter();
    let chair = people.filter(|one| one["role"] == "chair");
    for stay in chair.flat_map(|one| one["presence"].as_array().expect("stays")) {
        assert!(read(&stay["to"]) >= last, "{stay} ends before {last}");
    }

    let check = table.desk.check_record(Nothing {}).expect("checked").check;
    assert!(check.expect("its outcome").whole);
}

#[test]
fn three_hours_without_a_stop_never_rest_and_keep_every_line_the_draft_and_the_pace() {
    let mut table = Table::laid(92);
    in_a_case(&mut table);
    let half = DraftForm {
        line: "csu info and then the".to_owned(),
        cursor: 21,
        ..DraftForm::default()
    };
    let mut said = Vec::new();
    let mut over = i64::MIN;
    for minute in 1..=180 {
        table.clock.advance(TimeDelta::minutes(1));
        table.desk.rest_when_idle();
        assert_eq!(table.desk.face(), Face::Work, "minute {minute}");
        table.desk.stir(Nothing {}).expect("somebody is there");
        if minute % 5 > 0 {
            continue;
        }
        said.push(format!("minute {minute}."));
        let view = say(&mut table, &format!("minute {minute}."));
        table.desk.keep_draft(half.clone()).expect("kept");
        let pace = view.pace.expect("a pace");
        let now = pace.minutes_over;
        assert!(now >= over, "{now} minutes over after {over}");
        over = now;
    }
    let view = table.desk.meeting(Nothing {}).expect("the meeting");
    assert_eq!(words(&view), said);
    assert_eq!(view.draft.expect("the draft").line, half.line);
    assert!(over > 0, "one case has taken the whole meeting");
}
