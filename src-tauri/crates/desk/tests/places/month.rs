//! This month's page, and the record's keeping.

use super::laid::{bare, two_months_on};
use super::table::Table;
use chrono::{NaiveDate, TimeDelta};
use desk::{ClockCode, Kind, NextMeeting, Nothing, PrepareForm, ReadinessCode};
use serde_json::json;

fn line(next: &NextMeeting, code: ReadinessCode) -> Option<(bool, u32)> {
    let of_it = next.readiness.iter().find(|line| line.code == code);
    of_it.map(|line| (line.ready, line.count))
}

#[test]
fn a_new_record_has_nothing_planned_and_nothing_running_out() {
    let mut laid = bare();
    let month = laid.desk.this_month(Nothing {}).expect("the month");
    assert_eq!(month.next.len(), 2);
    assert!(
        month
            .next
            .iter()
            .all(|next| next.meeting.is_none() && next.readiness.is_empty())
    );
    assert!(month.running_out.is_empty() && month.last_minutes.is_empty());
}

#[test]
fn an_empty_plan_says_what_is_missing() {
    let mut laid = bare();
    laid.desk
        .prepare_meeting(PrepareForm { kind: Kind::Odoc })
        .expect("a plan");
    let month = laid.desk.this_month(Nothing {}).expect("the month");
    let next = &month.next[0];
    assert_eq!(next.kind, Kind::Odoc);
    for code in [
        ReadinessCode::CasesOnTheAgenda,
        ReadinessCode::PeopleExpected,
        ReadinessCode::ChairAndMinuteTaker,
    ] {
        assert_eq!(line(next, code), Some((false, 0)), "{code:?}");
    }
    assert_eq!(
        line(next, ReadinessCode::MatrixNotConfirmed),
        Some((false, 1))
    );
    laid.desk.confirm_matrix(Nothing {}).expect("confirmed");
    let month = laid.desk.this_month(Nothing {}).expect("the month");
    assert_eq!(
        line(&month.next[0], ReadinessCode::MatrixNotConfirmed),
        None
    );
}

#[test]
fn after_two_months_the_next_meeting_is_ready_and_the_last_minutes_wait_to_be_agreed() {
    let mut laid = two_months_on();
    let month = laid.desk.this_month(Nothing {}).expect("the month");
    let odoc = month
        .next
        .iter()
        .find(|next| next.kind == Kind::Odoc)
        .expect("the next");
    assert_eq!(
        line(odoc, ReadinessCode::ChairAndMinuteTaker),
        Some((true, 2))
    );
    assert_eq!(
        line(odoc, ReadinessCode::PreviousMinutesUnsigned),
        Some((true, 0))
    );
    let (_, signs) = line(odoc, ReadinessCode::DeclarationsToSign).expect("declarations");
    assert!(signs > 0);
    let last = &month.last_minutes[0];
    assert!(month.last_minutes.len() == 1 && last.signed_on.is_some() && !last.agreed);
    let open = laid.desk.actions(Nothing {}).expect("the actions").open;
    assert_eq!(month.counts.actions as usize, open.len());
}

#[test]
fn clocks_run_out_in_their_order_and_the_review_is_told_when_it_is_near() {
    let mut laid = two_months_on();
    laid.days_pass(140);
    let month = laid.desk.this_month(Nothing {}).expect("the month");
    let days: Vec<_> = month
        .running_out
        .iter()
        .map(|clock| clock.days_left)
        .collect();
    assert!(days.is_sorted(), "{days:?}");
    assert!(days.iter().all(|days| *days <= 31));
    let review = month
        .running_out
        .iter()
        .filter(|c| c.code == ClockCode::AgreementReview);
    assert_eq!(review.count(), 1);
}

#[test]
fn what_is_late_stands_before_the_next_meeting_with_whose_most_of_it_is() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    for words in [
        "> pol visit the address by 1w",
        "> pol tell the shop by 1w",
        "> prob write to him by 1w",
        "= carry on because it works",
    ] {
        table.laid.clock.advance(TimeDelta::minutes(1));
        table.does("record_line", json!({ "line": words }));
    }
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
    let mut late = |days| {
        table.laid.clock.advance(TimeDelta::days(days));
        let month = table.laid.desk.this_month(Nothing {}).expect("the month");
        let odoc = month.next.into_iter().find(|n| n.kind == Kind::Odoc);
        let lines = odoc.expect("next month's").readiness.into_iter();
        let mut lines = lines.filter(|l| l.code == ReadinessCode::ActionsOverdue);
        let line = lines.next().expect("that line");
        (line.ready, line.count, line.about)
    };
    assert_eq!(late(7), (true, 0, vec![]), "they have until that day");
    assert_eq!(late(1), (false, 3, vec!["Police".to_owned()]));
}

#[test]
fn a_review_of_the_agreement_that_is_overdue_is_said_from_the_day_after_it_fell_due() {
    let mut laid = bare();
    let form = PrepareForm { kind: Kind::Odoc };
    laid.desk.prepare_meeting(form).expect("a plan");
    let due: NaiveDate = "2027-05-01".parse().expect("the default pack's day");
    let overdue = |laid: &mut super::laid::Laid, on: NaiveDate| {
        laid.clock.advance(on - laid.clock.now().date_naive());
        let month = laid.desk.this_month(Nothing {}).expect("the month");
        line(&month.next[0], ReadinessCode::ReviewOverdue)
    };
    assert_eq!(overdue(&mut laid, due), None);
    assert_eq!(
        overdue(&mut laid, due + TimeDelta::days(3)),
        Some((false, 3))
    );
}

#[test]
fn checking_the_record_reads_every_entry_and_makes_none() {
    let mut laid = bare();
    let before = laid.entries();
    let view = laid.desk.check_record(Nothing {}).expect("a check");
    let check = view.check.expect("its outcome");
    assert!(check.whole && check.faults.is_empty());
    assert_eq!((check.entries_checked, view.entries), (before, before));
    assert_eq!(view.users.len(), 2, "the paper key is nobody");
    assert_eq!(view.check_code.split(' ').count(), 8);
}

#[test]
fn a_waiver_that_ends_before_the_meeting_or_within_a_month_of_it_stands_on_this_month() {
    let mut laid = bare();
    let case = laid.case("Fairweather", Kind::DipCaseReview).row.id;
    let form = PrepareForm {
        kind: Kind::DipCaseReview,
    };
    let meeting = laid
        .desk
        .prepare_meeting(form)
        .expect("a plan")
        .meeting
        .date;
    let ending = |laid: &mut super::laid::Laid| {
        let month = laid.desk.this_month(Nothing {}).expect("the month");
        let dip = month.next.iter().find(|n| n.kind == Kind::DipCaseReview);
        line(dip.expect("the review"), ReadinessCode::ConsentsEnding)
    };
    assert_eq!(ending(&mut laid), None, "nobody has any");
    let month = chrono::Months::new(1);
    let last = meeting + month;
    for (ends, said) in [
        (meeting - chrono::Days::new(1), (false, 1)),
        (last, (false, 1)),
        (last + chrono::Days::new(1), (true, 0)),
    ] {
        let mut waiver = super::consents::waiver(case);
        waiver.expires = ends.format("%d/%m/%Y").to_string();
        let view = laid.desk.save_consent(waiver).expect("a waiver");
        assert_eq!(ending(&mut laid), Some(said), "{ends}");
        let shown = view.glance.code == desk::GlanceCode::Expiring;
        assert_eq!(shown, !said.0, "the same rule at a glance");
    }
}
