//! Spelling: British, offline, with the record's own words, and nothing said of anybody.

use crate::afterwards::{begun, ended, line, meeting, words};
use crate::table::{CHAIR, Table};
use desk::{
    BesideName, DeferForm, DocumentName, LineForm, LineHistoryForm, LineName, MeetingForm, Nothing,
    OutcomeView, PersonForm, PlanPersonForm, Problem, RewordClosedForm, SettleForm,
    SignMinutesForm, SignatureForm, WordForm, WordsName, WritingForm,
};

fn doubtful(table: &mut Table, text: &str) -> Vec<String> {
    let form = WritingForm {
        text: text.to_owned(),
        capture_line: false,
    };
    let view = table.desk.check_spelling(form).expect("an answer");
    assert!(
        view.dictionary,
        "the dictionary is put in its place by `make setup`"
    );
    let units: Vec<u16> = text.encode_utf16().collect();
    for word in &view.doubtful {
        let there = String::from_utf16_lossy(&units[word.from as usize..word.to as usize]);
        assert_eq!(there.replace('’', "'"), word.word);
    }
    view.doubtful.into_iter().map(|word| word.word).collect()
}

fn word(word: &str) -> WordForm {
    WordForm {
        word: word.to_owned(),
    }
}

fn entries(table: &mut Table) -> u64 {
    let keeping = table.desk.safekeeping(Nothing {});
    keeping.expect("the safekeeping").entries
}

#[test]
fn words_are_spelt_as_in_britain_and_numbers_are_left_alone() {
    let mut table = Table::laid(31);
    for (text, wrong) in [
        (
            "The neighbour’s colour programme was organised at the centre.",
            vec![],
        ),
        ("The neighbor's color", vec!["neighbor's", "color"]),
        (
            "CRO 12345/08A, born 3/7/85, at B91 3QB, MAPPA level 2",
            vec![],
        ),
        ("He didn't attend; it’s the landlord's door.", vec![]),
        (
            "seen at the tenacny 😀 with his assosiates",
            vec!["tenacny", "assosiates"],
        ),
        ("re-offending and well-being", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(doubtful(&mut table, text), wrong, "{text}");
    }
}

#[test]
fn whoever_is_known_here_may_be_spoken_of_though_they_are_not_in_the_room() {
    let mut table = Table::laid(36);
    assert_eq!(
        doubtful(&mut table, "Spoke to Kwiatkowska"),
        ["Kwiatkowska"]
    );
    let form = PersonForm {
        id: None,
        name: "Zofia Kwiatkowska".to_owned(),
        job: "Nurse".to_owned(),
        team: String::new(),
        guest_agency: "An invented surgery".to_owned(),
        guest_statutory: false,
        retired: false,
    };
    table.desk.save_person(form).expect("saved");
    assert!(doubtful(&mut table, "Spoke to Kwiatkowska").is_empty());
}

#[test]
fn a_suggestion_comes_first_that_a_person_would_have_meant() {
    let mut table = Table::laid(32);
    for (wrong, meant) in [
        ("tenacny", "tenancy"),
        ("assosiates", "associates"),
        ("probaton", "probation"),
    ] {
        let nearest = table.desk.nearest_words(word(wrong)).expect("an answer");
        assert_eq!(
            nearest.words.first().map(String::as_str),
            Some(meant),
            "{wrong}"
        );
    }
}

#[test]
fn the_records_own_words_are_kept_by_one_entry_that_does_not_repeat_them() {
    let mut table = Table::laid(33);
    assert_eq!(
        doubtful(&mut table, "Spicewood was mentioned"),
        ["Spicewood"]
    );
    let before = entries(&mut table);
    let own = table.desk.keep_word(word("Spicewood")).expect("kept");
    assert_eq!(own.words, ["Spicewood"]);
    assert_eq!(entries(&mut table), before + 1);
    let listed = table.desk.own_words(desk::Nothing {}).expect("listed");
    assert_eq!(listed.words, own.words);
    assert_eq!(entries(&mut table), before + 1, "nothing is entered by it");
    assert!(doubtful(&mut table, "spicewood and Spicewood’s").is_empty());
    let own = table.desk.drop_word(word("Spicewood")).expect("dropped");
    assert!(own.words.is_empty());
    assert_eq!(entries(&mut table), before + 2);
    assert_eq!(doubtful(&mut table, "Spicewood"), ["Spicewood"]);
}

#[test]
fn only_one_word_at_a_time_is_kept() {
    let mut table = Table::laid(34);
    let before = entries(&mut table);
    for many in ["", "two words", "12345/08A", "a.b", "  "] {
        let refusal = table.desk.keep_word(word(many)).expect_err("not a word");
        assert!(matches!(refusal, Problem::Unfinished { .. }), "{many}");
    }
    assert_eq!(entries(&mut table), before);
}

#[test]
fn why_something_was_decided_and_who_differed_are_looked_over_and_put_right_before_signing() {
    let mut table = Table::laid(35);
    let id = begun(&mut table).meeting.id;
    line(&mut table, "= carry on with the tenacny because he atends");
    line(&mut table, "! csu would rather end the programe");
    ended(&mut table);
    let over = |table: &mut Table| {
        let form = MeetingForm { meeting: id };
        table.desk.draft_spelling(form).expect("looked over").lines
    };
    let found = over(&mut table);
    let sorts: Vec<_> = found.iter().map(|line| line.line).collect();
    assert!(
        matches!(
            sorts[..],
            [
                WordsName::Line(LineName::Decision { .. }),
                WordsName::Beside(BesideName::Rationale { .. }),
                WordsName::Beside(BesideName::Dissent { nth: 0, .. })
            ]
        ),
        "{sorts:?}"
    );
    for (line, right) in found
        .into_iter()
        .zip(["the tenancy", "he attends", "end the programme"])
    {
        let form = RewordClosedForm {
            meeting: id,
            line: line.line,
            words: right.to_owned(),
        };
        table.desk.reword_closed(form).expect("put right");
    }
    assert!(over(&mut table).is_empty());
    let said = words(&mut table, id, DocumentName::Minutes);
    for right in ["the tenancy", "he attends", "end the programme"] {
        assert!(said.contains(right), "{right} in {said}");
    }
}

#[test]
fn what_was_said_of_an_action_and_why_a_case_was_put_off_are_put_right_before_signing_and_each_wording_is_kept()
 {
    let mut table = Table::laid(37);
    let id = begun(&mut table).meeting.id;
    let p = meeting(&table, id).proceedings().clone();
    let action = p.carried.first().expect("a carried action").id;
    let form = SettleForm {
        action,
        outcome: OutcomeView::Done,
        note: "the tenacny was signed".to_owned(),
        new_date: String::new(),
    };
    table.desk.settle_action(form).expect("settled");
    let waits = p
        .slots
        .iter()
        .find(|slot| !slot.is_dealt_with() && !slot.is_open());
    let slot = waits.expect("a case that waits").id;
    let reason = "there is no tyme".to_owned();
    let form = DeferForm { slot, reason };
    table.desk.defer_case(form).expect("deferred");
    line(&mut table, "= no action");
    ended(&mut table);
    let over = |table: &mut Table| {
        let form = MeetingForm { meeting: id };
        table.desk.draft_spelling(form).expect("looked over").lines
    };
    let outcome = WordsName::Beside(BesideName::Outcome { action });
    let deferral = WordsName::Beside(BesideName::Deferral { slot });
    let mut found: Vec<_> = over(&mut table).into_iter().map(|line| line.line).collect();
    found.sort_by_key(|name| *name == deferral);
    assert_eq!(found, [outcome, deferral]);
    for (name, right) in [
        (outcome, "the tenancy was signed"),
        (deferral, "there is no time"),
    ] {
        let form = RewordClosedForm {
            meeting: id,
            line: name,
            words: right.to_owned(),
        };
        let view = table.desk.reword_closed(form).expect("put right");
        let beside = view.lines.iter().flat_map(|place| &place.beside);
        let words: Vec<_> = beside.map(|row| row.words.as_str()).collect();
        assert!(words.contains(&right), "{words:?}");
        let form = LineHistoryForm {
            meeting: id,
            line: name,
        };
        let history = table.desk.line_history(form).expect("its wordings");
        assert_eq!(history.versions.len(), 2, "{right}");
    }
    assert!(over(&mut table).is_empty());
    let said = words(&mut table, id, DocumentName::Minutes);
    for right in ["the tenancy was signed", "there is no time"] {
        assert!(said.contains(right), "{right} in {said}");
    }
}

#[test]
fn a_character_that_no_typeface_has_is_told_when_it_is_said_and_keeps_the_minutes_from_being_signed()
 {
    let mut table = Table::laid(37);
    let (meeting, _) = table.meetings();
    let form = PersonForm {
        id: None,
        name: "Gita \u{a97}".to_owned(),
        job: "Nurse".to_owned(),
        team: String::new(),
        guest_agency: "An invented surgery".to_owned(),
        guest_statutory: true,
        retired: false,
    };
    let people = table.desk.save_person(form).expect("saved").people;
    let person = people.iter().find(|p| p.name.starts_with("Gita"));
    let person = person.expect("on the register").id;
    let form = PlanPersonForm { meeting, person };
    table.desk.plan_expect(form).expect("expected");
    begun(&mut table);
    let before = entries(&mut table);
    let said = LineForm {
        line: "pol info Seen there \u{1f600}".to_owned(),
    };
    let told = table.desk.record_line(said).expect_err("not printable");
    assert!(
        matches!(&told, Problem::Unprintable { at } if at.character == "\u{1f600}"),
        "{told:?}"
    );
    assert_eq!(entries(&mut table), before);
    line(&mut table, "= no action");
    let ending = ended(&mut table);
    let form = SignMinutesForm {
        meeting,
        passphrase: CHAIR.into(),
        signature: SignatureForm::Typed {
            name: ending.signer.expect("a chair"),
        },
    };
    let told = table
        .desk
        .sign_minutes(form)
        .expect_err("it could never be printed");
    assert!(
        matches!(&told, Problem::Unprintable { at } if at.character == "\u{a97}"),
        "{told:?}"
    );
}
