//! What a manager's authority has to say, and which manager may give it.

use super::*;

pub(super) fn authority(
    role: &str,
    of: Option<&str>,
    to: &[Addressee],
) -> Result<Authority, Refusal> {
    let parts = AuthorityParts {
        id: AuthorityId(Uuid::from_u128(3)),
        case: CaseId(Uuid::from_u128(2)),
        scope: Scope::of(
            [KindKey::new("drug-test")],
            to.iter().cloned(),
            [PurposeKey::new("check-plans")],
        )?,
        what: "the last two results".into(),
        by: Grantor {
            name: "Invented Leader".into(),
            role: RoleKey::new(role),
            organisation: of.map(OrganisationKey::new),
        },
        at: moment("2026-11-25T13:40:00+00:00"),
        meeting: MeetingId(Uuid::from_u128(4)),
        withdrawn: None,
    };
    Authority::given(parts, &TeamKey::new("welcome"), &pack())
}

#[test]
fn the_wrong_manager_is_refused_for_whoever_is_out_of_their_reach() {
    let team = |key: &str| Addressee::Team(TeamKey::new(key));
    let council = Addressee::Organisation(OrganisationKey::new("council"));
    let aquarius = Addressee::Organisation(OrganisationKey::new("aquarius"));
    let guest = Addressee::Guest("Night Shelter".into());
    let (spm, dip) = ("service-provider-manager", "dip-manager");
    let wrong = Some(Refusal::WrongManager);
    for (role, of, to, expected) in [
        (spm, Some("welcome"), vec![team("bridge")], None),
        (spm, Some("welcome"), vec![aquarius], None),
        (spm, Some("aquarius"), vec![team("bridge")], wrong.clone()),
        (spm, None, vec![team("bridge")], wrong.clone()),
        (spm, Some("welcome"), vec![team("probation")], wrong.clone()),
        (
            spm,
            Some("welcome"),
            vec![team("bridge"), team("police")],
            wrong.clone(),
        ),
        (spm, Some("welcome"), vec![council], wrong.clone()),
        (spm, Some("welcome"), vec![guest.clone()], wrong),
        (dip, None, vec![team("bridge"), team("police"), guest], None),
        (
            "mayor",
            None,
            vec![team("bridge")],
            Some(Refusal::NotInThePack),
        ),
    ] {
        assert_eq!(
            authority(role, of, &to).err(),
            expected,
            "{role} {of:?} {to:?}"
        );
    }
}

#[test]
fn an_authority_that_leaves_nobody_or_nothing_out_says_nothing_and_is_refused() {
    let pack = pack();
    let given = |kinds: Vec<KindKey>, to: Vec<Addressee>, purposes: Vec<PurposeKey>| {
        let narrow = authority(
            "dip-manager",
            None,
            &[Addressee::Team(TeamKey::new("police"))],
        );
        let narrow = narrow.expect("a manager's authority").parts().clone();
        let scope = Scope::of(kinds, to, purposes)?;
        let parts = AuthorityParts { scope, ..narrow };
        Authority::given(parts, &TeamKey::new("welcome"), &pack)
    };
    let kind = vec![KindKey::new("drug-test")];
    let to = vec![Addressee::Team(TeamKey::new("police"))];
    let purpose = vec![PurposeKey::new("check-plans")];
    let every_kind = pack.kinds.iter().map(|kind| kind.key.clone()).collect();
    let teams = pack.teams.iter().map(|team| team.key.clone());
    let everybody = teams.map(Addressee::Team).collect();
    let organisations = pack.organisations.iter().map(|one| one.key.clone());
    let every_organisation = organisations.map(Addressee::Organisation).collect();
    let any_purpose = pack.purposes.iter().map(|one| one.key.clone()).collect();
    let narrow = given(kind.clone(), to.clone(), purpose.clone());
    assert!(narrow.is_ok());
    for wide in [
        given(every_kind, to.clone(), purpose.clone()),
        given(kind.clone(), everybody, purpose.clone()),
        given(kind.clone(), every_organisation, purpose),
        given(kind, to, any_purpose),
    ] {
        let refused = wide.expect_err("it says nothing");
        assert_eq!(refused, Refusal::NotComplete(Rule::ManagersAuthority));
        let cited = refused.clause(&pack.clauses);
        assert_eq!(cited, Some(Clause::new("§4.3 DIP")));
    }
}
