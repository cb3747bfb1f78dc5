//! What a meeting left held, as the papers and the next months have it: in no document, listed until it is resolved, and resolved once.

use crate::afterwards::{begun, ended, line, meeting, without_guests, words};
use crate::restored::at_the_table;
use crate::table::{CHAIR, Table, moment};
use chrono::NaiveDate;
use desk::{
    AdviceForm, AskAdviceForm, DocumentName, EndingView, HeldAfterRow, HeldForm, HeldRight,
    HeldRightForm, HeldStands, LineName, LineRow, MeetingForm, MeetingView, Nothing, OpenCaseForm,
    Problem, RefusalCode, RightFor, RightView, SignMinutesForm, SignatureForm, WithholdForm,
};
use protocol::ids::{CaseId, ItemId, MeetingId};
use protocol::sharing::Standing;

const NEEDLE: &str = "Quillfeather";

/// What is said in December: last month's meeting has left something held as well.
fn is_ours(since: NaiveDate) -> bool {
    since == moment("2026-12-10T13:30:00+00:00").date_naive()
}

fn ours(view: &EndingView) -> Vec<&HeldAfterRow> {
    let rows = view.held.iter();
    rows.filter(|row| is_ours(row.held.since)).collect()
}

fn ours_in_the_room(view: &MeetingView) -> Vec<(ItemId, bool)> {
    let over = view.held_over.iter().map(|row| &row.held);
    let over = over
        .filter(|row| is_ours(row.since))
        .map(|row| (row.item, false));
    let here = view.held.iter().filter_map(|row| match row {
        LineRow::Item {
            name: LineName::Item { item },
            since: Some(since),
            ..
        } if is_ours(*since) => Some((*item, true)),
        _ => None,
    });
    over.chain(here).collect()
}

/// The meeting has ended with a line about one case held for legal advice.
struct Left {
    meeting: MeetingId,
    item: ItemId,
    case: CaseId,
    ending: EndingView,
}

fn left(table: &mut Table) -> Left {
    let id = begun(table).meeting.id;
    let form = AskAdviceForm {
        of: RightFor {
            line: format!("csu info {NEEDLE} was named."),
            item: None,
        },
        asked_of: "Invented Manager".to_owned(),
        question: "May it be shared?".to_owned(),
    };
    table.desk.ask_advice(form).expect("held");
    line(table, "= carry on because it works");
    let ending = ended(table);
    let of = meeting(table, id);
    let p = of.proceedings();
    let item = p.items.last().expect("an item").parts();
    assert_eq!(item.standing, Standing::Held);
    Left {
        meeting: id,
        item: item.id,
        case: p.case_at(item.place).expect("a case"),
        ending,
    }
}

fn advice(item: ItemId, may_be_shared: bool) -> AdviceForm {
    AdviceForm {
        item,
        may_be_shared,
        advice: "As the law stands.".to_owned(),
        given_by: "Invented Solicitor".to_owned(),
    }
}

fn in_any_document(table: &mut Table, ending: &EndingView) -> bool {
    let names: Vec<_> = ending
        .documents
        .iter()
        .map(|row| row.name.clone())
        .collect();
    let mut names = names.into_iter();
    names.any(|name| words(table, ending.meeting.id, name).contains(NEEDLE))
}

/// The minutes' words in one line: a narrow column breaks them anywhere.
fn minutes(table: &mut Table, id: MeetingId) -> String {
    let said = words(table, id, DocumentName::Minutes);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn listed(table: &mut Table) -> usize {
    let month = table.desk.this_month(Nothing {}).expect("this month");
    let said = serde_json::to_string(&month).expect("its words");
    assert!(
        !said.contains(NEEDLE),
        "a list says what is held, and not what was said"
    );
    let rows = month.held.iter();
    rows.filter(|row| is_ours(row.since)).count()
}

fn signed(table: &mut Table, left: &Left) {
    let form = SignMinutesForm {
        meeting: left.meeting,
        passphrase: CHAIR.into(),
        signature: SignatureForm::Typed {
            name: "The chair".to_owned(),
        },
    };
    table.desk.sign_minutes(form).expect("signed");
}

fn stands(table: &mut Table, left: &Left) -> HeldStands {
    let meeting = left.meeting;
    let view = table.desk.documents(MeetingForm { meeting });
    ours(&view.expect("its documents"))[0].stands.clone()
}

/// Next month, with the case open that it was left of.
fn next_month(table: &mut Table, left: &Left) -> MeetingView {
    table.clock.set(moment("2027-01-14T13:30:00+00:00"));
    let begun = at_the_table(table);
    without_guests(table, &begun);
    assert_eq!(ours_in_the_room(&begun), [(left.item, false)]);
    assert!(begun.held_over.iter().any(|row| row.words.contains(NEEDLE)));
    let next = meeting(table, begun.meeting.id);
    let mut slots = next.proceedings().slots.iter();
    let slot = slots
        .find(|s| s.case.case == left.case)
        .expect("its case")
        .id;
    let because = "The chair said so.".to_owned();
    let form = OpenCaseForm { slot, because };
    table.desk.open_case(form).expect("open")
}

#[test]
fn what_is_left_held_is_in_no_document_until_next_months_meeting_shares_it() {
    let mut table = Table::laid(51);
    let left = left(&mut table);
    assert_eq!(ours(&left.ending).len(), 1);
    assert!(!in_any_document(&mut table, &left.ending));
    assert_eq!(listed(&mut table), 1);
    signed(&mut table, &left);
    assert_eq!(listed(&mut table), 1, "signed, it goes on waiting");
    assert!(matches!(stands(&mut table, &left), HeldStands::Signed));
    let right = HeldRight::Release { item: left.item };
    let form = HeldRightForm {
        meeting: left.meeting,
        right,
    };
    assert!(
        table.desk.make_right_closed(form).is_err(),
        "nothing of a signed meeting changes"
    );

    let opened = next_month(&mut table, &left);
    let here = ours_in_the_room(&opened);
    let [(item, true)] = here[..] else {
        panic!("it is held here: {here:?}");
    };
    assert!(matches!(
        stands(&mut table, &left),
        HeldStands::TakenUp { .. }
    ));
    assert_eq!(listed(&mut table), 0, "the meeting that goes on has it");
    let form = WithholdForm {
        meeting: left.meeting,
        item: left.item,
        because: "It is late.".to_owned(),
    };
    let refused = table.desk.withhold(form);
    let taken_up = |problem: &Problem| matches!(problem, Problem::Refused { refusal } if refusal.code == RefusalCode::TakenUp);
    assert!(refused.err().is_some_and(|problem| taken_up(&problem)));

    let shared = table.desk.give_advice(advice(item, true)).expect("advised");
    assert!(ours_in_the_room(&shared).is_empty());
    line(&mut table, "= carry on because it works");
    let ending = ended(&mut table);
    assert!(ours(&ending).is_empty());
    let minutes = minutes(&mut table, ending.meeting.id);
    assert!(minutes.contains(NEEDLE), "{minutes}");
    assert!(minutes.contains("Held since the meeting of"), "{minutes}");
    assert_eq!(listed(&mut table), 0);
}

#[test]
fn left_held_again_it_waits_once_more_and_since_the_day_on_which_it_was_said() {
    let mut table = Table::laid(52);
    let left = left(&mut table);
    next_month(&mut table, &left);
    line(&mut table, "= carry on because it works");
    let ending = ended(&mut table);
    let first = ours(&left.ending)[0].held.since;
    assert_eq!(ours(&ending).len(), 1);
    assert_eq!(ours(&ending)[0].held.since, first);
    assert_eq!(listed(&mut table), 1, "carried once, and listed once");
}

#[test]
fn a_case_opened_by_mistake_takes_nothing_up_once_that_is_taken_back() {
    let mut table = Table::laid(53);
    let left = left(&mut table);
    let opened = next_month(&mut table, &left);
    let last = opened.last.expect("one key takes it back");
    let back = table
        .desk
        .undo_last(desk::LastForm { last })
        .expect("taken back");
    assert_eq!(ours_in_the_room(&back), [(left.item, false)]);
    assert_eq!(listed(&mut table), 1);
}

#[test]
fn advice_that_comes_beside_the_draft_shares_it_with_the_minutes_and_one_key_takes_that_back() {
    let mut table = Table::laid(54);
    let left = left(&mut table);
    let HeldStands::Unsigned { free, rights, .. } = &ours(&left.ending)[0].stands else {
        panic!("it waits beside the draft");
    };
    assert!(!free);
    assert!(
        rights
            .iter()
            .any(|right| matches!(right, RightView::AdviceCame { .. }))
    );
    let came = |may| HeldRightForm {
        meeting: left.meeting,
        right: HeldRight::AdviceCame(advice(left.item, may)),
    };
    let view = table.desk.make_right_closed(came(false)).expect("advised");
    assert_eq!(ours(&view).len(), 1, "the advice was against it");
    assert!(!in_any_document(&mut table, &view));
    let view = table.desk.make_right_closed(came(true)).expect("advised");
    assert!(ours(&view).is_empty());
    let minutes = minutes(&mut table, left.meeting);
    assert!(minutes.contains(NEEDLE), "{minutes}");
    assert!(minutes.contains("shared with these minutes"), "{minutes}");
    assert_eq!(listed(&mut table), 0);
    let form = desk::LastOfForm {
        meeting: left.meeting,
        last: view.last.expect("one key takes it back"),
    };
    let back = table.desk.undo_last_closed(form).expect("taken back");
    assert_eq!(ours(&back).len(), 1);
    assert!(!in_any_document(&mut table, &back));
}

#[test]
fn what_the_chair_withholds_is_listed_no_more_and_comes_before_no_meeting_until_it_waits_again() {
    let mut table = Table::laid(55);
    let left = left(&mut table);
    let form = |because: &str| WithholdForm {
        meeting: left.meeting,
        item: left.item,
        because: because.to_owned(),
    };
    assert!(table.desk.withhold(form(" ")).is_err(), "it is said why");
    signed(&mut table, &left);
    let view = table
        .desk
        .withhold(form("It is not needed."))
        .expect("withheld");
    assert!(
        matches!(&ours(&view)[0].stands, HeldStands::Withheld { because, .. } if because == "It is not needed.")
    );
    assert!(table.desk.withhold(form("Twice.")).is_err());
    assert_eq!(listed(&mut table), 0);
    assert!(!in_any_document(&mut table, &view));
    let (meeting, item) = (left.meeting, left.item);
    let again = table.desk.let_held_wait(HeldForm { meeting, item });
    assert!(matches!(
        ours(&again.expect("it waits"))[0].stands,
        HeldStands::Signed
    ));
    assert_eq!(listed(&mut table), 1);
    table.desk.withhold(form("After all.")).expect("withheld");
    table.clock.set(moment("2027-01-14T13:30:00+00:00"));
    let (meeting, _) = table.meetings();
    table
        .desk
        .open_register(MeetingForm { meeting })
        .expect("open");
    assert!(
        table.desk.this_month(Nothing {}).is_err(),
        "while the gate is shut"
    );
    table.desk.put_register_back(Nothing {}).expect("put back");
    assert!(ours_in_the_room(&at_the_table(&mut table)).is_empty());
}
