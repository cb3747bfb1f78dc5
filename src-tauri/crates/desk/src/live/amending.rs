//! Presence noticed late, and an acceptance that somebody else had given.

use super::amending_forms::{AffectedRow, HeardView, PresenceForm, PresenceView};
use super::forms::AttendanceForm;
use super::line_rows::{Wording, clock};
use super::reading::view;
use super::stays::{reference, typed};
use super::views::MeetingView;
use crate::problem::Problem;
use crate::session::{Desk, Live, refused};
use protocol::meeting::{Heard, LineChange, Meeting, Proceedings, Stage, Stay};
use protocol::refusal::Refusal;
use record::EntryKind;

/// The lines that would have other recipients; nothing is changed.
pub(crate) fn weigh_presence(desk: &mut Desk, form: PresenceForm) -> Result<PresenceView, Problem> {
    let live = crate::ending::live_or_closed(desk, form.meeting)?;
    let p = live.meeting.proceedings();
    let stay = stay_of(&form, p)?;
    let hand = protocol::meeting::Hand {
        by: String::new(),
        at: desk.now(),
    };
    let who = form.attendance;
    let lines = match live.meeting.clone() {
        Meeting::InSession(mut m) => m.amend_presence(who, stay, hand, &live.pack, &live.on_file),
        Meeting::Closed(mut m) => m.amend_presence(who, stay, hand, &live.pack, &live.on_file),
        _ => Err(Refusal::WrongStage),
    };
    let lines = lines.map_err(|refusal| refused(&refusal, p))?;
    Ok(PresenceView {
        lines: affected(&live, &lines),
    })
}

/// Says when somebody was in the room; the trace keeps what was said before.
pub(crate) fn amend_presence(desk: &mut Desk, form: PresenceForm) -> Result<MeetingView, Problem> {
    let stay = stay_of(&form, desk.live()?.meeting.proceedings())?;
    let by = desk.signed_in()?;
    desk.in_meeting(EntryKind::PresenceAmended, |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        session.amend_presence(
            form.attendance,
            stay,
            moment.hand(&by),
            moment.pack,
            moment.on_file,
        )?;
        Ok(meeting)
    })?;
    view(desk)
}

/// Takes back an acceptance that somebody else had given.
pub(crate) fn undo_acceptance(
    desk: &mut Desk,
    form: AttendanceForm,
) -> Result<MeetingView, Problem> {
    let by = desk.signed_in()?;
    desk.in_meeting(EntryKind::AcceptanceUndone, |mut meeting, moment| {
        let hand = moment.hand(&by);
        match meeting.stage() {
            Stage::Gathering => {
                meeting
                    .gathering_mut()?
                    .undo_acceptance(form.attendance, hand, moment.pack)?
            }
            _ => meeting
                .in_session_mut()?
                .undo_acceptance(form.attendance, hand, moment.pack)?,
        }
        Ok(meeting)
    })?;
    view(desk)
}

/// The times of a form; those that read as before are the moments that they were.
pub(crate) fn stay_of(form: &PresenceForm, p: &Proceedings) -> Result<Stay, Problem> {
    let was = Stay::of(p.attendance(form.attendance)?);
    typed(form, p, &was)
}

/// Lines whose recipients are others, without their words.
fn affected(live: &Live, changes: &[LineChange]) -> Vec<AffectedRow> {
    let (p, wording) = (live.meeting.proceedings(), Wording::of(live));
    let row = |change: &LineChange| {
        let item = p.items.iter().map(|i| i.parts());
        let item = item.into_iter().find(|i| i.id == change.item)?;
        let (heard, clause) = match &change.heard {
            Heard::Received => (HeardView::Received, None),
            Heard::Not => (HeardView::Not, None),
            Heard::Overheard { clause } => (HeardView::Overheard, Some(clause.clone())),
        };
        Some(AffectedRow {
            at: clock(item.at),
            agency: wording.team(&item.team),
            kind: wording.kind(&item.kind),
            case: reference(p, item.place),
            heard,
            clause,
        })
    };
    changes.iter().filter_map(row).collect()
}
