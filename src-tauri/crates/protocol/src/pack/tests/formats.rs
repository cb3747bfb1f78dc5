use super::default_pack::default_pack;
use crate::formats::{EthnicGroup, EthnicGroupFault, Gender, GenderFault, Postcode};
use crate::pack::{DateForm, EXAMPLE, Form, Formats, InForm, Pack, PostcodeForm};
use chrono::NaiveDate;
use proptest::prelude::*;

fn theirs() -> Formats {
    Pack::read(EXAMPLE).expect("the second pack").formats
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a date")
}

fn written(formats: &Formats, form: Form, words: &str) -> Option<String> {
    match formats.in_form(Some(form), words, today()) {
        InForm::Agreed(words) => Some(words),
        InForm::Free | InForm::Otherwise => None,
    }
}

const FORMS: [Form; 7] = [
    Form::Name,
    Form::Address,
    Form::Gender,
    Form::EthnicGroup,
    Form::DateOfBirth,
    Form::CroNumber,
    Form::OffenderManager,
];

#[test]
fn what_people_say_is_stored_in_the_one_form_that_each_agreement_has() {
    let table: [(Form, &str, Option<&str>, Option<&str>); 13] = [
        (
            Form::Name,
            "Smith,  John",
            Some("John Smith"),
            Some("John Smith"),
        ),
        (
            Form::DateOfBirth,
            "3/7/85",
            Some("03/07/1985"),
            Some("3 July 1985"),
        ),
        (
            Form::DateOfBirth,
            "3 July 1985.",
            Some("03/07/1985"),
            Some("3 July 1985"),
        ),
        (Form::DateOfBirth, "in his forties", None, None),
        (Form::Gender, "female", Some("F"), Some("F")),
        (Form::Gender, "non-binary", None, Some("X")),
        (
            Form::EthnicGroup,
            "Indian",
            Some("Asian or Asian British: Indian"),
            None,
        ),
        (
            Form::EthnicGroup,
            "white irish",
            Some("White: Irish"),
            Some("White: Irish"),
        ),
        (
            Form::CroNumber,
            "265416 / 08x",
            Some("265416/08X"),
            Some("265416/08X"),
        ),
        (
            Form::Address,
            "14 Quill Road, Chelmsley Wood, Birmingham b37 4zy",
            Some("14 Quill Road, Chelmsley Wood, Birmingham, B374ZY"),
            Some("14 Quill Road, Chelmsley Wood, Birmingham, B37 4ZY"),
        ),
        (
            Form::Address,
            "nfa",
            Some("No fixed abode"),
            Some("No fixed abode"),
        ),
        (Form::Address, "staying with a friend", None, None),
        (
            Form::OffenderManager,
            "Ann Reed (Probation)",
            Some("Ann Reed, Probation"),
            Some("Ann Reed, Probation"),
        ),
    ];
    let (ours, theirs) = (default_pack().formats, theirs());
    for (form, said, here, there) in table {
        assert_eq!(written(&ours, form, said).as_deref(), here, "{said}");
        assert_eq!(written(&theirs, form, said).as_deref(), there, "{said}");
    }
}

#[test]
fn a_letter_is_taken_once_the_pack_lists_it_and_refused_once_it_does_not() {
    let (mut ours, mut theirs) = (default_pack().formats, theirs());
    assert_eq!(ours.gender("X"), Err(GenderFault::NotListed));
    ours.genders.push(Gender::Another);
    assert_eq!(ours.gender("X"), Ok(Gender::Another));
    assert_eq!(theirs.gender("X"), Ok(Gender::Another));
    theirs.genders.retain(|one| *one != Gender::Another);
    assert_eq!(theirs.gender("X"), Err(GenderFault::NotListed));
}

#[test]
fn several_groups_fit_of_those_alone_that_the_pack_lists() {
    let (ours, mut theirs) = (default_pack().formats, theirs());
    let two = ours.ethnic_group("Caribbean");
    assert!(matches!(two, Err(EthnicGroupFault::Ambiguous { .. })));
    let one = EthnicGroup::BlackCaribbean;
    assert_eq!(theirs.ethnic_group("Caribbean"), Ok(one));
    theirs.ethnic_groups.retain(|group| *group != one);
    let none = theirs.ethnic_group("Caribbean");
    assert_eq!(none, Err(EthnicGroupFault::NotListed));
}

#[test]
fn a_postcode_is_stored_as_the_pack_has_it() {
    let postcode = Postcode::read("b91 3qy").expect("a postcode");
    let (mut ours, theirs) = (default_pack().formats, theirs());
    assert_eq!(ours.postcode(&postcode), "B913QY");
    assert_eq!(theirs.postcode(&postcode), "B91 3QY");
    ours.postcode = PostcodeForm::Spaced;
    assert_eq!(ours.postcode(&postcode), "B91 3QY");
}

#[test]
fn a_pack_that_says_nothing_of_formats_has_those_of_the_protocol() {
    let mut pack = default_pack();
    assert!(pack.formats.are_usual());
    let file = pack.write();
    assert!(!file.contains("[formats]"));
    pack.formats.postcode = PostcodeForm::Spaced;
    pack.formats.dates = DateForm::YearFirst;
    assert_eq!(Pack::read(&pack.write()).as_ref(), Ok(&pack));
    assert_eq!(
        Pack::read(&file).expect("it reads").formats,
        Formats::default()
    );
}

#[test]
fn a_kind_without_a_form_is_free_text() {
    let free = default_pack().formats.in_form(None, "3/7/85", today());
    assert_eq!(free, InForm::Free);
}

proptest! {
    #[test]
    fn what_was_written_in_a_form_stays_as_it_is(words in "[A-Za-z0-9,/. ]{0,40}", spaced in any::<bool>()) {
        let formats = if spaced { theirs() } else { Formats::default() };
        for form in FORMS {
            if let Some(once) = written(&formats, form, &words) {
                let twice = written(&formats, form, &once);
                prop_assert_eq!(twice, Some(once));
            }
        }
    }
}
