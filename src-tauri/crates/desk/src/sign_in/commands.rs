//! Opening, making and locking the record.

use super::forms::{
    ConfirmRecoveryForm, CreateRecordForm, Nothing, PaperKeyView, RecoveryForm, StandingView,
    UnlockForm,
};
use super::resting::Idle;
use crate::failing;
use crate::packs::Shelf;
use crate::problem::{BrokenCode, FieldFault, LockedWhy, Problem};
use crate::safekeeping::is_free;
use crate::session::{Desk, Live, Session};
use crate::surroundings::{ChooseWhy, Remembered};
use crate::undoing::Last;
use protocol::ids::UserId;
use protocol::meeting::Stage;
use protocol::pack::Pack;
use protocol::words::Words;
use record::{Entry, EntryKind, NewRecord, NewUser, Record, RecoveryKey, Role, check_passphrase};
use std::cell::OnceCell;
use std::io::ErrorKind;

pub(crate) use super::resting::{come_back, stir};
pub(crate) use super::standing::view;

pub(crate) fn standing(desk: &mut Desk, _: Nothing) -> Result<StandingView, Problem> {
    view(desk)
}

pub(crate) fn choose_folder(desk: &mut Desk, _: Nothing) -> Result<StandingView, Problem> {
    if desk.session.is_none()
        && let Some(folder) = desk.surroundings.choose_folder(ChooseWhy::TheRecord)
    {
        desk.folder = folder;
    }
    view(desk)
}

pub(crate) fn create_record(
    desk: &mut Desk,
    form: CreateRecordForm,
) -> Result<PaperKeyView, Problem> {
    let key = made(desk, &form, protocol::pack::DEFAULT)?;
    remember(desk)?;
    let passphrase = form.chair_passphrase;
    let unfilled = form.sample && crate::rehearsal::furnish(desk, &passphrase).is_err();
    if unfilled {
        // Wherever the sample stopped, whoever made the record sits before it as after any other sign-in; on a disk that is full
        // they sit before a locked one.
        let again = lock(desk, Nothing {}).and_then(|_| unlock(desk, UnlockForm { passphrase }));
        if again.is_err() {
            desk.session = None;
        }
    }
    // The key is seen this once or never, and so it is shown whatever became of the sample.
    Ok(PaperKeyView {
        sample_unfilled: unfilled,
        ..PaperKeyView::of(desk, &key)?
    })
}

impl PaperKeyView {
    /// A paper key on its way to the paper, and where the program stands.
    pub(crate) fn of(desk: &Desk, key: &RecoveryKey) -> Result<Self, Problem> {
        Ok(Self {
            recovery_key: key.printed().split('-').map(str::to_owned).collect(),
            sample_unfilled: false,
            standing: view(desk)?,
        })
    }
}

/// Makes a record in the desk's folder, with a pack as its first, and takes a place at it.
pub(crate) fn made(
    desk: &mut Desk,
    form: &CreateRecordForm,
    pack: &str,
) -> Result<RecoveryKey, Problem> {
    let (chair_passphrase, minutes_passphrase) =
        (&form.chair_passphrase, &form.minute_taker_passphrase);
    checked(form, chair_passphrase, minutes_passphrase)?;
    let fresh = desk.fresh();
    let chair = UserId(fresh.id()?);
    let users = [
        user(chair, Role::Chair, &form.chair_name, chair_passphrase),
        user(
            UserId(fresh.id()?),
            Role::MinuteTaker,
            &form.minute_taker_name,
            minutes_passphrase,
        ),
    ];
    let new = NewRecord {
        name: Words::new(form.record_name.trim()),
        users: &users,
        cost: desk.surroundings.key_cost(),
        at: desk.now(),
    };
    std::fs::create_dir_all(&desk.folder).map_err(|fault| {
        Problem::broken(match fault.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                BrokenCode::ReadOnlyFolder
            }
            ErrorKind::StorageFull => BrokenCode::DiskFull,
            _ => BrokenCode::CouldNotWrite,
        })
    })?;
    let (record, key) = Record::create(&desk.folder, &new, desk.chance())?;
    sit_down(desk, record)?;
    keep_first_pack(desk, pack)?;
    Ok(key)
}

fn user<'a>(id: UserId, role: Role, name: &str, passphrase: &'a str) -> NewUser<'a> {
    NewUser {
        id,
        role,
        name: Words::new(name.trim()),
        passphrase,
        person: None,
    }
}

fn checked(form: &CreateRecordForm, chair: &str, minutes: &str) -> Result<(), Problem> {
    let mut fields = Vec::new();
    let names = [
        ("record_name", &form.record_name),
        ("chair_name", &form.chair_name),
        ("minute_taker_name", &form.minute_taker_name),
    ];
    let blank = names.iter().filter(|(_, text)| text.trim().is_empty());
    fields.extend(blank.map(|(field, _)| FieldFault::new(field, "missing")));
    for (field, passphrase) in [
        ("chair_passphrase", chair),
        ("minute_taker_passphrase", minutes),
    ] {
        if let Err(fault) = check_passphrase(passphrase)
            && let Problem::Unfinished { fields: faults } = failing::passphrase(field, fault)
        {
            fields.extend(faults);
        }
    }
    if chair == minutes {
        fields.push(FieldFault::new(
            "minute_taker_passphrase",
            "same_passphrase",
        ));
    }
    if fields.is_empty() {
        Ok(())
    } else {
        Err(Problem::Unfinished { fields })
    }
}

/// The record's first pack, as a rule the protocol's own.
fn keep_first_pack(desk: &mut Desk, toml: &str) -> Result<(), Problem> {
    let read = Pack::read(toml);
    let pack = read.map_err(|_| Problem::broken(BrokenCode::Internal))?;
    let at = desk.now();
    desk.write(&Entry::of(EntryKind::PackKept), |tables| {
        let hashes = (pack.texts_hash(), pack.rules_hash());
        tables.packs().keep(&pack.version, at, toml, hashes)?;
        Ok(())
    })
}

pub(crate) fn unlock(desk: &mut Desk, form: UnlockForm) -> Result<StandingView, Problem> {
    if desk.session.is_none() {
        let (now, chance) = (desk.now(), desk.chance());
        let record = Record::unlock(&desk.folder, None, &form.passphrase, now, chance)?;
        sit_down(desk, record)?;
        remember(desk)?;
    }
    view(desk)
}

pub(crate) fn unlock_with_recovery(
    desk: &mut Desk,
    form: RecoveryForm,
) -> Result<StandingView, Problem> {
    let passphrase = form.new_passphrase;
    check_passphrase(&passphrase).map_err(|f| failing::passphrase("new_passphrase", f))?;
    let key = RecoveryKey::typed(&form.recovery_key)
        .map_err(|_| Problem::field("recovery_key", "recovery_key_mistyped"))?;
    let now = desk.now();
    let mut record = Record::unlock_with_recovery(&desk.folder, &key, now, desk.chance())?;
    let role = Role::from(form.role);
    let users = record.read().users().all()?;
    let user = users.iter().find(|u| u.role == role && !u.retired);
    let user = user.ok_or(Problem::field("role", "nobody_has_it"))?.id;
    is_free(&record, Some(user), ("new_passphrase", &passphrase))?;
    let cost = desk.surroundings.key_cost();
    record.set_passphrase((user, now), user, (&passphrase, cost))?;
    // Signed in anew with the passphrase just made, so that the session is that person's.
    record.lock(user, now)?;
    let record = Record::unlock(&desk.folder, Some(user), &passphrase, now, desk.chance())?;
    sit_down(desk, record)?;
    remember(desk)?;
    view(desk)
}

/// The next start stands before this record, by its name; a practice is none.
fn remember(desk: &Desk) -> Result<(), Problem> {
    let name = desk.record()?.read().settings().name()?;
    desk.surroundings.remember(&Remembered {
        folder: desk.folder.clone(),
        name: name.as_str().to_owned(),
    });
    Ok(())
}

pub(crate) fn confirm_recovery_key(
    desk: &mut Desk,
    form: ConfirmRecoveryForm,
) -> Result<StandingView, Problem> {
    let key = RecoveryKey::typed(&form.recovery_key)
        .map_err(|_| Problem::field("recovery_key", "recovery_key_mistyped"))?;
    let opens = desk.record()?.opens_with(&key)?;
    if !opens {
        return Err(Problem::Locked {
            why: LockedWhy::WrongRecoveryKey,
        });
    }
    let at = desk.now();
    desk.write(&Entry::of(EntryKind::RecoveryConfirmed), |tables| {
        tables.settings().confirm_recovery(at)
    })?;
    view(desk)
}

pub(crate) fn lock(desk: &mut Desk, _: Nothing) -> Result<StandingView, Problem> {
    let at = desk.now();
    desk.project_nothing_but_the_place();
    if let Some(session) = desk.session.take() {
        session.record.lock(session.user, at)?;
    }
    desk.leave_practice();
    view(desk)
}

/// Takes a place at the desk with an open record: a meeting that was going on goes on.
fn sit_down(desk: &mut Desk, record: Record) -> Result<(), Problem> {
    let user = record.unlocked_by();
    desk.session = Some(Session {
        record,
        user,
        live: None,
        pin: None,
        handed: None,
        check: None,
        packs: Shelf::default(),
        faces: OnceCell::new(),
        import: None,
        taken_over: None,
        numbering: None,
        idle: Idle::from(desk.surroundings.as_ref()),
        resting: None,
        last: Last::default(),
    });
    match going_on(desk) {
        Ok(live) => {
            desk.open_mut()?.live = live;
            crate::grounds::commands::refresh(desk)?;
            desk.read_idle()
        }
        Err(problem) => {
            desk.session = None;
            Err(problem)
        }
    }
}

fn going_on(desk: &Desk) -> Result<Option<Live>, Problem> {
    let record = desk.record()?;
    let live = |stage: Stage| matches!(stage, Stage::Gathering | Stage::InSession);
    let all = record.read().meetings().all()?;
    let Some(summary) = all.into_iter().find(|m| live(m.stage)) else {
        return Ok(None);
    };
    let meeting = record.read().meetings().one(summary.id)?;
    let meeting = meeting.ok_or(Problem::broken(BrokenCode::RecordDamaged))?;
    let pack = desk.pack_of(meeting.proceedings())?;
    Ok(Some(Live::new(meeting, pack)))
}
