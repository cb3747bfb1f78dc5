//! The form of an update read, and the updates that wait told.

use super::forms::{UpdateCase, UpdateChoice, UpdateForm, UpdatePerson, UpdateRow, UpdatesView};
use crate::ending::meeting_of;
use crate::faults::Faults;
use crate::meetings::row::row;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::capture::is_view;
use protocol::ids::{KindKey, MeetingId, TeamKey, UpdateId};
use protocol::meeting::{Meeting, Proceedings, Stage};
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::sharing::{Update, UpdateSays};
use protocol::trade::Basis;
use protocol::words::Words;
use std::sync::Arc;

/// What the form says; every fault of it at once.
pub(super) fn read(form: &UpdateForm, id: UpdateId, pack: &Pack) -> Result<Update, Problem> {
    let mut faults = Faults::default();
    let team = TeamKey::new(form.team.as_str());
    if form.team.is_empty() || pack.team(&team).is_none() {
        faults.code("team", "not_listed");
    }
    let kind = KindKey::new(form.kind.as_str());
    if !form.nothing && pack.kind(&kind).is_none() {
        faults.code("kind", "not_listed");
    }
    if !form.nothing && form.words.trim().is_empty() {
        faults.code("words", "missing");
    } else if !form.nothing && !form.judgement && is_view(&form.words) {
        faults.code("words", "own_view");
    }
    let sender = faults.maybe_text("sender", &form.sender);
    let Some(slot) = form.slot else {
        faults.code("slot", "not_listed");
        return Err(Problem::Unfinished {
            fields: faults.all(),
        });
    };
    faults.none()?;
    let basis = match form.judgement {
        true => Basis::ProfessionalJudgement,
        false => Basis::Fact,
    };
    Ok(Update {
        id,
        slot,
        team,
        sender: Words::new(sender),
        says: match form.nothing {
            true => UpdateSays::Nothing,
            false => UpdateSays::Information {
                kind,
                basis,
                words: Words::new(form.words.trim()),
                left_out: form.left_out.clone(),
            },
        },
        set_aside: None,
        since: None,
    })
}

/// A meeting for which something may still be written: it is planned, goes on, or goes on another day. While people are sitting
/// down nothing of a case may show (§4.1), and so nothing can be taken down about one.
pub(super) fn open_to_updates(desk: &Desk, id: MeetingId) -> Result<Meeting, Problem> {
    let meeting = meeting_of(desk, id)?;
    match meeting.stage() {
        Stage::Planned | Stage::InSession | Stage::Adjourned => Ok(meeting),
        _ => Err(Refusal::WrongStage.into()),
    }
}

/// The agreement that the meeting pinned, once it has begun.
pub(super) fn pack_of(desk: &Desk, meeting: &Meeting) -> Result<Arc<Pack>, Problem> {
    match meeting.stage() {
        Stage::Planned => desk.pack(),
        _ => desk.pack_of(meeting.proceedings()),
    }
}

pub(super) fn view(desk: &Desk, id: MeetingId) -> Result<UpdatesView, Problem> {
    let meeting = open_to_updates(desk, id)?;
    let pack = pack_of(desk, &meeting)?;
    let p = meeting.proceedings();
    let kinds = pack.kinds.iter().filter(|k| k.meetings.contains(&p.kind));
    Ok(UpdatesView {
        meeting: row(&meeting, desk.today()),
        updates: p.waiting_updates().map(|u| update_row(u, &pack)).collect(),
        cases: cases(p),
        teams: pack
            .teams
            .iter()
            .map(|t| choice(t.key.as_str(), &t.name))
            .collect(),
        kinds: kinds.map(|k| choice(k.key.as_str(), &k.name)).collect(),
        people: people(desk, p)?,
        last: desk.open()?.last.of(id),
    })
}

fn choice(key: &str, name: &str) -> UpdateChoice {
    UpdateChoice {
        key: key.to_owned(),
        name: name.to_owned(),
    }
}

fn cases(p: &Proceedings) -> Vec<UpdateCase> {
    let case = |(slot, number): (&protocol::meeting::Slot, u32)| UpdateCase {
        slot: slot.id,
        number,
        reference: slot.case.reference.clone(),
        name: slot.case.name.as_str().to_owned(),
    };
    p.slots.iter().zip(1..).map(case).collect()
}

/// Everybody expected; and whoever was left out where an update was written and is not expected here.
fn people(desk: &Desk, p: &Proceedings) -> Result<Vec<UpdatePerson>, Problem> {
    let callings = p.callings();
    let seated = p.attendances.iter().map(|a| UpdatePerson {
        person: a.person,
        name: callings.beside_agency(a.id),
        agency: a.agency.short_name.clone(),
        expected: true,
    });
    let mut all: Vec<UpdatePerson> = seated.collect();
    for update in &p.updates {
        for who in update.says.left_out() {
            if all.iter().any(|known| known.person == *who) {
                continue;
            }
            let known = desk.record()?.read().people().one(*who)?;
            all.extend(known.map(|person| UpdatePerson {
                person: *who,
                name: person.name.as_str().to_owned(),
                agency: String::new(),
                expected: false,
            }));
        }
    }
    Ok(all)
}

fn update_row(u: &Update, pack: &Pack) -> UpdateRow {
    let mut row = UpdateRow {
        update: u.id,
        slot: u.slot,
        team: u.team.as_str().to_owned(),
        agency: pack.team_called(&u.team),
        sender: u.sender.as_str().to_owned(),
        kind: None,
        judgement: false,
        words: String::new(),
        left_out: Vec::new(),
        since: u.since,
    };
    if let UpdateSays::Information {
        kind,
        basis,
        words,
        left_out,
    } = &u.says
    {
        row.kind = Some(choice(kind.as_str(), &pack.kind_called(kind)));
        row.judgement = *basis == Basis::ProfessionalJudgement;
        row.words = words.as_str().to_owned();
        row.left_out = left_out.clone();
    }
    row
}
