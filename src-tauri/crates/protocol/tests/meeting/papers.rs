//! What a meeting decided to share on is part of what is signed: an authority, a permission, a chair's choice.

use super::*;
use protocol::canonical::{Section, SectionName, sections};
use protocol::grounds::{
    Addressee, Authority, AuthorityParts, ChairChoice, ChairChoiceParts, Grantor, Permission,
    PermissionFrom, PermissionParts, Scope, Several, Withdrawal,
};
use protocol::ids::{AuthorityId, ChoiceId, KindKey, PermissionId, PowerKey, PurposeKey, RoleKey};
use protocol::meeting::Proceedings;

fn to(team: &str) -> Several<Addressee> {
    Several::one(Addressee::Team(TeamKey::new(team)))
}

fn authority(case: CaseId, meeting: MeetingId) -> Authority {
    Authority::restored(AuthorityParts {
        id: AuthorityId(id(701)),
        case,
        scope: Scope {
            kinds: Several::one(KindKey::new("drug-test")),
            recipients: to("probation"),
            purposes: Several::one(PurposeKey::new("check-plans")),
        },
        what: Words::new("the last two results"),
        by: Grantor {
            name: Words::new("Invented Leader"),
            role: RoleKey::new("dip-manager"),
            organisation: None,
        },
        at: at(12),
        meeting,
        withdrawn: None,
    })
}

fn permission(case: CaseId, meeting: MeetingId) -> Permission {
    Permission::restored(PermissionParts {
        id: PermissionId(id(702)),
        case: Some(case),
        kinds: Several::one(KindKey::new("intelligence")),
        recipients: to("probation"),
        from: PermissionFrom::Subject,
        given_by: Words::new("The person"),
        at: at(13),
        meeting,
        evidence: None,
        withdrawn: None,
    })
}

fn choice(case: CaseId, meeting: MeetingId) -> ChairChoice {
    ChairChoice::restored(ChairChoiceParts {
        id: ChoiceId(id(703)),
        case,
        meeting,
        kinds: Several::one(KindKey::new("intelligence")),
        recipients: to("probation"),
        power: PowerKey::new("cda-s17"),
        regime: None,
        because: Words::new("the alarms are theirs"),
        chosen_by: who(0),
        at: at(14),
        withdrawn: None,
    })
}

fn given(case: CaseId, meeting: MeetingId) -> OnFile {
    OnFile {
        authorities: vec![authority(case, meeting)],
        permissions: vec![permission(case, meeting)],
        choices: vec![choice(case, meeting)],
        ..OnFile::default()
    }
}

fn taken_back(minute: i64) -> Withdrawal {
    Withdrawal {
        at: at(minute),
        told_by: Words::new("Invented Leader"),
        noted_by: Words::new("The minute-taker"),
        note: None,
    }
}

/// A meeting that ended at minute 100, and the leaves of its first case with that on file.
fn leaves(p: &Proceedings, on_file: &OnFile) -> Vec<Vec<u8>> {
    let is_first = |section: &Section| section.name == SectionName::Case(slot(0));
    let found = sections(p, on_file).into_iter().find(is_first);
    found.expect("the first case").leaves
}

fn ended() -> Proceedings {
    let session = in_session(&pack());
    let mut p = session.proceedings().clone();
    p.ended = Some(at(100));
    p
}

#[test]
fn an_authority_a_permission_and_a_choice_are_each_a_leaf_of_their_case_and_of_no_other() {
    let p = ended();
    let case = heading(0).case;
    let without = leaves(&p, &OnFile::default()).len();
    assert_eq!(leaves(&p, &given(case, p.id)).len(), without + 3);
    let others = given(heading(1).case, p.id);
    assert_eq!(leaves(&p, &others).len(), without, "another case's");
    let last_month = given(case, MeetingId(id(2)));
    assert_eq!(leaves(&p, &last_month).len(), without, "another meeting's");
}

#[test]
fn a_word_of_any_of_them_makes_another_leaf() {
    let p = ended();
    let case = heading(0).case;
    let before = leaves(&p, &given(case, p.id));
    let edits: [fn(&mut OnFile); 3] = [
        |file| {
            let mut parts = file.authorities[0].parts().clone();
            parts.what = Words::new("the last three results");
            file.authorities[0] = Authority::restored(parts);
        },
        |file| {
            let mut parts = file.permissions[0].parts().clone();
            parts.given_by = Words::new("Somebody else");
            file.permissions[0] = Permission::restored(parts);
        },
        |file| {
            let mut parts = file.choices[0].parts().clone();
            parts.because = Words::new("another reason");
            file.choices[0] = ChairChoice::restored(parts);
        },
    ];
    for (n, edit) in edits.into_iter().enumerate() {
        let mut file = given(case, p.id);
        edit(&mut file);
        let after = leaves(&p, &file);
        let other = before.iter().zip(&after).filter(|(b, a)| b != a).count();
        assert_eq!((other, after.len()), (1, before.len()), "edit {n}");
    }
}

#[test]
fn what_is_taken_back_before_the_end_is_signed_and_what_is_taken_back_later_leaves_the_signed_bytes()
 {
    let p = ended();
    let case = heading(0).case;
    let before = leaves(&p, &given(case, p.id));
    for (minute, same) in [(50, false), (101, true)] {
        let mut file = given(case, p.id);
        file.authorities[0]
            .withdraw(taken_back(minute))
            .expect("taken back");
        assert_eq!(leaves(&p, &file) == before, same, "at minute {minute}");
        let mut file = given(case, p.id);
        file.choices[0]
            .withdraw(taken_back(minute))
            .expect("taken back");
        assert_eq!(leaves(&p, &file) == before, same, "a choice, {minute}");
    }
}
