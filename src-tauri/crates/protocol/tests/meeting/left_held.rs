//! What a meeting left held: in no recipient's hands while it is held, whatever meetings pass; taken up once, shared once, and with
//! nobody whom it was kept from.

use super::held::{advised, for_advice, hand, objected, opened, say};
use super::*;
use protocol::grounds::{
    Addressee, Authority, AuthorityParts, Consent, ConsentParts, ConsentSort, Grantor, HowGiven,
    Owner, Permission, PermissionFrom, PermissionParts, Scope, Several, Whose, Withdrawal,
    Withheld,
};
use protocol::meeting::{Closed, LeftHeld, Line, NotToBeSent, Since};
use protocol::pack::Rule;
use protocol::sharing::{ItemParts, KeptOut, Pending, Source, SubjectCategory};

const ITEM: ItemId = ItemId(Uuid::from_u128(900));
const AGAIN: Uuid = Uuid::from_u128(9_000);

fn ended(mut session: InSession) -> Closed {
    let put_off = Words::new("not reached");
    session
        .defer_case(slot(0), put_off.clone(), at(21))
        .expect("put off");
    session.end(&put_off, at(22)).expect("ended")
}

/// The first case was open, others with it, and something about all of them was left held for advice.
fn left_by(pack: &Pack, joined: usize) -> Closed {
    let mut session = opened(pack);
    for n in 1..=joined {
        session.join_case(slot(n), None, hand(7)).expect("joined");
    }
    let stands = say(&mut session, for_advice(pack), &OnFile::default(), pack);
    assert_eq!(stands, Standing::Held);
    ended(session)
}

fn left(closed: &Closed, file: &OnFile) -> Vec<Vec<LeftHeld>> {
    closed.proceedings().left_held(file, |who| who)
}

fn only(closed: &Closed) -> Vec<LeftHeld> {
    let mut all = left(closed, &OnFile::default());
    assert_eq!(all.len(), 1, "said once, it is left once");
    all.remove(0)
}

fn held_over(p: &protocol::meeting::Proceedings) -> Vec<&ItemParts> {
    let items = p.items.iter().map(|i| i.parts());
    items.filter(|i| i.held_over.is_some()).collect()
}

fn nobody_has_it(p: &protocol::meeting::Proceedings) -> bool {
    let held = |i: &&protocol::sharing::SharedItem| i.parts().standing == Standing::Held;
    p.items
        .iter()
        .filter(held)
        .all(|i| i.recipients().count() == 0)
}

/// Taken up next month, as soon as the first case is open.
fn taken_up(pack: &Pack, left: &[LeftHeld]) -> InSession {
    let mut next = opened(pack);
    let none = OnFile::default();
    next.take_up(left, AGAIN, at(8), pack, &none)
        .expect("taken up");
    next
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_left_held_reaches_nobody_until_it_is_shared_once_of_every_case_that_it_was_said_of(
        joined in 0usize..3, months in 1usize..4, objected_to in prop::option::of(0usize..3), may in any::<bool>()
    ) {
        let pack = pack();
        let mut closed = left_by(&pack, joined);
        for month in 0..months {
            prop_assert!(nobody_has_it(closed.proceedings()));
            let left = only(&closed);
            prop_assert_eq!(left.len(), joined + 1);
            let mut next = opened(&pack);
            let (fresh, none) = (id(9_000 + 100 * month as u128), OnFile::default());
            next.take_up(&left, fresh, at(8), &pack, &none).expect("taken up");
            let twice = next.take_up(&left, id(9_999), at(9), &pack, &none);
            prop_assert_eq!(twice, Err(Refusal::TakenUp));
            prop_assert_eq!(held_over(next.proceedings()).len(), joined + 1);
            prop_assert!(nobody_has_it(next.proceedings()));
            // What comes to be is asked of it under its first name, whichever month it is by now.
            let mut file = advised(may);
            file.restrictions = objected(&objected_to.into_iter().collect::<Vec<_>>()).restrictions;
            let free = may && objected_to.is_none_or(|n| n > joined);
            let first = ItemId(fresh);
            let mut released = next.clone();
            prop_assert_eq!(released.release(first, at(11), &pack, &file).is_ok(), free);
            let stands = if free { Standing::Shared } else { Standing::Held };
            prop_assert!(held_over(released.proceedings()).iter().all(|i| i.standing == stands));
            prop_assert!(ended(released).proceedings().left_held(&none, |who| who).is_empty() == free);
            closed = ended(next);
            let first_day = closed.proceedings().date;
            prop_assert!(only(&closed).iter().all(|one| one.from.since == first_day && one.from.names.contains(&ITEM)));
        }
    }

    #[test]
    fn what_is_not_to_be_shared_waits_no_more_under_any_of_its_names(joined in 0usize..3, which in 0usize..3) {
        let pack = pack();
        let mut closed = left_by(&pack, joined);
        let names = closed.proceedings().names_of(ITEM);
        let item = names[which % names.len()];
        let said = Withheld {
            item,
            case: Some(heading(0).case),
            by: "Tom Okell".to_owned(),
            at: at(30),
            because: "it is not needed any more".into(),
        };
        let blank = Withheld { because: " ".into(), ..said.clone() };
        prop_assert_eq!(blank.said(), Err(Refusal::NothingWritten));
        let mut file = advised(true);
        file.withheld.push(said.said().expect("a reason"));
        prop_assert!(left(&closed, &file).is_empty());
        prop_assert_eq!(closed.release(ITEM, at(31), &pack, &file), Err(Refusal::Withheld));
        file.withheld.clear();
        closed.release(ITEM, at(31), &pack, &file).expect("it waits again, and may be shared");
    }
}

#[test]
fn shared_beside_the_draft_it_reaches_those_who_were_in_the_room_and_stands_where_it_was_said() {
    let pack = pack();
    let mut session = opened(&pack);
    session.leave(who(3), at(7)).expect("leaves");
    say(&mut session, for_advice(&pack), &OnFile::default(), &pack);
    session.arrive(who(3)).expect("is back");
    session.let_in(who(3), at(12)).expect("is let in");
    let mut closed = ended(session);
    let against = closed.release(ITEM, at(40), &pack, &advised(false));
    assert!(matches!(against, Err(Refusal::NotPermitted(_))));
    assert!(nobody_has_it(closed.proceedings()));
    closed
        .release(ITEM, at(40), &pack, &advised(true))
        .expect("advised");
    let p = closed.proceedings();
    let item = p.items[0].parts();
    let mut had_it: Vec<AttendanceId> = p.items[0].recipients().collect();
    had_it.sort();
    assert_eq!(
        had_it,
        [0, 1, 2, AQUARIUS].map(who),
        "who was away has not had it"
    );
    assert_eq!((item.at, item.released), (at(8), Some(at(40))));
    assert!(left(&closed, &OnFile::default()).is_empty());
    assert_eq!(
        closed.release(ITEM, at(41), &pack, &advised(true)),
        Err(Refusal::NoSuchLine)
    );
}

#[test]
fn a_meeting_that_goes_on_leaves_nothing_held_behind() {
    let pack = pack();
    let mut session = opened(&pack);
    say(&mut session, for_advice(&pack), &OnFile::default(), &pack);
    assert!(
        session
            .proceedings()
            .left_held(&OnFile::default(), |who| who)
            .is_empty()
    );
}

#[test]
fn it_is_taken_up_only_with_one_of_its_cases_open_and_all_of_them_on_the_agenda() {
    let (pack, none) = (pack(), OnFile::default());
    let left = only(&left_by(&pack, 1));
    let mut unopened = in_session(&pack);
    let refused = unopened.take_up(&left, AGAIN, at(6), &pack, &none);
    assert_eq!(refused, Err(Refusal::NoCaseOpen));
    let mut elsewhere = in_session(&pack);
    elsewhere.open_case(slot(2), None, at(6)).expect("opens");
    let refused = elsewhere.take_up(&left, AGAIN, at(7), &pack, &none);
    assert_eq!(refused, Err(Refusal::NoCaseOpen));
    let mut gone = left;
    gone[1].case = Some(CaseId(id(499)));
    let refused = opened(&pack).take_up(&gone, AGAIN, at(8), &pack, &none);
    assert_eq!(refused, Err(Refusal::NotOnTheAgenda));
}

/// Business of probation's that the chair's own agency brought up outside every case: nobody has permitted that.
fn business(pack: &Pack) -> Proposal {
    Proposal {
        source: Source::ThirdParty(Owner::Team(team(pack, "prob"))),
        ..Proposal::of(
            team(pack, "csu"),
            protocol::ids::KindKey::new("meeting-business"),
            Basis::Fact,
            "the van goes on Thursdays".into(),
        )
    }
}

#[test]
fn what_was_said_of_no_case_comes_up_with_any_other_business_of_the_next_meeting_of_its_kind() {
    let (pack, none) = (pack(), OnFile::default());
    let mut session = in_session(&pack);
    session.turn_to(Place::AnyOtherBusiness).expect("AOB");
    assert_eq!(
        say(&mut session, business(&pack), &none, &pack),
        Standing::Held
    );
    let left = only(&ended_at_once(session));
    assert_eq!((left.len(), left[0].case), (1, None));
    let mut next = opened(&pack);
    let too_soon = next.take_up(&left, AGAIN, at(8), &pack, &none);
    assert_eq!(too_soon, Err(Refusal::NoCaseOpen), "a case is open");
    let mut next = in_session(&pack);
    next.turn_to(Place::AnyOtherBusiness).expect("AOB");
    let mut other = next.proceedings().clone();
    other.kind = MeetingKind::DipCaseReview;
    assert_eq!(
        (
            left[0].place_in(&other),
            left[0].place_in(next.proceedings())
        ),
        (None, Some(Place::AnyOtherBusiness))
    );
    next.take_up(&left, AGAIN, at(8), &pack, &none)
        .expect("taken up");
    assert!(nobody_has_it(next.proceedings()));
    assert_eq!(
        held_over(next.proceedings())[0].place,
        Place::AnyOtherBusiness
    );
    let twice = next.take_up(&left, id(9_999), at(9), &pack, &none);
    assert_eq!(twice, Err(Refusal::TakenUp));
    assert_eq!(only(&ended_at_once(next)).len(), 1, "it waits on");
}

/// It ends with no case discussed.
fn ended_at_once(session: InSession) -> Closed {
    session.end(&"not reached".into(), at(22)).expect("ended")
}

#[test]
fn whose_it_is_whom_it_is_about_and_whom_it_is_not_for_outlive_the_month() {
    let pack = pack();
    let outside = Pending {
        team: None,
        organisation: None,
        named: "Invented Refuge".to_owned(),
    };
    let said = Proposal {
        source: Source::ThirdParty(Owner::Team(team(&pack, "prob"))),
        about: Some(SubjectCategory::Witness),
        pending: vec![outside.clone()],
        left_out: vec![who(AQUARIUS)],
        kept_out: vec![KeptOut::Team(team(&pack, "hou"))],
        ..for_advice(&pack)
    };
    let mut session = opened(&pack);
    say(&mut session, said.clone(), &OnFile::default(), &pack);
    let left = only(&ended(session));
    let again = left[0].said();
    assert_eq!((&again.source, again.about), (&said.source, said.about));
    assert_eq!((&again.pending, again.for_advice), (&vec![outside], true));
    assert!(again.kept_out.contains(&said.kept_out[0]));
    let next = taken_up(&pack, &left);
    let item = held_over(next.proceedings())[0];
    assert!(
        item.left_out.contains(&who(AQUARIUS)),
        "left out by name next month, too"
    );
    assert!(item.receipts.iter().all(|r| r.attendance != who(AQUARIUS)));
    assert_eq!((&item.source, item.about), (&said.source, said.about));
    assert_eq!(item.speaker(), None, "nobody said it anew");
    assert_eq!(
        item.contributor,
        who(1),
        "whoever takes the minutes reads it out"
    );
}

#[test]
fn whoever_was_out_for_its_case_has_it_neither_with_the_minutes_nor_next_month() {
    let pack = pack();
    let mut session = opened(&pack);
    session.step_out(who(AQUARIUS), at(7)).expect("steps out");
    say(&mut session, for_advice(&pack), &OnFile::default(), &pack);
    session.step_back(who(AQUARIUS), at(9)).expect("steps back");
    let mut closed = ended(session);
    let left = only(&closed);
    closed
        .release(ITEM, at(40), &pack, &advised(true))
        .expect("advised");
    let item = &closed.proceedings().items[0];
    assert!(item.recipients().all(|one| one != who(AQUARIUS)));
    let mut next = taken_up(&pack, &left);
    next.release(ItemId(AGAIN), at(11), &pack, &advised(true))
        .expect("advised");
    let items = &next.proceedings().items;
    assert!(
        items
            .iter()
            .all(|i| i.recipients().all(|one| one != who(AQUARIUS)))
    );
}

#[test]
fn taken_back_or_said_to_have_been_heard_where_it_was_taken_up_it_waits_no_more() {
    let pack = pack();
    let left = only(&left_by(&pack, 0));
    let mut taken_back = taken_up(&pack, &left);
    let line = Line::Item(ItemId(AGAIN));
    taken_back.take_back(line, at(9)).expect("taken back");
    let twice = taken_back.take_up(&left, id(9_999), at(10), &pack, &OnFile::default());
    assert_eq!(twice, Err(Refusal::TakenUp));
    assert!(left_of(taken_back).is_empty());
    let mut heard = taken_up(&pack, &left);
    heard
        .was_heard(ItemId(AGAIN), "asked them to disregard it".into())
        .expect("heard");
    assert!(left_of(heard).is_empty());
}

fn left_of(session: InSession) -> Vec<Vec<LeftHeld>> {
    left(&ended(session), &OnFile::default())
}

#[test]
fn what_only_waits_since_last_month_keeps_nobody_from_saying_that_nothing_has_changed() {
    let pack = pack();
    let left = only(&left_by(&pack, 0));
    let mut next = taken_up(&pack, &left);
    let silent = next.proceedings().not_spoken(slot(0));
    assert!(
        silent.contains(&team(&pack, "pol")),
        "it has said nothing here"
    );
    next.ask_room(at(9)).expect("asked");
    let unchanged = next
        .clone()
        .no_change("no change".into(), id(9_500), at(10));
    assert_eq!(unchanged, Ok(()));
    next.release(ItemId(AGAIN), at(11), &pack, &advised(true))
        .expect("advised");
    let unchanged = next.no_change("no change".into(), id(9_500), at(12));
    assert_eq!(unchanged, Err(Refusal::SomethingWasShared));
}

#[test]
fn what_was_said_of_a_case_waits_for_a_meeting_of_its_kind_though_the_file_has_moved_to_the_other()
{
    let pack = pack();
    let left = only(&left_by(&pack, 0));
    let next = opened(&pack);
    let mut other = next.proceedings().clone();
    other.kind = MeetingKind::DipCaseReview;
    let here = left[0].place_in(next.proceedings());
    assert_eq!(here, Some(Place::Case(slot(0))));
    assert_eq!(left[0].place_in(&other), None);
}

#[test]
fn what_was_shared_beside_the_draft_is_weighed_once_more_as_it_is_signed_and_taken_back_it_waits_again()
 {
    let pack = pack();
    let mut closed = left_by(&pack, 1);
    closed
        .release(ITEM, at(40), &pack, &advised(true))
        .expect("advised");
    let sign = |closed: &Closed, file: &OnFile| {
        let signed = closed
            .clone()
            .sign(who(0), ink(), [0; 32], at(50), (&pack, file));
        signed.err()
    };
    let mut objected_since = advised(true);
    objected_since.restrictions = objected(&[1]).restrictions;
    let mut against = advised(true);
    if let Some(outcome) = against.advice.last_mut().and_then(|a| a.outcome.as_mut()) {
        outcome.may_be_shared = false;
    }
    let clause = |rule| Some(Refusal::NoLongerPermitted(pack.clauses.of(rule).clone()));
    for (file, refused) in [
        (advised(true), None),
        (objected_since, clause(Rule::Objections)),
        (against, clause(Rule::LegalAdvice)),
    ] {
        assert_eq!(sign(&closed, &file), refused);
        if refused.is_none() {
            continue;
        }
        let mut again = closed.clone();
        again
            .take_back(Line::Item(ITEM), at(51))
            .expect("nobody has it yet");
        let p = again.proceedings();
        assert!(nobody_has_it(p) && p.items.iter().all(|i| i.parts().standing == Standing::Held));
        assert_eq!(left(&again, &file).len(), 1, "the next meeting takes it up");
        assert_eq!(sign(&again, &file), None);
    }
}

#[test]
fn what_is_still_to_be_sent_says_what_came_to_stand_against_it_and_when() {
    let pack = pack();
    let gp = Pending {
        team: Some(team(&pack, "aqu")),
        organisation: pack
            .organisation_of(&team(&pack, "aqu"))
            .map(|o| o.key.clone()),
        named: "Aquarius".to_owned(),
    };
    let to = Addressee::Team(team(&pack, "aqu"));
    let kind = protocol::ids::KindKey::new("drug-test");
    let purpose = pack.kind(&kind).and_then(|kind| kind.purpose.clone());
    let purpose = purpose.unwrap_or_else(|| pack.rules(MeetingKind::Odoc).default_purpose.clone());
    let scope = Scope::of([kind.clone()], [to], [purpose]).expect("names");
    let day = NaiveDate::from_ymd_opt(2026, 12, 10).expect("a day");
    let taken = || Withdrawal {
        at: at(30),
        told_by: "the person".into(),
        noted_by: "the minute-taker".into(),
        note: None,
    };
    let authority = Authority::restored(AuthorityParts {
        id: protocol::ids::AuthorityId(id(71)),
        case: heading(0).case,
        scope: scope.clone(),
        what: "the last result".into(),
        by: Grantor {
            name: "Invented Leader".into(),
            role: protocol::ids::RoleKey::new("dip-manager"),
            organisation: None,
        },
        at: at(7),
        meeting: MeetingId(id(1)),
        withdrawn: None,
    });
    let consent = Consent::restored(ConsentParts {
        id: protocol::ids::ConsentId(id(72)),
        case: heading(0).case,
        sort: ConsentSort::Consent,
        whose: Whose::Subject,
        scope,
        given: day,
        entered: None,
        expires: None,
        how: HowGiven::InWriting,
        explicit: true,
        consequences_understood: true,
        freely_given: true,
        taken_by: "Invented Worker".into(),
        evidence: None,
        withdrawn: None,
    });
    let on = |authorities: Vec<Authority>, consents: Vec<Consent>| OnFile {
        authorities,
        consents,
        ..OnFile::default()
    };
    let (mut no_authority, mut no_consent) = (authority.clone(), consent.clone());
    no_authority.withdraw(taken()).expect("taken back");
    no_consent.withdraw(taken()).expect("taken back");
    let mut objected_since = on(vec![], vec![consent.clone()]);
    objected_since.restrictions = objected(&[0]).restrictions;
    let upheld = objected_since.restrictions[0].upheld;
    let (by_authority, by_consent) = (on(vec![authority], vec![]), on(vec![], vec![consent]));
    let table = [
        (&by_authority, by_authority.clone(), None),
        (
            &by_authority,
            on(vec![no_authority], vec![]),
            Some(Since::AuthorityWithdrawn(day)),
        ),
        (
            &by_consent,
            on(vec![], vec![no_consent]),
            Some(Since::ConsentWithdrawn(day)),
        ),
        (
            &by_consent,
            objected_since,
            Some(Since::ObjectionUpheld(upheld)),
        ),
    ];
    for (then, now, since) in table {
        let mut session = opened(&pack);
        let said = Proposal {
            source: Source::ThirdParty(Owner::Team(team(&pack, "dip"))),
            left_out: (1..TEAMS.len()).map(who).collect(),
            pending: vec![gp.clone()],
            ..Proposal::of(
                team(&pack, "dip"),
                kind.clone(),
                Basis::Fact,
                "clear".into(),
            )
        };
        let said = Proposal {
            team: team(&pack, "csu"),
            ..said
        };
        let mut then = then.clone();
        then.permissions.push(permitted(&pack, &kind));
        let item = session.record_item(said, ITEM, at(8), &pack, &then);
        let item = item.expect("recorded");
        assert_eq!(
            item.parts().standing,
            Standing::Shared,
            "{:?}",
            item.parts().pending
        );
        let item = item.parts().clone();
        let mut now = now;
        now.permissions.push(permitted(&pack, &kind));
        let p = session.proceedings();
        let stopped = p
            .not_to_be_sent(&item, at(60), &pack, &now)
            .expect("weighed");
        let expected: Vec<NotToBeSent> = since
            .into_iter()
            .map(|since| NotToBeSent {
                named: "Aquarius".to_owned(),
                since,
            })
            .collect();
        assert_eq!(stopped, expected);
    }
}

/// The programme permits it to go on.
fn permitted(pack: &Pack, kind: &protocol::ids::KindKey) -> Permission {
    let to = Addressee::Team(team(pack, "aqu"));
    Permission::restored(PermissionParts {
        id: protocol::ids::PermissionId(id(73)),
        case: Some(heading(0).case),
        kinds: Several::one(kind.clone()),
        recipients: Several::one(to),
        from: PermissionFrom::Owner(Owner::Team(team(pack, "dip"))),
        given_by: "Invented Owner".into(),
        at: at(7),
        meeting: MeetingId(id(1)),
        evidence: None,
        withdrawn: None,
    })
}
