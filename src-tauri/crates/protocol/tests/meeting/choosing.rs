//! The ground that the chair takes for a line, where the agreement leaves that to judgement.

use super::*;
use protocol::grounds::{Reach, Restriction};
use protocol::ids::{ConditionKey, KindKey, PowerKey, PurposeKey, RestrictionId};
use protocol::meeting::{Hand, Line, Moving, Proceedings};
use protocol::pack::Rule;
use protocol::sharing::{Answer, Chosen, GroundTaken, ItemParts, Regime};
use std::collections::BTreeSet;

fn hand(minute: i64) -> Hand {
    Hand {
        by: "Tom Okell".to_owned(),
        at: at(minute),
    }
}

fn taken(purpose: &str, power: &str) -> GroundTaken {
    GroundTaken {
        purpose: PurposeKey::new(purpose),
        power: PowerKey::new(power),
        because: Words::new("the risk at home"),
        regime: None,
        condition: None,
    }
}

fn with_a_case(pack: &Pack) -> InSession {
    let mut session = in_session(pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    session
}

fn take(session: &mut InSession, pack: &Pack, ground: GroundTaken) -> Result<(), Refusal> {
    let (said, none) = (proposal(pack, "pol"), OnFile::default());
    session.record_on_ground(&said, ground, id(900), at(10), pack, &none)
}

fn last(p: &Proceedings) -> &ItemParts {
    p.items.last().expect("an item").parts()
}

fn is_the_chairs(item: &ItemParts) {
    let chosen = Chosen {
        by: who(0),
        because: Words::new("the risk at home"),
        regime: None,
        condition: None,
    };
    assert_eq!(item.chosen, Some(chosen));
    let ground = (item.purpose.as_str(), item.power.as_str());
    assert_eq!(ground, ("support", "cda-s17"));
}

#[test]
fn a_ground_that_the_chair_takes_stays_with_the_line_taken_back_put_back_and_moved() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    take(&mut session, &pack, taken("support", "cda-s17")).expect("taken");
    assert_eq!(last(session.proceedings()).standing, Standing::Shared);
    is_the_chairs(last(session.proceedings()));
    session.undo(at(11)).expect("a slip");
    session.redo(&pack, &OnFile::default()).expect("put back");
    is_the_chairs(last(session.proceedings()));
    let line = Line::Item(ItemId(id(900)));
    session
        .move_line(
            Moving::of(line, slot(1), id(950)),
            hand(12),
            &pack,
            &OnFile::default(),
        )
        .expect("moved");
    let moved = last(session.proceedings());
    assert_eq!(moved.id, ItemId(id(950)));
    is_the_chairs(moved);
}

#[test]
fn what_the_agreement_does_not_leave_to_the_chair_records_nothing() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let before = session.clone();
    for (ground, refusal) in [
        (taken("support", "dpa-s29"), Refusal::PowerIsNoGround),
        (
            taken("support", "police-reform-2002"),
            Refusal::PowerSuperseded,
        ),
        (taken("curiosity", "cda-s17"), Refusal::NotInThePack),
    ] {
        assert_eq!(take(&mut session, &pack, ground), Err(refusal));
    }
    let silent = GroundTaken {
        because: Words::new(" "),
        ..taken("support", "cda-s17")
    };
    assert_eq!(
        take(&mut session, &pack, silent),
        Err(Refusal::NotComplete(Rule::Necessity))
    );
    assert_eq!(session, before);
}

#[test]
fn of_cases_discussed_together_the_ground_has_to_cover_everybody_in_each() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    session.join_case(slot(1), None, hand(7)).expect("joined");
    let upheld = Restriction {
        id: RestrictionId(id(60)),
        case: CaseId(id(401)),
        kinds: Reach::Every,
        recipients: Reach::Every,
        received: None,
        entered: None,
        upheld: NaiveDate::from_ymd_opt(2026, 11, 1).expect("a day"),
        decided_by: "Invented Officer".into(),
        reason: "the objection".into(),
        lifted: None,
    };
    let file = OnFile {
        restrictions: vec![upheld],
        ..OnFile::default()
    };
    let said = proposal(&pack, "pol");
    let before = session.clone();
    let ground = || taken("support", "cda-s17");
    let refused = session.record_on_ground(&said, ground(), id(900), at(10), &pack, &file);
    assert_eq!(refused, Err(Refusal::NotPermitted(Clause::new("§2.1.1"))));
    assert_eq!(session, before);
    session.part_case(slot(1), hand(11)).expect("parted");
    session
        .record_on_ground(&said, ground(), id(901), at(12), &pack, &file)
        .expect("the open case has no objection");
}

#[test]
fn what_is_offered_covers_everybody_the_proposed_ground_first() {
    let pack = pack();
    let session = with_a_case(&pack);
    let (p, none) = (session.proceedings(), OnFile::default());
    let said = proposal(&pack, "pol");
    let offered = p.grounds_offered(&said, at(10), &pack, &none);
    let offered = offered.expect("it is weighed");
    assert_eq!(offered.powers[0].as_str(), "cda-s115");
    assert!(offered.powers.iter().any(|key| key.as_str() == "cda-s17"));
    for key in ["dpa-s29", "police-reform-2002", "mappa-protocol"] {
        assert!(
            offered.powers.iter().all(|power| power.as_str() != key),
            "{key}"
        );
    }
    assert_eq!(offered.purposes.len(), pack.purposes.len());
    for power in &offered.powers {
        for purpose in &offered.purposes {
            let ground = taken(purpose.as_str(), power.as_str());
            let taken = p.on_ground(&said, ground, at(10), &pack, &none);
            assert!(taken.is_ok(), "{purpose} under {power}: {taken:?}");
        }
    }
}

fn intelligence(pack: &Pack) -> Proposal {
    Proposal {
        kind: KindKey::new("intelligence"),
        ..proposal(pack, "pol")
    }
}

/// What everybody has it on beside the power.
fn conditions(item: &ItemParts) -> BTreeSet<String> {
    let receipts = item.receipts.iter();
    let asked = receipts.filter_map(|receipt| match &receipt.answer {
        Answer::Permitted(ground) => ground.condition.as_ref(),
        Answer::Held(..) | Answer::Refused(..) => None,
    });
    asked.map(ToString::to_string).collect()
}

#[test]
fn a_condition_that_the_chair_takes_stands_with_the_line_for_everybody_for_whom_it_serves() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let (said, none) = (intelligence(&pack), OnFile::default());
    let p = session.proceedings();
    let offered = p.grounds_offered(&said, at(10), &pack, &none);
    let offered = offered.expect("it is weighed").conditions;
    let offered: Vec<_> = offered.iter().map(ConditionKey::as_str).collect();
    assert!(offered.contains(&"safeguarding") && offered.contains(&"part-3-safeguarding"));
    for never in ["health-care", "explicit-consent", "offence-consent"] {
        assert!(!offered.contains(&never), "{never}: {offered:?}");
    }
    let safeguarding = GroundTaken {
        condition: Some(ConditionKey::new("safeguarding")),
        regime: Some(Regime::General),
        ..taken("manage-risk", "cda-s17")
    };
    session
        .record_on_ground(&said, safeguarding, id(900), at(10), &pack, &none)
        .expect("taken");
    let item = last(session.proceedings());
    assert_eq!(
        conditions(item),
        BTreeSet::from(["safeguarding".to_owned()])
    );
    let by_the_chair = item.chosen.as_ref().and_then(|one| one.condition.as_ref());
    assert_eq!(by_the_chair.map(ConditionKey::as_str), Some("safeguarding"));
    session.undo(at(11)).expect("a slip");
    session.redo(&pack, &none).expect("put back");
    let item = last(session.proceedings());
    assert_eq!(
        conditions(item),
        BTreeSet::from(["safeguarding".to_owned()])
    );
}

#[test]
fn a_condition_that_serves_for_nobody_is_not_taken() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let (said, none) = (intelligence(&pack), OnFile::default());
    let before = session.clone();
    for (condition, refusal) in [
        ("health-care", Refusal::ConditionDoesNotServe),
        ("offence-consent", Refusal::ConditionDoesNotServe),
        ("common-sense", Refusal::ConditionDoesNotServe),
    ] {
        let ground = GroundTaken {
            condition: Some(ConditionKey::new(condition)),
            ..taken("manage-risk", "cda-s17")
        };
        let taken = session.record_on_ground(&said, ground, id(900), at(10), &pack, &none);
        assert_eq!(taken, Err(refusal));
    }
    assert_eq!(session, before);
}
