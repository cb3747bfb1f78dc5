use crate::ids::OrganisationKey;
use crate::pack::{CASE_FILES, DEFAULT, EXAMPLE, FaultKind, Pack};

#[test]
fn an_organisations_own_period_goes_before_that_of_everybody() {
    for (file, one, other) in [
        (DEFAULT, "police", "probation"),
        (EXAMPLE, "constabulary", "vale-probation"),
    ] {
        let mut pack = Pack::read(file).expect("a pack");
        let (one, other) = (OrganisationKey::new(one), OrganisationKey::new(other));
        let mut own = pack
            .retention_of(CASE_FILES, None)
            .expect("a period")
            .clone();
        let usual = own.months;
        (own.organisation, own.months) = (Some(one.clone()), Some(24));
        pack.retention.push(own);
        let months = |of: Option<&OrganisationKey>| {
            let period = pack.retention_of(CASE_FILES, of);
            period.expect("a period").months
        };
        assert_eq!(months(Some(&one)), Some(24));
        assert_eq!(months(Some(&other)), usual);
        assert_eq!(months(None), usual);
        assert_eq!(pack.retention_of("nothing", None), None);
    }
}

#[test]
fn a_pack_without_a_period_for_everybodys_case_files_is_told_so() {
    for (cases, instead) in [
        ("record = \"cases\"", "record = \"files\""),
        (
            "record = \"cases\"",
            "record = \"cases\"\norganisation = \"police\"",
        ),
    ] {
        let faults = Pack::read(&DEFAULT.replace(cases, instead)).expect_err("a fault");
        let faults: Vec<_> = faults.into_iter().map(|fault| fault.what).collect();
        let record = CASE_FILES.to_owned();
        assert_eq!(faults, [FaultKind::NotKept { record }], "{instead}");
    }
}
