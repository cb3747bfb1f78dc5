//! Making right in place: a paper goes on file, the line is weighed anew, and what waited for it is released, all under one entry.

use super::line_rows::Wording;
use super::proposing::weighed;
use super::reading::view;
use super::right_forms::{
    AdviceForm, AskAdviceForm, AuthoriseForm, ChoosePowerForm, GoOnForm, HeardForm, RightFor,
};
use super::rights::{addressees, by_authority, by_power};
use super::views::MeetingView;

use crate::faults::Faults;
use crate::problem::Problem;
use crate::session::{Desk, Live};
use protocol::grounds::{
    AdviceOutcome, Authority, AuthorityParts, ChairChoice, ChairChoiceParts, Grantor, LegalAdvice,
    Owner, Scope, Several,
};
use protocol::ids::{AdviceId, AuthorityId, CaseId, ChoiceId, ItemId, PowerKey, RoleKey};
use protocol::meeting::{InSession, Line, Place};
use protocol::refusal::Refusal;
use protocol::sharing::{Assessment, Standing};
use protocol::trade::At;
use protocol::words::Words;
use record::EntryKind;
use record::tables::Filed;

/// What is being made right: the item weighed, and the case that it is about.
pub(super) struct Matter {
    pub assessment: Assessment,
    pub case: CaseId,
}

pub(super) fn matter(live: &Live, of: &RightFor, at: At) -> Result<Matter, Problem> {
    let assessment = weighed(live, of, at)?;
    let p = live.meeting.proceedings();
    let case = p
        .case_at(assessment.parts().place)
        .ok_or(Refusal::NoCaseOpen)?;
    Ok(Matter { assessment, case })
}

/// Records a manager's authority; the wrong role is refused with its clause (§4.3 DIP).
pub(crate) fn authorise(desk: &mut Desk, form: AuthoriseForm) -> Result<MeetingView, Problem> {
    let authority = authority(desk, desk.live()?, &form)?;
    file(
        desk,
        EntryKind::ManagerAuthorised,
        Filed::Authority(authority),
    )
}

/// A manager's authority as it was typed, for a meeting that goes on or has ended.
pub(crate) fn authority(
    desk: &Desk,
    live: &Live,
    form: &AuthoriseForm,
) -> Result<Authority, Problem> {
    let mut faults = Faults::default();
    let name = faults.text("name", &form.name);
    let what = faults.text("what", &form.what);
    if form.role.trim().is_empty() {
        faults.code("role", "missing");
    }
    faults.none()?;
    let matter = matter(live, &form.of, desk.now())?;
    let parts = matter.assessment.parts();
    let to = addressees(&matter.assessment, &Wording::of(live), by_authority);
    let role = RoleKey::new(form.role.trim());
    let own_service = live.pack.role(&role).is_some_and(|role| role.own_service);
    // Whose manager it is: of the service that holds it, which is not the one that shares what it has from another.
    let holder = parts.source.holder(&parts.team);
    let service = live.pack.organisation_of(holder);
    let authority = AuthorityParts {
        id: AuthorityId(desk.fresh().id()?),
        case: matter.case,
        scope: Scope::of([parts.kind.clone()], to, [parts.purpose.clone()])?,
        what: Words::new(what),
        by: Grantor {
            name: Words::new(name),
            role,
            organisation: service.filter(|_| own_service).map(|o| o.key.clone()),
        },
        at: desk.now(),
        meeting: live.meeting.proceedings().id,
        withdrawn: None,
    };
    Ok(Authority::given(authority, holder, &live.pack)?)
}

/// The chair's choice of another power, for those whom the usual one does not reach.
pub(crate) fn choose_power(desk: &mut Desk, form: ChoosePowerForm) -> Result<MeetingView, Problem> {
    let choice = choice(desk, desk.live()?, &form)?;
    file(desk, EntryKind::PowerChosen, Filed::Choice(choice))
}

/// A choice of another power as it was typed, for a meeting that goes on or has ended.
pub(crate) fn choice(
    desk: &Desk,
    live: &Live,
    form: &ChoosePowerForm,
) -> Result<ChairChoice, Problem> {
    let mut faults = Faults::default();
    let because = faults.text("because", &form.because);
    if form.power.trim().is_empty() {
        faults.code("power", "missing");
    }
    faults.none()?;
    let matter = matter(live, &form.of, desk.now())?;
    let id = ChoiceId(desk.fresh().id()?);
    let parts = matter.assessment.parts();
    let p = live.meeting.proceedings();
    let to = addressees(&matter.assessment, &Wording::of(live), by_power);
    // Beside the draft it is the choice of whoever chaired at the close, and will sign.
    let chair = live
        .meeting
        .chaired_by()
        .or(p.chair().map(|chair| chair.id));
    let choice = ChairChoiceParts {
        id,
        case: matter.case,
        meeting: p.id,
        kinds: Several::one(parts.kind.clone()),
        recipients: Several::of(to).ok_or(Refusal::ScopeNamesNothing)?,
        power: PowerKey::new(form.power.trim()),
        regime: form.regime.map(Into::into),
        because: Words::new(because),
        chosen_by: chair.ok_or(Refusal::NobodyChairs)?,
        at: desk.now(),
        withdrawn: None,
    };
    Ok(ChairChoice::made(choice, &live.pack)?)
}

/// Holds the item until legal advice has come, and says of whom it is asked (§1.2.3).
pub(crate) fn ask_advice(desk: &mut Desk, form: AskAdviceForm) -> Result<MeetingView, Problem> {
    let mut faults = Faults::default();
    let asked_of = faults.text("asked_of", &form.asked_of);
    let question = faults.text("question", &form.question);
    faults.none()?;
    let matter = matter(desk.live()?, &form.of, desk.now())?;
    // Of several cases discussed together it is asked about the line under this one; what comes of it counts for all.
    let p = desk.live()?.meeting.proceedings();
    let (item, place) = match form.of.item {
        Some(item) => (item, p.place_of(Line::Item(item))),
        None => (ItemId(desk.fresh().id()?), Some(p.place)),
    };
    let case = place.and_then(|place| p.case_at(place));
    let case = case.ok_or(Refusal::NoCaseOpen)?;
    let paper = Filed::Advice(LegalAdvice {
        id: AdviceId(desk.fresh().id()?),
        case,
        item,
        asked_of: Words::new(asked_of),
        asked_at: desk.now(),
        question: Words::new(question),
        outcome: None,
    });
    let mut proposal = matter.assessment.parts().proposal();
    proposal.for_advice = true;
    let fresh = form.of.item.is_none();
    desk.in_meeting_along(
        EntryKind::AdviceAsked,
        Some(case),
        Some(&paper),
        |mut meeting, moment| {
            let session = meeting.in_session_mut()?;
            if fresh {
                session.record_item(proposal, item, moment.at, moment.pack, moment.on_file)?;
            }
            Ok(meeting)
        },
    )?;
    view(desk)
}

/// What the advice was: where it may be shared, what waited for it is shared now.
pub(crate) fn give_advice(desk: &mut Desk, form: AdviceForm) -> Result<MeetingView, Problem> {
    let advice = advice(desk, desk.live()?, &form)?;
    file(desk, EntryKind::AdviceGiven, Filed::Advice(advice))
}

/// What was asked about a held item, with what the advice was; the meeting goes on or has ended.
pub(crate) fn advice(desk: &Desk, live: &Live, form: &AdviceForm) -> Result<LegalAdvice, Problem> {
    let mut faults = Faults::default();
    let advice = faults.text("advice", &form.advice);
    let given_by = faults.text("given_by", &form.given_by);
    faults.none()?;
    let names = live.meeting.proceedings().names_of(form.item);
    let mut asked = live.on_file.advice.iter().rev();
    let asked = asked.find(|advice| names.contains(&advice.item));
    let mut asked = asked.cloned().ok_or(Refusal::NoSuchLine)?;
    asked.outcome = Some(AdviceOutcome {
        at: desk.now(),
        may_be_shared: form.may_be_shared,
        advice: Words::new(advice),
        given_by: Words::new(given_by),
    });
    Ok(asked)
}

/// Records what the room has heard without a ground: in the chair's copy only, and as an incident.
pub(crate) fn record_heard(desk: &mut Desk, form: HeardForm) -> Result<MeetingView, Problem> {
    let mut faults = Faults::default();
    let chair_did = Words::new(faults.text("chair_did", &form.chair_did));
    faults.none()?;
    let live = desk.live()?;
    let p = live.meeting.proceedings();
    let (parts, held) = match form.of.item {
        // Who heard it is known since it was recorded, and is not asked of the room as it is now.
        Some(id) => (p.held_with(id)?.first().copied().cloned(), Some(id)),
        None => (
            Some(weighed(live, &form.of, desk.now())?.parts().clone()),
            None,
        ),
    };
    let parts = parts.ok_or(Refusal::NoSuchLine)?;
    let (about, proposal) = (p.case_at(parts.place), parts.proposal());
    desk.in_meeting_about(EntryKind::ItemHeard, about, |mut meeting, m| {
        let session = meeting.in_session_mut()?;
        match held {
            Some(id) => session.was_heard(id, chair_did)?,
            None => {
                let id = ItemId(m.fresh);
                session.record_heard(proposal, chair_did, id, m.at, m.pack, m.on_file)?;
            }
        }
        Ok(meeting)
    })?;
    view(desk)
}

/// Why the chair goes on with a case that was flagged while it is open, or with the one of a held item (§4.3 MAPPA).
pub(crate) fn go_on(desk: &mut Desk, form: GoOnForm) -> Result<MeetingView, Problem> {
    let mut faults = Faults::default();
    let because = Words::new(faults.text("because", &form.because));
    faults.none()?;
    let p = desk.live()?.meeting.proceedings();
    let place = form
        .item
        .map_or(Some(p.place), |item| p.place_of(Line::Item(item)));
    let about = place.and_then(|place| p.case_at(place));
    desk.in_meeting_about(EntryKind::CaseWentOn, about, |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        session.go_on(form.item, &because, moment.on_file)?;
        Ok(meeting)
    })?;
    view(desk)
}

/// Files a paper, and shares what waited for it and for nothing else, under the one entry.
fn file(desk: &mut Desk, kind: EntryKind, paper: Filed) -> Result<MeetingView, Problem> {
    file_naming(desk, kind, paper, None)
}

/// The same, with the owner of a held item that had left open whose it is.
pub(super) fn file_naming(
    desk: &mut Desk,
    kind: EntryKind,
    paper: Filed,
    named: Option<(ItemId, Owner)>,
) -> Result<MeetingView, Problem> {
    let case = paper.case();
    let before = desk.live()?.on_file.clone();
    let mut on_file = before.clone();
    paper.put(&mut on_file);
    desk.in_meeting_along(kind, case, Some(&paper), |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        let waiting = held(session, case);
        let named = named.map(|(id, owner)| session.name_owner(id, owner).map(|()| id));
        let named = named.transpose()?;
        session.release_waiting(&waiting, moment.at, moment.pack, (&before, &on_file))?;
        // Whose it is may have been all that it waited for.
        if let Some(id) = named {
            let _ = session.release(id, moment.at, moment.pack, &on_file);
        }
        Ok(meeting)
    })?;
    view(desk)
}

/// The held items of a case, or outside every case.
fn held(session: &InSession, case: Option<CaseId>) -> Vec<ItemId> {
    let p = session.proceedings();
    let of_case = |place: Place| p.case_at(place) == case;
    let items = p.items.iter().map(|item| item.parts());
    let held = items.filter(|item| item.standing == Standing::Held && of_case(item.place));
    held.map(|item| item.id).collect()
}
