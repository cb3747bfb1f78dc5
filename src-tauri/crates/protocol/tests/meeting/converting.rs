//! A line made another, in the meeting and beside the draft; and whose a note was, of what kind and on what basis, put right in substance.

use super::*;
use protocol::grounds::Owner;
use protocol::ids::CorrectionId;
use protocol::meeting::{
    Closed, Converting, Hand, Inquorate, Instead, Line, Proceedings, PutRight,
};
use protocol::sharing::{Action, ItemParts, Source, SubjectCategory};

const NOTE: ItemId = ItemId(Uuid::from_u128(900));

fn hand(minute: i64) -> Hand {
    Hand {
        by: "Tom Okell".to_owned(),
        at: at(minute),
    }
}

/// A meeting in which the police said something at ten past and probation left at twelve past.
fn said(pack: &Pack, proposal: Proposal) -> InSession {
    let mut session = with_a_case(pack);
    session
        .record_item(proposal, NOTE, at(10), pack, &OnFile::default())
        .expect("shared");
    session.leave(who(3), at(12)).expect("here");
    session
}

fn with_a_case(pack: &Pack) -> InSession {
    let mut session = in_session(pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    session
}

fn ended(mut session: InSession) -> Closed {
    session
        .record_decision(
            DecisionId(id(800)),
            DecisionKind::Other,
            Words::new("go on"),
            None,
            false,
            at(20),
        )
        .expect("decided");
    session.close_case(at(21)).expect("closes");
    session.end(&Words::new("no time"), at(30)).expect("ends")
}

fn visit(pack: &Pack) -> Instead {
    Instead::Action(Action {
        id: ActionId(id(1)),
        meeting: MeetingId(id(1)),
        place: Place::Closing,
        case: None,
        owner: ActionOwner {
            team: team(pack, "pol"),
            person: None,
        },
        words: Words::new("seen twice"),
        due: None,
        strand: None,
        at: at(99),
        arises_from: None,
        continues: None,
        settled: None,
        undone: None,
    })
}

fn item(p: &Proceedings, line: Line) -> &ItemParts {
    let mut items = p.items.iter().map(|i| i.parts());
    items.find(|i| Line::Item(i.id) == line).expect("recorded")
}

/// The same move in the meeting and beside the draft.
trait Converts {
    fn makes(&mut self, pack: &Pack, of: (Line, Instead), fresh: u128) -> Result<Line, Refusal>;
    fn so_far(&self) -> &Proceedings;
}

impl Converts for InSession {
    fn makes(
        &mut self,
        pack: &Pack,
        (line, into): (Line, Instead),
        fresh: u128,
    ) -> Result<Line, Refusal> {
        let converting = Converting::of(line, into, id(fresh));
        self.convert(&converting, &hand(14), pack, &OnFile::default())
    }

    fn so_far(&self) -> &Proceedings {
        self.proceedings()
    }
}

impl Converts for Closed {
    fn makes(
        &mut self,
        pack: &Pack,
        (line, into): (Line, Instead),
        fresh: u128,
    ) -> Result<Line, Refusal> {
        let converting = Converting::of(line, into, id(fresh));
        self.convert(&converting, &hand(90), pack, &OnFile::default())
    }

    fn so_far(&self) -> &Proceedings {
        self.proceedings()
    }
}

/// What is made of the note in the meeting, and the same beside the draft.
fn in_both(pack: &Pack, proposal: &Proposal, each: impl Fn(&mut dyn Converts, bool)) {
    let session = said(pack, proposal.clone());
    each(&mut session.clone(), false);
    each(&mut ended(session), true);
}

fn put_right(said: Proposal) -> Instead {
    Instead::PutRight(PutRight::of(said, CorrectionId(id(77))))
}

#[test]
fn a_note_made_an_action_and_a_note_again_has_lost_nothing_in_the_meeting_or_beside_the_draft() {
    let pack = pack();
    let first = Proposal {
        left_out: vec![who(AQUARIUS)],
        about: Some(SubjectCategory::Suspect),
        ..proposal(&pack, "pol")
    };
    in_both(&pack, &first, |meeting, _| {
        let before = item(meeting.so_far(), Line::Item(NOTE)).clone();
        let action = meeting
            .makes(&pack, (Line::Item(NOTE), visit(&pack)), 700)
            .expect("it was shared");
        let p = meeting.so_far();
        let made = &p.actions[0];
        assert_eq!(Line::Action(made.id), action);
        assert_eq!((made.place, made.at), (before.place, before.at));
        let typed = Instead::Note(proposal(&pack, "pol"));
        let again = meeting
            .makes(&pack, (action, typed), 901)
            .expect("a note again");
        let now = item(meeting.so_far(), again);
        let same = ItemParts {
            id: now.id,
            ..before
        };
        assert_eq!(now, &same);
    });
}

#[test]
fn while_reports_only_were_heard_no_note_of_then_becomes_an_action_beside_the_draft() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    session.leave(who(3), at(7)).expect("here");
    session
        .go_on_inquorate(Inquorate::HearOnly, hand(8))
        .expect("chosen");
    session
        .record_item(
            proposal(&pack, "pol"),
            NOTE,
            at(10),
            &pack,
            &OnFile::default(),
        )
        .expect("heard");
    let mut closed = session
        .abandon(Words::new("nobody decides"), hand(20))
        .expect("abandoned");
    let made = closed.makes(&pack, (Line::Item(NOTE), visit(&pack)), 700);
    assert_eq!(made, Err(Refusal::HearsOnly));
}

#[test]
fn neither_a_decision_nor_a_nil_return_becomes_anything_else() {
    let pack = pack();
    let mut closed = ended(said(&pack, proposal(&pack, "pol")));
    for line in [Line::Decision(DecisionId(id(800))), Line::Silence(0)] {
        let made = closed.makes(&pack, (line, visit(&pack)), 700);
        assert_eq!(made, Err(Refusal::NoSuchLine), "{line:?}");
    }
}

#[test]
fn what_a_note_is_put_right_to_is_weighed_as_of_then_and_what_it_was_stays_struck_and_told() {
    let pack = pack();
    let judged = Proposal {
        basis: Basis::ProfessionalJudgement,
        ..proposal(&pack, "pol")
    };
    let of_another_kind = Proposal {
        kind: pack.kinds[1].key.clone(),
        ..proposal(&pack, "pol")
    };
    let table = [
        ("by whom", proposal(&pack, "prob")),
        ("on what basis", judged),
        ("of what kind", of_another_kind),
    ];
    let first = Proposal {
        left_out: vec![who(AQUARIUS)],
        ..proposal(&pack, "pol")
    };
    let kind = pack.kind_called(&pack.kinds[0].key);
    for (what, right) in table {
        in_both(&pack, &first, |meeting, ended| {
            let weighed = meeting.so_far().weigh_instead(
                Line::Item(NOTE),
                &put_right(right.clone()),
                &pack,
                &OnFile::default(),
            );
            assert_eq!(weighed.map(|w| w.objection()), Ok(None), "{what}");
            let line = meeting
                .makes(&pack, (Line::Item(NOTE), put_right(right.clone())), 901)
                .expect(what);
            let p = meeting.so_far();
            let now = item(p, line);
            assert_eq!(
                (&now.team, &now.kind, now.basis),
                (&right.team, &right.kind, right.basis)
            );
            assert_eq!((now.standing, now.at), (Standing::Shared, at(10)));
            // Whoever had it is kept with what it was, and whom it was kept from has it no more for that.
            let was = item(p, Line::Item(NOTE));
            assert!(matches!(was.standing, Standing::Undone { .. }));
            assert_eq!(was.receipts.len(), now.receipts.len());
            assert!(now.left_out.contains(&who(AQUARIUS)));
            let struck: Vec<_> = p.corrections_of(line).collect();
            let before = format!("Police, {kind}, fact: seen twice");
            assert_eq!(
                (struck.len(), struck[0].before.as_str()),
                (1, before.as_str())
            );
            // In the meeting whoever has gone; beside the draft everybody who heard it.
            let told = match ended {
                false => vec![who(3)],
                true => vec![who(0), who(1), who(2), who(3)],
            };
            assert_eq!(p.to_be_told(struck[0]), told, "{what}");
        });
    }
}

#[test]
fn what_is_so_already_is_not_put_right_and_what_nobody_heard_is_not_struck() {
    let pack = pack();
    let same = proposal(&pack, "pol");
    in_both(&pack, &same, |meeting, _| {
        let made = meeting.makes(&pack, (Line::Item(NOTE), put_right(same.clone())), 901);
        assert_eq!(made, Err(Refusal::NothingWritten));
    });
    let for_advice = Proposal {
        for_advice: true,
        ..same
    };
    in_both(&pack, &for_advice, |meeting, _| {
        let theirs = put_right(proposal(&pack, "prob"));
        let line = meeting
            .makes(&pack, (Line::Item(NOTE), theirs), 901)
            .expect("it goes on waiting");
        let p = meeting.so_far();
        assert_eq!(item(p, line).standing, Standing::Held);
        assert!(item(p, line).for_advice);
        assert_eq!(p.corrections, []);
    });
}

#[test]
fn what_was_heard_as_what_nobody_might_have_passed_on_is_an_incident_with_what_the_chair_did() {
    let pack = pack();
    let theirs = Proposal {
        source: Source::ThirdParty(Owner::Team(team(&pack, "hou"))),
        ..proposal(&pack, "pol")
    };
    in_both(&pack, &proposal(&pack, "pol"), |meeting, _| {
        let line = Line::Item(NOTE);
        let right = PutRight::of(theirs.clone(), CorrectionId(id(77)));
        let before = meeting.so_far().clone();
        let slip = meeting.makes(&pack, (line, Instead::Note(theirs.clone())), 901);
        assert!(matches!(slip, Err(Refusal::HeardThere(_))), "{slip:?}");
        let asked = meeting.makes(&pack, (line, Instead::PutRight(right.clone())), 901);
        assert!(matches!(asked, Err(Refusal::HeardThere(_))), "{asked:?}");
        let blank = Instead::PutRight(right.clone().heard(Words::new(" ")));
        let blank = meeting.makes(&pack, (line, blank), 901);
        assert_eq!(blank, Err(Refusal::NothingWritten));
        assert_eq!(meeting.so_far(), &before);

        let did = Words::new("asked everyone to keep it to themselves");
        let heard = Instead::PutRight(right.heard(did.clone()));
        let made = meeting.makes(&pack, (line, heard), 901).expect("heard");
        let p = meeting.so_far();
        let now = item(p, made);
        assert_eq!(
            (now.standing, &now.chair_did),
            (Standing::Heard, &Some(did))
        );
        assert!(p.to_be_told(&p.corrections[0]).contains(&who(3)));
        // An incident is put right no further: it stays.
        let again = meeting.makes(&pack, (made, put_right(proposal(&pack, "prob"))), 902);
        assert_eq!(again, Err(Refusal::IncidentStays));
    });
}

#[test]
fn what_was_said_of_two_cases_is_put_right_and_struck_in_both() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    session.join_case(slot(1), None, hand(7)).expect("joined");
    let said = proposal(&pack, "pol");
    session
        .record_item(said, NOTE, at(10), &pack, &OnFile::default())
        .expect("said of both");
    let right = put_right(proposal(&pack, "prob"));
    session
        .makes(&pack, (Line::Item(NOTE), right), 910)
        .expect("put right");
    let p = session.proceedings();
    let standing = |i: &&ItemParts| i.standing == Standing::Shared;
    let now: Vec<_> = p.items.iter().map(|i| i.parts()).filter(standing).collect();
    let places: Vec<_> = now.iter().map(|i| i.place).collect();
    assert_eq!(places, [Place::Case(slot(0)), Place::Case(slot(1))]);
    for one in now {
        assert_eq!(one.team, team(&pack, "prob"));
        assert_eq!(p.corrections_of(Line::Item(one.id)).count(), 1);
    }
    let [one, other] = &p.corrections[..] else {
        panic!("struck in both")
    };
    assert_ne!(one.id, other.id);
    let whole = Meeting::restore(Stage::InSession, p.clone(), None, None);
    assert!(whole.is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever becomes of a note, in the meeting and beside the draft: whoever has it was there when it was said and was not kept from
    /// it, and the record reads back.
    #[test]
    fn whoever_has_a_note_that_became_another_was_there_and_was_not_kept_from_it(
        moves in prop::collection::vec(any_move(), 1..40),
        into in prop::collection::vec(0..3usize, 1..6),
        ended in any::<bool>(),
    ) {
        let pack = pack();
        let mut session = in_session(&pack);
        for (n, what) in moves.iter().enumerate() {
            let _ = play(&mut session, what, n as u128, &pack);
        }
        let mut closed = match ended {
            true => session.clone().abandon(Words::new("a fire alarm"), hand(80)).ok(),
            false => None,
        };
        let chair = closed.as_ref().map(Closed::chaired_by);
        let meeting: &mut dyn Converts = match &mut closed {
            Some(closed) => closed,
            None => &mut session,
        };
        let notes: Vec<_> = meeting.so_far().items.iter().map(|i| i.parts().id).collect();
        for ((n, note), into) in (0..).zip(notes).zip(into.iter().cycle()) {
            let fresh = 9000 + 10 * n;
            let line = Line::Item(note);
            let judged = Proposal { basis: Basis::ProfessionalJudgement, ..proposal(&pack, "pol") };
            let before = meeting.so_far().clone();
            let made = match into {
                0 => meeting.makes(&pack, (line, Instead::Note(judged)), fresh),
                1 => {
                    let right = PutRight::of(judged, CorrectionId(id(fresh)));
                    meeting.makes(&pack, (line, Instead::PutRight(right)), fresh)
                }
                _ => meeting.makes(&pack, (line, visit(&pack)), fresh).and_then(|action| {
                    let again = Instead::Note(proposal(&pack, "pol"));
                    meeting.makes(&pack, (action, again), fresh + 1)
                }),
            };
            prop_assert!(afterwards::agrees(meeting.so_far()));
            if made.is_ok() {
                prop_assert!(meeting.so_far().words_of(line).is_none());
            } else if *into != 2 {
                prop_assert_eq!(meeting.so_far(), &before);
            }
        }
        let p = meeting.so_far().clone();
        let stage = if closed.is_some() { Stage::Closed } else { Stage::InSession };
        let whole = Meeting::restore(stage, p, chair, None);
        prop_assert!(whole.is_ok(), "{:?}", whole.err());
    }
}
