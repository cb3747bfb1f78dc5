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
use crate::session::Desk;
use protocol::grounds::{
    AdviceOutcome, Authority, AuthorityParts, ChairChoice, ChairChoiceParts, Grantor, LegalAdvice,
    Owner, Scope, Several,
};
use protocol::ids::{AdviceId, AuthorityId, CaseId, ChoiceId, ItemId, PowerKey, RoleKey};
use protocol::meeting::{InSession, Line, Place};
use protocol::refusal::Refusal;
use protocol::sharing::{Assessment, Standing};
use protocol::words::Words;
use record::EntryKind;
use record::tables::Filed;

/// What is being made right: the item weighed, and the case that it is about.
pub(super) struct Matter {
    pub assessment: Assessment,
    pub case: CaseId,
}

pub(super) fn matter(desk: &Desk, of: &RightFor) -> Result<Matter, Problem> {
    let live = desk.live()?;
    let assessment = weighed(live, of, desk.now())?;
    let p = live.meeting.proceedings();
    let case = p
        .case_at(assessment.parts().place)
        .ok_or(Refusal::NoCaseOpen)?;
    Ok(Matter { assessment, case })
}

/// Records a manager's authority; the wrong role is refused with its clause (§4.3 DIP).
pub(crate) fn authorise(desk: &mut Desk, form: AuthoriseForm) -> Result<MeetingView, Problem> {
    let mut faults = Faults::default();
    let name = faults.text("name", &form.name);
    let what = faults.text("what", &form.what);
    if form.role.trim().is_empty() {
        faults.code("role", "missing");
    }
    faults.none()?;
    let matter = matter(desk, &form.of)?;
    let id = AuthorityId(desk.fresh().id()?);
    let live = desk.live()?;
    let parts = matter.assessment.parts();
    let to = addressees(&matter.assessment, &Wording::of(live), by_authority);
    let role = RoleKey::new(form.role.trim());
    let own_service = live.pack.role(&role).is_some_and(|role| role.own_service);
    // Whose manager it is: of the service that holds it, which is not the one that shares what it has from another.
    let holder = parts.source.holder(&parts.team);
    let service = live.pack.organisation_of(holder);
    let authority = AuthorityParts {
        id,
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
    let authority = Authority::given(authority, holder, &live.pack)?;
    file(
        desk,
        EntryKind::ManagerAuthorised,
        Filed::Authority(authority),
    )
}

/// The chair's choice of another power, for those whom the usual one does not reach.
pub(crate) fn choose_power(desk: &mut Desk, form: ChoosePowerForm) -> Result<MeetingView, Problem> {
    let mut faults = Faults::default();
    let because = faults.text("because", &form.because);
    if form.power.trim().is_empty() {
        faults.code("power", "missing");
    }
    faults.none()?;
    let matter = matter(desk, &form.of)?;
    let id = ChoiceId(desk.fresh().id()?);
    let live = desk.live()?;
    let parts = matter.assessment.parts();
    let p = live.meeting.proceedings();
    let to = addressees(&matter.assessment, &Wording::of(live), by_power);
    let choice = ChairChoiceParts {
        id,
        case: matter.case,
        meeting: p.id,
        kinds: Several::one(parts.kind.clone()),
        recipients: Several::of(to).ok_or(Refusal::ScopeNamesNothing)?,
        power: PowerKey::new(form.power.trim()),
        regime: form.regime.map(Into::into),
        because: Words::new(because),
        chosen_by: p.chair().ok_or(Refusal::NobodyChairs)?.id,
        at: desk.now(),
        undone: None,
    };
    let choice = ChairChoice::made(choice, &live.pack)?;
    file(desk, EntryKind::PowerChosen, Filed::Choice(choice))
}

/// Holds the item until legal advice has come, and says of whom it is asked (§1.2.3).
pub(crate) fn ask_advice(desk: &mut Desk, form: AskAdviceForm) -> Result<MeetingView, Problem> {
    let mut faults = Faults::default();
    let asked_of = faults.text("asked_of", &form.asked_of);
    let question = faults.text("question", &form.question);
    faults.none()?;
    let mut matter = matter(desk, &form.of)?;
    let item = match form.of.item {
        Some(item) => item,
        None => {
            // Of several cases discussed together the advice is asked for the open one's line.
            let p = desk.live()?.meeting.proceedings();
            matter.case = p.case_at(p.place).ok_or(Refusal::NoCaseOpen)?;
            ItemId(desk.fresh().id()?)
        }
    };
    let paper = Filed::Advice(LegalAdvice {
        id: AdviceId(desk.fresh().id()?),
        case: matter.case,
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
        Some(matter.case),
        Some(&paper),
        |mut meeting, moment| {
            let session = meeting.in_session_mut()?;
            if fresh {
                session.say(item.0, |session, id| {
                    let (proposal, id) = (proposal.clone(), ItemId(id));
                    session.record_item(proposal, id, moment.at, moment.pack, moment.on_file)?;
                    Ok(vec![Line::Item(id)])
                })?;
            }
            Ok(meeting)
        },
    )?;
    view(desk)
}

/// What the advice was: where it may be shared, what waited for it is shared now.
pub(crate) fn give_advice(desk: &mut Desk, form: AdviceForm) -> Result<MeetingView, Problem> {
    let mut faults = Faults::default();
    let advice = faults.text("advice", &form.advice);
    let given_by = faults.text("given_by", &form.given_by);
    faults.none()?;
    let asked = desk.live()?.on_file.advice.iter();
    let mut asked = asked
        .rev()
        .find(|advice| advice.item == form.item)
        .cloned()
        .ok_or(Refusal::NoSuchLine)?;
    asked.outcome = Some(AdviceOutcome {
        at: desk.now(),
        may_be_shared: form.may_be_shared,
        advice: Words::new(advice),
        given_by: Words::new(given_by),
    });
    file(desk, EntryKind::AdviceGiven, Filed::Advice(asked))
}

/// Records what the room has heard without a ground: in the chair's copy only, and as an incident.
pub(crate) fn record_heard(desk: &mut Desk, form: HeardForm) -> Result<MeetingView, Problem> {
    let mut faults = Faults::default();
    let chair_did = Words::new(faults.text("chair_did", &form.chair_did));
    faults.none()?;
    let live = desk.live()?;
    let parts = weighed(live, &form.of, desk.now())?.parts().clone();
    let about = live.meeting.proceedings().case_at(parts.place);
    let (proposal, held) = (parts.proposal(), form.of.item);
    desk.in_meeting_about(EntryKind::ItemHeard, about, |mut meeting, m| {
        let session = meeting.in_session_mut()?;
        match held {
            Some(id) => session.was_heard(id, chair_did, m.at, m.pack, m.on_file)?,
            None => {
                session.hear(&proposal, &chair_did, m.fresh, m.at, m.pack, m.on_file)?;
            }
        }
        Ok(meeting)
    })?;
    view(desk)
}

/// Why the chair goes on with a case that was flagged while it is open (§4.3 MAPPA).
pub(crate) fn go_on(desk: &mut Desk, form: GoOnForm) -> Result<MeetingView, Problem> {
    let mut faults = Faults::default();
    let because = Words::new(faults.text("because", &form.because));
    faults.none()?;
    let p = desk.live()?.meeting.proceedings();
    let about = p.case_at(p.place);
    desk.in_meeting_about(EntryKind::CaseWentOn, about, |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        session.go_on(because, moment.on_file)?;
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
    let mut on_file = desk.live()?.on_file.clone();
    paper.put(&mut on_file);
    desk.in_meeting_along(kind, Some(case), Some(&paper), |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        if let Some((id, owner)) = named {
            session.name_owner(id, owner)?;
        }
        for id in held(session, case) {
            // What still waits for something else stays held, and says for what.
            let _ = session.release(id, moment.at, moment.pack, &on_file);
        }
        Ok(meeting)
    })?;
    view(desk)
}

/// The held items of a case.
fn held(session: &InSession, case: CaseId) -> Vec<ItemId> {
    let p = session.proceedings();
    let of_case = |place: Place| p.case_at(place) == Some(case);
    let items = p.items.iter().map(|item| item.parts());
    let held = items.filter(|item| item.standing == Standing::Held && of_case(item.place));
    held.map(|item| item.id).collect()
}
