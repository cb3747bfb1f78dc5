use super::*;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

/// A Monday.
fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn meeting() -> Option<NaiveDate> {
    Some(day(2026, 12, 22))
}

#[test]
fn date_words_mean_what_people_mean() {
    for (typed, date) in [
        ("today", day(2026, 11, 23)),
        ("Tomorrow", day(2026, 11, 24)),
        ("2w", day(2026, 12, 7)),
        ("2 weeks", day(2026, 12, 7)),
        ("two weeks", day(2026, 12, 7)),
        ("in a week", day(2026, 11, 30)),
        ("a fortnight", day(2026, 12, 7)),
        ("10d", day(2026, 12, 3)),
        ("1m", day(2026, 12, 23)),
        ("3 months", day(2027, 2, 23)),
        ("1y", day(2027, 11, 23)),
        ("fri", day(2026, 11, 27)),
        ("Friday", day(2026, 11, 27)),
        ("mon", day(2026, 11, 30)),
        ("next fri", day(2026, 12, 4)),
        ("next mon", day(2026, 11, 30)),
        ("this fri", day(2026, 11, 27)),
        ("4 dec", day(2026, 12, 4)),
        ("4th December", day(2026, 12, 4)),
        ("fri 4 dec", day(2026, 12, 4)),
        ("dec 4", day(2026, 12, 4)),
        ("4/12", day(2026, 12, 4)),
        ("4.12.", day(2026, 12, 4)),
        ("4/12/26", day(2026, 12, 4)),
        ("4 dec 2027", day(2027, 12, 4)),
        ("2026-12-04", day(2026, 12, 4)),
        ("5 jan", day(2027, 1, 5)),
        ("23/11", day(2026, 11, 23)),
        ("22/11", day(2027, 11, 22)),
        ("the 4th", day(2026, 12, 4)),
        ("30th", day(2026, 11, 30)),
        ("31st", day(2026, 12, 31)),
        ("next week", day(2026, 11, 30)),
        ("next month", day(2026, 12, 23)),
        ("next meeting", day(2026, 12, 22)),
        ("the next meeting", day(2026, 12, 22)),
        ("nm", day(2026, 12, 22)),
        ("end of month", day(2026, 11, 30)),
        ("end of the month", day(2026, 11, 30)),
        ("eom", day(2026, 11, 30)),
        ("end of next month", day(2026, 12, 31)),
        ("end of january", day(2027, 1, 31)),
        ("end of week", day(2026, 11, 27)),
    ] {
        assert_eq!(read(typed, today(), meeting()), Ok(date), "{typed}");
    }
}

#[test]
fn each_fault_is_named() {
    use DateWordsFault::*;
    for (typed, fault) in [
        (" ", Missing),
        ("the door", NotADate),
        ("soon", NotADate),
        ("4", NotADate),
        ("5pm", NotADate),
        ("phone", NotADate),
        ("31/11", NoSuchDay),
        ("31 nov", NoSuchDay),
        ("4/13", NoSuchDay),
        ("32nd", NoSuchDay),
        ("4/12/25", Past),
        ("4 nov 2026", Past),
        ("99w9", NotADate),
        ("99999w", TooFar { years: 5 }),
        ("4294967295y", TooFar { years: 5 }),
    ] {
        assert_eq!(read(typed, today(), meeting()), Err(fault), "{typed}");
    }
    assert_eq!(read("next meeting", today(), None), Err(NoNextMeeting));
    assert_eq!(read("this fri", day(2026, 11, 28), None), Err(Past));
}

#[test]
fn on_a_friday_fri_is_the_one_to_come() {
    let friday = day(2026, 11, 27);
    assert_eq!(read("fri", friday, None), Ok(day(2026, 12, 4)));
    assert_eq!(read("next fri", friday, None), Ok(day(2026, 12, 4)));
}

#[test]
fn only_a_by_with_a_date_behind_it_is_taken_from_an_actions_end() {
    let found = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        trailing(&words, today(), meeting()).map(|found| (found.from, found.date))
    };
    assert_eq!(
        found("check tenancy by 2w"),
        Some((2, Ok(day(2026, 12, 7))))
    );
    assert_eq!(
        found("drop by the flat BY fri."),
        Some((4, Ok(day(2026, 11, 27))))
    );
    assert_eq!(
        found("report by next meeting"),
        Some((1, Ok(day(2026, 12, 22))))
    );
    assert_eq!(found("by fri"), Some((0, Ok(day(2026, 11, 27)))));
    assert_eq!(
        found("check by 31 nov"),
        Some((1, Err(DateWordsFault::NoSuchDay)))
    );
    assert_eq!(found("stand by the door"), None);
    assert_eq!(found("check by fri and then by phone"), None);
    assert_eq!(found("check by"), None);
    assert_eq!(found(""), None);
}

/// The words and the date that are left of an action's end, where a date was found there without a "by".
fn taken_bare(text: &str) -> Option<(String, NaiveDate)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let found = trailing(&words, today(), meeting()).filter(|found| found.bare)?;
    Some((words[..found.from].join(" "), found.date.ok()?))
}

#[test]
fn shorthand_for_a_date_needs_no_by() {
    for (typed, words, due) in [
        ("check tenancy 2w", "check tenancy", day(2026, 12, 7)),
        ("check tenancy 10d", "check tenancy", day(2026, 12, 3)),
        (
            "report the damage fri",
            "report the damage",
            day(2026, 11, 27),
        ),
        (
            "report the damage Fri",
            "report the damage",
            day(2026, 11, 27),
        ),
        ("see him next fri", "see him", day(2026, 12, 4)),
        ("see him fri 4 dec", "see him", day(2026, 12, 4)),
        ("send the plan 10 dec", "send the plan", day(2026, 12, 10)),
        ("send the plan 15th jan", "send the plan", day(2027, 1, 15)),
        ("report back next meeting", "report back", day(2026, 12, 22)),
        ("report back nm", "report back", day(2026, 12, 22)),
        (
            "count the visits eom",
            "count the visits",
            day(2026, 11, 30),
        ),
        (
            "drop by the school 1m",
            "drop by the school",
            day(2026, 12, 23),
        ),
        (
            "inspect the flat fri",
            "inspect the flat",
            day(2026, 11, 27),
        ),
    ] {
        assert_eq!(taken_bare(typed), Some((words.to_owned(), due)), "{typed}");
    }
}

#[test]
fn a_date_that_the_words_lead_up_to_stays_among_them() {
    for typed in [
        "2w",
        "see him on fri",
        "hold the room until next fri",
        "hold the room for 2w",
        "bring it to the next meeting",
        "prepare for next meeting",
        "see him every fri",
        "open on mon and fri",
        "open mon, fri",
        "see him 10am fri",
        "say what happened on fri 4 dec",
        "the letter of 10 dec",
        "look at flat 12d",
        "look at house 5m",
        "ask where she sat",
        "sit in the sun",
        "see him Friday",
        "send the plan 10 December",
        "send the plan 31 nov",
        "see him fri.",
        "check tenancy 2w;",
        "look at 4/12",
        "find the 3 4 dec",
        "ask whether they may wed",
        "check tenancy today",
        "call back in a week",
    ] {
        assert_eq!(taken_bare(typed), None, "{typed}");
    }
}

proptest! {
    #[test]
    fn a_bare_date_means_what_it_would_behind_a_by(
        // Letters of which no weekday can be spelt.
        words in "[c-l]{1,8}( [c-l]{1,8}){0,3}",
        date in prop::sample::select(vec!["2w", "10d", "3wks", "fri", "thurs", "next mon", "10 dec", "4th jan", "tue 8 dec", "next meeting", "nm", "eom"]),
    ) {
        if let Some((left, due)) = taken_bare(&format!("{words} {date}")) {
            prop_assert_eq!(left, words);
            prop_assert_eq!(Ok(due), read(date, today(), meeting()));
        }
    }

    #[test]
    fn a_full_stop_gives_a_bare_date_back_to_the_words(text in "[a-z]{1,6}( ([a-z]{1,6}|[0-9]{1,2}[dwm]|fri|next|10 dec)){1,4}") {
        prop_assert_eq!(taken_bare(&format!("{text}.")), None);
    }

    #[test]
    fn nothing_but_shorthand_is_taken_from_the_end(text in "[A-Za-z0-9]{1,7}( [A-Za-z0-9./,-]{1,7}){0,5}") {
        if let Some((left, _)) = taken_bare(&text) {
            let taken = &text[left.len()..];
            prop_assert!(text.starts_with(&left) && taken.split_whitespace().count() <= 3);
            let short = |word: &str| word.len() <= 7 && word.chars().all(|c| c.is_ascii_alphanumeric());
            prop_assert!(taken.split_whitespace().all(short), "{:?}", taken);
        }
    }

    #[test]
    fn a_date_that_is_read_is_never_in_the_past(text in "([0-9]{1,3} ?[dwmy]|(next |this )?[a-z]{3}|[0-9]{1,2}[ /.][a-z0-9]{1,3}([ /.][0-9]{2,4})?)") {
        if let Ok(date) = read(&text, today(), meeting()) {
            prop_assert!(date >= today());
        }
    }

    #[test]
    fn reading_never_panics(text in ".{0,30}", days in 0u64..100_000) {
        let day = day(1900, 1, 1) + Days::new(days);
        let _ = read(&text, day, None);
    }
}
