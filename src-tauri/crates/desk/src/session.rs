//! The desk itself: who is signed in, which meeting is going on, in whose hands the laptop is.

use crate::cases::Numbering;
use crate::contract::Reach;
use crate::live::Beside;
pub(crate) use crate::moment::Moment;
use crate::packs::Shelf;
pub(crate) use crate::problem::refused;
use crate::problem::{BrokenCode, LockedWhy, Problem};
use crate::projector::Projecting;
use crate::secret::Secret;
use crate::sign_in::{Face, Idle, Resting};
use crate::spelling::British;
use crate::surroundings::{Chance, Fresh, Surroundings};
use crate::undoing;
use documents::faces::Faces;
use protocol::callings::Callings;
use protocol::grounds::OnFile;
use protocol::ids::{AttendanceId, UserId};
use protocol::meeting::{Meeting, Stage};
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::trade::At;
use record::{Door, Entry, OpenError, Record, Seq};
use std::cell::OnceCell;
use std::path::PathBuf;
use std::sync::Arc;

/// Where forms come in and views go out.
pub struct Desk {
    pub(crate) surroundings: Arc<dyn Surroundings>,
    pub(crate) folder: PathBuf,
    pub(crate) session: Option<Session>,
    pub(crate) british: British,
    pub(crate) projecting: Option<Projecting>,
    /// Whether what is open is thrown away afterwards.
    pub(crate) practice: Option<crate::practice::commands::Practice>,
}

/// Somebody is signed in.
pub(crate) struct Session {
    pub(crate) record: Record,
    pub(crate) user: UserId,
    pub(crate) live: Option<Live>,
    pub(crate) pin: Option<Secret>,
    pub(crate) handed: Option<Handed>,
    pub(crate) check: Option<crate::safekeeping::CheckView>,
    pub(crate) packs: Shelf,
    pub(crate) faces: OnceCell<Faces>,
    /// A file whose cases are being taken over; let go of with the session.
    pub(crate) import: Option<crate::importing::Import>,
    /// The cases that the last file brought, which can be taken back one by one.
    pub(crate) taken_over: Option<crate::importing::TakenOver>,
    /// The references in use, as long as the journal stands where it stood.
    pub(crate) numbering: Option<(Seq, Numbering)>,
    pub(crate) idle: Idle,
    pub(crate) resting: Option<Resting>,
    /// What was done last in a meeting, where one key takes it back whole.
    pub(crate) last: undoing::Last,
}

/// The meeting that is going on, under the pack that it pinned.
pub(crate) struct Live {
    pub(crate) meeting: Meeting,
    pub(crate) pack: Arc<Pack>,
    /// What is on file about its cases, so that a keystroke reads nothing from disk.
    pub(crate) on_file: OnFile,
    /// What it shows of other things, until any of them is written.
    beside: OnceCell<Beside>,
    /// What its people are called, until who is on the register changes.
    callings: OnceCell<Callings>,
}

/// The laptop is in an attendee's hands.
pub(crate) struct Handed {
    pub(crate) to: AttendanceId,
    pub(crate) declined: bool,
    pub(crate) wrong_pins: u8,
    /// Commands tried that nobody may reach from there; entered once, on return.
    pub(crate) denied: u32,
}

/// How many wrong PINs lock the record.
pub(crate) const PIN_TRIES: u8 = 5;

impl Desk {
    /// A desk before which nobody has signed in.
    pub fn new(surroundings: Arc<dyn Surroundings>) -> Self {
        let remembered = surroundings.remembered();
        let folder = remembered.map_or_else(|| surroundings.usual_folder(), |record| record.folder);
        Self {
            surroundings,
            folder,
            session: None,
            practice: None,
            british: British::default(),
            projecting: None,
        }
    }

    /// The face that the window should be showing.
    pub fn face(&self) -> Face {
        match &self.session {
            Some(session) if session.handed.is_some() => Face::HandedOver,
            Some(session) if session.resting.is_some() => Face::Resting,
            Some(_) => Face::Work,
            None if matches!(Door::of(&self.folder), Err(OpenError::NoRecordHere)) => {
                Face::FirstRun
            }
            None => Face::Locked,
        }
    }

    /// Why the record will not open whatever is typed, where that shows from outside.
    pub(crate) fn shut(&self) -> Option<BrokenCode> {
        if self.face() != Face::Locked {
            return None;
        }
        match Door::of(&self.folder).err()?.into() {
            Problem::Broken { what } => Some(what),
            _ => None,
        }
    }

    /// Refuses a command that nobody may reach now (§4.1, §4.5).
    pub(crate) fn admit(&mut self, reach: Reach) -> Result<(), Problem> {
        // What the wall may show is filtered in its own view, and looking at it is no attempt at anything else.
        if reach == Reach::Projector {
            return Ok(());
        }
        let handed = self.session.as_mut().and_then(|s| s.handed.as_mut());
        match (handed, reach) {
            (Some(_), Reach::HandedOver) => return Ok(()),
            (Some(handed), _) => {
                handed.denied += 1;
                return Err(Problem::Locked {
                    why: LockedWhy::HandedOver,
                });
            }
            (None, Reach::HandedOver) => {
                return Err(Problem::Locked {
                    why: LockedWhy::NotHandedOver,
                });
            }
            (None, Reach::Anyone) => return Ok(()),
            (None, Reach::Unlocked | Reach::Personal | Reach::Projector) => {}
        }
        let session = self.open_mut()?;
        if session.resting.is_some() {
            return Err(Problem::Locked {
                why: LockedWhy::Resting,
            });
        }
        match (&session.live, reach) {
            (Some(live), Reach::Personal) => live.gate(),
            (None, Reach::Personal) => {
                session.last.somebody_looks();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn now(&self) -> At {
        self.surroundings.now()
    }

    pub(crate) fn today(&self) -> chrono::NaiveDate {
        self.now().date_naive()
    }

    pub(crate) fn fresh(&self) -> Fresh {
        Fresh::new(self.surroundings.clone())
    }

    pub(crate) fn chance(&self) -> Box<Chance> {
        Box::new(Chance(self.surroundings.clone()))
    }

    /// The session of whoever is signed in.
    pub(crate) fn open(&self) -> Result<&Session, Problem> {
        self.session.as_ref().ok_or(Problem::Locked {
            why: LockedWhy::NotSignedIn,
        })
    }

    pub(crate) fn open_mut(&mut self) -> Result<&mut Session, Problem> {
        self.session.as_mut().ok_or(Problem::Locked {
            why: LockedWhy::NotSignedIn,
        })
    }

    /// The record, to read.
    pub(crate) fn record(&self) -> Result<&Record, Problem> {
        Ok(&self.open()?.record)
    }

    /// The meeting that is going on.
    pub(crate) fn live(&self) -> Result<&Live, Problem> {
        self.open()?
            .live
            .as_ref()
            .ok_or_else(|| Refusal::WrongStage.into())
    }

    /// What the live meeting shows of other things: read once, and anew after anything else was written.
    pub(crate) fn beside(&self) -> Result<&Beside, Problem> {
        let live = self.live()?;
        if let Some(known) = live.beside.get() {
            return Ok(known);
        }
        let read = Beside::read(self, live.meeting.proceedings())?;
        Ok(live.beside.get_or_init(|| read))
    }

    /// Makes one journal entry with a change, in one transaction, as whoever is signed in.
    pub(crate) fn write<T>(
        &mut self,
        entry: &Entry,
        change: impl FnOnce(&record::Tables<'_>) -> Result<T, record::RecordError>,
    ) -> Result<T, Problem> {
        // Whatever this writes may be what the live meeting shows; only a move of its own, below, is known not to be.
        let session = self.open_mut()?;
        if let Some(live) = &mut session.live {
            live.beside.take();
        }
        // What was done before it is not the last thing any more, unless somebody only looked at something.
        if !undoing::only_looks(entry.kind()) {
            session.last.forget();
        }
        let done = self.enter(entry, change)?;
        crate::grounds::commands::refresh(self)?;
        Ok(done)
    }

    pub(crate) fn enter<T>(
        &mut self,
        entry: &Entry,
        change: impl FnOnce(&record::Tables<'_>) -> Result<T, record::RecordError>,
    ) -> Result<T, Problem> {
        let at = self.now();
        let session = self.open_mut()?;
        let (_, done) = session.record.write(session.user, at, entry, change)?;
        Ok(done)
    }
}

impl Live {
    /// A meeting under its pack, beside which nothing has been read yet.
    pub(crate) fn new(meeting: Meeting, pack: Arc<Pack>) -> Self {
        Self {
            meeting,
            pack,
            on_file: OnFile::default(),
            beside: OnceCell::new(),
            callings: OnceCell::new(),
        }
    }

    /// What everybody is called: each view asks several times, and comparing the names is dear.
    pub(crate) fn callings(&self) -> &Callings {
        let people = self.meeting.proceedings();
        self.callings.get_or_init(|| people.callings())
    }

    /// The meeting as it is from now on; answers how it was.
    pub(crate) fn becomes(&mut self, now: Meeting) -> Meeting {
        if now.proceedings().attendances != self.meeting.proceedings().attendances {
            self.callings.take();
        }
        std::mem::replace(&mut self.meeting, now)
    }

    /// Whether anything with personal data may be opened while this meeting goes on (§4.1).
    fn gate(&self) -> Result<(), Problem> {
        let p = self.meeting.proceedings();
        p.gate().map_err(|refusal| refused(&refusal, p))?;
        match self.meeting.stage() {
            Stage::Gathering => Err(Refusal::GateClosed.into()),
            _ => Ok(()),
        }
    }
}
