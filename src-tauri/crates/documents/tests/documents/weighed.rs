//! What the weighing found of a line beside purpose and power: printed where it is judged, and nowhere else.

use crate::judges;
use crate::meeting::{
    PACK, at, attendance, begun, finish, id, open_first, papers, print, proposal, size, slot,
};
use crate::sample::on_disk;
use documents::content::Document;
use documents::papers::{Paper, PaperSource, Print, paper};
use protocol::grounds::{
    Addressee, Authority, AuthorityParts, ChairChoice, ChairChoiceParts, Grantor, OnFile, Reach,
    Restriction, Scope, Several,
};
use protocol::ids::{
    AuthorityId, CaseId, ChoiceId, ConditionKey, ItemId, KindKey, MeetingId, PowerKey, PurposeKey,
    RestrictionId, RoleKey,
};
use protocol::meeting::{Hand, InSession, Line, Moving};
use protocol::sharing::{GroundTaken, Proposal, Regime, SubjectCategory};
use protocol::words::Words;

fn read(document: &Document, name: &str) -> String {
    let (_kept, path) = on_disk(document, name);
    let text = judges::text(&path);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn said(by: usize, key: &str, words: &str) -> Proposal {
    let kind = PACK.kinds.iter().position(|kind| kind.key.as_str() == key);
    proposal(by, kind.expect("a kind of the pack"), words.into())
}

fn share(meeting: &mut InSession, said: Proposal, item: usize) -> Line {
    let (item, none) = (ItemId(id(item)), OnFile::default());
    meeting
        .record_item(said, item, at(11), &PACK, &none)
        .expect("recorded");
    Line::Item(item)
}

#[test]
fn the_disclosure_record_says_what_the_law_asked_of_whom_it_spoke_and_whose_judgement_it_was() {
    let mut meeting = begun(&size(1, 12));
    open_first(&mut meeting);
    let health = Proposal {
        about: Some(SubjectCategory::Witness),
        ..said(5, "health", "Health7x kept.")
    };
    share(&mut meeting, health, 50_000);
    share(&mut meeting, said(1, "licence", "Licence7x kept."), 50_001);
    // Whoever speaks for this agency has not confirmed its authority.
    share(&mut meeting, said(2, "name", "Named7x."), 50_002);
    let closed = finish(meeting);
    let source = PaperSource::Closed(&closed);
    let record = paper(&source, &Paper::DisclosureRecord, &print()).expect("a record");
    let record = read(&record, "weighed.pdf");
    for wanted in [
        "Sensitive: health",
        "Speaks of a witness",
        "Condition: health or social care",
        "Sensitive: proceedings and sentences",
        "DPA 2018 Part 3",
        "strictly necessary for a statutory purpose for Police; preventing unlawful acts for",
        "One of these rests on a condition beside which the law asks for an appropriate policy",
        "Weighed by the agreement’s rules (version 1.2, pack 1); ",
        " answers for its being necessary and proportionate",
        "3 of these were shared by an agency as its own by a table of original holders",
        "authority to share at this meeting had not been confirmed",
    ] {
        assert!(record.contains(wanted), "{wanted}: {record}");
    }
    assert!(!record.contains("Judged"), "nobody judged: {record}");
    let minutes = paper(&source, &Paper::Minutes, &print()).expect("minutes");
    let minutes = read(&minutes, "weighed-minutes.pdf");
    assert!(
        !minutes.contains("Speaks of a witness"),
        "one line a chair can read out"
    );
}

#[test]
fn a_ground_that_the_chair_took_is_printed_as_theirs_in_the_minutes_and_the_disclosure_record() {
    let mut meeting = begun(&size(1, 12));
    open_first(&mut meeting);
    let ground = GroundTaken {
        purpose: PurposeKey::new("support"),
        power: PowerKey::new("cda-s17"),
        because: Words::new("Because7x of the children."),
        regime: Some(Regime::General),
        condition: Some(ConditionKey::new("safeguarding")),
    };
    let (said, none) = (said(0, "intelligence", "Taken7x words."), OnFile::default());
    meeting
        .record_on_ground(&said, ground, id(50_000), at(11), &PACK, &none)
        .expect("taken");
    let closed = finish(meeting);
    let source = PaperSource::Closed(&closed);
    for which in [Paper::Minutes, Paper::DisclosureRecord] {
        let text = paper(&source, &which, &print()).expect("a paper");
        let text = read(&text, "taken.pdf");
        for wanted in [
            "To plan support together; s17 Crime and Disorder Act",
            "chosen by",
            "the general rules, UK GDPR; condition: safeguarding; chosen by",
            "who chaired: Because7x of the children.",
        ] {
            assert!(text.contains(wanted), "{which:?}, {wanted}: {text}");
        }
        let judged = "Judged necessary and proportionate by ";
        let in_full = which == Paper::DisclosureRecord;
        assert_eq!(text.contains(judged), in_full, "{which:?}: {text}");
        assert!(!text.contains("Weighed by"), "{which:?}: {text}");
        let document = "the agreement does not say yet where that is found";
        let asked = which == Paper::DisclosureRecord;
        assert_eq!(text.contains(document), asked, "{which:?}: {text}");
    }
}

#[test]
fn a_line_that_was_heard_and_moved_to_where_it_might_not_have_been_stands_in_the_chairs_copy_alone()
{
    let mut meeting = begun(&size(2, 12));
    open_first(&mut meeting);
    let line = share(&mut meeting, said(0, "name", "Moved7x words."), 50_000);
    let case = meeting
        .proceedings()
        .slot(slot(1))
        .expect("a case")
        .case
        .case;
    let upheld = Restriction {
        id: RestrictionId(id(60)),
        case,
        kinds: Reach::Every,
        recipients: Reach::Every,
        received: None,
        entered: None,
        upheld: at(0).date_naive(),
        decided_by: "Invented Officer".into(),
        reason: "the objection".into(),
        lifted: None,
    };
    let file = OnFile {
        restrictions: vec![upheld],
        ..OnFile::default()
    };
    let (did, by) = (Words::new("Stopped9x it there."), "Tom Okell".into());
    let hand = Hand { by, at: at(12) };
    meeting
        .move_line(
            Moving::of(line, slot(1), id(50_001)).heard(did),
            hand,
            &PACK,
            &file,
        )
        .expect("moved");
    let closed = finish(meeting);
    let all = papers(PaperSource::Closed(&closed)).into_iter().enumerate();
    for (n, (which, document)) in all {
        let text = read(&document, &format!("moved-{n}.pdf"));
        let has = |words: &str| text.contains(words);
        match which {
            Paper::ChairsCopy => {
                for wanted in [
                    "Moved7x",
                    "Stopped9x",
                    "§2.1.1",
                    "answers for having said it",
                ] {
                    assert!(has(wanted), "{wanted}: {text}");
                }
            }
            _ => assert!(!has("Moved7x") && !has("Stopped9x"), "{which:?}: {text}"),
        }
    }
}

fn for_everyone() -> Vec<Addressee> {
    let teams = PACK.teams.iter();
    teams
        .map(|team| Addressee::Team(team.key.clone()))
        .collect()
}

fn by_the_dip_manager(given_at: MeetingId) -> Authority {
    let kind = PACK.kind(&KindKey::new("drug-test")).expect("a kind");
    let purpose = kind.purpose.clone();
    let purpose = purpose.unwrap_or_else(|| PACK.meetings.odoc.default_purpose.clone());
    let scope = Scope::of([kind.key.clone()], for_everyone(), [purpose]);
    Authority::restored(AuthorityParts {
        id: AuthorityId(id(91_001)),
        case: CaseId(id(10_000)),
        scope: scope.expect("a scope"),
        what: Words::new("The last result, What7x."),
        by: Grantor {
            name: Words::new("Corin Delahunt"),
            role: RoleKey::new("dip-manager"),
            organisation: None,
        },
        at: at(10),
        meeting: given_at,
        withdrawn: None,
    })
}

fn chosen_by_the_chair() -> ChairChoice {
    ChairChoice::restored(ChairChoiceParts {
        id: ChoiceId(id(91_002)),
        case: CaseId(id(10_000)),
        meeting: MeetingId(id(1)),
        kinds: Several::one(KindKey::new("drug-test")),
        recipients: Several::of(for_everyone()).expect("recipients"),
        power: PowerKey::new("cda-s17"),
        regime: Some(Regime::General),
        because: Words::new("Because8x of the fire alarms."),
        chosen_by: attendance(0),
        at: at(10),
        withdrawn: None,
    })
}

#[test]
fn a_managers_authority_and_the_chairs_choice_of_a_power_are_printed_with_who_gave_them_and_the_line_says_whose()
 {
    let mut on_file = OnFile {
        authorities: vec![by_the_dip_manager(MeetingId(id(1)))],
        choices: vec![chosen_by_the_chair()],
        ..OnFile::default()
    };
    let mut meeting = begun(&size(1, 12));
    open_first(&mut meeting);
    let dip = PACK
        .teams
        .iter()
        .position(|team| team.key.as_str() == "dip");
    let test = said(dip.expect("the programme"), "drug-test", "Test7x clear.");
    meeting
        .record_item(test, ItemId(id(50_000)), at(11), &PACK, &on_file)
        .expect("recorded");
    let closed = finish(meeting);
    let source = PaperSource::Closed(&closed);
    let minutes = |on_file: &OnFile, name: &str| {
        let print = Print { on_file, ..print() };
        read(
            &paper(&source, &Paper::Minutes, &print).expect("minutes"),
            name,
        )
    };
    let text = minutes(&on_file, "authorised.pdf");
    for wanted in [
        "Authority to share",
        "The last result, What7x.",
        "DIP Manager, ",
        "on the authority of Corin Delahunt, DIP Manager, ",
        "Because8x of the fire alarms.",
        "The chair’s choice, under the general rules, UK GDPR, ",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let print = Print {
        on_file: &on_file,
        ..print()
    };
    let record = paper(&source, &Paper::DisclosureRecord, &print).expect("a record");
    let record = read(&record, "authorised-record.pdf");
    let by = "Judged necessary and proportionate by Corin Delahunt, DIP Manager";
    assert!(record.contains(by), "{record}");
    // What an earlier meeting's authority carried still says whose it was, though that meeting's minutes have the whole of it.
    on_file.authorities = vec![by_the_dip_manager(MeetingId(id(2)))];
    on_file.choices.clear();
    let text = minutes(&on_file, "authorised-before.pdf");
    assert!(!text.contains("What7x"), "{text}");
    assert!(
        text.contains("on the authority of Corin Delahunt, DIP Manager, "),
        "{text}"
    );
}

#[test]
fn the_law_that_the_papers_name_is_the_agreements_own() {
    let mut pack = PACK.clone();
    pack.law.name = "the Invented Act 2031".to_owned();
    let print = Print {
        pack: &pack,
        ..print()
    };
    let mut meeting = begun(&size(1, 12));
    open_first(&mut meeting);
    let closed = finish(meeting);
    let source = PaperSource::Closed(&closed);
    for (which, name) in [
        (Paper::Minutes, "law.pdf"),
        (Paper::DisclosureRecord, "law-record.pdf"),
    ] {
        let text = read(&paper(&source, &which, &print).expect("a paper"), name);
        assert!(
            text.contains("Sharing falls under the Invented Act 2031: its general rules"),
            "{text}"
        );
    }
}

#[test]
fn the_policy_document_that_the_agreement_names_stands_beside_each_condition_that_needs_it() {
    let mut pack = PACK.clone();
    for condition in &mut pack.conditions {
        condition.policy = Some("Invented policy, shelf 4".to_owned());
    }
    let print = Print {
        pack: &pack,
        ..print()
    };
    let mut meeting = begun(&size(1, 12));
    open_first(&mut meeting);
    share(&mut meeting, said(1, "licence", "Licence7x kept."), 50_000);
    share(&mut meeting, said(5, "health", "Health7x kept."), 50_001);
    let closed = finish(meeting);
    let source = PaperSource::Closed(&closed);
    let record = paper(&source, &Paper::DisclosureRecord, &print).expect("a record");
    let text = read(&record, "policy.pdf");
    let named =
        "preventing unlawful acts (appropriate policy document: Invented policy, shelf 4) for";
    assert!(text.contains(named), "{text}");
    let needs_none = "Condition: health or social care";
    assert!(text.contains(needs_none), "{text}");
    assert!(
        !text.contains("health or social care (appropriate"),
        "{text}"
    );
    assert!(!text.contains("does not say yet"), "{text}");
}
