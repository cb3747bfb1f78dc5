//! What stands on the wall now, filtered here so that no page could show more.

use super::forms::{
    ActionRead, CaseProjected, CaseRead, DecisionRead, MeetingShown, PlaceShown, ProjectionView,
    ShowView,
};
use crate::session::{Desk, Live};
use protocol::ids::SlotId;
use protocol::meeting::{Place, Proceedings, SlotProgress, Stage};
use protocol::sharing::{Action, Decision};

/// What the chair has up, and where the meeting was when they put it up: a read-back is of one case and ends with it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Projecting {
    pub(super) show: ShowView,
    pub(super) at: Option<Place>,
}

impl Projecting {
    /// Where the meeting is, which is what a projector shows that was told nothing else.
    pub(crate) const PLACE: Self = Self {
        show: ShowView::Place,
        at: None,
    };

    pub(crate) fn show(&self) -> ShowView {
        self.show
    }
}

/// What stands on the wall: neutral while locked, resting, handed over, or without a meeting.
pub(super) fn projection(desk: &Desk) -> ProjectionView {
    let session = desk.session.as_ref();
    let live = session
        .filter(|session| session.handed.is_none() && session.resting.is_none())
        .and_then(|session| session.live.as_ref());
    match (desk.projecting, live) {
        (Some(projecting), Some(live)) => shown(projecting, live),
        _ => ProjectionView::Neutral,
    }
}

fn shown(projecting: Projecting, live: &Live) -> ProjectionView {
    let p = live.meeting.proceedings();
    let open = open_case(live);
    match (projecting.show, open) {
        (ShowView::Statement, _) => statement(live),
        (ShowView::ReadBack, Some(_)) if projecting.at == Some(p.place) => {
            ProjectionView::ReadBack {
                of: meeting(live),
                cases: p
                    .cases_discussed()
                    .into_iter()
                    .filter_map(|id| read_back(live, id))
                    .collect(),
            }
        }
        (_, open) => ProjectionView::Place {
            of: meeting(live),
            place: place(p.place),
            cases: u32::try_from(p.slots.len()).unwrap_or(u32::MAX),
            case: open,
        },
    }
}

/// The case that is open, while the gate stands: until then, and after it has closed, nobody's name is on the wall (§4.1).
fn open_case(live: &Live) -> Option<CaseProjected> {
    let p = live.meeting.proceedings();
    let passed = live.meeting.stage() == Stage::InSession && p.gate().is_ok();
    let Place::Case(id) = p.place else {
        return None;
    };
    let open = matches!(p.slot(id).ok()?.progress, SlotProgress::Open { .. });
    (passed && open).then(|| case(p, id)).flatten()
}

fn case(p: &Proceedings, id: SlotId) -> Option<CaseProjected> {
    Some(CaseProjected {
        number: p.number_of(Place::Case(id))?,
        name: p.slot(id).ok()?.case.name.as_str().to_owned(),
    })
}

fn meeting(live: &Live) -> MeetingShown {
    let p = live.meeting.proceedings();
    MeetingShown {
        name: live.pack.meetings.of(p.kind).short_name.clone(),
        date: p.date,
        marking: live.pack.markings.in_force.clone(),
    }
}

fn place(place: Place) -> PlaceShown {
    match place {
        Place::Opening => PlaceShown::Opening,
        Place::PreviousMinutes => PlaceShown::PreviousMinutes,
        Place::MattersArising => PlaceShown::MattersArising,
        Place::Case(_) => PlaceShown::Case,
        Place::AnyOtherBusiness => PlaceShown::AnyOtherBusiness,
        Place::Closing => PlaceShown::Closing,
    }
}

fn statement(live: &Live) -> ProjectionView {
    let text = live.pack.text(live.meeting.proceedings().kind);
    ProjectionView::Statement {
        of: meeting(live),
        version: text.version.clone(),
        paragraphs: text.opening_statement.clone(),
        question: text.acceptance_question.clone(),
    }
}

fn read_back(live: &Live, id: SlotId) -> Option<CaseRead> {
    let p: &Proceedings = live.meeting.proceedings();
    let here = Place::Case(id);
    let decided = p
        .decisions
        .iter()
        .filter(|d| d.place == here && d.undone.is_none());
    let agreed = p
        .actions
        .iter()
        .filter(|a| a.place == here && a.undone.is_none());
    Some(CaseRead {
        case: case(p, id)?,
        decisions: decided.map(|d| decision(live, d)).collect(),
        actions: agreed.map(|a| action(live, a)).collect(),
    })
}

fn decision(live: &Live, decision: &Decision) -> DecisionRead {
    DecisionRead {
        words: decision.words.as_str().to_owned(),
        rationale: decision
            .rationale
            .as_ref()
            .map(|why| why.as_str().to_owned()),
        dissent: decision
            .standing_dissents()
            .map(|(_, one)| live.pack.team_called(&one.team))
            .collect(),
    }
}

fn action(live: &Live, action: &Action) -> ActionRead {
    let team = live
        .pack
        .team(&action.owner.team)
        .map(|team| team.short_name.clone());
    ActionRead {
        who: action.owner.person.clone().or(team).unwrap_or_default(),
        words: action.words.as_str().to_owned(),
        due: action.due,
    }
}
