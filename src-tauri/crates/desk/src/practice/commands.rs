//! A practice meeting: invented people in a record that is thrown away, while the real one is locked.
//!
//! Locked, and not set aside open, because people hand the laptop round while they practise; signing in again is a small price.

use crate::meetings::{Kind, PlanWhenForm, PrepareForm};
use crate::problem::{Problem, RefusalView};
use crate::rehearsal::a_month_ago;
use crate::session::Desk;
use crate::sign_in::commands as sign_in;
use crate::sign_in::{CreateRecordForm, Nothing, StandingView};
use protocol::pack::Pack;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// What is practised in; nothing of it is kept.
pub(crate) struct Practice {
    folder: PathBuf,
    /// Where the real record is.
    real: PathBuf,
    /// Drawn by chance, shown to whoever practises, and gone with the practice.
    pub(crate) passphrase: Zeroizing<String>,
}

/// Stands where the protective marking stands: on every screen, and on every page of every document.
const MARKING: &str = "PRACTICE: INVENTED PEOPLE";

pub(crate) fn practise(desk: &mut Desk, _: Nothing) -> Result<StandingView, Problem> {
    if desk.open()?.live.is_some() || desk.is_practice() {
        return Err(RefusalView::under_way().into());
    }
    // The agreement of the partnership that practises: its own words, agencies and rules.
    let pack = Pack::clone(&*desk.pack()?);
    sign_in::lock(desk, Nothing {})?;
    let folder = desk.surroundings.practice_folder();
    wipe(&folder);
    let passphrase = passphrase(desk)?;
    let real = std::mem::replace(&mut desk.folder, folder.clone());
    desk.practice = Some(Practice {
        folder,
        real,
        passphrase: passphrase.clone(),
    });
    if let Err(problem) = furnished(desk, pack, &passphrase) {
        desk.leave_practice();
        return Err(problem);
    }
    sign_in::view(desk)
}

pub(crate) fn end_practice(desk: &mut Desk, _: Nothing) -> Result<StandingView, Problem> {
    desk.leave_practice();
    sign_in::view(desk)
}

impl Desk {
    /// Whether what is open is a practice, which is thrown away.
    pub fn is_practice(&self) -> bool {
        self.practice.is_some()
    }

    /// Throws a practice away; the desk stands before the real record again, which is locked.
    pub(crate) fn leave_practice(&mut self) {
        if let Some(practice) = self.practice.take() {
            // The record is closed, and its key forgotten, before its folder goes.
            self.session = None;
            self.projecting = None;
            self.folder = practice.real;
            wipe(&practice.folder);
        }
    }
}

/// Without its key, which was in memory alone, what cannot be removed at once can be read by nobody.
fn wipe(folder: &Path) {
    let _ = std::fs::remove_dir_all(folder);
}

/// Twelve figures drawn by chance, since the chair signs the practice minutes with them.
fn passphrase(desk: &Desk) -> Result<Zeroizing<String>, Problem> {
    let drawn = desk.fresh().id()?.as_u128() % 1_000_000_000_000;
    let figures = format!("{drawn:012}");
    let groups = [&figures[..4], &figures[4..8], &figures[8..]];
    Ok(Zeroizing::new(format!("practice {}", groups.join(" "))))
}

/// A partnership with one month behind it, and its next meeting today.
fn furnished(desk: &mut Desk, mut pack: Pack, passphrase: &str) -> Result<(), Problem> {
    pack.markings.in_force = MARKING.to_owned();
    pack.markings.offered.push(MARKING.to_owned());
    let form = CreateRecordForm {
        record_name: "Practice".to_owned(),
        chair_name: "Practice chair".to_owned(),
        chair_passphrase: passphrase.into(),
        minute_taker_name: "Practice minute-taker".to_owned(),
        minute_taker_passphrase: format!("{passphrase} minutes").as_str().into(),
        sample: false,
    };
    sign_in::made(desk, &form, &pack.write())?;
    a_month_ago(desk, passphrase)?;
    today(desk)
}

fn today(desk: &mut Desk) -> Result<(), Problem> {
    let plan = desk.prepare_meeting(PrepareForm { kind: Kind::Odoc })?;
    let meeting = plan.meeting;
    let form = PlanWhenForm {
        meeting: meeting.id,
        date: desk.today().format("%d/%m/%Y").to_string(),
        starts: meeting.starts.format("%H:%M").to_string(),
        ends: meeting.ends.format("%H:%M").to_string(),
        venue: meeting.venue,
    };
    desk.plan_when(form).map(|_| ())
}
