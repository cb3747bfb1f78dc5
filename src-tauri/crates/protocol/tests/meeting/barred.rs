//! Whom nothing of a case may reach: said before anybody speaks, and never of somebody whom something may reach.

use super::incidents::{GUEST, with_a_guest};
use super::*;
use protocol::grounds::{
    Addressee, Consent, ConsentParts, ConsentSort, HowGiven, Reach, Restriction, Scope, Several,
    Whose,
};
use protocol::ids::{ConsentId, RestrictionId};
use protocol::sharing::{Answer, Bar, Until, assess, nothing_may_reach};

fn barred(session: &InSession, pack: &Pack, on_file: &OnFile) -> Vec<(AttendanceId, Answer)> {
    nothing_may_reach(session.proceedings(), at(10), pack, on_file)
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).expect("a day")
}

fn objection(kinds: Reach<protocol::ids::KindKey>, to: Reach<Addressee>) -> OnFile {
    let restriction = Restriction {
        id: RestrictionId(id(61)),
        case: heading(0).case,
        kinds,
        recipients: to,
        received: None,
        entered: None,
        upheld: day(),
        decided_by: "Invented Officer".into(),
        reason: "the objection".into(),
        lifted: None,
    };
    OnFile {
        restrictions: vec![restriction],
        ..OnFile::default()
    }
}

#[test]
fn nothing_may_reach_a_guest_of_no_party_until_some_consent_names_it_and_no_kind_may_before() {
    let pack = pack();
    let session = with_a_guest(&pack);
    let found = barred(&session, &pack, &OnFile::default());
    let [(guest, Answer::Held(Until::ConsentCovers, _))] = found.as_slice() else {
        panic!("the guest alone: {found:?}");
    };
    assert_eq!(*guest, who(GUEST));
    let place = session.proceedings().place;
    for kind in &pack.kinds {
        let said = Proposal {
            kind: kind.key.clone(),
            ..proposal(&pack, "pol")
        };
        let p = session.proceedings();
        let (item, none) = (ItemId(id(900)), OnFile::default());
        let weighed = assess(said, item, at(10), place, p, &pack, &none).expect("weighed");
        let mut receipts = weighed.parts().receipts.iter();
        let theirs = receipts
            .find(|r| r.attendance == who(GUEST))
            .expect("theirs");
        let nobodys = kind.about_nobody;
        let may = matches!(theirs.answer, Answer::Permitted(_));
        assert!(nobodys || !may, "{}: {:?}", kind.key, theirs.answer);
    }
    let named = Addressee::Guest("Invented Charity".to_owned());
    let kind = protocol::ids::KindKey::new("licence");
    let purpose = pack.kind(&kind).and_then(|kind| kind.purpose.clone());
    let purpose = purpose.unwrap_or_else(|| pack.rules(MeetingKind::Odoc).default_purpose.clone());
    let scope = Scope::of([kind], [named], [purpose]);
    let parts = ConsentParts {
        id: ConsentId(id(71)),
        case: heading(0).case,
        sort: ConsentSort::Consent,
        whose: Whose::Subject,
        scope: scope.expect("a scope"),
        given: day(),
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
    let file = OnFile {
        consents: vec![Consent::given(parts, day(), &pack).expect("consent")],
        ..OnFile::default()
    };
    assert_eq!(barred(&session, &pack, &file), [], "something may");
}

#[test]
fn an_objection_against_every_kind_bars_whom_it_names_of_its_own_case_while_it_stands() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    let probation = Reach::Only(Several::of([Addressee::Team(team(&pack, "prob"))]).expect("one"));
    let mut file = objection(Reach::Every, probation.clone());
    let found = barred(&session, &pack, &file);
    let [(_, Answer::Refused(Bar::Restricted, _))] = found.as_slice() else {
        panic!("probation alone: {found:?}");
    };
    let one_kind = Reach::Only(Several::of([pack.kinds[0].key.clone()]).expect("one"));
    let of_one = objection(one_kind, probation);
    assert_eq!(barred(&session, &pack, &of_one), [], "of one kind alone");
    let mut other = file.clone();
    other.restrictions[0].case = heading(1).case;
    assert_eq!(barred(&session, &pack, &other), [], "of another case");
    let lifted = protocol::grounds::Withdrawal {
        at: at(9),
        told_by: "Invented Officer".into(),
        noted_by: "Tom Okell".into(),
        note: None,
    };
    file.restrictions[0].lift(lifted).expect("lifted");
    assert_eq!(barred(&session, &pack, &file), [], "lifted");
}
