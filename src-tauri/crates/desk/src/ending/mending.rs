//! Putting right what a meeting recorded, between its end and the signature; and ticking off who has been told.

use super::forms::EndingView;
use super::reading::view;
use super::{papers, telling};
use crate::along::Along;
use crate::grounds::reading::of_agenda;
use crate::live::{
    Asked, ConvertClosedForm, CorrectClosedForm, MoveClosedForm, PresenceForm, ReassignClosedForm,
    RewordClosedForm, TakeBackClosedForm, ToldForm, files_that_follow, moving, reassigned, stay_of,
};
use crate::meetings::Following;
use crate::problem::Problem;
use crate::session::{Desk, Live, refused};
use protocol::ids::{CaseId, CorrectionId, MeetingId};
use protocol::meeting::{Closed, Hand, Line, Proceedings, Wording};
use protocol::refusal::Refusal;
use protocol::words::Words;
use record::tables::{Filed, MeetingChange, Recipient, Told};
use record::{Entry, EntryKind};
use std::ops::Deref;

/// By which words come that were not there before, and that might never be printed.
const IN_OTHER_WORDS: &[EntryKind] = &[
    EntryKind::LineReworded,
    EntryKind::LineCorrected,
    EntryKind::LineConverted,
];

/// A meeting under the pack that it pinned, with what is on file about its cases: the live one is only looked at.
pub(crate) enum Seen<'d> {
    GoingOn(&'d Live),
    Ended(Box<Live>),
}

impl Deref for Seen<'_> {
    type Target = Live;

    fn deref(&self) -> &Live {
        match self {
            Self::GoingOn(live) => live,
            Self::Ended(live) => live,
        }
    }
}

/// A meeting that goes on or has ended: either is weighed with the consents, authorities and objections on file.
pub(crate) fn live_or_closed(desk: &Desk, id: MeetingId) -> Result<Seen<'_>, Problem> {
    if let Ok(live) = desk.live()
        && live.meeting.proceedings().id == id
    {
        return Ok(Seen::GoingOn(live));
    }
    let meeting = papers::meeting(desk, id)?;
    if meeting.proceedings().pinned.is_none() {
        return Err(Refusal::WrongStage.into());
    }
    let pack = desk.pack_of(meeting.proceedings())?;
    let on_file = of_agenda(desk, meeting.proceedings())?;
    let mut ended = Live::new(meeting, pack);
    ended.on_file = on_file;
    Ok(Seen::Ended(Box::new(ended)))
}

/// Tidies the wording of a line between the end and the signature.
pub(crate) fn reword_closed(
    desk: &mut Desk,
    form: RewordClosedForm,
) -> Result<EndingView, Problem> {
    let which = Wording::from(form.line);
    let words = Words::new(form.words.trim());
    let seen = live_or_closed(desk, form.meeting)?;
    let about = seen.meeting.proceedings().case_of_words(which);
    let (pack, on_file) = (seen.pack.clone(), seen.on_file.clone());
    in_closed(
        desk,
        form.meeting,
        EntryKind::LineReworded,
        about,
        |closed| closed.reword(which, words, &pack, &on_file),
    )
}

/// Corrects words in substance, a line's own or those beside one: everybody who heard them is to be told (§2.2).
pub(crate) fn correct_closed(
    desk: &mut Desk,
    form: CorrectClosedForm,
) -> Result<EndingView, Problem> {
    let which = Wording::from(form.line);
    let words = Words::new(form.words.trim());
    let seen = live_or_closed(desk, form.meeting)?;
    let about = seen.meeting.proceedings().case_of_words(which);
    let (pack, on_file) = (seen.pack.clone(), seen.on_file.clone());
    let (id, hand) = (CorrectionId(desk.fresh().id()?), hand(desk)?);
    in_closed(
        desk,
        form.meeting,
        EntryKind::LineCorrected,
        about,
        |closed| closed.correct(which, words, id, hand, &pack, &on_file),
    )
}

/// Moves a line to its own case; the entry is about that case, so that its words can be erased with that person.
pub(crate) fn move_closed(desk: &mut Desk, form: MoveClosedForm) -> Result<EndingView, Problem> {
    let seen = live_or_closed(desk, form.meeting)?;
    let to = seen.meeting.proceedings().slot(form.slot)?.case.case;
    let (pack, on_file) = (seen.pack.clone(), seen.on_file.clone());
    let (fresh, hand) = (desk.fresh().id()?, hand(desk)?);
    let did = Words::new(form.chair_did.trim());
    in_closed(
        desk,
        form.meeting,
        EntryKind::LineMoved,
        Some(to),
        |closed| {
            let moving = moving(Line::from(form.line), form.slot, fresh, did);
            let moved = closed.move_line(moving, hand, &pack, &on_file);
            moved.map(|_| ())
        },
    )
}

/// Takes a line back that nobody said.
pub(crate) fn take_back_closed(
    desk: &mut Desk,
    form: TakeBackClosedForm,
) -> Result<EndingView, Problem> {
    let which = Wording::from(form.line);
    let meeting = papers::meeting(desk, form.meeting)?;
    let about = meeting.proceedings().case_of_words(which);
    let at = desk.now();
    in_closed(desk, form.meeting, EntryKind::LineUndone, about, |closed| {
        closed.take_back(which, at)
    })
}

/// Makes a line another: a note an action, an action a note, or the note that it should have been.
pub(crate) fn convert_closed(
    desk: &mut Desk,
    form: ConvertClosedForm,
) -> Result<EndingView, Problem> {
    let seen = live_or_closed(desk, form.meeting)?;
    let p = seen.meeting.proceedings();
    let about = p.case_of_words(Line::from(form.line).into());
    let asked = Asked::of(p, &seen.pack, &form.instead())?;
    let (pack, on_file) = (seen.pack.clone(), seen.on_file.clone());
    let (hand, converting) = (hand(desk)?, asked.converting(desk.fresh().id()?));
    let kind = EntryKind::LineConverted;
    in_closed(desk, form.meeting, kind, about, |closed| {
        closed.convert(&converting, &hand, &pack, &on_file)?;
        Ok(())
    })
}

/// Says whose an action is and by when.
pub(crate) fn reassign_closed(
    desk: &mut Desk,
    form: ReassignClosedForm,
) -> Result<EndingView, Problem> {
    let meeting = papers::meeting(desk, form.meeting)?;
    let pack = desk.pack_of(meeting.proceedings())?;
    let read = reassigned(meeting.proceedings(), &pack, &form.owed)?;
    let (kind, hand) = (EntryKind::ActionReassigned, hand(desk)?);
    let action = form.owed.action;
    in_closed(desk, form.meeting, kind, read.about, |closed| {
        closed.reassign(action, read.owner, read.due, hand, &pack)
    })
}

/// Says, once the meeting has ended, when somebody was in the room.
pub(crate) fn amend_presence_closed(
    desk: &mut Desk,
    form: PresenceForm,
) -> Result<EndingView, Problem> {
    let seen = live_or_closed(desk, form.meeting)?;
    let stay = stay_of(&form, seen.meeting.proceedings())?;
    let (pack, on_file) = (seen.pack.clone(), seen.on_file.clone());
    let (who, hand) = (form.attendance, hand(desk)?);
    in_closed(
        desk,
        form.meeting,
        EntryKind::PresenceAmended,
        None,
        |closed| {
            closed
                .amend_presence(who, stay, hand, &pack, &on_file)
                .map(|_| ())
        },
    )
}

/// Ticks somebody off who has been told, or takes the tick back; the minutes are no other for it.
pub(crate) fn tick_told(desk: &mut Desk, form: ToldForm) -> Result<EndingView, Problem> {
    let meeting = papers::meeting(desk, form.meeting)?;
    let p = meeting.proceedings();
    let correction = p.corrections.iter().find(|c| c.id == form.correction);
    let correction = correction.ok_or(Refusal::NoSuchLine)?;
    let recipient = Recipient::from(form.recipient);
    let ticked = desk.record()?.read().told().of(form.meeting)?;
    let before = telling::tick(p, &ticked, correction, recipient);
    if !telling::is_recipient(p, correction, recipient) || before.is_some() == form.told {
        return Err(Refusal::NoSuchLine.into());
    }
    let Hand { by, at } = hand(desk)?;
    let tick = Told {
        correction: form.correction,
        recipient: before.map_or(recipient, |before| before.recipient),
        by,
        at,
    };
    let who = match tick.recipient {
        Recipient::Person(who) => who.to_string(),
        Recipient::Outside(item, nth) => format!("{item} {nth}"),
    };
    let said = if form.told { "told" } else { "not told" };
    let entry = Entry::of(EntryKind::RecipientTold)
        .with("correction", form.correction.to_string())
        .with("recipient", who)
        .with("said", said.to_owned());
    desk.write(&entry, |tables| match form.told {
        true => tables.told().tick(form.meeting, &tick),
        false => tables
            .told()
            .untick(form.meeting, tick.correction, tick.recipient),
    })?;
    view(desk, form.meeting)
}

/// One move of a meeting that has ended: the rules decide, and one entry records it, with what follows from it elsewhere: files
/// that its decisions closed or no longer close (D09), and what next month's carries.
fn in_closed(
    desk: &mut Desk,
    id: MeetingId,
    kind: EntryKind,
    about: Option<CaseId>,
    act: impl FnOnce(&mut Closed) -> Result<(), Refusal>,
) -> Result<EndingView, Problem> {
    in_closed_along(desk, id, (kind, about), None, act)
}

/// The same, where a paper goes on file under the same entry.
pub(crate) fn in_closed_along(
    desk: &mut Desk,
    id: MeetingId,
    (kind, about): (EntryKind, Option<CaseId>),
    paper: Option<&Filed>,
    act: impl FnOnce(&mut Closed) -> Result<(), Refusal>,
) -> Result<EndingView, Problem> {
    let before = papers::meeting(desk, id)?;
    let mut after = before.clone();
    act(after.closed_mut()?).map_err(|refusal| cited(desk, &refusal, before.proceedings()))?;
    let change = MeetingChange::between(Some(&before), &after);
    let files = files_that_follow(desk, before.proceedings(), after.proceedings())?;
    let following = Following::from(desk, &after, &files)?;
    let mut outside = files.before(desk)?;
    if let Some(paper) = paper {
        outside.extend(paper.before(desk)?);
    }
    let entry = Entry::of(kind).about_some(about).with_words(change.words());
    // Words that were there before are taken back and moved whatever they hold.
    let entry = match paper {
        Some(paper) => paper.entered(entry),
        None => entry,
    };
    if paper.is_some() || IN_OTHER_WORDS.contains(&kind) {
        desk.can_be_printed(&entry)?;
    }
    let entry = following.entered(files.entered(entry));
    desk.write(&entry, |tables| {
        following.before(tables)?;
        tables.meetings().apply(&change)?;
        following.after(tables)?;
        paper.map_or(Ok(()), |paper| paper.apply(tables))?;
        files.apply(tables)
    })?;
    let to_come = following.shown(desk)?;
    let last = &mut desk.open_mut()?.last;
    last.is_afterwards((kind, about), before, outside, to_come);
    view(desk, id)
}

/// By the agreement that this meeting pinned, which may not be the one in force today.
fn cited(desk: &Desk, refusal: &Refusal, p: &Proceedings) -> Problem {
    let problem = refused(refusal, p);
    match desk.pack_of(p) {
        Ok(pack) => problem.citing(&pack.clauses),
        Err(_) => problem,
    }
}

fn hand(desk: &Desk) -> Result<Hand, Problem> {
    Ok(Hand {
        by: desk.signed_in()?,
        at: desk.now(),
    })
}
