//! Cases taken over from a list: seen first, agreed to, and then one case and one entry at a time.

use super::laid::{Laid, bare, case_form, faults, refused};
use super::plan::prepared;
use desk::{
    ImportAgreeForm, ImportColumnsForm, ImportField, ImportFile, ImportIncludeForm, ImportRow,
    ImportRowsForm, ImportShow, Kind, LikenessView, Nothing, PassedWhy, RefusalCode, TakenOverView,
    ToldView,
};

const LIST: &str = "Surname,First name,D.O.B.,Postcode,Street,Town,CRO,Notes\n\
    Fairweather,Ash,3/7/85,b37 4zy,14 Quill Road,Birmingham,,\"Two lines,\nof notes\"\n\
    Holloway,Bex,31/13/1990,B37,1 Low Street,Solihull,,\n\
    Okafor,Chidi,12/01/1979,,,,,=1+1\n\
    fairweather,ASH,03.07.1985,,,,,\n";

/// What stays as it is, and why.
fn in_the_way(came_to: &TakenOverView) -> Vec<(&str, PassedWhy)> {
    let passed = came_to.in_the_way.iter();
    passed.map(|one| (&*one.reference, one.why)).collect()
}

fn agreement() -> ImportAgreeForm {
    ImportAgreeForm {
        virus_checked: true,
        told: Some(ToldView::Told),
        told_reason: String::new(),
        told_ground: String::new(),
        told_decided_by: String::new(),
    }
}

impl Laid {
    /// The file, read and checked to its end.
    fn checked(&mut self, list: &[u8]) -> ImportFile {
        self.table(list);
        let view = self.desk.import_choose(Nothing {}).expect("a file");
        self.until_its_end(view.file.expect("a file"))
    }

    fn until_its_end(&mut self, mut file: ImportFile) -> ImportFile {
        while file.checked < file.rows || (file.agreed && !file.done) {
            let next = match file.agreed {
                true => self.desk.import_next(Nothing {}),
                false => self.desk.import_check(Nothing {}),
            };
            file = next.expect("a step").file.expect("a file");
        }
        file
    }

    fn agreed(&mut self) -> ImportFile {
        let view = self.desk.import_agree(agreement()).expect("agreed");
        self.until_its_end(view.file.expect("a file"))
    }

    fn back(&mut self) -> TakenOverView {
        let view = self.desk.import_back(Nothing {}).expect("a step back");
        view.taken_over.expect("a list")
    }

    fn again(&mut self) -> TakenOverView {
        let view = self.desk.import_again(Nothing {}).expect("a step on");
        view.taken_over.expect("a list")
    }

    fn rows(&mut self, show: ImportShow) -> Vec<ImportRow> {
        let form = ImportRowsForm { show, from: 0 };
        self.desk.import_rows(form).expect("rows").rows
    }

    fn names(&mut self) -> Vec<(String, String)> {
        let cases = self.desk.cases(Nothing {}).expect("the cases").cases;
        cases.into_iter().map(|c| (c.reference, c.name)).collect()
    }
}

#[test]
fn nothing_is_in_the_record_before_the_person_agrees() {
    let mut laid = bare();
    let before = laid.entries();
    let file = laid.checked(LIST.as_bytes());
    assert_eq!(
        (file.rows, file.ready, file.faulty, file.twins),
        (4, 2, 1, 1)
    );
    assert_eq!((file.formulas, file.imported, file.agreed), (1, 0, false));
    assert_eq!(laid.entries(), before);
    assert!(laid.names().is_empty());
    laid.desk.import_drop(Nothing {}).expect("left");
    assert!(laid.desk.import(Nothing {}).expect("a view").file.is_none());
    assert_eq!(laid.entries(), before);
}

#[test]
fn every_fault_is_told_by_row_and_column() {
    let mut laid = bare();
    laid.checked(LIST.as_bytes());
    let found: Vec<_> = laid
        .rows(ImportShow::Faulty)
        .into_iter()
        .flat_map(|row| row.findings.into_iter().map(move |f| (row.row, f)))
        .map(|(row, f)| (row, f.letter.unwrap_or_default(), f.fault.code))
        .collect();
    let wanted = [(3, "C", "no_such_month"), (3, "D", "too_short")];
    let wanted = wanted.map(|(row, letter, code)| (row, letter.to_owned(), code.to_owned()));
    assert_eq!(found, wanted);
    let formula = &laid.rows(ImportShow::Formulas)[0];
    assert_eq!(
        (formula.row, &*formula.formulas[0], formula.included),
        (4, "H", true)
    );
}

#[test]
fn likely_the_same_person_is_shown_and_left_unless_somebody_says_otherwise() {
    let mut laid = bare();
    let known = desk::CaseForm {
        born: "12/1/1979".to_owned(),
        forename: "Chidi".to_owned(),
        ..case_form("Okafor", Kind::Odoc)
    };
    laid.desk.save_case(known).expect("a case");
    let file = laid.checked(LIST.as_bytes());
    assert_eq!((file.ready, file.twins), (1, 2));
    let twins = laid.rows(ImportShow::Twins);
    let of_the_record = twins[0].twin.as_ref().expect("a twin");
    assert_eq!(
        of_the_record.case.as_deref(),
        Some("Chidi Okafor, ODOC-001")
    );
    let of_the_file = twins[1].twin.as_ref().expect("a twin");
    assert_eq!(
        (of_the_file.row, of_the_file.why),
        (Some(2), LikenessView::NameAndBirth)
    );
    let take = ImportIncludeForm {
        at: twins[1].at,
        include: true,
    };
    let view = laid.desk.import_include(take).expect("taken");
    assert_eq!(view.file.map(|file| file.ready), Some(2));
    let faulty = laid.rows(ImportShow::Faulty)[0].at;
    let take = ImportIncludeForm {
        at: faulty,
        include: true,
    };
    assert_eq!(
        faults(laid.desk.import_include(take)),
        ["rows: row_is_faulty"]
    );
}

#[test]
fn what_was_agreed_to_is_taken_over_and_numbered_with_one_entry_a_case() {
    let mut laid = bare();
    laid.case("Earlier", Kind::Odoc);
    laid.checked(LIST.as_bytes());
    let before = laid.entries();
    let file = laid.agreed();
    assert_eq!((file.imported, file.skipped, file.done), (2, 0, true));
    assert_eq!(
        laid.entries(),
        before + 3,
        "one to agree, and one for each case"
    );
    let named = |reference: &str, name: &str| (reference.to_owned(), name.to_owned());
    let wanted = [
        named("ODOC-001", "Ash Earlier"),
        named("ODOC-002", "Ash Fairweather"),
        named("ODOC-003", "Chidi Okafor"),
    ];
    assert_eq!(laid.names(), wanted);
    let cases = laid.desk.cases(Nothing {}).expect("the cases").cases;
    let form = desk::CaseIdForm { case: cases[1].id };
    let page = laid.desk.case_page(form).expect("the page");
    assert_eq!(page.form.note, "Two lines,\nof notes");
    assert_eq!(
        (&*page.form.born, &*page.form.postcode),
        ("03/07/1985", "B374ZY")
    );
}

#[test]
fn an_agreement_says_everything_that_is_missing_at_once() {
    let mut laid = bare();
    laid.table(LIST.as_bytes());
    laid.desk.import_choose(Nothing {}).expect("a file");
    let early = ImportAgreeForm {
        virus_checked: false,
        told: None,
        ..agreement()
    };
    let wanted = [
        "rows: not_checked",
        "virus_checked: not_confirmed",
        "told: missing",
    ];
    assert_eq!(faults(laid.desk.import_agree(early)), wanted);
    assert_eq!(
        faults(laid.desk.import_next(Nothing {})),
        ["rows: not_agreed"]
    );
    laid.checked(LIST.as_bytes());
    let neither = ImportAgreeForm {
        told: Some(ToldView::Neither),
        ..agreement()
    };
    let wanted = [
        "told_reason: missing",
        "told_ground: missing",
        "told_decided_by: missing",
    ];
    assert_eq!(faults(laid.desk.import_agree(neither)), wanted);
}

#[test]
fn columns_can_be_assigned_by_hand_and_none_of_them_twice() {
    let mut laid = bare();
    let file = laid.checked("Wer,Wann\nHolloway,3.7.85\n".as_bytes());
    assert!(file.columns.iter().all(|column| column.field.is_none()));
    assert_eq!(
        file.rows, 2,
        "without a head that is known every row is a person"
    );
    let columns = |columns: Vec<Option<ImportField>>| ImportColumnsForm {
        columns,
        meeting: Kind::DipCaseReview,
    };
    let twice = columns(vec![Some(ImportField::Surname), Some(ImportField::Surname)]);
    assert_eq!(
        faults(laid.desk.import_columns(twice)),
        ["columns: column_twice"]
    );
    let said = columns(vec![Some(ImportField::WholeName), Some(ImportField::Born)]);
    let view = laid.desk.import_columns(said).expect("assigned");
    let file = laid.until_its_end(view.file.expect("a file"));
    assert_eq!((file.ready, file.faulty), (1, 1));
    laid.agreed();
    assert_eq!(
        laid.names(),
        [("DIP-001".to_owned(), "Holloway".to_owned())]
    );
}

#[test]
fn a_reference_is_never_given_twice_even_while_cases_are_taken_over() {
    let mut laid = bare();
    let list = "Ref,Surname,Forename\nA-1,One,Ash\na-1,Two,Bo\nA-2,Three,Cy\n,Four,Di\n";
    let file = laid.checked(list.as_bytes());
    assert_eq!((file.ready, file.faulty), (3, 1));
    laid.desk.import_agree(agreement()).expect("agreed");
    laid.desk.import_next(Nothing {}).expect("the first");
    let meanwhile = desk::CaseForm {
        reference: "A-2".to_owned(),
        ..case_form("Quick", Kind::Odoc)
    };
    laid.desk.save_case(meanwhile).expect("a case");
    let view = laid.desk.import_next(Nothing {}).expect("the second");
    let file = laid.until_its_end(view.file.expect("a file"));
    assert_eq!((file.imported, file.skipped), (2, 1));
    let references: Vec<_> = laid
        .names()
        .into_iter()
        .map(|(reference, _)| reference)
        .collect();
    assert_eq!(references, ["A-1", "A-2", "ODOC-001"]);
}

#[test]
fn a_list_that_was_taken_over_goes_case_by_case_and_comes_again_as_it_was() {
    let mut laid = bare();
    laid.case("Earlier", Kind::Odoc);
    let nothing = laid.desk.import_back(Nothing {});
    assert_eq!(refused(nothing), Some(RefusalCode::NothingToUndo));
    laid.checked(LIST.as_bytes());
    let before = laid.names();
    laid.agreed();
    let (with, entries) = (laid.names(), laid.entries());
    laid.desk.import_drop(Nothing {}).expect("left");
    let one = laid.back();
    assert_eq!((one.there, one.gone, one.passed), (1, 1, 0));
    assert_eq!(laid.back().gone, 2);
    assert_eq!(laid.names(), before);
    assert_eq!(laid.entries(), entries + 2, "one entry for each case");
    assert_eq!(
        refused(laid.desk.import_back(Nothing {})),
        Some(RefusalCode::NothingToUndo)
    );
    laid.again();
    assert_eq!(laid.again().there, 2);
    assert_eq!(laid.names(), with, "with the references that they had");
    assert_eq!(laid.entries(), entries + 4);
    assert_eq!(
        refused(laid.desk.import_again(Nothing {})),
        Some(RefusalCode::NothingToUndo)
    );
}

#[test]
fn a_case_that_something_was_built_on_stays_and_it_is_said_why() {
    let mut laid = bare();
    laid.checked("Ref,Surname,Forename\nA-1,One,Ash\nA-2,Two,Bo\nA-3,Three,Cy\n".as_bytes());
    laid.agreed();
    let prepared = prepared(&mut laid, Kind::Odoc);
    for slot in prepared.slots.iter().filter(|slot| slot.reference != "A-1") {
        let form = desk::PlanSlotForm {
            meeting: prepared.meeting.id,
            slot: slot.slot,
        };
        laid.desk.plan_remove_case(form).expect("off the agenda");
    }
    let cases = laid.desk.cases(Nothing {}).expect("the cases").cases;
    let two = cases
        .iter()
        .find(|row| row.reference == "A-2")
        .expect("there");
    let mut form = laid
        .desk
        .case_page(desk::CaseIdForm { case: two.id })
        .expect("a page")
        .form;
    form.note = "Something new is known".to_owned();
    laid.desk.save_case(form).expect("changed");
    laid.back();
    laid.back();
    let came_to = laid.back();
    assert_eq!((came_to.there, came_to.gone, came_to.passed), (0, 1, 2));
    let why = in_the_way(&came_to);
    assert_eq!(
        why,
        [("A-2", PassedWhy::Changed), ("A-1", PassedWhy::OnAnAgenda)]
    );
    let meanwhile = desk::CaseForm {
        reference: "a-3".to_owned(),
        ..case_form("Quick", Kind::Odoc)
    };
    laid.desk.save_case(meanwhile).expect("a case");
    let came_to = laid.again();
    assert_eq!((came_to.there, came_to.gone), (2, 0));
    let why = in_the_way(&came_to);
    assert_eq!(
        why,
        [("A-3", PassedWhy::ReferenceTaken)],
        "no reference is given twice"
    );
}

/// A list of so many people, no two alike: each is named in letters by their number.
fn list_of(rows: u32) -> String {
    let mut list = String::from("Surname;Forename;Ref\n");
    for row in 0..rows {
        let letter = |place: u32| char::from(b'a' + (row / 26_u32.pow(place) % 26) as u8);
        let surname: String = (0..4).map(letter).collect();
        list += &format!("{surname};Ash;R{row}\n");
    }
    list
}

#[test]
fn two_thousand_cases_are_taken_over_and_taken_back_one_entry_each_and_the_journal_is_whole() {
    const ROWS: u32 = 2_000;
    let mut laid = bare();
    laid.case("Earlier", Kind::Odoc);
    let file = laid.checked(list_of(ROWS).as_bytes());
    assert_eq!((file.ready, file.faulty, file.twins), (ROWS, 0, 0));
    let before = laid.entries();
    let file = laid.agreed();
    assert_eq!((file.imported, file.skipped, file.done), (ROWS, 0, true));
    assert_eq!(laid.names().len(), ROWS as usize + 1);
    let came = laid.entries();
    assert_eq!(came, before + 1 + u64::from(ROWS));

    for gone in 1..=ROWS {
        let came_to = laid.back();
        assert_eq!((came_to.there, came_to.gone), (ROWS - gone, gone));
        assert_eq!(came_to.passed, 0);
    }
    assert_eq!(laid.names().len(), 1, "whoever was there before stays");
    assert_eq!(laid.entries(), came + u64::from(ROWS));
    let view = laid.desk.check_record(Nothing {}).expect("a check");
    let check = view.check.expect("what it found");
    assert_eq!(
        (check.whole, check.entries_checked),
        (true, laid.entries()),
        "the journal verifies"
    );
}

#[test]
fn a_hundred_thousand_rows_are_checked_in_short_steps_with_room_between_them() {
    let mut laid = bare();
    let mut list = String::from("Surname;Forename;Ref\n");
    for row in 0..100_000_u32 {
        let letters = row.to_be_bytes().map(|b| char::from(b'a' + b % 26));
        let letters: String = letters.iter().chain(&['x']).collect();
        list += &format!(
            "{letters};Ash{};R{row}\n",
            "o".repeat((row / 26 % 7) as usize)
        );
    }
    laid.table(list.as_bytes());
    let file = laid.desk.import_choose(Nothing {}).expect("a file").file;
    assert_eq!(
        file.map(|file| (file.rows, file.checked)),
        Some((100_000, 0))
    );
    let view = laid.desk.import_check(Nothing {}).expect("a step").file;
    assert_eq!(view.map(|file| file.checked), Some(1_000));
    laid.desk
        .people(Nothing {})
        .expect("something else in between");
    let view = laid.desk.import_check(Nothing {}).expect("a step");
    let file = laid.until_its_end(view.file.expect("a file"));
    assert_eq!((file.checked, file.faulty), (100_000, 0));
    assert_eq!(file.ready + file.twins, 100_000);
    assert!(laid.names().is_empty());
}
