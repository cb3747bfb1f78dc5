//! Who can open the record: each with a passphrase of their own, each change entered, each made by somebody who proves who they are.

use super::forms::{
    AddUserForm, IdleForm, LinkUserForm, OwnPassphraseForm, PassphraseForm, RetireUserForm,
    SafekeepingView,
};
use super::reading::view;
use crate::failing;
use crate::faults::{Faults, named};
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::PaperKeyView;
use protocol::ids::{PersonId, UserId};
use protocol::words::Words;
use record::tables::User;
use record::{Entry, EntryKind, NewUser, Record, RecordError, Role, check_passphrase};

/// The fewest and the most minutes that an unlocked record may be left alone; never is not on offer.
const IDLE_MINUTES: std::ops::RangeInclusive<u8> = 1..=15;

pub(crate) fn set_idle(desk: &mut Desk, form: IdleForm) -> Result<SafekeepingView, Problem> {
    if !IDLE_MINUTES.contains(&form.minutes) {
        let fault = named("minutes", "out_of_range")
            .with("least", IDLE_MINUTES.start())
            .with("most", IDLE_MINUTES.end());
        return Err(Problem::Unfinished {
            fields: vec![fault],
        });
    }
    let entry = Entry::of(EntryKind::IdleChosen).with("minutes", form.minutes.to_string());
    desk.write(&entry, |tables| {
        tables.settings().set_idle_minutes(form.minutes)
    })?;
    desk.read_idle()?;
    view(desk)
}

pub(crate) fn add_user(desk: &mut Desk, form: AddUserForm) -> Result<SafekeepingView, Problem> {
    let mut faults = Faults::default();
    let name = faults.text("name", &form.name);
    faults.none()?;
    is_oneself(desk, &form.own_passphrase)?;
    is_free(desk.record()?, None, ("passphrase", &form.passphrase))?;
    if let Some(person) = form.person {
        is_nobody_yet(desk, person)?;
    }
    let id = UserId(desk.fresh().id()?);
    let new = NewUser {
        id,
        role: Role::from(form.role),
        name: Words::new(name),
        passphrase: &form.passphrase,
        person: form.person,
    };
    let (at, cost) = (desk.now(), desk.surroundings.key_cost());
    let session = desk.open_mut()?;
    session.record.add_user((session.user, at), &new, cost)?;
    view(desk)
}

/// A user says who they are on the register of people: from then on their passphrase signs what that person chaired.
pub(crate) fn link_user(desk: &mut Desk, form: LinkUserForm) -> Result<SafekeepingView, Problem> {
    let user = known(desk, form.user)?;
    is_nobody_yet(desk, form.person)?;
    if !desk.record()?.is_passphrase_of(user.id, &form.passphrase)? {
        return Err(Problem::field("passphrase", "wrong_passphrase"));
    }
    let entry = Entry::of(EntryKind::UserLinked)
        .with("user", user.id.to_string())
        .with("person", form.person.to_string());
    desk.write(&entry, |tables| tables.users().link(user.id, form.person))?;
    view(desk)
}

pub(crate) fn set_passphrase(
    desk: &mut Desk,
    form: PassphraseForm,
) -> Result<SafekeepingView, Problem> {
    let user = known(desk, form.user)?;
    is_oneself(desk, &form.own_passphrase)?;
    let record = desk.record()?;
    is_free(record, Some(user.id), ("passphrase", &form.passphrase))?;
    if record.is_passphrase_of(user.id, &form.passphrase)? {
        return Err(Problem::field("passphrase", "passphrase_in_use"));
    }
    let (at, cost) = (desk.now(), desk.surroundings.key_cost());
    let session = desk.open_mut()?;
    let by = (session.user, at);
    let way_in = (&*form.passphrase, cost);
    session.record.set_passphrase(by, user.id, way_in)?;
    session.last.forget();
    view(desk)
}

/// Another paper key in the place of one that was lost, never written down or seen; what it says is shown this once.
pub(crate) fn renew_paper_key(
    desk: &mut Desk,
    form: OwnPassphraseForm,
) -> Result<PaperKeyView, Problem> {
    is_oneself(desk, &form.own_passphrase)?;
    let at = desk.now();
    let session = desk.open_mut()?;
    let key = session.record.renew_paper((session.user, at))?;
    session.last.forget();
    PaperKeyView::of(desk, &key)
}

pub(crate) fn retire_user(
    desk: &mut Desk,
    form: RetireUserForm,
) -> Result<SafekeepingView, Problem> {
    let user = known(desk, form.user)?;
    // Nobody shuts themselves out, so that somebody who can open the record is always left.
    if user.id == desk.open()?.user {
        return Err(Problem::field("user", "oneself"));
    }
    is_oneself(desk, &form.own_passphrase)?;
    let at = desk.now();
    let session = desk.open_mut()?;
    session.record.retire_user((session.user, at), user.id)?;
    session.last.forget();
    view(desk)
}

/// Somebody who has a way in.
fn known(desk: &Desk, id: UserId) -> Result<User, Problem> {
    let user = desk.record()?.read().users().one(id)?;
    let user = user.filter(|u| !u.retired && u.role != Role::Recovery);
    user.ok_or(RecordError::NoSuchUser.into())
}

/// Whoever is signed in types their passphrase again: an unlocked laptop alone hands out no way in.
fn is_oneself(desk: &Desk, passphrase: &str) -> Result<(), Problem> {
    let session = desk.open()?;
    if session.record.is_passphrase_of(session.user, passphrase)? {
        Ok(())
    } else {
        Err(Problem::field("own_passphrase", "wrong_passphrase"))
    }
}

/// A passphrase tells at sign-in who came, so no two users may have the same. Whoever comes by the key on paper may find that
/// they had known their own all along, and takes it again.
pub(crate) fn is_free(
    record: &Record,
    own: Option<UserId>,
    (field, passphrase): (&str, &str),
) -> Result<(), Problem> {
    check_passphrase(passphrase).map_err(|fault| failing::passphrase(field, fault))?;
    for user in record.read().users().all()? {
        if own != Some(user.id) && record.is_passphrase_of(user.id, passphrase)? {
            return Err(Problem::field(field, "anothers_passphrase"));
        }
    }
    Ok(())
}

fn is_nobody_yet(desk: &Desk, person: PersonId) -> Result<(), Problem> {
    let reading = desk.record()?.read();
    if reading.people().one(person)?.is_none() {
        return Err(Problem::field("person", "not_on_the_register"));
    }
    match reading.users().of_person(person)? {
        Some(_) => Err(Problem::field("person", "another_user")),
        None => Ok(()),
    }
}
