//! Updates in writing from agencies that cannot come, taken down while the meeting is being prepared and as long as it goes on.

use super::forms::{DropUpdateForm, UpdateForm, UpdateRow, UpdatesView};
use super::reading::{open_to_updates, pack_of, read, view};
use crate::ending::looked_at;
use crate::meetings::MeetingForm;
use crate::problem::Problem;
use crate::session::{Desk, refused};
use crate::undoing::{LastForm, LastOfForm, take_back, undo_last};
use protocol::ids::UpdateId;
use protocol::meeting::{Meeting, Place, Stage};
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::sharing::Update;
use record::tables::MeetingChange;
use record::{Entry, EntryKind};

pub(crate) fn plan_updates(desk: &mut Desk, form: MeetingForm) -> Result<UpdatesView, Problem> {
    let updates = view(desk, form.meeting)?;
    let meeting = open_to_updates(desk, form.meeting)?;
    let p = meeting.proceedings();
    let of = |u: &UpdateRow| p.case_at(Place::Case(u.slot));
    if let Some(viewed) = looked_at(updates.updates.iter().filter_map(of), "updates in writing") {
        desk.write(&viewed, |_| Ok(()))?;
    }
    Ok(updates)
}

/// Keeps what an agency wrote about a case, as long as it may be put to the meeting; nobody has it before the case is open.
pub(crate) fn save_update(desk: &mut Desk, form: UpdateForm) -> Result<UpdatesView, Problem> {
    let id = match form.update {
        Some(id) => id,
        None => UpdateId(desk.fresh().id()?),
    };
    let before = open_to_updates(desk, form.meeting)?;
    let pack = pack_of(desk, &before)?;
    let update = read(&form, id, &pack)?;
    for who in update.says.left_out() {
        let known = desk.record()?.read().people().one(*who)?;
        known.ok_or(Refusal::NotOnTheRegister)?;
    }
    change(desk, before, EntryKind::UpdateKept, |meeting, pack| {
        // One that is changed is one that is there.
        let since = match form.update {
            Some(_) => meeting.proceedings().update(id)?.since,
            None => None,
        };
        let update = Update { since, ..update };
        match meeting {
            Meeting::InSession(m) => m.keep_update(update, pack),
            Meeting::Adjourned(m) => m.keep_update(update, pack),
            planned => planned.planned_mut()?.keep_update(update, pack),
        }
    })
}

pub(crate) fn drop_update(desk: &mut Desk, form: DropUpdateForm) -> Result<UpdatesView, Problem> {
    let before = open_to_updates(desk, form.meeting)?;
    change(
        desk,
        before,
        EntryKind::UpdateDropped,
        |meeting, _| match meeting {
            Meeting::InSession(m) => m.drop_update(form.update),
            Meeting::Adjourned(m) => m.drop_update(form.update),
            planned => planned.planned_mut()?.drop_update(form.update),
        },
    )
}

/// Takes back what was done last with them, whether the meeting is planned, goes on or was adjourned.
pub(crate) fn undo_update(desk: &mut Desk, form: LastOfForm) -> Result<UpdatesView, Problem> {
    let now = open_to_updates(desk, form.meeting)?;
    match now.stage() {
        Stage::InSession => undo_last(desk, LastForm { last: form.last }).map(drop)?,
        _ => take_back(desk, now, form.last).map(drop)?,
    }
    view(desk, form.meeting)
}

fn change(
    desk: &mut Desk,
    before: Meeting,
    kind: EntryKind,
    act: impl FnOnce(&mut Meeting, &Pack) -> Result<(), Refusal>,
) -> Result<UpdatesView, Problem> {
    let id = before.proceedings().id;
    if let Meeting::InSession(_) = before {
        desk.in_meeting(kind, |mut meeting, moment| {
            act(&mut meeting, moment.pack)?;
            Ok(meeting)
        })?;
        return view(desk, id);
    }
    let pack = pack_of(desk, &before)?;
    let mut after = before.clone();
    act(&mut after, &pack).map_err(|refusal| refused(&refusal, before.proceedings()))?;
    let change = MeetingChange::between(Some(&before), &after);
    let entry = Entry::of(kind).with_words(change.words());
    desk.can_be_printed(&entry)?;
    desk.write(&entry, |tables| tables.meetings().apply(&change))?;
    desk.open_mut()?.last.is_planned(kind, before);
    view(desk, id)
}
