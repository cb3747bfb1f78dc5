//! What is held once its meeting has ended: made right and shared with the minutes, or said to be shared with nobody (§1.2.3).

use super::forms::{HeldForm, HeldRight, HeldRightForm, WithholdForm};
use super::left::taken_up;
use crate::along::Along;
use crate::ending::{EndingView, in_closed_along, live_or_closed, view};
use crate::faults::Faults;
use crate::live::{GoOnForm, advice, authority, case_of, choice, permission};
use crate::problem::Problem;
use crate::session::{Desk, Live};
use protocol::grounds::{Owner, Withheld};
use protocol::ids::{CaseId, ItemId, MeetingId};
use protocol::meeting::{Line, Proceedings};
use protocol::refusal::Refusal;
use protocol::sharing::{SharedItem, Standing};
use protocol::words::Words;
use record::tables::Filed;
use record::{Entry, EntryKind};

/// Puts a paper on file beside the draft and shares what waited for it and for nothing else, or shares what waits for nothing any
/// more: with whoever was in the room for its case, who have it with the minutes.
pub(crate) fn make_right_closed(
    desk: &mut Desk,
    form: HeldRightForm,
) -> Result<EndingView, Problem> {
    let id = form.meeting;
    match form.right {
        HeldRight::Release { item } => release(desk, id, item),
        HeldRight::GoOn(form) => go_on(desk, id, &form),
        HeldRight::Authority(form) => file(desk, id, EntryKind::ManagerAuthorised, |desk, seen| {
            Ok((Filed::Authority(authority(desk, seen, &form)?), None))
        }),
        HeldRight::Permission(form) => file(desk, id, EntryKind::PermissionGiven, |desk, seen| {
            let (paper, named) = permission(desk, seen, &form)?;
            Ok((Filed::Permission(paper), named))
        }),
        HeldRight::Power(form) => file(desk, id, EntryKind::PowerChosen, |desk, seen| {
            Ok((Filed::Choice(choice(desk, seen, &form)?), None))
        }),
        HeldRight::AdviceCame(form) => file(desk, id, EntryKind::AdviceGiven, |desk, seen| {
            Ok((Filed::Advice(advice(desk, seen, &form)?), None))
        }),
    }
}

fn release(desk: &mut Desk, id: MeetingId, item: ItemId) -> Result<EndingView, Problem> {
    let seen = live_or_closed(desk, id)?;
    let (pack, on_file) = (seen.pack.clone(), seen.on_file.clone());
    let p = seen.meeting.proceedings();
    let about = case_of(p, Line::Item(item));
    goes_on_here(desk, p, item)?;
    drop(seen);
    let (at, kind) = (desk.now(), EntryKind::ItemReleased);
    in_closed_along(desk, id, (kind, about), None, |closed| {
        closed.release(item, at, &pack, &on_file)
    })
}

fn go_on(desk: &mut Desk, id: MeetingId, form: &GoOnForm) -> Result<EndingView, Problem> {
    let mut faults = Faults::default();
    let because = Words::new(faults.text("because", &form.because));
    faults.none()?;
    let item = form.item.ok_or(Refusal::NoSuchLine)?;
    let seen = live_or_closed(desk, id)?;
    let on_file = seen.on_file.clone();
    let p = seen.meeting.proceedings();
    let about = case_of(p, Line::Item(item));
    goes_on_here(desk, p, item)?;
    drop(seen);
    let kind = EntryKind::CaseWentOn;
    in_closed_along(desk, id, (kind, about), None, |closed| {
        closed.go_on(item, &because, &on_file)
    })
}

/// Files a paper made of what was typed, with whose a held item is where that was left open.
fn file(
    desk: &mut Desk,
    id: MeetingId,
    kind: EntryKind,
    made: impl FnOnce(&Desk, &Live) -> Result<(Filed, Option<(ItemId, Owner)>), Problem>,
) -> Result<EndingView, Problem> {
    let seen = live_or_closed(desk, id)?;
    let (paper, named) = made(desk, &seen)?;
    let case = paper.case();
    let (pack, before) = (seen.pack.clone(), seen.on_file.clone());
    let held = held_here(desk, seen.meeting.proceedings(), case)?;
    drop(seen);
    let mut on_file = before.clone();
    paper.put(&mut on_file);
    let at = desk.now();
    in_closed_along(desk, id, (kind, case), Some(&paper), |closed| {
        let named = named.map(|(id, owner)| closed.name_owner(id, owner).map(|()| id));
        let named = named.transpose()?;
        closed.release_waiting(&held, at, &pack, (&before, &on_file));
        // Whose it is may have been all that it waited for.
        if let Some(id) = named {
            let _ = closed.release(id, at, &pack, &on_file);
        }
        Ok(())
    })
}

/// Says of a held item that it is not to be shared, before the minutes are signed or after: it stays as it is, and is listed no more.
pub(crate) fn withhold(desk: &mut Desk, form: WithholdForm) -> Result<EndingView, Problem> {
    let mut faults = Faults::default();
    let because = Words::new(faults.text("because", &form.because));
    faults.none()?;
    let (case, names) = waiting(desk, form.meeting, form.item)?;
    let seen = live_or_closed(desk, form.meeting)?;
    if seen.on_file.withheld(&names).is_some() {
        return Err(Refusal::Withheld.into());
    }
    drop(seen);
    let said = Withheld {
        item: form.item,
        case,
        by: desk.signed_in()?,
        at: desk.now(),
        because,
    };
    let paper = Filed::Withheld(said.said()?);
    let entry = paper.entered(Entry::of(EntryKind::HeldWithheld).about_some(case));
    desk.can_be_printed(&entry)?;
    desk.write(&entry, |tables| paper.apply(tables))?;
    view(desk, form.meeting)
}

/// Lets it wait again.
pub(crate) fn let_held_wait(desk: &mut Desk, form: HeldForm) -> Result<EndingView, Problem> {
    let (case, names) = waiting(desk, form.meeting, form.item)?;
    let seen = live_or_closed(desk, form.meeting)?;
    let said = seen.on_file.withheld(&names).cloned();
    drop(seen);
    let paper = Filed::Withheld(said.ok_or(Refusal::NothingToUndo)?);
    let entry = Entry::of(EntryKind::HeldWaits).about_some(case);
    desk.write(&entry, |tables| tables.on_file().drop(&paper))?;
    view(desk, form.meeting)
}

/// The case of an item that an ended meeting left held and no later one has taken up, where it is about one, with every name that it
/// has had.
fn waiting(
    desk: &Desk,
    id: MeetingId,
    item: ItemId,
) -> Result<(Option<CaseId>, Vec<ItemId>), Problem> {
    let seen = live_or_closed(desk, id)?;
    let p = seen.meeting.proceedings();
    if p.ended.is_none() {
        return Err(Refusal::WrongStage.into());
    }
    p.held_with(item)?;
    goes_on_here(desk, p, item)?;
    Ok((case_of(p, Line::Item(item)), p.names_of(item)))
}

/// What a later meeting has taken up is resolved there, and nowhere else.
fn goes_on_here(desk: &Desk, p: &Proceedings, item: ItemId) -> Result<(), Problem> {
    match taken_up(desk, p, item)? {
        Some(_) => Err(Refusal::TakenUp.into()),
        None => Ok(()),
    }
}

/// What is held of a case, or outside every case, and goes on here.
fn held_here(desk: &Desk, p: &Proceedings, case: Option<CaseId>) -> Result<Vec<ItemId>, Problem> {
    let items = p.items.iter().map(SharedItem::parts);
    let held = items.filter(|i| i.standing == Standing::Held && p.case_at(i.place) == case);
    let mut here = Vec::new();
    for item in held {
        if taken_up(desk, p, item.id)?.is_none() {
            here.push(item.id);
        }
    }
    Ok(here)
}
