//! The registers of representatives and of designated officers (§4.4).

use super::checking;
use super::forms::{OfficerForm, PeopleView, PersonForm};
pub(crate) use super::merging::{merge_people, tell_people_apart, unmerge_person};
use super::reading::view;
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::Nothing;
use crate::undoing::keep;
use protocol::ids::{OfficerId, PersonId};
use record::EntryKind;

pub(crate) fn people(desk: &mut Desk, _: Nothing) -> Result<PeopleView, Problem> {
    view(desk)
}

pub(crate) fn save_person(desk: &mut Desk, form: PersonForm) -> Result<PeopleView, Problem> {
    let known = desk.record()?.read().people().all()?;
    let id = match form.id {
        Some(id) if known.iter().any(|person| person.id == id) => id,
        Some(_) => return Err(Problem::field("id", "not_on_the_register")),
        None => PersonId(desk.fresh().id()?),
    };
    let pack = desk.pack()?;
    let person = checking::person(form, id, &pack)?;
    let before = known.iter().find(|known| known.id == id);
    let kind = match before {
        Some(before) if before.affiliation != person.affiliation => EntryKind::PersonChangedAgency,
        _ => EntryKind::PersonSaved,
    };
    keep(desk, (kind, None), &person)?;
    view(desk)
}

pub(crate) fn save_officer(desk: &mut Desk, form: OfficerForm) -> Result<PeopleView, Problem> {
    let known = desk.record()?.read().officers().all()?;
    let id = match form.id {
        Some(id) if known.iter().any(|officer| officer.id == id) => id,
        Some(_) => return Err(Problem::field("id", "not_on_the_register")),
        None => OfficerId(desk.fresh().id()?),
    };
    let pack = desk.pack()?;
    let officer = checking::officer(form, id, (&pack, &known))?;
    keep(desk, (EntryKind::OfficerSaved, None), &officer)?;
    view(desk)
}
