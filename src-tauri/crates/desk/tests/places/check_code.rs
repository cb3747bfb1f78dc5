//! The check code on signed minutes, typed back under Safekeeping.

use crate::laid::{Laid, bare, faults, two_months_on};
use desk::{CheckCodeForm, CodeView, IdleForm, Nothing};

fn code(laid: &mut Laid) -> String {
    let view = laid.desk.safekeeping(Nothing {}).expect("safekeeping");
    view.check_code
}

fn looked_for(laid: &mut Laid, code: &str) -> CodeView {
    let form = CheckCodeForm {
        code: code.to_owned(),
    };
    laid.desk.check_code(form).expect("an answer")
}

#[test]
fn a_code_is_found_with_its_entry_and_its_day_however_much_was_done_since_and_looking_leaves_no_trace()
 {
    let mut laid = two_months_on();
    let enter = |laid: &mut Laid, minutes| {
        let form = IdleForm { minutes };
        laid.desk.set_idle(form).expect("an entry");
    };
    enter(&mut laid, 7);
    let (printed, entry) = (code(&mut laid), laid.entries());
    let written = laid.clock.now().date_naive();
    laid.days_pass(3);
    enter(&mut laid, 9);
    assert_ne!(code(&mut laid), printed);
    let before = laid.entries();
    for typed in [
        printed.clone(),
        printed.to_uppercase(),
        printed.replace(' ', "-"),
        printed.replace(' ', ""),
    ] {
        let there = CodeView::There {
            entry,
            written,
            faults: Vec::new(),
            later_faults: Vec::new(),
        };
        assert_eq!(looked_for(&mut laid, &typed), there, "{typed}");
    }
    assert_eq!(laid.entries(), before);
}

#[test]
fn another_records_code_and_one_with_a_sign_mistyped_are_nowhere_in_a_log_that_is_whole() {
    let (mut laid, mut other) = (bare(), two_months_on());
    let nowhere = CodeView::Nowhere { faults: Vec::new() };
    let others = code(&mut other);
    assert_eq!(looked_for(&mut laid, &others), nowhere);
    let own = code(&mut laid);
    let wrong = match own.strip_suffix('0') {
        Some(all) => format!("{all}1"),
        None => format!("{}0", &own[..own.len() - 1]),
    };
    assert_eq!(looked_for(&mut laid, &wrong), nowhere);
}

#[test]
fn what_can_be_no_code_is_told_by_what_is_wrong_with_it() {
    let mut laid = bare();
    let own = code(&mut laid);
    for (typed, wrong) in [
        (" - ".to_owned(), "code: missing"),
        (own[..30].to_owned(), "code: code_too_short"),
        (format!("{own} 0"), "code: code_too_long"),
        (format!("{}O", &own[1..]), "code: code_character"),
    ] {
        let form = CheckCodeForm { code: typed };
        assert_eq!(faults(laid.desk.check_code(form)), [wrong]);
    }
}
