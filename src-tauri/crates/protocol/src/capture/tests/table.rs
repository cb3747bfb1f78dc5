use super::*;
use crate::pack::{DEFAULT, Pack};
use crate::trade::MeetingKind;

fn check(table: &[(&str, &str)]) {
    for (line, expected) in table {
        assert_eq!(told(line), *expected, "{line}");
    }
}

#[test]
fn items_are_read_as_they_are_typed() {
    check(&[
        (
            "pol intel seen twice at the address with known associates",
            "police intelligence: seen twice at the address with known associates",
        ),
        ("pol intel seen", "police intelligence: seen"),
        ("POL Intel Seen", "police intelligence: Seen"),
        ("po int seen", "police intelligence: seen"),
        ("police intelligence seen", "police intelligence: seen"),
        ("1 intel seen", "police intelligence: seen"),
        ("3 acc rent paid", "housing accommodation: rent paid"),
        ("pol: intel: seen", "police intelligence: seen"),
        (
            "pol  intel  seen   twice",
            "police intelligence: seen   twice",
        ),
        (
            "hou anti noise at night",
            "housing behaviour: noise at night",
        ),
        (
            "hou acc 3 months' arrears",
            "housing accommodation: 3 months' arrears",
        ),
        ("mental heal well", "adult-mental-health health: well"),
        (
            "adult mental health heal well",
            "adult-mental-health health: well",
        ),
        (
            "west midlands police intel seen",
            "police intelligence: seen",
        ),
        (
            "community housing acc rent paid",
            "housing accommodation: rent paid",
        ),
        ("pol current intelligence seen", "police intelligence: seen"),
        (
            "pol criminal history of theft",
            "police criminal-history: of theft",
        ),
        (
            "prob drug test results clear",
            "probation-team drug-test: clear",
        ),
        ("dip test results clear", "dip drug-test: results clear"),
        ("wat acc new tenancy", "waterloo accommodation: new tenancy"),
        (
            "chi risk « très inquiet » 😟",
            "children risk: « très inquiet » 😟",
        ),
    ]);
}

#[test]
fn markers_leave_out_add_and_judge() {
    check(&[
        (
            "pol intel -harden seen",
            "police intelligence -harden: seen",
        ),
        (
            "pol -harden intel seen",
            "police intelligence -harden: seen",
        ),
        (
            "pol intel seen -harden twice",
            "police intelligence -harden: seen twice",
        ),
        (
            "pol intel seen twice -har -bro",
            "police intelligence -harden -bromford: seen twice",
        ),
        (
            "pol intel seen, -harden.",
            "police intelligence -harden: seen,",
        ),
        (
            "pol intel \u{2013}harden seen",
            "police intelligence -harden: seen",
        ),
        (
            "pol intel -har -harden seen",
            "police intelligence -harden: seen",
        ),
        ("pol intel -patel seen", "police intelligence -1: seen"),
        ("pol intel -obrien seen", "police intelligence -4: seen"),
        ("pol intel -o'brien seen", "police intelligence -4: seen"),
        ("pol intel -sian seen", "police intelligence -5: seen"),
        ("pol intel -john seen", "police intelligence -3: seen"),
        ("pol intel -john_smith seen", "police intelligence -3: seen"),
        (
            "pol intel -council seen",
            "police intelligence -dip -children -adult-mental-health: seen",
        ),
        ("pol intel +gp seen", "police intelligence +[gp]: seen"),
        ("pol intel +yos seen", "police intelligence +yos: seen"),
        ("pol intel seen +aqu", "police intelligence +aquarius: seen"),
        ("pol intel +a seen", "police intelligence +aquarius: seen"),
        ("pol intel +harden seen", "police intelligence: seen"),
        (
            "pol risk judgement likely to move on",
            "police risk judgement: likely to move on",
        ),
        (
            "pol risk j: likely to move on",
            "police risk judgement: likely to move on",
        ),
        (
            "pol risk likely to move on j:",
            "police risk judgement: likely to move on",
        ),
        (
            "pol risk judgement -har likely",
            "police risk judgement -harden: likely",
        ),
        ("pol risk j: f: moved", "police risk: moved"),
    ]);
}

#[test]
fn ordinary_words_stay_words() {
    check(&[
        (
            "pol intel slept out at -5 degrees",
            "police intelligence: slept out at -5 degrees",
        ),
        ("pol intel -5 degrees", "police intelligence: -5 degrees"),
        (
            "dip test -ve for opiates, +ve cocaine",
            "dip drug-test: -ve for opiates, +ve cocaine",
        ),
        (
            "pol intel poor judgement shown",
            "police intelligence: poor judgement shown",
        ),
        (
            "pol intel showed poor judgement",
            "police intelligence: showed poor judgement",
        ),
        (
            "pol intel left - came back",
            "police intelligence: left - came back",
        ),
        (
            "pol intel seen -ish near home",
            "police intelligence: seen -ish near home",
        ),
        (
            "pol intel brother +friend seen",
            "police intelligence: brother +friend seen",
        ),
        (
            "pol intel tel +44 7700 900123",
            "police intelligence: tel +44 7700 900123",
        ),
        (
            "pol intel x marks the place",
            "police intelligence: x marks the place",
        ),
        ("pol intel 0 sightings", "police intelligence: 0 sightings"),
        (
            "pol intel > 3 visits = too many!",
            "police intelligence: > 3 visits = too many!",
        ),
    ]);
}

#[test]
fn nobody_is_left_out_by_a_guess() {
    check(&[
        ("pol intel -hardn seen", "Recipient?"),
        ("pol intel -xyz", "Recipient?"),
        ("pol intel seen -hardn", "Recipient?"),
        ("pol intel -jane smith seen", "police intelligence -2: seen"),
        (
            "prob intel seen twice -j.khan-bro",
            "probation-team intelligence -6: seen twice",
        ),
        ("pol intel seen -jan khan twice", "Recipient? 6 7"),
        ("pol intel -smith seen", "Recipient? 2 3"),
        ("pol intel seen -smith twice", "Recipient? 2 3"),
        ("pol intel -h seen", "Recipient? housing harden"),
        ("pol intel - harden seen", "Recipient?"),
        ("pol intel -pol seen", "Recipient? police"),
        ("pol intel -har +har seen", "Recipient? harden"),
        ("pol intel +har seen -har", "Recipient? harden"),
        ("community -housing acc rent", "Recipient? housing"),
    ]);
}

#[test]
fn what_is_still_missing_is_said_with_what_it_could_be() {
    let here = "Agency? police probation-team housing harden bromford dip children \
                adult-mental-health welcome";
    let kinds = "Kind? intelligence criminal-history associates risk compliance engagement \
                 accommodation behaviour health";
    check(&[
        ("", "empty"),
        ("  \t ", "empty"),
        ("pol", kinds),
        ("pol ", kinds),
        ("pol intel", "Words?"),
        ("pol intel -har", "Words?"),
        ("pol intel -", "Words?"),
        ("h", "Agency? housing harden"),
        ("p intel seen", "Agency? police probation-team"),
        (
            "council intel seen",
            "Agency? dip children adult-mental-health",
        ),
        ("zzz intel seen", "Agency?"),
        ("-pol intel seen", "Agency?"),
        ("12 intel seen", "Agency?"),
        ("sias intel seen", "welcome intelligence: seen"),
        ("pol zzz seen", "Kind?"),
        (
            "pol a seen",
            "Kind? associates risk accommodation behaviour",
        ),
        ("!", here),
        ("0", here),
        (">", "Words?"),
        ("> hou", "Words?"),
        ("=", "Words?"),
        ("= because it works", "Words?"),
        ("! wel", "Words?"),
    ]);
}

#[test]
fn a_nil_return_and_a_refusal_are_one_sign() {
    check(&[
        ("pol 0", "police nil"),
        ("0 pol", "police nil"),
        ("1 0", "police nil"),
        ("pol x", "police declined"),
        ("X pol", "police declined"),
        ("x adult mental health", "adult-mental-health declined"),
        ("pol 0 seen", "NothingMore?"),
        ("x pol because", "NothingMore?"),
        ("0 h", "Agency? housing harden"),
        ("0 zzz", "Agency?"),
    ]);
}

#[test]
fn actions_have_an_owner_a_date_and_a_strand_where_they_are_said() {
    check(&[
        (
            "> hou check tenancy by 2w",
            "> housing by 07/12/26: check tenancy",
        ),
        (
            ">hou check tenancy by 2w",
            "> housing by 07/12/26: check tenancy",
        ),
        ("> hou check tenancy", "> housing: check tenancy"),
        (
            "> hou check tenancy by fri.",
            "> housing by 27/11/26: check tenancy",
        ),
        (
            "> hou report back by the next meeting",
            "> housing by 22/12/26: report back",
        ),
        (
            "> hou check tenancy 2w",
            "> housing by 07/12/26: check tenancy",
        ),
        (
            "> hou check tenancy fri #r",
            "> housing Resettlement by 27/11/26: check tenancy",
        ),
        ("> hou check tenancy fri.", "> housing: check tenancy fri."),
        (
            "> hou bring it to the next meeting",
            "> housing: bring it to the next meeting",
        ),
        (
            "> hou look at flat 2d by fri",
            "> housing by 27/11/26: look at flat 2d",
        ),
        ("> hou 2w", "> housing: 2w"),
        ("> hou drop by the flat", "> housing: drop by the flat"),
        (
            "> hou drop by the flat by 4 dec",
            "> housing by 04/12/26: drop by the flat",
        ),
        ("> hou check by 31 nov", "Date?"),
        ("> hou @patel check tenancy", "> housing @1: check tenancy"),
        (
            "> check tenancy @patel by 10d",
            "> housing @1 by 03/12/26: check tenancy",
        ),
        (
            "> hou check tenancy by 2w #r",
            "> housing Resettlement by 07/12/26: check tenancy",
        ),
        (
            "> #treat dip offer a place",
            "> nobody Treatment: dip offer a place",
        ),
        (
            "> dip #treat offer a place",
            "> dip Treatment: offer a place",
        ),
        ("> pol @patel call", "Person? 1"),
        ("> @smith call", "Person? 2 3"),
        ("> @nobody call", "Person?"),
        ("> @jane_smith call", "> police @2: call"),
        ("> @j.smith call", "Person? 2 3"),
        ("> @ja.smith call", "Person?"),
        ("> @jane.smith call", "> police @2: call"),
        ("> @Jane Smith call", "> police @2: call"),
        (
            "> @jane smith's mother to be told",
            "> police @2: smith's mother to be told",
        ),
        ("> @a.patel call", "> housing @1: call"),
        ("> @n obrien call by 2w", "> harden @4 by 07/12/26: call"),
        ("> @khan call", "Person? 6 7"),
        ("> @jan khan call", "Person? 6 7"),
        ("> @khan-bro call", "> bromford @6: call"),
        ("> @jan_khan_welcome call", "> welcome @7: call"),
        ("> @j.khan-wel call", "> welcome @7: call"),
        ("> @ash call", "Person? 8 9"),
        ("> @wren_ash_19 call", "> dip @9: call"),
        ("> write to him", "> nobody: write to him"),
        (
            "> a letter to the family",
            "> nobody: a letter to the family",
        ),
        ("> the police to visit", "> nobody: the police to visit"),
        (
            "> children to be seen at school",
            "> children: to be seen at school",
        ),
        ("> yos send the file", "> yos: send the file"),
        ("> 3 visit by fri", "> housing by 27/11/26: visit"),
        (
            "> po visit #4 High Street",
            "> police: visit #4 High Street",
        ),
        ("> pol use #metoo leaflet", "> police: use #metoo leaflet"),
        ("> h check", "> nobody: h check"),
        ("> hou by fri", "Words?"),
    ]);
}

#[test]
fn a_label_says_whose_information_it_is_and_whom_it_speaks_of() {
    check(&[
        (
            "pol intel noise again from:asb",
            "police intelligence from Group(GroupKey(\"asb-group\")): noise again",
        ),
        (
            "pol intel from:hou rent paid",
            "police intelligence from Team(TeamKey(\"housing\")): rent paid",
        ),
        (
            "pol intel about:victim wants no contact",
            "police intelligence about Victim: wants no contact",
        ),
        ("pol intel seen from:zzz", "Source?"),
        ("pol intel seen about:zzz", "Category?"),
        ("pol intel seen about:victim about:witness", "OneCategory?"),
        (
            "pol intel about:victim seen about:vic",
            "police intelligence about Victim: seen",
        ),
        ("pol intel from:hou seen from:prob", "OneSource?"),
        (
            "pol intel from:hou seen from:hou",
            "police intelligence from Team(TeamKey(\"housing\")): seen",
        ),
        (
            "pol intel seen from: afar",
            "police intelligence: seen from: afar",
        ),
    ]);
}

#[test]
fn decisions_have_a_rationale_and_dissents_an_agency() {
    check(&[
        (
            "= continue; review in January because the plan works",
            "= continue; review in January | the plan works",
        ),
        ("= no action", "= no action"),
        ("=close the case", "= close the case"),
        (
            "= closure: off the caseload because she is settled",
            "= Closure: off the caseload | she is settled",
        ),
        (
            "=Care: one key worker",
            "= CareCoordination: one key worker",
        ),
        ("= caseload: stays with DIP", "= Caseload: stays with DIP"),
        ("= closure:", "Words?"),
        ("= continue because", "= continue"),
        (
            "= continue, BECAUSE he asked, because it helps",
            "= continue, | he asked, because it helps",
        ),
        (
            "! prob would rather end it",
            "! probation-team: would rather end it",
        ),
        ("!sias disagrees", "! welcome: disagrees"),
        ("! zzz disagrees", "Agency?"),
        ("! h disagrees", "Agency? housing harden"),
    ]);
}

#[test]
fn parts_stand_where_the_window_counts_them() {
    let line = "pol intel 😟 seen -harden by him j:";
    let parts: Vec<_> = read(line, &lexicon())
        .parts
        .iter()
        .map(|part| (part.from, part.to, part.role))
        .collect();
    assert_eq!(
        parts,
        [
            (0, 3, Role::Agency),
            (4, 9, Role::Kind),
            (10, 17, Role::Words),
            (18, 25, Role::Without),
            (26, 32, Role::Words),
            (33, 35, Role::Basis),
        ]
    );
    let line = "> hou check tenancy by 4 dec #r";
    let parts: Vec<_> = read(line, &lexicon())
        .parts
        .iter()
        .map(|part| (&line[part.from..part.to], part.role))
        .collect();
    assert_eq!(
        parts,
        [
            (">", Role::Sign),
            ("hou", Role::Agency),
            ("check tenancy", Role::Words),
            ("by 4 dec", Role::Due),
            ("#r", Role::Strand),
        ]
    );
}

#[test]
fn a_part_carries_what_it_means_and_why_it_is_not_plain() {
    let parts = read("p intel -hardn x", &lexicon()).parts;
    assert_eq!(parts[0].fault, Some(CaptureFault::AmbiguousAgency));
    assert_eq!(parts[0].candidates.len(), 2);
    let parts = read("pol intel -hardn +har seen -ish twice", &lexicon()).parts;
    let told: Vec<_> = parts.iter().map(|part| (part.role, part.fault)).collect();
    assert_eq!(
        told,
        [
            (Role::Agency, None),
            (Role::Kind, None),
            (Role::Without, Some(CaptureFault::UnknownRecipient)),
            (Role::AlreadyHere, None),
            (Role::Words, None),
            (Role::Doubtful, None),
            (Role::Words, None),
        ]
    );
    assert_eq!(
        parts[0].candidates,
        [Candidate::Team(TeamKey::new("police"))]
    );
    assert_eq!(
        parts[1].candidates,
        [Candidate::Kind(KindKey::new("intelligence"))]
    );
}

#[test]
fn a_seat_left_empty_changes_who_a_letter_means() {
    let mut lexicon = lexicon();
    lexicon.teams[2].seat = None;
    let Understood::Item { team, .. } = read("h intel seen", &lexicon).understood else {
        panic!("only Harden is in the room");
    };
    assert_eq!(team.as_str(), "harden");
}

#[test]
fn what_was_said_does_not_show_in_debug_output() {
    let reading = read("pol intel seen twice +surgery", &lexicon());
    let shown = format!("{reading:?}");
    assert!(!shown.contains("seen") && !shown.contains("surgery"));
}

#[test]
fn every_team_and_kind_of_the_default_pack_is_found_by_its_key_and_by_its_name() {
    let pack = Pack::read(DEFAULT).expect("the default pack");
    let seat = |key: &TeamKey| {
        pack.teams
            .iter()
            .position(|team| team.key == *key)
            .map(|at| at as u32 + 1)
    };
    let today = lexicon().today;
    for meeting in [MeetingKind::Odoc, MeetingKind::DipCaseReview] {
        let lexicon = Lexicon::of(&pack, meeting, seat, Vec::new(), today, None);
        for (team, kind) in pack
            .teams
            .iter()
            .flat_map(|team| pack.kinds.iter().map(move |kind| (team, kind)))
        {
            for (by_team, by_kind) in [
                (&team.capture_key, &kind.capture_key),
                (&team.short_name, &kind.capture_key),
                (&team.capture_key, &kind.name),
            ] {
                // A name that begins with the key itself ("CRO number") is the key and then words.
                let first = by_kind.split([' ', ',']).next().map(str::to_lowercase);
                if by_kind != &kind.capture_key && first.as_ref() == Some(&kind.capture_key) {
                    continue;
                }
                let line = format!("{by_team} {by_kind} zzz");
                let Understood::Item {
                    team: t,
                    kind: k,
                    words,
                    ..
                } = read(&line, &lexicon).understood
                else {
                    panic!("{line}");
                };
                assert_eq!(
                    (&t, &k, words.as_str()),
                    (&team.key, &kind.key, "zzz"),
                    "{line}"
                );
            }
        }
    }
}
