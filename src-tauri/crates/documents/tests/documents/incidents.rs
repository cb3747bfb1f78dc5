//! Who may read what on which paper: incidents, another's information, and lines that have moved.

use crate::judges;
use crate::meeting::{
    PACK, at, attendance, begun, day, finish, guest, id, open_first, papers, print, proposal,
    signature, size, slot, team,
};
use crate::sample::on_disk;
use documents::content::Document;
use documents::papers::{Paper, PaperSource, paper};
use protocol::grounds::{OnFile, Owner};
use protocol::ids::{ActionId, CorrectionId, ItemId, TeamKey};
use protocol::meeting::{Closed, Hand, InSession, Line, Moving, Stay};
use protocol::sharing::{ActionOwner, Pending, Proposal, SilenceKind, Source};
use protocol::words::Words;

fn read(document: &Document, name: &str) -> String {
    let (_kept, path) = on_disk(document, name);
    let text = judges::text(&path);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn hand(minutes: i64) -> Hand {
    Hand {
        by: "Tom Okell".into(),
        at: at(minutes),
    }
}

fn share(meeting: &mut InSession, said: Proposal, minute: i64) -> ItemId {
    let item = ItemId(id(50_000));
    meeting
        .record_item(said, item, at(minute), &PACK, &OnFile::default())
        .expect("recorded");
    item
}

/// Every paper of a meeting, as its readers get it.
fn all(closed: &Closed) -> Vec<(Paper, String)> {
    let papers = papers(PaperSource::Closed(closed));
    let read = papers
        .into_iter()
        .enumerate()
        .map(|(n, (which, document))| (which, read(&document, &format!("incident-{n}.pdf"))));
    read.collect()
}

fn the_chairs_copy(all: &[(Paper, String)]) -> &str {
    let mut these = all.iter().filter(|(which, _)| *which == Paper::ChairsCopy);
    &these.next().expect("a chair's copy").1
}

#[test]
fn what_was_heard_without_a_ground_stands_in_the_chairs_copy_and_on_no_other_paper() {
    let mut meeting = begun(&size(1, 12));
    open_first(&mut meeting);
    let guest = guest();
    let newcomer = guest.id;
    meeting.newcomer(guest).expect("at the door");
    let text = PACK.texts_hash();
    meeting.accept(newcomer, text, at(11)).expect("accepted");
    meeting
        .sign_declaration(newcomer, "A Guest", signature(), text, at(11))
        .expect("signed");
    meeting.let_in(newcomer, at(11)).expect("in");
    let (said, did) = (
        proposal(0, 0, "Blurted7x out.".into()),
        "Stopped9x the guest.",
    );
    let none = OnFile::default();
    meeting
        .record_heard(said, did.into(), ItemId(id(50_001)), at(12), &PACK, &none)
        .expect("heard");
    let closed = finish(meeting);
    let all = all(&closed);
    let copy = the_chairs_copy(&all);
    for wanted in [
        "Blurted7x",
        "Stopped9x",
        "A Guest (Invented Charity)",
        "§1.2.3",
        "72 hours after the first",
    ] {
        assert!(copy.contains(wanted), "{wanted}: {copy}");
    }
    for (which, text) in all.iter().filter(|(which, _)| *which != Paper::ChairsCopy) {
        let clean = !text.contains("Blurted7x") && !text.contains("Stopped9x");
        assert!(clean, "{which:?}: {text}");
    }
}

#[test]
fn the_chairs_copy_says_under_its_own_clause_whom_a_line_was_not_for_outside_the_room_too() {
    let mut meeting = begun(&size(1, 12));
    open_first(&mut meeting);
    let outside = Pending {
        team: None,
        organisation: None,
        named: "Needle Surgery".to_owned(),
    };
    let said = Proposal {
        pending: vec![outside],
        ..proposal(0, 0, "Blurted7x out.".into())
    };
    let none = OnFile::default();
    let item = ItemId(id(50_001));
    meeting
        .record_heard(said, "Stopped it.".into(), item, at(12), &PACK, &none)
        .expect("heard");
    let all = all(&finish(meeting));
    let copy = the_chairs_copy(&all);
    assert!(copy.contains("Not for Needle Surgery (§1.2.3)"), "{copy}");
    assert!(!copy.contains("Not for ("), "{copy}");
}

#[test]
fn whoever_overheard_a_line_is_an_incident_of_the_chairs_copy_alone() {
    let mut meeting = begun(&size(1, 12));
    open_first(&mut meeting);
    share(&mut meeting, proposal(0, 0, "Shared7x words.".into()), 11);
    let there = meeting
        .proceedings()
        .attendance(attendance(5))
        .expect("here");
    let name = there.name.clone();
    meeting
        .undo_acceptance(attendance(5), hand(12), &PACK)
        .expect("another's acceptance");
    let closed = finish(meeting);
    let all = all(&closed);
    let copy = the_chairs_copy(&all);
    for wanted in ["Shared7x", &name, "§4.1", "Tom Okell", "not entitled to it"] {
        assert!(copy.contains(wanted), "{wanted}: {copy}");
    }
    for (which, text) in all.iter().filter(|(which, _)| *which != Paper::ChairsCopy) {
        assert!(!text.contains("entitled"), "{which:?}: {text}");
    }
    let minutes = &all.iter().find(|(which, _)| *which == Paper::Minutes);
    let minutes = &minutes.expect("minutes").1;
    assert!(
        minutes.contains("is not among those who received it"),
        "{minutes}"
    );
}

#[test]
fn anothers_information_carries_whose_it_is_and_its_lock_wherever_it_is_printed() {
    let mut meeting = begun(&size(1, 12));
    open_first(&mut meeting);
    let group = PACK.groups[0].key.clone();
    let said = Proposal {
        source: Source::ThirdParty(Owner::Group(group)),
        ..proposal(0, 0, "Minuted7x elsewhere.".into())
    };
    share(&mut meeting, said, 11);
    let owner = ActionOwner {
        team: team(4),
        person: None,
    };
    meeting
        .record_action(
            ActionId(id(60_000)),
            owner,
            Words::new("Call the landlord."),
            None,
            None,
            at(12),
            &PACK,
        )
        .expect("agreed");
    let closed = finish(meeting);
    let all = all(&closed);
    let quoting: Vec<_> = all
        .iter()
        .filter(|(_, text)| text.contains("Minuted7x"))
        .collect();
    assert_eq!(quoting.len(), 2, "the minutes and the disclosures");
    let lock = format!(
        "Information of {}: not to be passed on without their permission",
        PACK.groups[0].name
    );
    for (which, text) in quoting {
        assert!(text.contains(&lock), "{which:?}: {text}");
    }
}

#[test]
fn a_line_corrected_and_then_moved_leaves_no_words_with_the_case_that_it_was_typed_under() {
    let mut meeting = begun(&size(2, 12));
    open_first(&mut meeting);
    let item = share(&mut meeting, proposal(0, 0, "Wrong7x words.".into()), 11);
    let right = Words::new("Right7x words.");
    let (line, none) = (Line::Item(item), OnFile::default());
    let correction = CorrectionId(id(70_000));
    meeting
        .correct(line, right, correction, hand(12), &PACK, &none)
        .expect("corrected");
    meeting
        .move_line(
            Moving::of(Line::Item(item), slot(1), id(70_001)),
            hand(13),
            &PACK,
            &none,
        )
        .expect("moved");
    let closed = finish(meeting);
    let source = PaperSource::Closed(&closed);
    let both = |text: &str| [text.contains("Wrong7x"), text.contains("Right7x")];
    let plan = paper(&source, &Paper::ActionPlan(slot(0)), &print()).expect("a plan");
    assert_eq!(both(&read(&plan, "moved-plan.pdf")), [false, false]);
    let minutes = paper(&source, &Paper::Minutes, &print()).expect("minutes");
    for (number, expected) in [("1. ", [false, false]), ("2. ", [true, true])] {
        let mut section = minutes.clone();
        section.sections.retain(|s| s.name.starts_with(number));
        assert_eq!(section.sections.len(), 1);
        let text = read(&section, &format!("moved-{}.pdf", number.trim()));
        assert_eq!(both(&text), expected, "{text}");
    }
}

#[test]
fn an_agency_that_shared_after_a_nil_return_is_not_said_to_have_held_nothing() {
    let mut meeting = begun(&size(1, 12));
    open_first(&mut meeting);
    let nil = SilenceKind::NilReturn;
    for n in [0, 1] {
        meeting.record_silence(team(n), nil, at(10)).expect("asked");
    }
    let minutes = |closed: Closed| {
        let all = all(&closed).into_iter();
        let mut minutes = all.filter(|(which, _)| *which == Paper::Minutes);
        minutes.next().expect("minutes").1
    };
    let listed = |team: &TeamKey| format!("nothing new held {}", PACK.team_called(team));
    let before = minutes(finish(meeting.clone()));
    assert!(before.contains(&listed(&team(0))), "{before}");
    share(&mut meeting, proposal(0, 0, "Shared7x words.".into()), 11);
    let after = minutes(finish(meeting));
    assert!(after.contains(&listed(&team(1))), "{after}");
}

#[test]
fn what_was_put_right_on_another_day_says_on_which_and_whose_an_action_was_is_printed_nowhere() {
    let mut meeting = begun(&size(1, 12));
    open_first(&mut meeting);
    share(&mut meeting, proposal(0, 0, "Shared7x words.".into()), 11);
    let (action, owner) = (ActionId(id(60_000)), |n| ActionOwner {
        team: team(n),
        person: None,
    });
    let words = Words::new("Call7x round.");
    meeting
        .record_action(action, owner(0), words, None, None, at(12), &PACK)
        .expect("agreed");
    let mut closed = finish(meeting);
    let three_days = 3 * 24 * 60;
    let there = closed.proceedings().attendance(attendance(5));
    let mut stay = Stay::of(there.expect("here"));
    stay.presence[0].from = at(1);
    let none = OnFile::default();
    closed
        .amend_presence(attendance(5), stay, hand(three_days), &PACK, &none)
        .expect("put right");
    let due = Some(day(2027, 1, 29));
    closed
        .reassign(action, owner(1), due, hand(three_days + 1), &PACK)
        .expect("put right");
    let all = all(&closed);
    let minutes = all.iter().find(|(which, _)| *which == Paper::Minutes);
    let minutes = &minutes.expect("minutes").1;
    let (_, changed) = minutes.split_once("Changed afterwards").expect("a trace");
    let when = at(three_days).format("%-d").to_string();
    let upto: String = changed.chars().take(160).collect();
    assert!(upto.contains(&format!("{when} ")), "{upto}");
    assert_eq!(changed.matches("Tom Okell").count(), 1, "{changed}");
    assert!(minutes.contains("29 Jan"), "{minutes}");
}
