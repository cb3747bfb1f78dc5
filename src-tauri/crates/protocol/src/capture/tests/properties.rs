use super::*;
use proptest::prelude::*;

/// Whether one text can be had from another by leaving characters out.
fn is_subsequence(words: &str, line: &str) -> bool {
    let mut rest = line.chars();
    words.chars().all(|c| rest.any(|other| other == c))
}

fn words_of(understood: &Understood) -> Vec<&str> {
    match understood {
        Understood::Item { words, .. } | Understood::Action { words, .. } => vec![words.as_str()],
        Understood::Dissent { words, .. } => vec![words.as_str()],
        Understood::Decision {
            words, rationale, ..
        } => {
            let mut all = vec![words.as_str()];
            all.extend(rationale.as_ref().map(|why| why.as_str()));
            all
        }
        _ => Vec::new(),
    }
}

/// Lines as they come about at a keyboard: real pieces in any order, with noise between them.
fn line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "pol", "prob", "hou", "h", "community", "housing", "intel", "acc", "test", "current",
            "intelligence", "-harden", "-har", "-zzz", "-smith", "-patel", "-council", "-", "-5",
            "-ve", "-jan", "khan", "@jan", "@khan-wel", "+gp", "+yos", "+pol", "+", "j:", "judgement", ">", "=", "!", "0", "x", "by",
            "2w", "fri", "31 nov", "next meeting", "because", "@patel", "@smith", "#r", "#zz", "3",
            "😟", "ਸਿੰਘ", "seen", "twice", "\u{2013}harden", "-pol", "adult", "mental", "health",
        ]).prop_map(str::to_owned),
        1 => ".{0,6}",
    ];
    let gap = prop::sample::select(vec![" ", " ", " ", "  ", "\t", "\u{a0}", ""]);
    prop::collection::vec((piece, gap), 0..10)
        .prop_map(|all| all.into_iter().map(|(piece, gap)| piece + gap).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn any_text_at_all_is_read(text in ".{0,80}") {
        let _ = read(&text, &lexicon());
    }

    #[test]
    fn words_are_what_was_typed_with_pieces_left_out(line in line()) {
        let reading = read(&line, &lexicon());
        for words in words_of(&reading.understood) {
            prop_assert!(is_subsequence(words, &line));
            prop_assert!(!words.starts_with(char::is_whitespace) && !words.ends_with(char::is_whitespace));
        }
    }

    #[test]
    fn parts_hold_every_sign_of_the_line_once_and_in_order(line in line()) {
        let units: Vec<u16> = line.encode_utf16().collect();
        let reading = read(&line, &lexicon());
        let mut at = 0;
        let blank = |from: usize, to: usize| {
            String::from_utf16(&units[from..to]).is_ok_and(|gap| gap.trim().is_empty())
        };
        for part in &reading.parts {
            prop_assert!(at <= part.from && part.from < part.to && part.to <= units.len());
            prop_assert!(blank(at, part.from));
            prop_assert!(String::from_utf16(&units[part.from..part.to]).is_ok());
            at = part.to;
        }
        prop_assert!(blank(at, units.len()));
    }

    #[test]
    fn a_line_with_a_faulty_part_is_never_recorded(line in line()) {
        let reading = read(&line, &lexicon());
        let faulty = reading.parts.iter().any(|part| part.fault.is_some());
        let unfinished = matches!(reading.understood, Understood::Unfinished { .. });
        prop_assert!(unfinished || !faulty);
    }

    #[test]
    fn nobody_left_out_at_the_kind_or_at_the_end_receives(
        who in prop::sample::select(vec![("-har", "harden"), ("-bromford", "bromford"), ("-chi", "children"), ("-hou", "housing")]),
        before in "[a-z]{1,6}( [a-z]{1,6}){0,3}",
        after in "( [a-z]{1,6}){0,3}",
    ) {
        let (marker, team) = who;
        for line in [
            format!("pol intel {marker} {before}{after}"),
            format!("pol intel {before} {marker}{after}"),
            format!("pol intel {before}{after} {marker}"),
        ] {
            let Understood::Item { without, words, .. } = read(&line, &lexicon()).understood else {
                return Err(TestCaseError::fail(line));
            };
            prop_assert_eq!(without, [LeftOut::Team(TeamKey::new(team))]);
            prop_assert_eq!(words.as_str(), format!("{before}{after}"));
        }
    }

    #[test]
    fn a_name_that_is_nobodys_never_passes_for_one_left_out(
        name in "zz[a-z]{0,5}", words in "[a-z]{1,6}( [a-z]{1,6}){0,3}"
    ) {
        for line in [format!("pol intel -{name} {words}"), format!("pol intel {words} -{name}")] {
            let understood = read(&line, &lexicon()).understood;
            prop_assert!(
                matches!(understood, Understood::Unfinished { want: Want::Recipient, .. }),
                "{}", line
            );
        }
    }

    #[test]
    fn each_marker_that_leaves_out_or_adds_is_in_the_item(line in line()) {
        let reading = read(&line, &lexicon());
        if let Understood::Item { without, also, .. } = &reading.understood {
            for part in reading.parts.iter().filter(|part| part.role == Role::Without) {
                prop_assert!(!part.candidates.is_empty());
                for candidate in &part.candidates {
                    let held = match candidate {
                        Candidate::Team(team) => without.contains(&LeftOut::Team(team.clone())),
                        Candidate::Person(person) => without.contains(&LeftOut::Person(*person)),
                        Candidate::Kind(_) => false,
                    };
                    prop_assert!(held);
                }
            }
            let adding = reading.parts.iter().filter(|part| part.role == Role::Also).count();
            prop_assert!(also.len() <= adding && (adding == 0 || !also.is_empty()));
        }
    }
}

proptest! {
    #[test]
    fn what_is_offered_for_somebody_means_them_and_nobody_else_whoever_is_in_the_room(
        people in prop::collection::vec((
            prop::sample::select(vec!["Jan Khan", "J. Khan", "Joe Khan", "Khan", "Siân O'Brien", "Dr Ash Low-Khan", "محمد خان"]),
            prop::sample::select(vec!["police", "housing", "dip"]),
        ), 1..7),
    ) {
        let entry = |(seat, (name, team)): (u16, &(&str, &str))| PersonEntry {
            attendance: AttendanceId(Uuid::from_u128(seat.into())),
            name: (*name).into(),
            team: TeamKey::new(*team),
            seat,
        };
        let room = Lexicon { people: (21..).zip(&people).map(entry).collect(), ..lexicon() };
        for person in &room.people {
            let typed = handle(person.attendance, &room).ok_or_else(|| TestCaseError::fail(person.name.as_str().to_owned()))?;
            let understood = read(&format!("> @{typed} call"), &room).understood;
            let Understood::Action { person: whom, words, .. } = understood else {
                return Err(TestCaseError::fail(typed));
            };
            prop_assert_eq!(whom, Some(person.attendance));
            prop_assert_eq!(words.as_str(), "call");
        }
    }
}
