//! The record as its keeper sees it: who, how much, and what was found amiss.

use super::forms::{EntryRow, NoticeCode, NoticeRow, PersonChoice, SafekeepingView, UserRow};
use crate::people::reading::agency_name;
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::{UserRole, commands};
use protocol::ids::{PersonId, UserId};
use protocol::people::Person;
use record::tables::User;
use record::{JournalFault, Logged, Notice, Seq};

/// How many entries of the journal the page shows.
const RECENT: i64 = 50;

pub(super) fn view(desk: &Desk) -> Result<SafekeepingView, Problem> {
    let (session, standing) = (desk.open()?, commands::view(desk)?);
    let reading = session.record.read();
    let users = reading.users().all()?;
    let head = reading.journal().head()?;
    let newest = head.map_or(0, |head| head.seq.0);
    let recent = reading.journal().after(Seq((newest - RECENT).max(0)))?;
    Ok(SafekeepingView {
        folder: standing.folder,
        record_name: standing.record_name.unwrap_or_default(),
        users: user_rows(desk)?,
        people: people(desk, &users)?,
        idle_minutes: session.idle.minutes,
        recovery_confirmed: standing.recovery_confirmed,
        entries: u64::try_from(newest).unwrap_or(0),
        check_code: head.map_or_else(String::new, |head| head.check_code().to_string()),
        check: session.check.clone(),
        recent: recent
            .iter()
            .rev()
            .map(|logged| entry_row(logged, &users))
            .collect(),
        notices: session.record.notices().iter().map(notice).collect(),
    })
}

/// Everybody with a passphrase; the paper key is nobody.
pub(crate) fn user_rows(desk: &Desk) -> Result<Vec<UserRow>, Problem> {
    let (session, reading) = (desk.open()?, desk.record()?.read());
    let people = reading.people().all()?;
    let named = |id: PersonId| people.iter().find(|p| p.id == id).map(|p| p.name.clone());
    let row = |user: User| {
        Some(UserRow {
            user: user.id,
            name: user.name.as_str().to_owned(),
            role: UserRole::of(user.role)?,
            person: user.person.and_then(named),
            signed_in: user.id == session.user,
        })
    };
    let users = reading.users().all()?.into_iter();
    Ok(users.filter(|u| !u.retired).filter_map(row).collect())
}

/// Whoever of the register could say that they are one of the users.
fn people(desk: &Desk, users: &[User]) -> Result<Vec<PersonChoice>, Problem> {
    let pack = desk.pack()?;
    let is_user = |p: &Person| users.iter().any(|u| !u.retired && u.person == Some(p.id));
    let people = desk.record()?.read().people().all()?.into_iter();
    let choice = |p: Person| PersonChoice {
        person: p.id,
        agency: agency_name(&p.affiliation, &pack),
        name: p.name,
    };
    let free = people.filter(|p| !p.retired && !is_user(p));
    Ok(free.map(choice).collect())
}

fn entry_row(logged: &Logged, users: &[User]) -> EntryRow {
    let name = |id: UserId| {
        users
            .iter()
            .find(|u| u.id == id)
            .map(|u| u.name.as_str().to_owned())
    };
    EntryRow {
        seq: number(logged.seq),
        at: logged.at.to_rfc3339(),
        kind: logged.kind.slug().to_owned(),
        by: name(logged.actor).unwrap_or_default(),
    }
}

fn notice(notice: &Notice) -> NoticeRow {
    let (code, entry) = match notice {
        Notice::KeyfileMended => (NoticeCode::KeyfileMended, None),
        Notice::NotAsLastClosed(head) => (NoticeCode::NotAsLastClosed, Some(number(head.seq))),
        Notice::Journal(fault) => (NoticeCode::JournalFault, Some(number(at(fault)))),
    };
    NoticeRow { code, entry }
}

/// The entry that a fault is about.
pub(super) fn at(fault: &JournalFault) -> Seq {
    use JournalFault::*;
    match fault {
        Gap { before: seq }
        | BrokenLink(seq)
        | AlteredEntry(seq)
        | AlteredBody(seq)
        | BodyMissing(seq)
        | StrayBody(seq) => *seq,
        OlderThan(head) | OtherThan(head) => head.seq,
    }
}

/// The number of an entry, which is never below one.
pub(super) fn number(seq: Seq) -> u64 {
    u64::try_from(seq.0).unwrap_or(0)
}
