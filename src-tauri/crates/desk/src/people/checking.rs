//! What a person typed into a register, checked: every field that is wrong, at once.

use super::forms::{OfficerForm, PersonForm};
use crate::faults::{Faults, named};
use crate::problem::Problem;
use protocol::formats::{Email, Telephone};
use protocol::ids::{OfficerId, OrganisationKey, PersonId, TeamKey};
use protocol::pack::{OfficerKind, Pack};
use protocol::people::{Affiliation, Officer, Person};

/// The person that the form means.
pub(super) fn person(form: PersonForm, id: PersonId, pack: &Pack) -> Result<Person, Problem> {
    let mut faults = Faults::default();
    let name = faults.text("name", &form.name);
    let job = faults.maybe_text("job", &form.job);
    let affiliation = affiliation(&form, pack, &mut faults);
    faults.none()?;
    Ok(Person {
        id,
        name,
        job,
        affiliation,
        retired: form.retired,
    })
}

fn affiliation(form: &PersonForm, pack: &Pack, faults: &mut Faults) -> Affiliation {
    let team = TeamKey::new(form.team.trim());
    if team.as_str().is_empty() {
        let agency = faults.text("guest_agency", &form.guest_agency);
        return Affiliation::Guest {
            agency,
            statutory: form.guest_statutory,
        };
    }
    if pack.team(&team).is_none() {
        faults.code("team", "not_in_the_pack");
    }
    Affiliation::Team { team }
}

/// The officer that the form means; documents leave only to these, so a misprint matters (§4.3.1).
pub(super) fn officer(
    form: OfficerForm,
    id: OfficerId,
    (pack, others): (&Pack, &[Officer]),
) -> Result<Officer, Problem> {
    let mut faults = Faults::default();
    let organisation = OrganisationKey::new(form.organisation.trim());
    if pack.organisation(&organisation).is_none() {
        faults.code("organisation", "not_in_the_pack");
    }
    let name = faults.text("name", &form.name);
    let role = faults.text("role", &form.role);
    let email = faults.read("email", Email::read(&form.email));
    let telephone = match form.telephone.trim() {
        "" => None,
        typed => faults.read("telephone", Telephone::read(typed)),
    };
    let (primary, retired) = (form.primary, form.retired);
    if primary && !retired && primaries(others, &organisation, id) >= places(pack, &organisation) {
        faults.push(named("primary", "primary_taken").with("organisation", organisation.as_str()));
    }
    faults.none()?;
    let email = email.map(|e| e.shown().to_owned()).unwrap_or_default();
    let telephone = telephone.map(|t| t.shown().to_owned()).unwrap_or_default();
    Ok(Officer {
        id,
        organisation,
        primary,
        name,
        role,
        email,
        telephone,
        retired,
    })
}

/// The other primary officers that an organisation has today.
fn primaries(others: &[Officer], organisation: &OrganisationKey, id: OfficerId) -> usize {
    let today = |o: &&Officer| o.primary && !o.retired && o.id != id;
    others
        .iter()
        .filter(today)
        .filter(|o| o.organisation == *organisation)
        .count()
}

/// One, or as many as the agreement names for it: the appendix gives some organisations one for each service (§4.4.1).
fn places(pack: &Pack, organisation: &OrganisationKey) -> usize {
    let of_it = |r: &&protocol::pack::OfficerRole| {
        r.organisation == *organisation && r.kind == OfficerKind::Pdo
    };
    pack.officer_roles.iter().filter(of_it).count().max(1)
}
