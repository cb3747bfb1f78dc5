//! What is put right afterwards, as the papers have it: a moved line leaves its first case, a correction stays visible.

use crate::restored::in_a_case;
use crate::table::{CHAIR, Table};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use desk::{
    AttendanceForm, CorrectForm, DocumentForm, DocumentName, EndingView, LineForm, LineName,
    MeetingForm, MeetingView, MoveLineForm, Nothing, OutForm, PresenceForm, RecipientName,
    RewordClosedForm, SaveDocumentsForm, SignMinutesForm, SignatureForm, StretchRow, ToldForm,
};
use protocol::cases::Flags;
use protocol::ids::{MeetingId, SlotId};
use protocol::meeting::{Meeting, Proceedings};
use std::io::Write;
use std::process::{Command, Stdio};

const NEEDLE: &str = "Quillfeather";

/// A case is open, and nobody sits there for whom a line would be held.
pub fn begun(table: &mut Table) -> MeetingView {
    let view = in_a_case(table);
    without_guests(table, &view);
    view
}

/// Whoever is of no party to the agreement leaves.
pub fn without_guests(table: &mut Table, view: &MeetingView) {
    for guest in view.people.iter().filter(|one| one.guest) {
        let attendance = guest.attendance;
        table
            .desk
            .leave(AttendanceForm { attendance })
            .expect("left");
    }
}

pub fn line(table: &mut Table, line: &str) {
    table.clock.advance(TimeDelta::minutes(2));
    let line = line.to_owned();
    table.desk.record_line(LineForm { line }).expect("recorded");
}

pub fn meeting(table: &Table, id: MeetingId) -> Meeting {
    let read = desk::rehearsal::meeting(&table.desk, id);
    read.expect("read").expect("there")
}

fn last_item(p: &Proceedings) -> LineName {
    let item = p.items.last().expect("an item").parts().id;
    LineName::Item { item }
}

pub fn ended(table: &mut Table) -> EndingView {
    table.desk.close_case(Nothing {}).expect("closed");
    table.desk.end_meeting(Nothing {}).expect("ended")
}

/// A document's words, as a stranger's reader finds them.
pub fn words(table: &mut Table, meeting: MeetingId, document: DocumentName) -> String {
    let form = DocumentForm { meeting, document };
    let pdf = table.desk.document_pages(form).expect("pages").pdf;
    let pdf = STANDARD.decode(pdf).expect("bytes");
    let mut reader = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext, of poppler-utils");
    let mut stdin = reader.stdin.take().expect("a pipe");
    let feeding = std::thread::spawn(move || stdin.write_all(&pdf));
    let read = reader.wait_with_output().expect("words");
    feeding.join().expect("fed").expect("fed whole");
    String::from_utf8(read.stdout).expect("words")
}

#[test]
fn a_moved_lines_words_occur_in_no_document_of_the_case_that_it_left() {
    let mut table = Table::laid(31);
    let view = begun(&mut table);
    let id = view.meeting.id;
    let here = meeting(&table, id);
    let p = here.proceedings();
    // A flagged case would hold the line until the chair had chosen to go on with it.
    let plain = p
        .slots
        .iter()
        .find(|s| !s.asks_a_choice(p.date, Flags::default()));
    let right = plain.expect("a case without a flag").id;
    let wrong = p.slots.last().expect("cases").id;
    line(&mut table, &format!("csu info {NEEDLE} was seen."));
    line(&mut table, &format!("> csu call on {NEEDLE} by 2w"));
    line(&mut table, "= carry on because it works");
    let before = meeting(&table, id);
    let action = before.proceedings().actions.last().expect("an action").id;
    let moving = [last_item(before.proceedings()), LineName::Action { action }];
    for line in moving {
        let form = MoveLineForm {
            line,
            slot: right,
            chair_did: String::new(),
        };
        table.desk.move_line(form).expect("moved");
    }
    let ending = ended(&mut table);
    let left = words(&mut table, id, DocumentName::ActionPlan { slot: wrong });
    assert!(!left.contains(NEEDLE), "the plan of the first case has it");
    let minutes = words(&mut table, id, DocumentName::Minutes);
    let p = meeting(&table, id);
    let p = p.proceedings();
    let section = |slot: SlotId| {
        let case = &p.slot(slot).expect("on the agenda").case;
        let heading = format!(". {}: {}", case.reference, case.name.as_str());
        minutes
            .rfind(&heading)
            .unwrap_or_else(|| panic!("no section {heading}"))
    };
    let (from, to) = (section(right), section(wrong));
    assert!(from < to, "the agenda's order");
    assert_eq!(minutes[from..to].matches(NEEDLE).count(), 2);
    assert_eq!(minutes.matches(NEEDLE).count(), 2, "{minutes}");
    let sheet = DocumentName::ActionSheet {
        team: "community-safety".to_owned(),
    };
    let plan = DocumentName::ActionPlan { slot: right };
    let record = DocumentName::DisclosureRecord;
    let may = [DocumentName::Minutes, plan, sheet, record.clone()];
    for name in ending.documents.iter().map(|row| row.name.clone()) {
        let has = words(&mut table, id, name.clone()).contains(NEEDLE);
        assert_eq!(has, may.contains(&name), "{name:?}");
    }
    let record = words(&mut table, id, record);
    let before = &record[..record.find(NEEDLE).expect("the item")];
    let named = |slot: SlotId| {
        let case = &p.slot(slot).expect("on the agenda").case;
        before.rfind(&case.reference)
    };
    assert!(named(right) > named(wrong), "{record}");
}

#[test]
fn a_correction_prints_struck_with_who_and_when_and_its_tell_list_is_ticked_off() {
    let mut table = Table::laid(32);
    let id = begun(&mut table).meeting.id;
    line(&mut table, &format!("csu info {NEEDLE} was seen twice."));
    let here = meeting(&table, id);
    let p = here.proceedings();
    let gone = p
        .attendances
        .iter()
        .find(|a| a.is_in_the_room() && a.role == protocol::room::AttendeeRole::Representative);
    let gone = gone.expect("somebody").id;
    table.clock.advance(TimeDelta::minutes(1));
    table
        .desk
        .leave(AttendanceForm { attendance: gone })
        .expect("left");
    table.clock.advance(TimeDelta::minutes(1));
    let form = CorrectForm {
        line: last_item(p),
        words: "The neighbour was seen once.".to_owned(),
    };
    table.desk.correct_line(form).expect("corrected");
    line(&mut table, "= carry on because it works");
    let ending = ended(&mut table);
    let tell = &ending.tell[0];
    let people: Vec<_> = tell.recipients.iter().map(|one| one.who).collect();
    let gone = RecipientName::Person { attendance: gone };
    assert_eq!(people, [gone]);
    for document in [DocumentName::Minutes, DocumentName::DisclosureRecord] {
        let said = words(&mut table, id, document);
        assert!(
            said.contains(NEEDLE) && said.contains("seen once"),
            "{said}"
        );
        assert!(said.contains("Struck by The chair"), "{said}");
    }
    let form = ToldForm {
        meeting: id,
        correction: tell.correction,
        recipient: gone,
        told: true,
    };
    let after = table.desk.tick_told(form.clone()).expect("ticked");
    assert!(after.tell[0].recipients[0].told_by.is_some());
    assert!(table.desk.tick_told(form).is_err(), "ticked twice");
}

#[test]
fn tidying_after_the_close_is_printed_once_and_tells_nobody() {
    let mut table = Table::laid(33);
    let id = begun(&mut table).meeting.id;
    line(&mut table, &format!("csu info {NEEDLE} was sene."));
    line(&mut table, "= carry on because it works");
    let ending = ended(&mut table);
    assert!(!ending.lines.is_empty());
    let item = last_item(meeting(&table, id).proceedings());
    let form = RewordClosedForm {
        meeting: id,
        line: item.into(),
        words: "The neighbour was seen.".to_owned(),
    };
    let after = table.desk.reword_closed(form).expect("tidied");
    assert!(after.tell.is_empty());
    let said = words(&mut table, id, DocumentName::Minutes);
    assert!(
        !said.contains(NEEDLE) && said.contains("neighbour was seen"),
        "{said}"
    );
    let form = desk::LineHistoryForm {
        meeting: id,
        line: item.into(),
    };
    let history = table.desk.line_history(form).expect("its history");
    let first = history.versions[0].words.clone().expect("its first words");
    assert!(first.contains(NEEDLE));
    assert_eq!(history.versions.len(), 2);
}

#[test]
fn a_departure_noticed_after_the_close_is_listed_before_it_is_kept_and_printed_with_its_trace() {
    let mut table = Table::laid(34);
    let id = begun(&mut table).meeting.id;
    let noted = table.clock.now().format("%H:%M").to_string();
    line(&mut table, "csu info The window was mended.");
    line(&mut table, "= carry on because it works");
    let ending = ended(&mut table);
    let person = ending
        .people
        .iter()
        .find(|one| !one.agency.contains("Community"));
    let person = person.expect("somebody else");
    let mut presence: Vec<StretchRow> = person.stay.presence.clone();
    presence[0].to = noted;
    let form = PresenceForm {
        meeting: id,
        attendance: person.attendance,
        presence,
        step_outs: Vec::<OutForm>::new(),
    };
    let listed = table.desk.weigh_presence(form.clone()).expect("listed");
    assert_eq!(listed.lines.len(), 1);
    table.desk.amend_presence_closed(form).expect("kept");
    let p = meeting(&table, id);
    let item = p.proceedings().items.last().expect("an item");
    assert!(item.recipients().all(|who| who != person.attendance));
    let said = words(&mut table, id, DocumentName::AttendanceRegister);
    assert!(said.contains("Changed afterwards"), "{said}");
    assert!(said.contains("did not receive it"), "{said}");
}

/// An agency's action sheet is saved; the name of its file.
fn sheet_saved(table: &mut Table, meeting: MeetingId) -> String {
    let team = "community-safety".to_owned();
    let form = SaveDocumentsForm {
        meeting,
        documents: vec![DocumentName::ActionSheet { team }],
    };
    let saved = table.desk.save_documents(form).expect("saved");
    saved.files[0].name.clone()
}

#[test]
fn an_action_sheet_that_says_something_else_has_the_next_number_and_one_that_says_the_same_keeps_its_own()
 {
    let mut table = Table::laid(35);
    std::fs::create_dir(table.folder.path().join("saved")).expect("a folder");
    let id = begun(&mut table).meeting.id;
    line(&mut table, &format!("> csu call on {NEEDLE} by 2w"));
    ended(&mut table);
    let first = sheet_saved(&mut table, id);
    assert!(first.contains("Sheet-1-"), "{first}");
    table.clock.advance(TimeDelta::days(1));
    assert_eq!(sheet_saved(&mut table, id), first, "it says the same");
    let action = meeting(&table, id)
        .proceedings()
        .actions
        .last()
        .map(|a| a.id);
    let line = LineName::Action {
        action: action.expect("an action"),
    };
    let mut reworded = |words: &str| {
        let form = RewordClosedForm {
            meeting: id,
            line: line.into(),
            words: words.to_owned(),
        };
        table.desk.reword_closed(form).expect("tidied");
        sheet_saved(&mut table, id)
    };
    let second = reworded("call at the door");
    assert!(second.contains("Sheet-2-"), "{second}");
    // As the first again: it takes the place of the second, and is no first any more.
    let third = reworded(&format!("call on {NEEDLE}"));
    assert!(third.contains("Sheet-3-"), "{third}");
    let sheet = DocumentName::ActionSheet {
        team: "community-safety".to_owned(),
    };
    let said = words(&mut table, id, sheet);
    assert!(said.contains("Action sheet no. 3"), "{said}");
    let meeting = MeetingForm { meeting: id };
    let signer = table.desk.documents(meeting).expect("the draft").signer;
    let name = signer.expect("whoever chaired");
    let form = SignMinutesForm {
        meeting: id,
        passphrase: CHAIR.into(),
        signature: SignatureForm::Typed { name },
    };
    table.desk.sign_minutes(form).expect("signed");
    let last = sheet_saved(&mut table, id);
    assert!(
        last.contains("Sheet-4-") && last.contains("signed"),
        "{last}"
    );
}
