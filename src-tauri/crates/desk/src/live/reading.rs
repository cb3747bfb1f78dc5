//! The whole meeting in one view.

use super::agenda_rows::{agenda, free_to_go, pace};
use super::case_now::case;
use super::case_views::OpenedView;
use super::forms::LineName;
use super::half_typed::{HalfTyped, draft, notes};
use super::line_rows::{at_place, clock, held};
use super::permitting::permissions;
use super::room_rows::{hearing, others, people};
use super::turning_forms::quorum;
use super::views::{AgreementView, MeetingView, MovedView, SeldomView, TeamChoice};
use crate::actions::{ActionRow, row};
use crate::held::HeldOverRow;
use crate::meetings::row as meeting_row;
use crate::partnership::sections;
use crate::problem::{Problem, RefusalView};
use crate::session::{Desk, Live};
use chrono::NaiveDate;
use protocol::callings::Callings;
use protocol::clocks;
use protocol::meeting::{Amended, Line, Meeting, Place, Proceedings, Stage};
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::room::Attendance;
use protocol::sharing::{Action, ActionOwner};

/// What the live meeting shows; before the gate is passed it names no case (§4.1).
pub(crate) fn view(desk: &Desk) -> Result<MeetingView, Problem> {
    let live = desk.live()?;
    let p = live.meeting.proceedings();
    let passed = live.meeting.stage() == Stage::InSession && p.gate().is_ok();
    let named = |refusal: Refusal| refusal_view(&refusal, live);
    Ok(MeetingView {
        meeting: meeting_row::row(&live.meeting, desk.today()),
        marking: live.pack.markings.in_force.clone(),
        place: p.place.into(),
        agreement: agreement(&live.pack, p),
        people: people(desk, live)?,
        gate: p.gate().err().map(named),
        begin_refused: begin_refused(live),
        chaired: p.chair().is_some(),
        quorum: quorum(p, &live.pack),
        resumed: p.adjourned_to().is_some(),
        has_pin: desk.open()?.pin.is_some(),
        projecting: desk.projecting.map(|projecting| projecting.show()),
        agenda: agenda(p, desk.now(), passed, &live.on_file),
        pace: passed.then(|| pace(p, desk.now())),
        opened: if passed {
            opened(desk, live)?
        } else {
            OpenedView::Opening
        },
        hearing: hearing(p),
        held: if passed {
            held(live, desk.now())
        } else {
            Vec::new()
        },
        held_over: if passed {
            held_over(desk, p)?
        } else {
            Vec::new()
        },
        free_to_go: if passed { free_to_go(p) } else { Vec::new() },
        can_undo: passed && can_undo(live),
        can_redo: passed && can_redo(live),
        last: desk.open()?.last.of(p.id),
        moved: if passed { moved(p) } else { None },
        draft: if passed { draft(desk, p.id)? } else { None },
        table_notes: notes(desk, HalfTyped::AtTheTable, p.id)?,
        saved_at: desk.now().format("%H:%M:%S").to_string(),
        next_date: p.next_date,
        proposed_next_date: proposed_next_date(p, &live.pack),
        seldom: None,
    })
}

fn held_over(desk: &Desk, p: &Proceedings) -> Result<Vec<HeldOverRow>, Problem> {
    let left = desk.beside()?.left_held.iter();
    Ok(left.filter_map(|one| one.waits_in(p).cloned()).collect())
}

/// The meeting with what changes seldom: for a window that has just come to it, or whose part of that has changed.
pub(crate) fn whole(desk: &Desk) -> Result<MeetingView, Problem> {
    let seldom = Some(seldom(desk)?);
    Ok(MeetingView {
        seldom,
        ..view(desk)?
    })
}

fn seldom(desk: &Desk) -> Result<SeldomView, Problem> {
    let live = desk.live()?;
    let text = live.pack.text(live.meeting.proceedings().kind);
    let teams = live.pack.teams.iter();
    Ok(SeldomView {
        opening_statement: text.opening_statement.clone(),
        sections: sections(text),
        acceptance_question: text.acceptance_question.clone(),
        teams: teams.map(|team| team_choice(&live.pack, team)).collect(),
        others: others(desk, live)?,
    })
}

pub(super) fn refusal_view(refusal: &Refusal, live: &Live) -> RefusalView {
    RefusalView::of(refusal, &live.pack.clauses, live.meeting.proceedings())
}

fn begin_refused(live: &Live) -> Option<RefusalView> {
    let Meeting::Gathering(gathering) = &live.meeting else {
        return None;
    };
    let at = gathering.proceedings().register_opened?;
    let refusal = gathering.clone().begin(at).err()?;
    Some(refusal_view(&refusal, live))
}

fn can_undo(live: &Live) -> bool {
    matches!(&live.meeting, Meeting::InSession(session) if session.last_line().is_some())
}

fn can_redo(live: &Live) -> bool {
    matches!(&live.meeting, Meeting::InSession(session) if session.last_taken_back().is_some())
}

/// The last change made afterwards, where it moved a line from one case to another.
fn moved(p: &Proceedings) -> Option<MovedView> {
    let Amended::Moved { from, to, .. } = &p.amendments.last()?.what else {
        return None;
    };
    let Place::Case(slot) = p.place_of(*from)? else {
        return None;
    };
    let line = match *to {
        Line::Item(item) => LineName::Item { item },
        Line::Action(action) => LineName::Action { action },
        Line::Decision(decision) => LineName::Decision { decision },
        Line::Silence(_) => return None,
    };
    Some(MovedView { line, from: slot })
}

fn team_choice(pack: &Pack, team: &protocol::pack::Team) -> TeamChoice {
    TeamChoice {
        key: team.key.as_str().to_owned(),
        capture_key: team.capture_key.clone(),
        short_name: team.short_name.clone(),
        statutory: pack.organisation_of(&team.key).is_some_and(|o| o.statutory),
    }
}

/// The day that the next meeting of this kind would fall on.
pub(crate) fn proposed_next_date(p: &Proceedings, pack: &Pack) -> NaiveDate {
    let every = pack.rules(p.kind).every;
    p.next_date
        .unwrap_or_else(|| clocks::next_meeting(p.date, every))
}

fn agreement(pack: &Pack, p: &Proceedings) -> AgreementView {
    let text = pack.text(p.kind);
    AgreementView {
        version: text.version.clone(),
        text_hash: p
            .pinned
            .as_ref()
            .map(|pin| hex::encode(pin.texts))
            .unwrap_or_default(),
        review_due: pack.review_due,
        read_at: p.statement_read.map(clock),
    }
}

fn opened(desk: &Desk, live: &Live) -> Result<OpenedView, Problem> {
    let p = live.meeting.proceedings();
    Ok(match p.place {
        Place::Opening => OpenedView::Opening,
        Place::PreviousMinutes => previous(desk, p)?,
        Place::MattersArising => OpenedView::MattersArising {
            actions: carried(live, |_| true),
        },
        Place::Case(slot) => OpenedView::Case {
            case: Box::new(case(desk, live, p.slot(slot)?)?),
        },
        Place::AnyOtherBusiness => OpenedView::AnyOtherBusiness {
            lines: at_place(live, Place::AnyOtherBusiness),
            permissions: permissions(live, desk.now()),
        },
        Place::Closing => OpenedView::Closing {
            actions: agreed(live),
        },
    })
}

fn previous(desk: &Desk, p: &Proceedings) -> Result<OpenedView, Problem> {
    let Some(previous) = &p.previous else {
        return Ok(OpenedView::PreviousMinutes {
            meeting: None,
            date: None,
            agreed: false,
            corrections: None,
            signed: false,
        });
    };
    Ok(OpenedView::PreviousMinutes {
        meeting: Some(previous.meeting),
        date: Some(previous.date),
        agreed: previous.agreed.is_some(),
        corrections: previous.corrections.as_ref().map(|c| c.as_str().to_owned()),
        signed: desk.beside()?.last_stage() == Some(Stage::Sealed),
    })
}

/// What was agreed here and is still to be done, the agencies in their own order.
fn agreed(live: &Live) -> Vec<ActionRow> {
    let p = live.meeting.proceedings();
    let mut open: Vec<&Action> = p.actions.iter().filter(|a| a.is_open()).collect();
    let place = |a: &&Action| live.pack.teams.iter().position(|t| t.key == a.owner.team);
    open.sort_by_key(place);
    rows(live, open.into_iter())
}

pub(super) fn carried(live: &Live, which: impl Fn(&Action) -> bool) -> Vec<ActionRow> {
    let p = live.meeting.proceedings();
    // One that its own meeting took back, or moved to another case, is nobody's to do.
    let standing = p.carried.iter().filter(|a| a.undone.is_none());
    rows(live, standing.filter(|a| which(a)))
}

fn rows<'a>(live: &Live, these: impl Iterator<Item = &'a Action>) -> Vec<ActionRow> {
    let p = live.meeting.proceedings();
    let label = |action: &Action| {
        let slot = p.slots.iter().find(|s| Some(s.case.case) == action.case)?;
        Some(format!(
            "{} · {}",
            slot.case.reference,
            slot.case.initials()
        ))
    };
    let callings = live.callings();
    these
        .map(|a| ActionRow {
            person_now_with: now_with(p, callings, &a.owner),
            ..row::row(a, &live.pack, label(a), p.date)
        })
        .collect()
}

/// The agency that the person of a carried action comes for today, where they have left the one that owns it.
fn now_with(p: &Proceedings, callings: &Callings, owner: &ActionOwner) -> Option<String> {
    let name = owner.person.as_ref()?;
    let named = |a: &&Attendance| callings.beside_agency(a.id) == *name || a.name == *name;
    let mut people = p.attendances.iter().filter(named);
    let still = people.clone().any(|a| a.agency.is(&owner.team));
    people
        .next()
        .filter(|_| !still)
        .map(|a| a.agency.short_name.clone())
}
