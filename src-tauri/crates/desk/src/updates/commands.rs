//! Updates in writing from agencies that cannot come, taken down while the meeting is being prepared.

use super::forms::{DropUpdateForm, UpdateForm, UpdatesView};
use super::reading::{read, view};
use crate::meetings::MeetingForm;
use crate::meetings::plan::planned;
use crate::problem::Problem;
use crate::session::{Desk, refused};
use protocol::ids::{MeetingId, UpdateId};
use protocol::meeting::Planned;
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::sharing::Update;
use record::tables::MeetingChange;
use record::{Entry, EntryKind};

pub(crate) fn plan_updates(desk: &mut Desk, form: MeetingForm) -> Result<UpdatesView, Problem> {
    view(desk, form.meeting)
}

/// Keeps what an agency wrote about a case; nobody has it before the case is open.
pub(crate) fn save_update(desk: &mut Desk, form: UpdateForm) -> Result<UpdatesView, Problem> {
    let id = match form.update {
        Some(id) => id,
        None => UpdateId(desk.fresh().id()?),
    };
    let (meeting, pack) = (form.meeting, desk.pack()?);
    let update = read(&form, id, &pack)?;
    for who in update.says.left_out() {
        let known = desk.record()?.read().people().one(*who)?;
        known.ok_or(Refusal::NotOnTheRegister)?;
    }
    change(desk, meeting, EntryKind::UpdateKept, |planned, pack| {
        // One that is changed is one that is there.
        let since = match form.update {
            Some(_) => planned.proceedings().update(id)?.since,
            None => None,
        };
        planned.keep_update(Update { since, ..update }, pack)
    })
}

pub(crate) fn drop_update(desk: &mut Desk, form: DropUpdateForm) -> Result<UpdatesView, Problem> {
    change(
        desk,
        form.meeting,
        EntryKind::UpdateDropped,
        |planned, _| planned.drop_update(form.update),
    )
}

fn change(
    desk: &mut Desk,
    id: MeetingId,
    kind: EntryKind,
    act: impl FnOnce(&mut Planned, &Pack) -> Result<(), Refusal>,
) -> Result<UpdatesView, Problem> {
    let (before, pack) = (planned(desk, id)?, desk.pack()?);
    let mut after = before.clone();
    let done = after.planned_mut().and_then(|planned| act(planned, &pack));
    done.map_err(|refusal| refused(&refusal, before.proceedings()))?;
    let change = MeetingChange::between(Some(&before), &after);
    let entry = Entry::of(kind).with_words(change.words());
    desk.write(&entry, |tables| tables.meetings().apply(&change))?;
    view(desk, id)
}
