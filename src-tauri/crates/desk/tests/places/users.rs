//! Who can open the record, and whose passphrase signs.

use super::laid::{Laid, PASSPHRASE, bare, faults};
use super::plan::{held, prepared};
use desk::{
    AddUserForm, EndingView, Kind, LinkUserForm, LockedWhy, MeetingForm, Nothing,
    OwnPassphraseForm, PassphraseForm, Problem, RecoveryForm, RetireUserForm, SafekeepingView,
    Secret, SignMinutesForm, SignatureForm, SignsView, UnlockForm, UserRole,
};
use protocol::ids::{PersonId, UserId};

const DEPUTYS: &str = "four geese on the weir";

/// A meeting that has ended, chaired by somebody who is no user yet.
fn ended() -> (Laid, EndingView) {
    let mut laid = bare();
    laid.case("Marlow", Kind::Odoc);
    laid.person("Robin Ashdown", "community-safety");
    laid.person("Sam Birchall", "community-safety");
    let plan = prepared(&mut laid, Kind::Odoc);
    let meeting = plan.meeting.id;
    held(&mut laid, &plan);
    let ending = laid.desk.documents(MeetingForm { meeting });
    (laid, ending.expect("the ended meeting"))
}

fn signer(ending: &EndingView) -> PersonId {
    match &ending.signs {
        Some(SignsView::None { person, .. }) => *person,
        other => panic!("{other:?}"),
    }
}

fn sign(laid: &mut Laid, ending: &EndingView, with: &str) -> Result<EndingView, Problem> {
    let name = ending.signer.clone().expect("whoever chaired");
    laid.desk.sign_minutes(SignMinutesForm {
        meeting: ending.meeting.id,
        passphrase: with.into(),
        signature: SignatureForm::Typed { name },
    })
}

fn deputy(person: Option<PersonId>) -> AddUserForm {
    AddUserForm {
        name: "Robin Ashdown".to_owned(),
        role: UserRole::DeputyChair,
        person,
        passphrase: DEPUTYS.into(),
        own_passphrase: PASSPHRASE.into(),
    }
}

fn user(view: &SafekeepingView, role: UserRole) -> UserId {
    let row = view.users.iter().find(|user| user.role == role);
    row.expect("a user in that role").user
}

fn locked<T>(answer: Result<T, Problem>) -> Option<LockedWhy> {
    match answer {
        Err(Problem::Locked { why }) => Some(why),
        _ => None,
    }
}

#[test]
fn a_deputy_is_given_a_passphrase_when_they_come_to_sign_and_no_other_signs_for_them() {
    let (mut laid, ending) = ended();
    let without = sign(&mut laid, &ending, PASSPHRASE);
    assert_eq!(locked(without), Some(LockedWhy::SignerHasNone));
    let person = signer(&ending);
    laid.desk.add_user(deputy(Some(person))).expect("a deputy");
    let for_them = sign(&mut laid, &ending, PASSPHRASE);
    assert_eq!(locked(for_them), Some(LockedWhy::WrongPassphrase));
    let signed = sign(&mut laid, &ending, DEPUTYS).expect("signed minutes");
    assert!(signed.signed);
}

#[test]
fn a_user_says_who_they_are_by_their_own_passphrase_and_then_signs_with_it() {
    let (mut laid, ending) = ended();
    let view = laid.desk.safekeeping(Nothing {}).expect("safekeeping");
    let (user, person) = (user(&view, UserRole::Chair), signer(&ending));
    let form = |passphrase: &str| LinkUserForm {
        user,
        person,
        passphrase: passphrase.into(),
    };
    let anybody = laid.desk.link_user(form("nine brass buttons in a jar"));
    assert_eq!(faults(anybody), ["passphrase: wrong_passphrase"]);
    let view = laid.desk.link_user(form(PASSPHRASE)).expect("linked");
    assert!(view.people.iter().all(|choice| choice.person != person));
    assert!(sign(&mut laid, &ending, PASSPHRASE).is_ok());
}

#[test]
fn whoever_was_taken_for_somebody_else_says_who_they_are_anew_and_signs_as_nobody_else() {
    let (mut laid, ending) = ended();
    let view = laid.desk.safekeeping(Nothing {}).expect("safekeeping");
    let (user, person) = (user(&view, UserRole::Chair), signer(&ending));
    let mut says = |person: PersonId| {
        let form = LinkUserForm {
            user,
            person,
            passphrase: PASSPHRASE.into(),
        };
        laid.desk.link_user(form).expect("linked")
    };
    let other = view.people.iter().find(|choice| choice.person != person);
    let other = other.expect("somebody else").person;
    let view = says(other);
    assert!(view.people.iter().any(|choice| choice.person == person));
    let view = says(person);
    assert!(view.people.iter().any(|choice| choice.person == other));
    assert!(sign(&mut laid, &ending, PASSPHRASE).is_ok());
}

#[test]
fn an_unlocked_laptop_alone_hands_out_no_way_in() {
    let mut laid = bare();
    let before = laid.entries();
    let mut new = deputy(None);
    new.own_passphrase = "not the chair's at all".into();
    let wrong = ["own_passphrase: wrong_passphrase"];
    assert_eq!(faults(laid.desk.add_user(new)), wrong);
    let view = laid.desk.safekeeping(Nothing {}).expect("safekeeping");
    let user = user(&view, UserRole::MinuteTaker);
    let own_passphrase: Secret = "not the chair's at all".into();
    let (passphrase, own) = (DEPUTYS.into(), own_passphrase.clone());
    let form = PassphraseForm {
        user,
        passphrase,
        own_passphrase: own,
    };
    assert_eq!(faults(laid.desk.set_passphrase(form)), wrong);
    let form = RetireUserForm {
        user,
        own_passphrase,
    };
    assert_eq!(faults(laid.desk.retire_user(form)), wrong);
    assert_eq!(laid.entries(), before);
}

#[test]
fn no_two_have_the_same_passphrase_and_a_weak_one_is_refused() {
    let mut laid = bare();
    for (typed, fault) in [
        (PASSPHRASE, "passphrase: anothers_passphrase"),
        ("short", "passphrase: passphrase_too_short"),
    ] {
        let mut new = deputy(None);
        new.passphrase = typed.into();
        assert_eq!(faults(laid.desk.add_user(new)), [fault]);
    }
}

#[test]
fn ones_own_passphrase_in_place_of_itself_is_said_to_be_in_use_and_not_to_be_anothers() {
    let mut laid = bare();
    let chair = laid.desk.safekeeping(Nothing {}).expect("the record");
    let before = laid.entries();
    for (typed, fault) in [
        (PASSPHRASE, "passphrase: passphrase_in_use"),
        (
            "nine brass buttons in a jar",
            "passphrase: anothers_passphrase",
        ),
    ] {
        let form = PassphraseForm {
            user: user(&chair, UserRole::Chair),
            passphrase: typed.into(),
            own_passphrase: PASSPHRASE.into(),
        };
        assert_eq!(faults(laid.desk.set_passphrase(form)), [fault]);
    }
    assert_eq!(laid.entries(), before);
}

#[test]
fn whoever_forgot_gets_a_new_passphrase_and_whoever_goes_is_shut_out_each_by_one_entry() {
    let mut laid = bare();
    let before = laid.entries();
    let view = laid.desk.add_user(deputy(None)).expect("a deputy");
    let user = user(&view, UserRole::DeputyChair);
    let form = PassphraseForm {
        user,
        passphrase: "two swans and a barge".into(),
        own_passphrase: PASSPHRASE.into(),
    };
    laid.desk.set_passphrase(form).expect("a new passphrase");
    assert_eq!(laid.entries(), before + 2);
    let open = |laid: &mut Laid, typed: &str| {
        laid.desk.lock(Nothing {}).expect("locked");
        let passphrase = typed.into();
        laid.desk.unlock(UnlockForm { passphrase })
    };
    let forgotten = open(&mut laid, DEPUTYS);
    assert_eq!(locked(forgotten), Some(LockedWhy::WrongPassphrase));
    assert!(open(&mut laid, "two swans and a barge").is_ok());
    let retire = |own: &str| RetireUserForm {
        user,
        own_passphrase: own.into(),
    };
    let oneself = laid.desk.retire_user(retire("two swans and a barge"));
    assert_eq!(faults(oneself), ["user: oneself"]);
    assert!(open(&mut laid, PASSPHRASE).is_ok());
    laid.desk.retire_user(retire(PASSPHRASE)).expect("retired");
    let gone = open(&mut laid, "two swans and a barge");
    assert_eq!(locked(gone), Some(LockedWhy::WrongPassphrase));
}

#[test]
fn the_key_on_paper_gives_nobody_a_passphrase_that_somebody_else_has() {
    let mut laid = bare();
    let own = || OwnPassphraseForm {
        own_passphrase: PASSPHRASE.into(),
    };
    let key = laid
        .desk
        .renew_paper_key(own())
        .expect("a key")
        .recovery_key;
    laid.desk.lock(Nothing {}).expect("locked");
    let form = |passphrase: &str| RecoveryForm {
        recovery_key: key.join(" ").as_str().into(),
        role: UserRole::MinuteTaker,
        new_passphrase: passphrase.into(),
    };
    let taken = laid.desk.unlock_with_recovery(form(PASSPHRASE));
    assert_eq!(faults(taken), ["new_passphrase: anothers_passphrase"]);
    let opened = laid
        .desk
        .unlock_with_recovery(form("seven lamps along the quay"));
    assert!(opened.is_ok());
}
