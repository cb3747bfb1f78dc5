//! What was done last in a meeting, taken back whole by one key: all is as it was before, and the journal keeps both (`0027`).

use crate::along::Along;
use crate::ending::EndingView;
use crate::live::MeetingView;
use crate::meetings::{Following, PlanView};
use crate::problem::Problem;
use crate::session::{Desk, refused};
use protocol::ids::{CaseId, MeetingId};
use protocol::meeting::Meeting;
use protocol::refusal::Refusal;
use record::tables::MeetingChange;
use record::{Entry, EntryKind};
use serde::Deserialize;
use ts_rs::TS;

mod leaving;
mod registers;

pub(crate) use leaving::{Left, back_into_the_room, back_to_the_register};
pub(crate) use registers::{keep, undo_kept, undo_one};

/// What is taken back whole. A line just said, the room asked and the like have an undo of their own, which outlives a lock; acceptance, signing and the ends of a meeting have ways of their own.
const WHOLE: &[EntryKind] = &[
    EntryKind::PersonNew,
    EntryKind::PersonApologies,
    EntryKind::PersonRole,
    EntryKind::PersonDeputises,
    EntryKind::PersonChangedAgency,
    EntryKind::ChairHanded,
    EntryKind::QuorumSettled,
    EntryKind::StatementRead,
    EntryKind::AgreementDeclined,
    EntryKind::AcceptanceUndone,
    EntryKind::AuthorityConfirmed,
    EntryKind::PersonArrived,
    EntryKind::PersonLetIn,
    EntryKind::PersonLeft,
    EntryKind::PersonSteppedOut,
    EntryKind::PersonSteppedBack,
    EntryKind::PresenceAmended,
    EntryKind::RoomAskUndone,
    EntryKind::CaseOpened,
    EntryKind::CaseClosed,
    EntryKind::CaseDeferred,
    EntryKind::CaseReopened,
    EntryKind::CaseReferredHere,
    EntryKind::CaseReferralUndone,
    EntryKind::CaseReferredOn,
    EntryKind::CaseTakenOff,
    EntryKind::CaseJoined,
    EntryKind::CaseParted,
    EntryKind::CaseWentOn,
    EntryKind::CustodyChanged,
    EntryKind::DateSet,
    EntryKind::ItemReleased,
    EntryKind::LineReworded,
    EntryKind::LineCorrected,
    EntryKind::LineConverted,
    EntryKind::LineUndone,
    EntryKind::ActionReassigned,
    EntryKind::ManagerAuthorised,
    EntryKind::PermissionGiven,
    EntryKind::PowerChosen,
    EntryKind::AdviceAsked,
    EntryKind::AdviceGiven,
    EntryKind::UpdateKept,
    EntryKind::UpdateDropped,
];
/// What the next place on the agenda opens after by itself: one key takes back both.
const GOES_ON: &[EntryKind] = &[
    EntryKind::CaseClosed,
    EntryKind::CaseDeferred,
    EntryKind::CaseReferralUndone,
];
/// Beside the draft no line has an undo of its own.
const WHOLE_AFTERWARDS: &[EntryKind] = &[EntryKind::LineMoved];

/// Something outside the meeting as it was, to be written again; boxed, because it is of one sort or another.
pub(crate) type Outside = Vec<Box<dyn PutBack>>;

/// What changed along with a move, as it was before it.
pub(crate) trait PutBack: Send {
    /// How it is written again, from how things stand now.
    ///
    /// # Errors
    /// The problem of reading what stands now.
    fn ready(&self, desk: &Desk) -> Result<Box<dyn Along>, Problem>;
}

/// What was done last, in a meeting or in a register, where it can be taken back whole.
#[derive(Default)]
pub(crate) struct Last {
    /// Which move that is: a message on the screen takes back the one that it is about, or nothing.
    number: u32,
    what: Option<Done>,
}

pub(crate) struct Done {
    kind: EntryKind,
    about: Option<CaseId>,
    /// The meeting as it was; a register has none.
    before: Option<Meeting>,
    outside: Outside,
    /// Meetings to come as they were, where they follow from this one.
    to_come: Vec<Meeting>,
    /// The room was left by it: going back is going into it again.
    left: Option<Left>,
}

/// Which move is to be taken back, as the view that followed it said.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LastForm {
    pub last: u32,
}

/// The same for a meeting that is planned, or has ended.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LastOfForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub last: u32,
}

pub(crate) fn is_whole(kind: EntryKind) -> bool {
    WHOLE.contains(&kind)
}

/// Whether an entry says no more than that somebody looked at something.
pub(crate) fn only_looks(kind: EntryKind) -> bool {
    matches!(
        kind,
        EntryKind::CaseViewed | EntryKind::DocumentViewed | EntryKind::MeetingViewed
    )
}

impl Last {
    /// Something else was done.
    pub(crate) fn forget(&mut self) {
        self.what = None;
    }

    /// A move of the live meeting was made.
    pub(crate) fn is(
        &mut self,
        kind: EntryKind,
        about: Option<CaseId>,
        before: Meeting,
        outside: Outside,
    ) {
        self.put(is_whole(kind), (kind, about), Some(before), outside);
    }

    /// That move, where it was made last and the meeting goes on from it by itself.
    pub(crate) fn goes_on_from(&mut self, number: u32) -> Option<Done> {
        let goes_on = |done: &mut Done| number == self.number && GOES_ON.contains(&done.kind);
        self.what.take_if(goes_on)
    }

    /// What was made since belongs to that move, and is taken back with it; or it came to nothing, and the move still stands.
    pub(crate) fn is_part_of(&mut self, done: Option<Done>) {
        self.what = done.or_else(|| self.what.take());
    }

    /// Something was put right beside the draft.
    pub(crate) fn is_afterwards(
        &mut self,
        (kind, about): (EntryKind, Option<CaseId>),
        before: Meeting,
        outside: Outside,
        to_come: Vec<Meeting>,
    ) {
        let whole = WHOLE.contains(&kind) || WHOLE_AFTERWARDS.contains(&kind);
        self.put(whole, (kind, about), Some(before), outside);
        self.with(to_come);
    }

    /// A plan was changed, or what waits for its day in writing; nobody is in the room, and all of it goes back.
    pub(crate) fn is_planned(&mut self, kind: EntryKind, before: Meeting) {
        self.put(true, (kind, None), Some(before), Vec::new());
    }

    /// Something was kept in a register, which was otherwise before.
    fn is_kept(&mut self, kind: EntryKind, about: Option<CaseId>, outside: Outside) {
        self.put(true, (kind, about), None, outside);
    }

    fn put(
        &mut self,
        whole: bool,
        (kind, about): (EntryKind, Option<CaseId>),
        before: Option<Meeting>,
        outside: Outside,
    ) {
        self.number += 1;
        self.what = whole.then_some(Done {
            kind,
            about,
            before,
            outside,
            to_come: Vec::new(),
            left: None,
        });
    }

    fn with(&mut self, to_come: Vec<Meeting>) {
        if let Some(done) = &mut self.what {
            done.to_come = to_come;
        }
    }

    /// The number of the last move of that meeting, where it can be taken back.
    pub(crate) fn of(&self, meeting: MeetingId) -> Option<u32> {
        let done = self.what.as_ref().filter(|done| done.left.is_none())?;
        let before = done.before.as_ref()?;
        (before.proceedings().id == meeting).then_some(self.number)
    }
}

/// Takes back what was done last in the live meeting; taken back itself, it is done again.
pub(crate) fn undo_last(desk: &mut Desk, form: LastForm) -> Result<MeetingView, Problem> {
    let now = desk.live()?.meeting.clone();
    let before = take_back(desk, now, form.last)?;
    if let Some(live) = &mut desk.open_mut()?.live {
        live.becomes(before);
    }
    crate::grounds::commands::refresh(desk)?;
    crate::live::whole(desk)
}

/// The same beside the draft of a meeting that has ended.
pub(crate) fn undo_last_closed(desk: &mut Desk, form: LastOfForm) -> Result<EndingView, Problem> {
    let now = crate::ending::meeting_of(desk, form.meeting)?;
    take_back(desk, now, form.last)?;
    crate::ending::view(desk, form.meeting)
}

/// The same while a meeting is being prepared.
pub(crate) fn plan_undo(desk: &mut Desk, form: LastOfForm) -> Result<PlanView, Problem> {
    let now = crate::meetings::plan::planned(desk, form.meeting)?;
    take_back(desk, now, form.last)?;
    crate::meetings::plan::view(desk, form.meeting)
}

pub(crate) fn take_back(desk: &mut Desk, now: Meeting, last: u32) -> Result<Meeting, Problem> {
    let known = desk.open()?.last.of(now.proceedings().id) == Some(last);
    let (before, done) = done_last(desk, known, &now)?;
    let before = now.back_to(before);
    let before = before.map_err(|refusal| refused(&refusal, now.proceedings()))?;
    let change = MeetingChange::between(Some(&now), &before);
    let (again, to_come) = put_back(desk, &done, Some(&change))?;
    let last = &mut desk.open_mut()?.last;
    last.put(true, (done.kind, done.about), Some(now), again);
    last.with(to_come);
    Ok(before)
}

/// What was done last, with the meeting as it was before, where that is what somebody takes back.
fn done_last(desk: &mut Desk, known: bool, now: &Meeting) -> Result<(Meeting, Done), Problem> {
    let done = desk.open_mut()?.last.what.take_if(|_| known);
    done.and_then(|mut done| Some((done.before.take()?, done)))
        .ok_or_else(|| refused(&Refusal::NothingToUndo, now.proceedings()))
}

/// Writes how all was before, under one entry; answers how it is now, to be put back in its turn.
fn put_back(
    desk: &mut Desk,
    done: &Done,
    meeting: Option<&MeetingChange>,
) -> Result<(Outside, Vec<Meeting>), Problem> {
    let mut outside = Vec::new();
    let mut again = Vec::new();
    for one in &done.outside {
        let one = one.ready(desk)?;
        again.extend(one.before(desk)?);
        outside.push(one);
    }
    let entry = Entry::of(EntryKind::MoveUndone)
        .about_some(done.about)
        .with("what", done.kind.slug());
    let words = meeting.map(MeetingChange::words);
    let entry = words.into_iter().fold(entry, Entry::with_words);
    let entry = outside.iter().fold(entry, |entry, one| one.entered(entry));
    let following = Following::back_to(desk, &done.to_come)?;
    let entry = following.entered(entry);
    desk.write(&entry, |tables| {
        outside.iter().try_for_each(|one| one.apply(tables))?;
        following.before(tables)?;
        meeting.map_or(Ok(()), |change| tables.meetings().apply(change))?;
        following.after(tables)
    })?;
    let to_come = following.shown(desk)?;
    Ok((again, to_come))
}
