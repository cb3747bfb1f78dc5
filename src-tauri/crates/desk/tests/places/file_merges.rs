//! Two case files of one person.

use super::consents::waiver;
use super::laid::{Laid, bare, case_form, faults, refused, two_months_on};
use super::table::Table;
use desk::{
    CaseForm, CaseIdForm, CasePage, CasePairForm, CasesView, DetailView, Kind, LastForm,
    MergeCasesForm, Nothing, PlanCaseForm, PlanView, PrepareForm, RefusalCode, WithdrawConsentForm,
};
use protocol::ids::CaseId;
use protocol::meeting::{Meeting, Stage};
use serde_json::json;

impl Laid {
    /// A file of somebody born on a day, with what else it says.
    fn born(&mut self, surname: &str, more: impl FnOnce(&mut CaseForm)) -> CaseId {
        let mut form = CaseForm {
            born: "3/7/1985".to_owned(),
            ..case_form(surname, Kind::Odoc)
        };
        more(&mut form);
        self.desk.save_case(form).expect("a file").row.id
    }

    fn all_cases(&mut self) -> CasesView {
        self.desk.cases(Nothing {}).expect("the cases")
    }

    fn page_of(&mut self, case: CaseId) -> CasePage {
        self.desk.case_page(CaseIdForm { case }).expect("a page")
    }

    fn merges(&mut self, stays: CaseId, absorbed: CaseId, take: &[DetailView]) -> CasePage {
        let take = take.to_vec();
        let form = MergeCasesForm {
            stays,
            absorbed,
            take,
        };
        self.desk.merge_cases(form).expect("one file")
    }

    fn parts(&mut self, case: CaseId) -> CasePage {
        self.desk
            .unmerge_case(CaseIdForm { case })
            .expect("two files")
    }

    fn the_plan(&mut self) -> PlanView {
        let form = PrepareForm { kind: Kind::Odoc };
        self.desk.prepare_meeting(form).expect("a plan")
    }

    /// Every meeting that is signed, the earliest first, whole.
    fn past_meetings(&mut self) -> Vec<Meeting> {
        let all = self
            .desk
            .meetings(Nothing {})
            .expect("the meetings")
            .meetings;
        let read = |id| desk::rehearsal::meeting(&self.desk, id).expect("read");
        let all = all.iter().rev().filter_map(|row| read(row.id));
        all.filter(|meeting| meeting.stage() == Stage::Sealed)
            .collect()
    }

    /// Everything that says how cases and plan stand, but for what was done last.
    fn all_as_it_reads(&mut self) -> serde_json::Value {
        let cases = self.all_cases();
        let pages: Vec<CasePage> = cases.cases.iter().map(|row| self.page_of(row.id)).collect();
        let mut read = json!({ "cases": cases, "pages": pages, "plan": self.the_plan() });
        forget_last(&mut read);
        read
    }
}

/// Which number the last move had is no part of what stands.
fn forget_last(read: &mut serde_json::Value) {
    match read {
        serde_json::Value::Object(fields) => {
            fields.remove("last");
            fields.values_mut().for_each(forget_last);
        }
        serde_json::Value::Array(all) => all.iter_mut().for_each(forget_last),
        _ => {}
    }
}

fn pair(stays: CaseId, absorbed: CaseId) -> CasePairForm {
    CasePairForm { stays, absorbed }
}

#[test]
fn two_files_of_one_person_are_asked_about_until_somebody_says_that_they_are_two_people() {
    let mut laid = bare();
    let one = laid.born("Fairweather", |_| ());
    let other = laid.born("FAIRWEATHER", |_| ());
    laid.case("Fairweather", Kind::Odoc);
    let asked = laid.all_cases().alike;
    assert_eq!(asked.len(), 1, "without a date of birth nobody is sure");
    assert_eq!((asked[0].one, asked[0].other), (one, other));
    assert_eq!(laid.page_of(one).merging.may.len(), 2);
    let before = laid.entries();
    let view = laid
        .desk
        .tell_cases_apart(pair(other, one))
        .expect("two people");
    assert_eq!(laid.entries(), before + 1);
    assert!(view.alike.is_empty());
    let last = view.last.expect("an undo");
    laid.desk.undo_kept(LastForm { last }).expect("taken back");
    assert_eq!(laid.all_cases().alike.len(), 1);
}

#[test]
fn the_file_that_stays_takes_what_is_chosen_and_every_flag_and_leaves_a_trace() {
    let mut laid = bare();
    let stays = laid.born("Fairweather", |form| form.child_protection = true);
    let absorbed = laid.born("Fairweather", |form| {
        form.cro = "265416/08X".to_owned();
        form.note = "Met at the drop-in".to_owned();
        form.mappa = true;
    });
    let view = laid
        .desk
        .compare_cases(pair(stays, absorbed))
        .expect("side by side");
    let differs: Vec<DetailView> = view.differs.iter().map(|row| row.detail).collect();
    assert_eq!(differs, [DetailView::Cro, DetailView::Note]);
    assert!(view.refused.is_none());
    let before = laid.entries();
    let page = laid.merges(stays, absorbed, &[DetailView::Cro]);
    assert_eq!(laid.entries(), before + 1);
    assert_eq!(
        (page.form.cro.as_str(), page.form.note.as_str()),
        ("265416/08X", "")
    );
    assert!(page.form.mappa && page.form.child_protection);
    let [trace] = page.merging.merged.as_slice() else {
        panic!("one trace")
    };
    assert_eq!((trace.case, trace.by.as_str()), (absorbed, "The chair"));
    let cases = laid.all_cases();
    let row = cases
        .cases
        .iter()
        .find(|row| row.id == absorbed)
        .expect("still listed");
    assert!(row.closed.is_some());
    assert_eq!(row.merged_into.as_ref().map(|into| into.case), Some(stays));
    assert_eq!(
        laid.page_of(absorbed).row.id,
        stays,
        "it leads to the file that stays"
    );
    let again = CaseForm {
        id: Some(absorbed),
        ..case_form("Fairweather", Kind::Odoc)
    };
    assert_eq!(faults(laid.desk.save_case(again)), ["id: file_merged"]);
}

#[test]
fn taken_back_a_merge_leaves_every_file_and_the_plan_as_they_read_before() {
    let mut laid = two_months_on();
    let plan = laid.the_plan();
    let (stays, absorbed) = (plan.slots[0].case, plan.slots[2].case);
    let new = laid.born("Fairweather", |form| form.mappa = true);
    for (stays, absorbed) in [(stays, absorbed), (new, absorbed), (stays, new)] {
        let before = laid.all_as_it_reads();
        laid.merges(
            stays,
            absorbed,
            &[DetailView::Name, DetailView::Born, DetailView::Told],
        );
        let during = laid.the_plan();
        assert!(during.slots.iter().all(|slot| slot.case != absorbed));
        assert!(during.slots.iter().any(|slot| slot.case == stays));
        let entries = laid.entries();
        laid.parts(absorbed);
        assert_eq!(laid.entries(), entries + 1);
        assert_eq!(laid.all_as_it_reads(), before);
    }
}

#[test]
fn actions_meetings_and_papers_of_both_are_found_under_the_file_that_stays() {
    let mut laid = two_months_on();
    let plan = laid.the_plan();
    let (stays, absorbed) = (plan.slots[0].case, plan.slots[2].case);
    let before = [laid.page_of(stays), laid.page_of(absorbed)];
    let page = laid.merges(stays, absorbed, &[]);
    let of = |count: &dyn Fn(&CasePage) -> usize| before.iter().map(count).sum::<usize>();
    assert_eq!(page.actions.len(), of(&|page| page.actions.len()));
    assert_eq!(page.history.len(), of(&|page| page.history.len()));
    assert_eq!(
        page.grounds.consents.len(),
        of(&|page| page.grounds.consents.len())
    );
    let carried = laid.the_plan().carried;
    assert_eq!(carried.len(), plan.carried.len());
    assert!(carried.iter().all(|action| action.case != Some(absorbed)));
}

#[test]
fn a_consent_withdrawn_in_either_file_ends_in_both_and_is_given_back_with_the_merge() {
    let mut laid = bare();
    let (stays, absorbed) = (
        laid.born("Fairweather", |_| ()),
        laid.born("Fairweather", |_| ()),
    );
    for case in [stays, absorbed] {
        laid.desk.save_consent(waiver(case)).expect("a waiver");
    }
    let theirs = laid.page_of(absorbed).grounds.consents[0].id;
    let form = WithdrawConsentForm {
        case: absorbed,
        consent: theirs,
        told_by: "Ash".to_owned(),
        note: String::new(),
    };
    laid.desk.withdraw_consent(form).expect("withdrawn");
    let view = laid
        .desk
        .compare_cases(pair(stays, absorbed))
        .expect("side by side");
    assert_eq!(view.consents_end, 1);
    let page = laid.merges(stays, absorbed, &[]);
    assert_eq!(page.grounds.consents.len(), 2);
    assert!(
        page.grounds
            .consents
            .iter()
            .all(|consent| consent.withdrawn.is_some())
    );
    let page = laid.parts(absorbed);
    assert!(
        page.grounds
            .consents
            .iter()
            .all(|consent| consent.withdrawn.is_none())
    );
}

#[test]
fn a_paper_of_the_absorbed_file_is_withdrawn_where_it_is_found_and_one_key_brings_it_back() {
    let mut laid = bare();
    let (stays, absorbed) = (
        laid.born("Fairweather", |_| ()),
        laid.born("Fairweather", |_| ()),
    );
    laid.desk.save_consent(waiver(absorbed)).expect("a waiver");
    let page = laid.merges(stays, absorbed, &[]);
    let form = WithdrawConsentForm {
        case: stays,
        consent: page.grounds.consents[0].id,
        told_by: "Ash".to_owned(),
        note: String::new(),
    };
    let view = laid.desk.withdraw_consent(form).expect("withdrawn");
    assert!(view.consents[0].withdrawn.is_some());
    let refusal = laid.desk.unmerge_case(CaseIdForm { case: absorbed });
    assert_eq!(refused(refusal), Some(RefusalCode::BuiltUpon));
    let last = view.last.expect("an undo");
    laid.desk.undo_kept(LastForm { last }).expect("taken back");
    let consents = laid.page_of(stays).grounds.consents;
    assert_eq!(consents.len(), 1);
    assert!(consents[0].withdrawn.is_none());
}

#[test]
fn files_are_made_one_only_where_both_stand_for_themselves_open_and_of_one_cohort() {
    let mut laid = bare();
    let (one, other) = (
        laid.born("Fairweather", |_| ()),
        laid.born("Fairweather", |_| ()),
    );
    let review = laid.case("Fairweather", Kind::DipCaseReview).row.id;
    let closed = laid.born("Fairweather", |form| form.closed = true);
    let mut merge = |stays, absorbed| {
        let take = Vec::new();
        laid.desk.merge_cases(MergeCasesForm {
            stays,
            absorbed,
            take,
        })
    };
    assert_eq!(faults(merge(one, one)), ["absorbed: same_file"]);
    assert_eq!(faults(merge(one, closed)), ["absorbed: file_closed"]);
    assert_eq!(refused(merge(one, review)), Some(RefusalCode::OtherCohort));
    assert!(merge(one, other).is_ok());
    assert_eq!(faults(merge(other, one)), ["stays: file_merged"]);
    let twice = laid.desk.unmerge_case(CaseIdForm { case: one });
    assert_eq!(faults(twice), ["case: file_not_merged"]);
    let plan = laid.the_plan().meeting.id;
    let form = PlanCaseForm {
        meeting: plan,
        case: other,
    };
    assert_eq!(
        faults(laid.desk.plan_add_case(form)),
        ["case: not_for_this_meeting"]
    );
}

#[test]
fn no_file_is_merged_while_a_meeting_goes_on_or_one_that_had_it_is_not_signed() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let case = table.case;
    let (other, third) = (
        table.laid.born("Fairweather", |_| ()),
        table.laid.born("Fairweather", |_| ()),
    );
    let merge = |table: &mut Table, stays, absorbed| {
        let take = Vec::new();
        let form = MergeCasesForm {
            stays,
            absorbed,
            take,
        };
        table.laid.desk.merge_cases(form)
    };
    for (stays, absorbed) in [(case, other), (other, third)] {
        assert_eq!(
            refused(merge(&mut table, stays, absorbed)),
            Some(RefusalCode::FileInAMeeting)
        );
    }
    let view = table
        .laid
        .desk
        .compare_cases(pair(case, other))
        .expect("side by side");
    let refusal = view.refused.expect("refused");
    assert!(!refusal.clause.is_empty(), "with its clause");
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
    assert_eq!(
        refused(merge(&mut table, case, other)),
        Some(RefusalCode::FileInAMeeting)
    );
    assert!(
        merge(&mut table, other, third).is_ok(),
        "neither was before it"
    );
}

#[test]
fn a_merged_file_is_taken_apart_no_more_once_a_meeting_has_taken_it_up() {
    let mut laid = two_months_on();
    let plan = laid.the_plan();
    let (stays, absorbed) = (plan.slots[0].case, plan.slots[2].case);
    laid.merges(stays, absorbed, &[]);
    let signed = laid.past_meetings();
    laid.a_month_on("2026-12-10T13:30:00+00:00", 2);
    let refusal = laid.desk.unmerge_case(CaseIdForm { case: absorbed });
    assert_eq!(refused(refusal), Some(RefusalCode::BuiltUpon));
    let page = laid.page_of(stays);
    assert!(page.merging.merged[0].refused.is_some());
    assert_eq!(
        laid.past_meetings()[..signed.len()],
        signed[..],
        "what is signed stays as it was"
    );
}
