//! Consents, waivers and upheld objections of a case (§1.8, §2.1.1).

use super::laid::{Laid, bare, faults};
use desk::{
    CaseIdForm, ConsentForm, ConsentSortView, ConsentStateView, GlanceCode, HowGivenView, Kind,
    LiftRestrictionForm, RestrictionForm, WithdrawConsentForm,
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
