//! The capture line: weighed at each keystroke, kept against a power cut, recorded on Enter.

use super::forms::ItemForm;
use super::forms::LineForm;
use super::half_typed::left_by_the_line;
use super::no_action::is_no_action;
use super::proposing::{proposal, understand};
use super::reading::view;
use super::views::MeetingView;
use super::weigh_views::WeighView;
use super::weighing::{self, weigh};
use crate::problem::Problem;
use crate::session::{Desk, Moment};
use protocol::capture::Understood;
use protocol::ids::{ActionId, AttendanceId, DecisionId, ItemId, TeamKey};
use protocol::meeting::{InSession, Line, Proceedings};
use protocol::refusal::Refusal;
use protocol::sharing::{ActionOwner, SilenceKind};
use protocol::trade::At;
use record::EntryKind;
use uuid::Uuid;

pub(crate) fn weigh_line(desk: &mut Desk, form: LineForm) -> Result<WeighView, Problem> {
    Ok(weigh(desk.live()?, &form.line, desk.now()))
}

/// A held item weighed anew, for whoever looks at it.
pub(crate) fn weigh_held(desk: &mut Desk, form: ItemForm) -> Result<WeighView, Problem> {
    let live = desk.live()?;
    Ok(weighing::weigh_held(live, form.item, desk.now())?)
}

/// Records what the line says, in one entry: on disk before the tick shows.
pub(crate) fn record_line(desk: &mut Desk, form: LineForm) -> Result<MeetingView, Problem> {
    let live = desk.live()?;
    let p = live.meeting.proceedings();
    let understood = understand(p, &live.pack, &form.line).understood;
    let kind = kind_of(&understood)?;
    let about = p.case_at(p.place);
    let proposal = proposal(p, &live.pack, &understood);
    let entered = left_by_the_line(desk, p.id)?;
    desk.in_meeting_along(kind, about, Some(&entered), |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        match proposal {
            Some(proposal) => {
                let (id, at) = (ItemId(moment.fresh), moment.at);
                session.record_item(proposal, id, at, moment.pack, moment.on_file)?;
            }
            None => session.say(moment.fresh, |session, id| {
                recorded(session, id, &understood, moment)
            })?,
        }
        Ok(meeting)
    })?;
    view(desk)
}

pub(super) fn kind_of(understood: &Understood) -> Result<EntryKind, Problem> {
    Ok(match understood {
        Understood::Item { .. } => EntryKind::ItemRecorded,
        Understood::Action { team: Some(_), .. } => EntryKind::ActionRecorded,
        Understood::Decision { .. } => EntryKind::DecisionRecorded,
        Understood::Dissent { .. } => EntryKind::DissentRecorded,
        Understood::NilReturn { .. } | Understood::Declined { .. } => EntryKind::SilenceRecorded,
        Understood::Action { team: None, .. } => {
            return Err(Problem::field("line", "want_agency"));
        }
        Understood::Empty => return Err(Refusal::NothingWritten.into()),
        Understood::Unfinished { .. } => return Err(Problem::field("line", "unfinished")),
    })
}

/// Whose an action is: its agency's, and in it somebody's, as they are called beside it.
pub(super) fn owner(p: &Proceedings, team: &TeamKey, who: Option<AttendanceId>) -> ActionOwner {
    let who = who.and_then(|who| p.attendance(who).ok());
    ActionOwner {
        team: team.clone(),
        person: who.map(|a| p.callings().beside_agency(a.id)),
    }
}

/// Records whatever is no item of one case; the lines that it made there.
fn recorded(
    session: &mut InSession,
    id: Uuid,
    understood: &Understood,
    moment: &Moment<'_>,
) -> Result<Vec<Line>, Refusal> {
    let (at, pack) = (moment.at, moment.pack);
    Ok(match understood {
        Understood::Action {
            team: Some(team),
            person,
            words,
            due,
            strand,
        } => {
            let owner = owner(session.proceedings(), team, *person);
            session.record_action(ActionId(id), owner, words.clone(), *due, *strand, at, pack)?;
            vec![Line::Action(ActionId(id))]
        }
        Understood::Decision {
            kind,
            words,
            rationale,
        } => {
            let no_action = is_no_action(words);
            let (words, rationale) = (words.clone(), rationale.clone());
            session.record_decision(DecisionId(id), *kind, words, rationale, no_action, at)?;
            vec![Line::Decision(DecisionId(id))]
        }
        Understood::Dissent { team, words } => {
            session.record_dissent(team.clone(), words.clone(), at)?;
            Vec::new()
        }
        Understood::NilReturn { team } => silence(session, team, SilenceKind::NilReturn, at)?,
        Understood::Declined { team } => silence(session, team, SilenceKind::Declined, at)?,
        _ => return Err(Refusal::NothingWritten),
    })
}

fn silence(
    session: &mut InSession,
    team: &TeamKey,
    kind: SilenceKind,
    at: At,
) -> Result<Vec<Line>, Refusal> {
    let n = session.proceedings().silences.len();
    session.record_silence(team.clone(), kind, at)?;
    Ok(vec![Line::Silence(n)])
}
