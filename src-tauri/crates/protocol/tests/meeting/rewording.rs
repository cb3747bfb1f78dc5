//! Words that are changed afterwards: weighed and written as if they had been said so in the first place (§2.2.5).

use super::held::{hand, opened};
use super::*;
use protocol::grounds::{Addressee, Consent, ConsentParts, ConsentSort, HowGiven, Scope, Whose};
use protocol::ids::{ConsentId, CorrectionId};
use protocol::meeting::{Closed, Line, Proceedings};
use protocol::pack::Kind;
use protocol::sharing::{Footing, ItemParts, Note};

const ITEM: ItemId = ItemId(Uuid::from_u128(900));
const LINE: Line = Line::Item(ITEM);

fn kind<'p>(pack: &'p Pack, capture_key: &str) -> &'p Kind {
    let kind = pack.kinds.iter().find(|k| k.capture_key == capture_key);
    kind.expect("a kind of the default pack")
}

/// A victim's consent to everybody in the room but the police, whose it is, and those left out of it.
fn consents(pack: &Pack, n: u128, victim: &str, without: &[&str]) -> Consent {
    let victims = kind(pack, "vict");
    let teams = ["csu", "prob", "aqu"].iter();
    let teams = teams.filter(|key| !without.contains(key));
    let recipients = teams.map(|key| Addressee::Team(team(pack, key)));
    let purpose = victims.purpose.clone().expect("one of its own");
    let given = NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day");
    let parts = ConsentParts {
        id: ConsentId(id(n)),
        case: heading(0).case,
        sort: ConsentSort::Consent,
        whose: Whose::Victim(victim.into()),
        scope: Scope::of([victims.key.clone()], recipients, [purpose]).expect("a scope"),
        given,
        entered: None,
        expires: None,
        how: HowGiven::InWriting,
        explicit: true,
        consequences_understood: true,
        freely_given: true,
        taken_by: "Invented Worker".into(),
        evidence: None,
        withdrawn: None,
    };
    Consent::given(parts, given, pack).expect("consent")
}

/// Ann has consented to everybody here, Bea to all but probation, and Cat to everybody again.
fn three_victims(pack: &Pack) -> OnFile {
    OnFile {
        consents: vec![
            consents(pack, 31, "Ann Fielding", &[]),
            consents(pack, 32, "Bea Youngman", &["prob"]),
            consents(pack, 33, "Cat Oldroyd", &[]),
        ],
        ..OnFile::default()
    }
}

fn said(pack: &Pack, key: &str, words: &str, file: &OnFile) -> InSession {
    let mut session = opened(pack);
    let proposal = Proposal {
        kind: kind(pack, key).key.clone(),
        words: words.into(),
        ..proposal(pack, "pol")
    };
    let item = session.record_item(proposal, ITEM, at(8), pack, file);
    assert_eq!(item.expect("said").parts().standing, Standing::Shared);
    session
}

fn item(p: &Proceedings) -> &ItemParts {
    p.items[0].parts()
}

fn consent_of(p: &Proceedings) -> Vec<u128> {
    let answers = item(p).receipts.iter().map(|r| &r.answer);
    let mut by: Vec<u128> = answers
        .filter_map(|answer| match answer {
            Answer::Permitted(ground) => match ground.footing {
                Footing::Consent(consent) => Some(consent.0.as_u128()),
                _ => None,
            },
            _ => None,
        })
        .collect();
    by.dedup();
    by
}

fn ended(mut session: InSession) -> Closed {
    let (decision, kind) = (DecisionId(id(950)), DecisionKind::Other);
    let words = Words::new("go on");
    session
        .record_decision(decision, kind, words, None, false, at(12))
        .expect("decided");
    session.close_case(at(13)).expect("closes");
    session.end(&Words::new("no time"), at(30)).expect("ends")
}

#[test]
fn a_victims_words_are_not_changed_into_another_victims_who_consented_to_less() {
    let (pack, n) = (pack(), CorrectionId(id(960)));
    let file = three_victims(&pack);
    let mut session = said(&pack, "vict", "Ann Fielding has moved", &file);
    let (bea, cat) = ("Bea Youngman has moved", "Cat Oldroyd has moved");
    let refused = Err(Refusal::NotInThoseWords(Clause::new("§2.2.5")));
    let before = session.clone();
    assert_eq!(session.reword(LINE, bea.into(), &pack, &file), refused);
    let corrected = session.correct(LINE, bea.into(), n, hand(9), &pack, &file);
    assert_eq!(corrected, refused);
    let nobody = session.reword(LINE, "has moved".into(), &pack, &file);
    assert_eq!(nobody, refused, "of which of them?");
    assert_eq!(session, before);
    assert_eq!(consent_of(session.proceedings()), [31]);

    session
        .reword(LINE, "Ann Fielding moved in May".into(), &pack, &file)
        .expect("hers all the same");
    assert_eq!(consent_of(session.proceedings()), [31]);
    session
        .correct(LINE, cat.into(), n, hand(10), &pack, &file)
        .expect("she consented to as much");
    assert_eq!(consent_of(session.proceedings()), [33]);

    let mut closed = ended(session);
    let corrected = closed.correct(LINE, bea.into(), n, hand(40), &pack, &file);
    assert_eq!(corrected, refused);
    assert_eq!(closed.reword(LINE, bea.into(), &pack, &file), refused);
    assert_eq!(item(closed.proceedings()).words.as_str(), cat);
}

#[test]
fn what_is_tidied_or_corrected_is_written_as_its_kind_is_agreed_and_what_was_noted_of_it_goes_with_it()
 {
    let (pack, file) = (pack(), OnFile::default());
    let mut session = said(&pack, "dob", "in his forties", &file);
    let noted = |session: &InSession| {
        let item = item(session.proceedings()).clone();
        let noted = item.notes.contains(&Note::NotInTheAgreedFormat);
        (item.words.as_str().to_owned(), noted)
    };
    assert!(noted(&session).1);
    session
        .reword(LINE, "3/7/85".into(), &pack, &file)
        .expect("tidied");
    assert_eq!(noted(&session), ("03/07/1985".to_owned(), false));
    let correct = |session: &mut InSession, n: u128, words: &str| {
        let correction = CorrectionId(id(960 + n));
        session.correct(LINE, words.into(), correction, hand(9), &pack, &file)
    };
    let same = correct(&mut session, 1, "3 July 1985");
    assert_eq!(same, Err(Refusal::NothingWritten));
    correct(&mut session, 2, "4/7/85").expect("corrected");
    assert_eq!(noted(&session), ("04/07/1985".to_owned(), false));
    correct(&mut session, 3, "not known").expect("corrected");
    assert_eq!(noted(&session), ("not known".to_owned(), true));
}

#[test]
fn what_is_said_outside_every_case_is_noted_where_it_names_somebody_on_the_agenda_as_often_as_its_words_change()
 {
    let (pack, file) = (pack(), OnFile::default());
    let mut session = in_session(&pack);
    session.turn_to(Place::AnyOtherBusiness).expect("no case");
    let proposal = Proposal {
        kind: kind(&pack, "aob").key.clone(),
        ..proposal(&pack, "pol")
    };
    session
        .record_item(proposal, ITEM, at(8), &pack, &file)
        .expect("said");
    let table = [
        ("A person was arrested again", true),
        ("Personal alarms were given out", false),
        ("the PERSON's street", true),
        ("what was said of ODOC-002", true),
        ("what was said of ODOC-0021", false),
    ];
    for (words, names) in table {
        session
            .reword(LINE, words.into(), &pack, &file)
            .expect("tidied");
        let item = item(session.proceedings());
        assert_eq!(item.notes.contains(&Note::NamesSomebody), names, "{words}");
    }

    let mut of_them = said(&pack, "dob", "3/7/85", &file);
    of_them
        .reword(LINE, "A person of forty".into(), &pack, &file)
        .expect("tidied");
    let item = item(of_them.proceedings());
    assert!(!item.notes.contains(&Note::NamesSomebody), "in their case");
}
