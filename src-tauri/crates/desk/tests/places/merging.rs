//! One person who stands on the register twice.

use super::laid::{Laid, bare, faults, two_months_on};
use desk::{
    Kind, MergeForm, NamesakeView, Nothing, PeopleView, PlanPersonForm, PlanView, PrepareForm,
    UnmergeForm,
};
use protocol::ids::PersonId;
use serde_json::json;

impl Laid {
    fn people(&mut self) -> PeopleView {
        self.desk.people(Nothing {}).expect("the register")
    }

    fn id(&mut self, name: &str) -> PersonId {
        let view = self.people();
        view.people
            .iter()
            .find(|p| p.name == name)
            .expect("somebody")
            .id
    }

    fn plan(&mut self) -> PlanView {
        let form = PrepareForm { kind: Kind::Odoc };
        self.desk.prepare_meeting(form).expect("a plan")
    }

    fn expected(&mut self) -> Vec<String> {
        self.plan().people.into_iter().map(|p| p.name).collect()
    }

    fn expect(&mut self, person: PersonId) {
        let meeting = self.plan().meeting.id;
        let form = PlanPersonForm { meeting, person };
        self.desk.plan_expect(form).expect("expected");
    }

    fn merge(&mut self, person: PersonId, into: PersonId) -> PeopleView {
        self.desk
            .merge_people(MergeForm { person, into })
            .expect("merged")
    }
}

#[test]
fn two_entries_that_look_alike_are_asked_about_until_somebody_answers() {
    let mut laid = bare();
    laid.person("John Smith", "police");
    laid.person("J. Smith", "police");
    let view = laid.person("Joan Smith", "police");
    let asked: Vec<_> = view.alike.iter().map(|a| (a.one, a.other, a.why)).collect();
    let (j, john) = (laid.id("J. Smith"), laid.id("John Smith"));
    assert!(asked.iter().any(|(one, other, why)| {
        [*one, *other].contains(&j)
            && [*one, *other].contains(&john)
            && *why == NamesakeView::Initial
    }));
    let before = laid.entries();
    let form = MergeForm {
        person: j,
        into: john,
    };
    let view = laid.desk.tell_people_apart(form).expect("told apart");
    assert_eq!(laid.entries(), before + 1);
    assert!(
        !view
            .alike
            .iter()
            .any(|a| [a.one, a.other].contains(&john) && [a.one, a.other].contains(&j))
    );
}

#[test]
fn what_stood_under_one_entry_counts_as_the_others_and_the_trace_says_where() {
    let mut laid = two_months_on();
    let first = laid.expected()[2].clone();
    let old = laid.id(&first);
    laid.person(&format!("{first} Newly"), "police");
    let new = laid.id(&format!("{first} Newly"));
    let before = laid.entries();
    let view = laid.merge(old, new);
    assert_eq!(laid.entries(), before + 1);
    assert!(
        !view.people.iter().any(|p| p.id == old),
        "it stands for itself no more"
    );
    let trace = &view.merged[0];
    assert_eq!((trace.person, trace.into), (old, new));
    let of_the_past = trace.attendances.iter().filter(|a| a.name == first).count();
    assert_eq!(
        of_the_past, 2,
        "the meetings that have been keep the name of that day"
    );
    assert_eq!(
        trace.attendances.len(),
        3,
        "and the seat at the next went over"
    );
    let expected = laid.expected();
    assert!(expected.contains(&format!("{first} Newly")) && !expected.contains(&first));
}

#[test]
fn undoing_a_merge_leaves_everything_as_it_was() {
    let mut laid = two_months_on();
    let names = laid.expected();
    let (one, other) = (laid.id(&names[2]), laid.id(&names[3]));
    let (plan, people) = (laid.plan(), laid.people());
    laid.merge(one, other);
    assert_eq!(
        laid.expected().len(),
        names.len() - 1,
        "both were expected: one seat is enough"
    );
    let before = laid.entries();
    let view = laid
        .desk
        .unmerge_person(UnmergeForm { person: one })
        .expect("taken apart");
    assert_eq!(laid.entries(), before + 1);
    let spelt = |view: &PeopleView| serde_json::to_value(view).expect("a view");
    assert_eq!(spelt(&view), spelt(&people));
    let mut seats: Vec<_> = laid
        .plan()
        .people
        .into_iter()
        .map(|p| (p.name, p.role))
        .collect();
    let mut wanted: Vec<_> = plan.people.into_iter().map(|p| (p.name, p.role)).collect();
    seats.sort_by(|a, b| a.0.cmp(&b.0));
    wanted.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(seats, wanted);
}

#[test]
fn next_months_register_expects_whoever_the_entry_counts_as_and_once() {
    let mut laid = two_months_on();
    let names = laid.expected();
    let (one, other) = (laid.id(&names[2]), laid.id(&names[3]));
    laid.merge(one, other);
    laid.person("Somebody Else", "police");
    let third = laid.id("Somebody Else");
    laid.expect(third);
    laid.merge(other, third);
    let view = laid.people();
    assert!(
        view.merged.iter().all(|row| row.into == third),
        "a chain ends at its end"
    );
    assert_eq!(
        laid.expected()
            .iter()
            .filter(|n| *n == "Somebody Else")
            .count(),
        1
    );
}

#[test]
fn nobody_is_merged_with_themselves_or_with_whoever_was_merged() {
    let mut laid = bare();
    for name in ["Ash One", "Bo Two", "Cy Three"] {
        laid.person(name, "police");
    }
    let [one, two, three] = ["Ash One", "Bo Two", "Cy Three"].map(|name| laid.id(name));
    let mut merge = |person, into| faults(laid.desk.merge_people(MergeForm { person, into }));
    assert_eq!(merge(one, one), ["into: same_person"]);
    assert!(merge(one, two).is_empty());
    assert_eq!(merge(three, one), ["into: already_merged"]);
    assert_eq!(merge(one, three), ["person: already_merged"]);
    let twice = UnmergeForm { person: two };
    assert_eq!(
        faults(laid.desk.unmerge_person(twice)),
        ["person: not_merged"]
    );
}

#[test]
fn whoever_was_left_out_of_an_update_is_so_as_whom_they_count_as_too() {
    let mut laid = two_months_on();
    let names = laid.expected();
    let (one, other) = (laid.id(&names[2]), laid.id(&names[3]));
    let plan = laid.plan();
    let form = json!({ "meeting": plan.meeting.id, "update": null, "team": "housing", "sender": "",
        "slot": plan.slots[0].slot, "nothing": false, "kind": "case-management", "judgement": false,
        "words": "Two months behind.", "left_out": [one] });
    let kept = desk::dispatch(&mut laid.desk, "save_update", form);
    kept.expect("kept");
    laid.merge(one, other);
    let form = json!({ "meeting": plan.meeting.id });
    let view = desk::dispatch(&mut laid.desk, "plan_updates", form).expect("updates");
    assert_eq!(view["updates"][0]["left_out"], json!([one, other]));
}
