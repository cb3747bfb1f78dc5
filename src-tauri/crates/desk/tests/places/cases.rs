//! Cases as they are typed, stored and looked at.

use super::laid::{bare, case_form, faults, two_months_on};
use desk::{
    CaseForm, CaseIdForm, CheckFieldForm, CustodyStatus, Kind, LikenessView, Nothing, ToldView,
};

fn text(words: &str) -> String {
    words.to_owned()
}

/// Every field as somebody in a hurry types it.
fn hurried() -> CaseForm {
    CaseForm {
        title: text("mr."),
        born: text("3/7/85"),
        gender: text("male"),
        ethnic_group: text("w1"),
        cro: text("265416/08x"),
        number_and_street: text("14  Quillfeather Road,"),
        post_town: text("Birmingham"),
        postcode: text("b37 4zy"),
        manager_name: text("Jo Field"),
        manager_organisation: text("Probation"),
        lead: text("police"),
        custody: CustodyStatus::Custody,
        establishment: text("HMP Invented Hill"),
        since: text("3-8-26"),
        until: text("18/12/2031"),
        ..case_form("Fairweather", Kind::Odoc)
    }
}

#[test]
fn what_people_write_is_stored_in_the_one_agreed_form() {
    let mut laid = bare();
    let page = laid.desk.save_case(hurried()).expect("a case");
    let form = page.form;
    assert_eq!((&*form.reference, &*form.born), ("ODOC-001", "03/07/1985"));
    assert_eq!((&*form.gender, &*form.ethnic_group), ("M", "W1"));
    assert_eq!((&*form.cro, &*form.postcode), ("265416/08X", "B374ZY"));
    assert_eq!((&*form.since, &*form.until), ("03/08/2026", "18/12/2031"));
    assert_eq!(form.number_and_street, "14 Quillfeather Road");
    assert_eq!(page.age, Some(41));
}

#[test]
fn another_file_that_may_be_the_same_persons_is_named_on_both_the_surest_first() {
    let mut laid = bare();
    let first = laid.desk.save_case(hurried()).expect("a case");
    assert!(first.grounds.alike.is_empty());
    laid.case("Fairweather", Kind::DipCaseReview);
    laid.case("Nobody-Else", Kind::Odoc);
    let by_number = CaseForm {
        cro: text("265416/08x"),
        ..case_form("Otherwise-Called", Kind::DipCaseReview)
    };
    let other = laid.desk.save_case(by_number).expect("a case");
    let like = |page: &desk::CasePage| -> Vec<_> {
        let all = page.grounds.alike.iter().map(|other| &other.file);
        all.map(|one| (one.reference.clone(), one.why)).collect()
    };
    assert_eq!(like(&other), [(text("ODOC-001"), LikenessView::CroNumber)]);
    let page = laid.desk.case_page(CaseIdForm { case: first.row.id });
    let both = [
        (text("DIP-002"), LikenessView::CroNumber),
        (text("DIP-001"), LikenessView::Name),
    ];
    assert_eq!(like(&page.expect("its page")), both);
}

#[test]
fn a_stored_form_saved_again_changes_nothing_in_it() {
    let mut laid = bare();
    let first = laid.desk.save_case(hurried()).expect("a case").form;
    let again = laid
        .desk
        .save_case(first.clone())
        .expect("the same case")
        .form;
    let spelt = |form: &CaseForm| serde_json::to_value(form).expect("a form");
    assert_eq!(spelt(&first), spelt(&again));
    let nowhere = CaseForm {
        number_and_street: text("NFA"),
        ..case_form("Nil", Kind::Odoc)
    };
    let first = laid.desk.save_case(nowhere).expect("a case").form;
    let again = laid
        .desk
        .save_case(first.clone())
        .expect("the same case")
        .form;
    assert_eq!(spelt(&first), spelt(&again));
}

#[test]
fn every_fault_is_named_at_once_and_nothing_is_entered() {
    let mut laid = bare();
    let before = laid.entries();
    let form = CaseForm {
        surname: String::new(),
        born: text("31/02/1990"),
        postcode: text("B37"),
        lead: text("nobody"),
        custody: CustodyStatus::Community,
        since: text("1/1/2026"),
        until: text("1/1/2025"),
        told: Some(ToldView::Neither),
        ..hurried()
    };
    let mut found = faults(laid.desk.save_case(form));
    found.sort();
    let expected = [
        "born: no_such_day",
        "lead: not_in_the_pack",
        "postcode: too_short",
        "surname: missing",
        "told_decided_by: missing",
        "told_ground: missing",
        "told_reason: missing",
        "until: before_since",
    ];
    assert_eq!(found, expected);
    assert_eq!(laid.entries(), before);
}

#[test]
fn what_a_person_knows_is_presumed_of_nobody_and_said_of_everybody() {
    let mut laid = bare();
    assert_eq!(CaseForm::empty(Kind::Odoc).told, None);
    let before = laid.entries();
    let unsaid = CaseForm {
        told: None,
        ..case_form("Unsaid", Kind::DipCaseReview)
    };
    assert_eq!(faults(laid.desk.save_case(unsaid)), ["told: missing"]);
    assert_eq!(laid.entries(), before);
    for told in [ToldView::Told, ToldView::Agreed] {
        let said = CaseForm {
            told: Some(told),
            ..case_form("Said", Kind::Odoc)
        };
        let page = laid.desk.save_case(said).expect("a case");
        assert_eq!(
            page.form.told,
            Some(told),
            "and it comes back as it was said"
        );
    }
}

#[test]
fn numbers_go_on_by_kind_and_none_is_given_twice() {
    let mut laid = bare();
    let mut reference = |name, kind| laid.case(name, kind).form.reference;
    assert_eq!(reference("One", Kind::Odoc), "ODOC-001");
    assert_eq!(reference("Two", Kind::DipCaseReview), "DIP-001");
    assert_eq!(reference("Three", Kind::Odoc), "ODOC-002");
    let offered = laid.desk.cases(Nothing {}).expect("cases").choices;
    let offered = offered.next_reference;
    assert_eq!(
        (&*offered.odoc, &*offered.dip_case_review),
        ("ODOC-003", "DIP-002")
    );
    let same = CaseForm {
        reference: text("odoc-002"),
        ..case_form("Four", Kind::Odoc)
    };
    assert_eq!(faults(laid.desk.save_case(same)), ["reference: in_use"]);
}

#[test]
fn opening_a_case_makes_one_entry_and_listing_them_none() {
    let mut laid = bare();
    let case = laid.case("Seen", Kind::Odoc).row.id;
    let before = laid.entries();
    laid.desk.cases(Nothing {}).expect("the cases");
    assert_eq!(laid.entries(), before);
    laid.desk.case_page(CaseIdForm { case }).expect("the page");
    assert_eq!(laid.entries(), before + 1);
    let recent = laid
        .desk
        .safekeeping(Nothing {})
        .expect("the safekeeping")
        .recent;
    assert_eq!(
        (&*recent[0].kind, &*recent[0].by),
        ("case.viewed", "The chair")
    );
}

#[test]
fn a_field_is_judged_as_it_is_typed_and_empty_ones_may_wait() {
    let mut laid = bare();
    let mut check = |field: &str, typed: &str| {
        let form = CheckFieldForm {
            field: text(field),
            text: text(typed),
        };
        let view = laid.desk.check_case_field(form).expect("an answer");
        view.fault
            .map_or_else(|| view.shown.unwrap_or_default(), |fault| fault.code)
    };
    for (field, typed, answer) in [
        ("born", "3/7/85", "03/07/1985"),
        ("born", "", ""),
        ("postcode", "B91 3Q", "last_part"),
        ("gender", "x", "not_listed"),
        ("ethnic_group", "irish", "White: Irish"),
        ("ethnic_group", "caribbean", "ambiguous"),
        ("surname", "", "missing"),
        ("forename", "-", ""),
        ("number_and_street", "nfa", "No fixed abode"),
        ("post_town", "B91", "digit_in_town"),
        ("manager_name", "Ms Jo Field", "Ms Jo Field"),
        ("until", "18 dec", "no_year"),
        ("note", " as it is ", "as it is"),
    ] {
        assert_eq!(check(field, typed), answer, "{field} {typed:?}");
    }
}

#[test]
fn closing_a_case_keeps_the_day_on_which_it_was_closed() {
    let mut laid = bare();
    let form = laid.case("Done", Kind::Odoc).form;
    let closed = CaseForm {
        closed: true,
        ..form
    };
    let day = laid
        .desk
        .save_case(closed.clone())
        .expect("closed")
        .row
        .closed;
    assert!(day.is_some());
    laid.days_pass(3);
    let later = laid
        .desk
        .save_case(closed)
        .expect("still closed")
        .row
        .closed;
    assert_eq!(later, day);
}

#[test]
fn a_page_tells_what_earlier_meetings_decided() {
    let mut laid = two_months_on();
    let cases = laid.desk.cases(Nothing {}).expect("the cases").cases;
    let odoc = cases
        .iter()
        .find(|c| c.reference == "ODOC-001")
        .expect("the first case");
    let page = laid
        .desk
        .case_page(CaseIdForm { case: odoc.id })
        .expect("the page");
    assert_eq!(
        page.history.len(),
        2,
        "it was discussed at both past meetings"
    );
    assert!(
        page.history[0].date > page.history[1].date,
        "the last comes first"
    );
    assert!(page.history.iter().all(|row| row.items > 0));
    assert!(!page.actions.is_empty());
    let open = page
        .actions
        .iter()
        .filter(|action| action.outcome.is_none())
        .count();
    assert_eq!(open, odoc.open_actions as usize);
}
