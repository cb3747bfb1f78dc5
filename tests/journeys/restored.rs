//! The power is cut in the middle of a line: what the disk holds at that moment is all that there is.

use crate::table::Table;
use desk::{
    AcceptForm, AttendanceForm, DraftForm, Face, GiveBackForm, LineForm, MeetingForm, MeetingView,
    Nothing, OpenCaseForm, OpenedView, PinForm, PlaceView, SignDeclarationForm, SignatureForm,
};

const PIN: &str = "730514";
const HALF: &str = "pol info seen at the « café » 😟 with";

/// The planned meeting, brought to where everybody has been admitted and no case is open.
pub fn at_the_table(table: &mut Table) -> MeetingView {
    let (meeting, _) = table.meetings();
    let mut view = table
        .desk
        .open_register(MeetingForm { meeting })
        .expect("opened");
    for person in &view.people.clone() {
        let attendance = person.attendance;
        view = table
            .desk
            .mark_present(AttendanceForm { attendance })
            .expect("present");
    }
    table
        .desk
        .set_pin(PinForm { pin: PIN.into() })
        .expect("a PIN");
    table.desk.read_statement(Nothing {}).expect("read");
    for person in &view.people {
        admit(table, person, &view.agreement.text_hash);
    }
    table.desk.begin(Nothing {}).expect("begun");
    table.desk.meeting(Nothing {}).expect("the meeting")
}

/// The planned meeting, brought to its first open case.
pub fn in_a_case(table: &mut Table) -> MeetingView {
    let view = at_the_table(table);
    let mut slots = view.agenda.iter().rev().filter_map(|row| match row.place {
        PlaceView::Case { slot } => Some(slot),
        _ => None,
    });
    let slot = slots.next().expect("a case");
    let because = "The chair said so.".to_owned();
    table
        .desk
        .open_case(OpenCaseForm { slot, because })
        .expect("open")
}

pub fn admit(table: &mut Table, person: &desk::PersonInRoom, text_hash: &str) {
    let (attendance, text_hash) = (person.attendance, text_hash.to_owned());
    table
        .desk
        .accept(AcceptForm {
            attendance,
            text_hash,
        })
        .expect("accepted");
    if person.must_sign {
        table
            .desk
            .hand_over(AttendanceForm { attendance })
            .expect("handed over");
        let (typed_name, name) = (person.name.clone(), person.name.clone());
        let signature = SignatureForm::Typed { name };
        let form = SignDeclarationForm {
            typed_name,
            signature,
        };
        table.desk.sign_declaration(form).expect("signed");
        table
            .desk
            .take_back(GiveBackForm {
                pin: PIN.into(),
                not_understood: false,
            })
            .expect("taken back");
    }
}

#[test]
fn after_a_power_cut_the_same_case_is_open_with_the_same_half_line_and_cursor() {
    let mut table = Table::laid(11);
    in_a_case(&mut table);
    let line = "csu info The window was mended.".to_owned();
    let before = table.desk.record_line(LineForm { line }).expect("recorded");
    let (line, cursor) = (HALF.to_owned(), 29);
    table
        .desk
        .keep_draft(DraftForm {
            line,
            cursor,
            ..DraftForm::default()
        })
        .expect("kept");

    let mut after = Table::copy_of(table.folder.path(), 12);
    let standing = after.desk.standing(Nothing {}).expect("a standing");
    assert_eq!(standing.live_meeting, Some(before.meeting.id));
    let view = after.desk.meeting(Nothing {}).expect("the meeting");
    let draft = view.draft.expect("the half line");
    assert_eq!((draft.line.as_str(), draft.cursor), (HALF, 29));
    let place = |view: &PlaceView| serde_json::to_value(view).expect("a place");
    assert_eq!(place(&view.place), place(&before.place));
    let lines = |opened: &OpenedView| serde_json::to_value(opened).expect("what is open");
    assert_eq!(lines(&view.opened), lines(&before.opened));
}

#[test]
fn a_line_that_was_ticked_is_there_after_a_power_cut_and_its_draft_is_not() {
    let mut table = Table::laid(13);
    in_a_case(&mut table);
    for n in 0..5 {
        let line = format!("csu info Line {n} of five.");
        let draft = DraftForm {
            line: line.clone(),
            cursor: 3,
            ..DraftForm::default()
        };
        table.desk.keep_draft(draft).expect("kept");
        table.desk.record_line(LineForm { line }).expect("recorded");
        let mut after = Table::copy_of(table.folder.path(), 14 + n);
        let view = after.desk.meeting(Nothing {}).expect("the meeting");
        assert!(view.draft.is_none());
        let OpenedView::Case { case } = view.opened else {
            panic!("no case is open")
        };
        assert_eq!(case.lines.len(), usize::try_from(n).expect("small") + 1);
        let check = after.desk.check_record(Nothing {}).expect("checked").check;
        assert!(check.expect("its outcome").whole);
    }
}

#[test]
fn after_a_power_cut_before_the_gate_the_gate_is_still_shut() {
    let mut table = Table::laid(20);
    let (meeting, _) = table.meetings();
    let view = table
        .desk
        .open_register(MeetingForm { meeting })
        .expect("opened");
    let attendance = view.people[0].attendance;
    table
        .desk
        .mark_present(AttendanceForm { attendance })
        .expect("present");
    let mut after = Table::copy_of(table.folder.path(), 21);
    assert_eq!(after.desk.face(), Face::Work);
    assert!(after.desk.cases(Nothing {}).is_err());
    assert!(
        after
            .desk
            .meeting(Nothing {})
            .expect("the meeting")
            .gate
            .is_some()
    );
}
