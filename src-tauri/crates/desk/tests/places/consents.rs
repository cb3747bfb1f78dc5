//! Consents, waivers and upheld objections of a case (§1.8, §2.1.1).

use super::laid::{Laid, bare, faults};
use desk::{
    CaseIdForm, ConsentForm, ConsentSortView, ConsentStateView, ConsentThereForm, FlagThereForm,
    FlagView, GlanceCode, GroundsView, HowGivenView, Kind, LastForm, LiftRestrictionForm,
    ObjectionThereForm, RestrictionForm, WithdrawConsentForm,
};
use protocol::ids::CaseId;

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

fn a_case(laid: &mut Laid) -> CaseId {
    laid.case("Fairweather", Kind::DipCaseReview).row.id
}

pub fn waiver(case: CaseId) -> ConsentForm {
    ConsentForm {
        case,
        sort: ConsentSortView::Waiver,
        victim: String::new(),
        kinds: texts(&["treatment", "drug-test"]),
        recipients: texts(&["team:dip", "team:welcome"]),
        guest: String::new(),
        purposes: texts(&["support"]),
        given: "1/10/2026".to_owned(),
        expires: String::new(),
        how: HowGivenView::InWriting,
        explicit: true,
        understood: true,
        freely_given: true,
        taken_by: "The DIP worker".to_owned(),
        evidence: "In the client's file".to_owned(),
    }
}

#[test]
fn a_waiver_is_kept_with_its_scope_under_one_entry() {
    let mut laid = bare();
    let case = a_case(&mut laid);
    let before = laid.entries();
    let view = laid.desk.save_consent(waiver(case)).expect("a waiver");
    assert_eq!(laid.entries(), before + 1);
    let [row] = view.consents.as_slice() else {
        panic!("one waiver")
    };
    assert_eq!(row.state, ConsentStateView::InForce);
    assert_eq!((row.kinds.len(), row.purposes.len()), (2, 1));
    assert_eq!(row.recipients, ["DIP", "Welcome"]);
    assert_eq!(view.glance.code, GlanceCode::InForce);
    let page = laid.desk.case_page(CaseIdForm { case }).expect("a page");
    assert_eq!(page.grounds.consents.len(), 1);
}

#[test]
fn every_fault_of_a_consent_stands_beside_its_field_and_nothing_is_entered() {
    let mut laid = bare();
    let case = a_case(&mut laid);
    let before = laid.entries();
    let form = ConsentForm {
        kinds: Vec::new(),
        recipients: Vec::new(),
        purposes: Vec::new(),
        given: "1/10/2031".to_owned(),
        expires: "31/02/2027".to_owned(),
        understood: false,
        freely_given: false,
        taken_by: String::new(),
        ..waiver(case)
    };
    let wrong = faults(laid.desk.save_consent(form));
    for field in [
        "kinds",
        "recipients",
        "purposes",
        "given",
        "expires",
        "understood",
        "freely_given",
        "taken_by",
    ] {
        let named = |fault: &String| fault.starts_with(&format!("{field}:"));
        assert!(wrong.iter().any(named), "{field} in {wrong:?}");
    }
    assert_eq!(laid.entries(), before);
}

#[test]
fn a_blanket_release_is_refused_at_the_field_that_makes_it_one() {
    let mut laid = bare();
    let case = a_case(&mut laid);
    let offered = laid
        .desk
        .case_grounds(CaseIdForm { case })
        .expect("what is on file")
        .offered;
    let form = ConsentForm {
        kinds: offered.kinds.into_iter().map(|kind| kind.key).collect(),
        ..waiver(case)
    };
    let wrong = faults(laid.desk.save_consent(form));
    assert_eq!(wrong, ["kinds: blanket"]);
}

#[test]
fn a_withdrawn_waiver_says_so_at_once_and_cannot_be_withdrawn_twice() {
    let mut laid = bare();
    let case = a_case(&mut laid);
    let view = laid.desk.save_consent(waiver(case)).expect("a waiver");
    let consent = view.consents[0].id;
    let form = |told_by: &str| WithdrawConsentForm {
        case,
        consent,
        told_by: told_by.to_owned(),
        note: String::new(),
    };
    let nobody = faults(laid.desk.withdraw_consent(form(" ")));
    assert_eq!(nobody, ["told_by: missing"]);
    let before = laid.entries();
    let view = laid
        .desk
        .withdraw_consent(form("The client"))
        .expect("withdrawn");
    assert_eq!(laid.entries(), before + 1);
    assert_eq!(view.consents[0].state, ConsentStateView::Withdrawn);
    assert_eq!(view.glance.code, GlanceCode::Withdrawn);
    let again = laid.desk.withdraw_consent(form("The client"));
    assert!(again.is_err());
    assert_eq!(laid.entries(), before + 1);
}

#[test]
fn a_consent_about_to_end_is_seen_to_be() {
    let mut laid = bare();
    let case = a_case(&mut laid);
    let soon = chrono::NaiveDate::from_ymd_opt(2026, 12, 3).expect("a day");
    let form = ConsentForm {
        expires: soon.format("%d/%m/%Y").to_string(),
        ..waiver(case)
    };
    let view = laid.desk.save_consent(form).expect("a waiver");
    assert_eq!(view.glance.code, GlanceCode::Expiring);
    assert_eq!(view.glance.on, Some(soon));
}

#[test]
fn a_restriction_stops_everything_only_where_that_is_said() {
    let mut laid = bare();
    let case = a_case(&mut laid);
    let form = RestrictionForm {
        case,
        every_kind: false,
        kinds: Vec::new(),
        every_recipient: false,
        recipients: Vec::new(),
        guest: String::new(),
        received: "3/11/2026".to_owned(),
        upheld: "2/11/2026".to_owned(),
        decided_by: "The data protection officer".to_owned(),
        reason: "It was no longer needed.".to_owned(),
    };
    let wrong = faults(laid.desk.uphold_objection(form.clone()));
    assert_eq!(wrong.len(), 3, "{wrong:?}");
    assert!(
        wrong.contains(&"received: after_upheld".to_owned()),
        "{wrong:?}"
    );
    let form = RestrictionForm {
        every_kind: true,
        every_recipient: true,
        received: "1/10/2026".to_owned(),
        ..form
    };
    let view = laid.desk.uphold_objection(form).expect("in force");
    let restriction = view.restrictions[0].id;
    assert!(view.restrictions[0].in_force);
    let due = view.restrictions[0].answer_due.map(|day| day.to_string());
    assert_eq!(due.as_deref(), Some("2026-10-22"), "21 days, calendar days");
    assert!(view.restrictions[0].answered_late);
    let lift = LiftRestrictionForm {
        case,
        restriction,
        decided_by: "The data protection officer".to_owned(),
        reason: " ".to_owned(),
    };
    let silent = faults(laid.desk.lift_restriction(lift.clone()));
    assert_eq!(silent, ["reason: missing"], "nobody could say later why");
    let view = laid.desk.lift_restriction(LiftRestrictionForm {
        reason: "It was taken back in writing.".to_owned(),
        ..lift
    });
    assert!(!view.expect("lifted").restrictions[0].in_force);
}

#[test]
fn an_objection_names_a_guest_agency_as_a_consent_does() {
    let mut laid = bare();
    let case = a_case(&mut laid);
    let form = RestrictionForm {
        case,
        every_kind: false,
        kinds: vec!["health".to_owned()],
        every_recipient: false,
        recipients: Vec::new(),
        guest: " Night  Shelter ".to_owned(),
        received: String::new(),
        upheld: "2/11/2026".to_owned(),
        decided_by: "The data protection officer".to_owned(),
        reason: "It was no longer needed.".to_owned(),
    };
    let view = laid.desk.uphold_objection(form).expect("in force");
    assert_eq!(view.restrictions[0].recipients, ["Night Shelter"]);
}

fn objection(case: CaseId) -> RestrictionForm {
    RestrictionForm {
        case,
        every_kind: true,
        kinds: Vec::new(),
        every_recipient: false,
        recipients: vec!["team:police".to_owned()],
        guest: String::new(),
        received: "19/10/2026".to_owned(),
        upheld: "2/11/2026".to_owned(),
        decided_by: "The data protection officer".to_owned(),
        reason: "It was no longer needed.".to_owned(),
    }
}

/// One person who is discussed at both meetings, and somebody of another name.
fn two_files(laid: &mut Laid) -> (CaseId, CaseId, CaseId) {
    let here = laid.case("Fairweather", Kind::Odoc).row.id;
    let there = laid.case("Fairweather", Kind::DipCaseReview).row.id;
    (here, there, laid.case("Thistlewood", Kind::Odoc).row.id)
}

/// Its one objection, whichever file it is on.
fn said(view: &GroundsView) -> serde_json::Value {
    let mut rows = serde_json::to_value(&view.restrictions).expect("rows");
    rows[0]["id"] = serde_json::Value::Null;
    rows
}

#[test]
fn an_objection_that_was_upheld_is_filed_by_one_press_on_the_other_file_of_the_same_person() {
    let mut laid = bare();
    let (here, there, another) = two_files(&mut laid);
    let view = laid.desk.uphold_objection(objection(here)).expect("upheld");
    let restriction = view.restrictions[0].id;
    let [other] = view.alike.as_slice() else {
        panic!("one file that is alike")
    };
    assert_eq!(
        (other.file.case, &*other.file.reference),
        (there, "DIP-001")
    );
    assert_eq!(other.lacks, [restriction]);
    let page = laid.desk.case_grounds(CaseIdForm { case: there });
    assert!(page.expect("its file").restrictions.is_empty());

    let form = |there| ObjectionThereForm {
        case: here,
        restriction,
        there,
    };
    let strangers = faults(laid.desk.file_objection_there(form(another)));
    assert_eq!(strangers, ["restriction: not_on_the_register"]);
    let before = laid.entries();
    let view = laid.desk.file_objection_there(form(there)).expect("filed");
    assert_eq!(laid.entries(), before + 1, "an entry of its own");
    assert!(view.alike[0].lacks.is_empty());
    let last = view.last.expect("one key takes it back");
    let theirs = laid.desk.case_grounds(CaseIdForm { case: there });
    assert_eq!(said(&theirs.expect("its file")), said(&view));
    let twice = faults(laid.desk.file_objection_there(form(there)));
    assert_eq!(twice, ["restriction: not_on_the_register"]);

    laid.desk.undo_kept(LastForm { last }).expect("taken back");
    let view = laid.desk.case_grounds(CaseIdForm { case: here });
    assert_eq!(view.expect("the file").alike[0].lacks, [restriction]);
}

#[test]
fn a_consent_withdrawn_on_one_file_is_named_where_it_counts_still_on_the_other() {
    let mut laid = bare();
    let (here, there, _) = two_files(&mut laid);
    for case in [here, there] {
        laid.desk.save_consent(waiver(case)).expect("a waiver");
    }
    let mut withdrawn = |case: CaseId| {
        let view = laid.desk.case_grounds(CaseIdForm { case }).expect("a file");
        let form = WithdrawConsentForm {
            case,
            consent: view.consents[0].id,
            told_by: "The client".to_owned(),
            note: String::new(),
        };
        let after = laid.desk.withdraw_consent(form).expect("withdrawn");
        [&view, &after].map(|view| view.alike[0].still.len())
    };
    assert_eq!(withdrawn(here), [0, 1]);
    assert_eq!(withdrawn(there), [0, 0], "and then on neither");
}

#[test]
fn a_consent_that_was_withdrawn_is_withdrawn_by_one_press_on_the_other_file_of_the_same_person() {
    let mut laid = bare();
    let (here, there, another) = two_files(&mut laid);
    for case in [here, there, another] {
        laid.desk.save_consent(waiver(case)).expect("a waiver");
    }
    let file = |laid: &mut Laid, case| laid.desk.case_grounds(CaseIdForm { case }).expect("a file");
    let theirs = file(&mut laid, there).consents[0].id;
    let strangers = file(&mut laid, another).consents[0].id;
    let form = |consent, there| ConsentThereForm {
        case: here,
        consent,
        there,
    };
    let early = faults(laid.desk.withdraw_consent_there(form(theirs, there)));
    assert_eq!(
        early,
        ["consent: not_on_the_register"],
        "none was withdrawn"
    );
    let withdrawn = WithdrawConsentForm {
        case: here,
        consent: file(&mut laid, here).consents[0].id,
        told_by: "The client".to_owned(),
        note: "By telephone".to_owned(),
    };
    let view = laid.desk.withdraw_consent(withdrawn).expect("withdrawn");
    assert_eq!(view.alike[0].still[0].id, theirs);
    let of_another = faults(laid.desk.withdraw_consent_there(form(strangers, another)));
    assert_eq!(of_another, ["consent: not_on_the_register"]);

    let before = laid.entries();
    let view = laid.desk.withdraw_consent_there(form(theirs, there));
    let view = view.expect("withdrawn there");
    assert_eq!(laid.entries(), before + 1, "an entry of its own");
    assert!(view.alike[0].still.is_empty());
    let last = view.last.expect("one key takes it back");
    let taken = file(&mut laid, there).consents[0].withdrawn.clone();
    let taken = taken.expect("it counts no more");
    assert_eq!(
        (&*taken.told_by, taken.note.as_deref()),
        ("The client", Some("By telephone"))
    );
    let twice = faults(laid.desk.withdraw_consent_there(form(theirs, there)));
    assert_eq!(twice, ["consent: not_on_the_register"]);

    laid.desk.undo_kept(LastForm { last }).expect("taken back");
    assert_eq!(file(&mut laid, here).alike[0].still[0].id, theirs);
}

#[test]
fn a_flag_is_set_by_one_press_on_the_other_file_of_the_same_person() {
    let mut laid = bare();
    let (here, there, another) = two_files(&mut laid);
    let file = |laid: &mut Laid, case| laid.desk.case_grounds(CaseIdForm { case }).expect("a file");
    let page = |laid: &mut Laid, case| laid.desk.case_page(CaseIdForm { case }).expect("a page");
    let mut flagged = page(&mut laid, here).form;
    flagged.mappa = true;
    laid.desk.save_case(flagged).expect("flagged");
    let named = |laid: &mut Laid, case| file(laid, case).alike[0].unflagged.clone();
    assert_eq!(named(&mut laid, here), [FlagView::Mappa]);
    assert_eq!(named(&mut laid, there), []);

    let form = |flag, there| FlagThereForm {
        case: here,
        flag,
        there,
    };
    for (flag, there) in [
        (FlagView::ChildProtection, there),
        (FlagView::Mappa, another),
    ] {
        let unset = faults(laid.desk.flag_there(form(flag, there)));
        assert_eq!(unset, ["flag: not_on_the_register"]);
    }
    let before = laid.entries();
    let view = laid.desk.flag_there(form(FlagView::Mappa, there));
    let view = view.expect("flagged there");
    assert_eq!(laid.entries(), before + 1, "an entry of its own");
    assert!(view.alike[0].unflagged.is_empty());
    assert!(page(&mut laid, there).form.mappa);
    let last = view.last.expect("one key takes it back");
    laid.desk.undo_kept(LastForm { last }).expect("taken back");
    assert_eq!(named(&mut laid, here), [FlagView::Mappa]);
}
