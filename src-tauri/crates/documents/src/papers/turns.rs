//! What turned the meeting from its plan, as the minutes and the register say it.

use super::account::Account;
use super::afterwards;
use super::people::fact;
use super::wording::{day, listed, moment, time};
use crate::content::{Cell, Fact};
use protocol::ids::{AttendanceId, TeamKey};
use protocol::meeting::{Inquorate, Turn, Turned, Wording};
use protocol::trade::At;

/// One fact for all of it; none for a meeting that went as it was planned.
pub(super) fn of(account: &Account<'_>) -> Option<Fact> {
    let turns = &account.proceedings.turns;
    let said = turns.iter().enumerate().flat_map(|(nth, turn)| {
        afterwards::words(account, Wording::Turn(nth), said(account, turn)).0
    });
    let said: Vec<_> = said.collect();
    (!said.is_empty()).then(|| fact("In the course of it", Cell(said)))
}

/// Every day on which it met.
pub(super) fn days(account: &Account<'_>) -> String {
    let p = account.proceedings;
    let mut days = vec![p.began.map_or(p.date, |began| began.date_naive())];
    let again = p.turns.iter().filter(|turn| turn.what == Turned::Resumed);
    days.extend(again.map(|turn| turn.by.at.date_naive()));
    days.dedup();
    listed(&days.into_iter().map(day).collect::<Vec<_>>())
}

/// A time, with its day where that is not the day on which the meeting met, or it met on more than one.
pub(super) fn when(account: &Account<'_>, at: At) -> String {
    match account.proceedings.is_on_its_day(at) {
        true => time(at),
        false => moment(at),
    }
}

fn said(account: &Account<'_>, turn: &Turn) -> String {
    let at = turn.by.at;
    let what = match &turn.what {
        Turned::Postponed { from, to, came } => put_off(account, (*from, *to), came),
        Turned::Inquorate { missing, choice } => inquorate(account, missing, *choice, turn),
        Turned::Adjourned { to, statement_read } => {
            let read = statement_read.map_or_else(String::new, |read| {
                format!(" (the statement had been read {})", moment(read))
            });
            format!("Adjourned {} to {}{read}", moment(at), day(*to))
        }
        Turned::Resumed => format!(
            "Resumed {}: everyone in the room had accepted again, and every declaration asked for was signed again",
            moment(at)
        ),
        Turned::Abandoned => format!("Abandoned {}", moment(at)),
        Turned::Chair { from, to } => chair(account, *from, *to, turn),
    };
    match &turn.reason {
        Some(reason) => format!("{what}: {}", reason.as_str()),
        None => what,
    }
}

fn put_off(
    account: &Account<'_>,
    (from, to): (chrono::NaiveDate, chrono::NaiveDate),
    came: &[AttendanceId],
) -> String {
    let who: Vec<_> = came.iter().map(|id| account.named(*id)).collect();
    let who = match who.is_empty() {
        true => String::new(),
        false => format!(" (who had come: {})", listed(&who)),
    };
    format!("Put off from {} to {}{who}", day(from), day(to))
}

fn inquorate(account: &Account<'_>, missing: &[TeamKey], choice: Inquorate, turn: &Turn) -> String {
    let missing = missing.iter().map(|team| account.team(team));
    let missing: Vec<_> = missing.collect();
    let how = match choice {
        Inquorate::GoOn => "the chair chose to go on",
        Inquorate::HearOnly => "the chair chose to hear reports, and to decide nothing meanwhile",
    };
    let at = time(turn.by.at);
    format!("{at}: nobody was there for {}; {how}", listed(&missing))
}

fn chair(
    account: &Account<'_>,
    from: Option<AttendanceId>,
    to: AttendanceId,
    turn: &Turn,
) -> String {
    let (at, to) = (time(turn.by.at), account.named(to));
    match from.and_then(|id| account.proceedings.attendance(id).ok()) {
        Some(from) => format!("{at}: {} handed the chair to {to}", account.named(from.id)),
        None => format!("{at}: {to} took the chair"),
    }
}
