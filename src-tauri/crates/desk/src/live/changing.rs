//! The agenda as it changes in mid-meeting: cases come, go to another forum, and are discussed together.

use super::business::case_of;
use super::changing_forms::{
    JoinForm, ReferHereForm, ReferOnForm, ReferableView, SlotForm, TakeOffForm,
};
use super::forms::OpenCaseForm;
use super::opening::some_words;
use super::reading::view;
use super::views::MeetingView;
use crate::along::{Along, Gone};
use crate::cases::CaseChange;
use crate::meetings::open_cases_besides;
use crate::problem::Problem;
use crate::session::{Desk, Moment};
use crate::sign_in::Nothing;
use protocol::cases::Case;
use protocol::ids::{CaseId, DecisionId, SlotId};
use protocol::meeting::{Forum, Hand, InSession, budget};
use protocol::refusal::Refusal;
use protocol::trade::Tier;
use protocol::words::Words;
use record::EntryKind;

/// What could be put on the agenda now.
pub(crate) fn referable(desk: &mut Desk, _: Nothing) -> Result<ReferableView, Problem> {
    let cases = desk.record()?.read().cases().all()?;
    let (pack, p) = (desk.pack()?, desk.live()?.meeting.proceedings());
    Ok(ReferableView {
        next_reference: crate::cases::next_reference(&cases, p.kind, &pack),
        cases: open_cases_besides(p, &cases),
    })
}

/// Puts a case on the agenda, a new one into the register as well and a closed one among the open ones, under one entry.
pub(crate) fn refer_here(desk: &mut Desk, form: ReferHereForm) -> Result<MeetingView, Problem> {
    let (case, changed) = match form.case {
        Some(id) => file_for_here(desk, id)?,
        None => (crate::cases::new_case(desk, &form)?, true),
    };
    let change = changed.then(|| CaseChange::to(case.clone(), desk));
    let change = change.transpose()?;
    let tier: Tier = form.tier.into();
    let (about, heading, planned) = (case.id, case.heading(), (tier, budget(tier)));
    let along = change.as_ref().map(|change| change as &dyn Along);
    by_hand(
        desk,
        EntryKind::CaseReferredHere,
        (about, along),
        |m, fresh, hand| m.add_case(SlotId(fresh), heading, planned, hand),
    )
}

/// Takes a case off the agenda that was put there by mistake; a file that was opened for it goes too, where nothing leans on it.
pub(crate) fn take_referral_back(desk: &mut Desk, form: SlotForm) -> Result<MeetingView, Problem> {
    let about = case_of(desk, form.slot)?.ok_or(Refusal::NotOnTheAgenda)?;
    let opened = opened_by_the_referral(desk, about)?.map(Gone);
    let along = opened.as_ref().map(|file| file as &dyn Along);
    by_hand(
        desk,
        EntryKind::CaseReferralUndone,
        (about, along),
        |m, _, hand| m.take_back_added(form.slot, hand.at),
    )
}

/// What is entered about a case without anything of its file being another afterwards; what an undo puts back was entered before it.
const FILE_AS_IT_CAME: &[EntryKind] = &[
    EntryKind::CaseReferredHere,
    EntryKind::CaseReferralUndone,
    EntryKind::CaseOpened,
    EntryKind::CaseViewed,
    EntryKind::MoveUndone,
];

/// The file of a case that came into the register with its referral, where nothing has been done with it since.
fn opened_by_the_referral(desk: &Desk, id: CaseId) -> Result<Option<Case>, Problem> {
    let (reading, here) = (desk.record()?.read(), desk.live()?.meeting.proceedings().id);
    let mut kinds = Vec::new();
    for body in reading.journal().bodies_about(id)? {
        kinds.extend(reading.journal().one(body.seq)?.map(|entry| entry.kind));
    }
    let came = kinds.first() == Some(&EntryKind::CaseReferredHere);
    let as_it_came = came && kinds.iter().all(|kind| FILE_AS_IT_CAME.contains(kind));
    match as_it_came && reading.cases().leant_on(id, Some(here))?.is_none() {
        true => Ok(reading.cases().one(id)?),
        false => Ok(None),
    }
}

/// A case of the register and of this kind of meeting, and whether its file had been closed: whoever is referred again has it opened
/// again.
fn file_for_here(desk: &Desk, id: CaseId) -> Result<(Case, bool), Problem> {
    let case = desk.record()?.read().cases().one(id)?;
    let kind = desk.live()?.meeting.proceedings().kind;
    let merged = crate::cases::is_merged(desk, id)?;
    let case = case.filter(|case| case.meeting == kind && !merged);
    let mut case = case.ok_or_else(|| Problem::field("case", "not_for_this_meeting"))?;
    let closed = case.closed.take().is_some();
    Ok((case, closed))
}

/// Refers a case to another forum; its file is flagged with the protocol that governs it (§4.3 MAPPA).
pub(crate) fn refer_on(desk: &mut Desk, form: ReferOnForm) -> Result<MeetingView, Problem> {
    let forum = Forum::from(form.forum);
    let mut file = file_of(desk, form.slot)?;
    let flagged = std::mem::replace(file.flags.of(forum), true);
    let about = file.id;
    let change = CaseChange::to(file, desk)?;
    let reason = Words::new(form.reason.trim());
    by_hand(
        desk,
        EntryKind::CaseReferredOn,
        (about, Some(&change)),
        |m, fresh, hand| m.refer_case(form.slot, (forum, flagged), reason, DecisionId(fresh), hand),
    )
}

/// Takes a case off the cohort or the caseload; its file is closed, and its retention period begins.
pub(crate) fn take_off(desk: &mut Desk, form: TakeOffForm) -> Result<MeetingView, Problem> {
    let mut file = file_of(desk, form.slot)?;
    file.closed = file
        .closed
        .or(Some(desk.live()?.meeting.proceedings().date));
    let about = file.id;
    let change = CaseChange::to(file, desk)?;
    let reason = Words::new(form.reason.trim());
    by_hand(
        desk,
        EntryKind::CaseTakenOff,
        (about, Some(&change)),
        |m, fresh, hand| m.take_off_case(form.slot, reason, DecisionId(fresh), hand),
    )
}

/// Opens a case again: its file too, where this meeting had closed it, without the flag of a referral that was a slip.
pub(super) fn reopen(desk: &mut Desk, form: OpenCaseForm) -> Result<MeetingView, Problem> {
    let p = desk.live()?.meeting.proceedings();
    let (closed, slip) = (
        p.closed_the_file(form.slot),
        p.was_referred_by_a_slip(form.slot),
    );
    let mut file = file_of(desk, form.slot)?;
    let about = file.id;
    if closed {
        file.closed = None;
    }
    if let Some(forum) = slip {
        *file.flags.of(forum) = false;
    }
    let changed = closed || slip.is_some();
    let change = changed.then(|| CaseChange::to(file, desk)).transpose()?;
    let along = change.as_ref().map(|change| change as &dyn Along);
    let because = some_words(&form.because);
    let on_file = desk.live()?.on_file.clone();
    by_hand(
        desk,
        EntryKind::CaseReopened,
        (about, along),
        |m, _, hand| {
            m.take_up_flags(form.slot, &on_file)?;
            m.reopen_case(form.slot, because, hand)
        },
    )
}

/// Discusses a case together with the open one (`0024`).
pub(crate) fn join_case(desk: &mut Desk, form: JoinForm) -> Result<MeetingView, Problem> {
    let about = file_of(desk, form.slot)?.id;
    let because = some_words(&form.because);
    let on_file = desk.live()?.on_file.clone();
    by_hand(desk, EntryKind::CaseJoined, (about, None), |m, _, hand| {
        m.take_up_flags(form.slot, &on_file)?;
        m.join_case(form.slot, because, hand)
    })
}

/// Discusses a case by itself again.
pub(crate) fn part_case(desk: &mut Desk, form: SlotForm) -> Result<MeetingView, Problem> {
    let about = file_of(desk, form.slot)?.id;
    by_hand(desk, EntryKind::CaseParted, (about, None), |m, _, hand| {
        m.part_case(form.slot, hand)
    })
}

/// The file of a case on the agenda.
fn file_of(desk: &Desk, slot: SlotId) -> Result<Case, Problem> {
    let id = case_of(desk, slot)?.ok_or(Refusal::NotOnTheAgenda)?;
    let case = desk.record()?.read().cases().one(id)?;
    case.ok_or_else(|| Problem::field("case", "no_such_case"))
}

fn by_hand(
    desk: &mut Desk,
    kind: EntryKind,
    (about, along): (CaseId, Option<&dyn Along>),
    how: impl FnOnce(&mut InSession, uuid::Uuid, Hand) -> Result<(), Refusal>,
) -> Result<MeetingView, Problem> {
    let by = desk.signed_in()?;
    let act = |mut meeting: protocol::meeting::Meeting, moment: &Moment<'_>| {
        how(meeting.in_session_mut()?, moment.fresh, moment.hand(&by))?;
        Ok(meeting)
    };
    desk.in_meeting_along(kind, Some(about), along, act)?;
    view(desk)
}
