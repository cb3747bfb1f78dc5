//! A meeting's documents: which there are, and whom or what each is for.

use super::forms::{DocumentName, DocumentRow};
use crate::problem::Problem;
use crate::session::Desk;
use documents::papers::{Paper, PaperSource};
use protocol::ids::{AttendanceId, MeetingId, TeamKey};
use protocol::meeting::{Meeting, Proceedings};
use protocol::pack::Pack;
use protocol::refusal::Refusal;

pub(crate) fn meeting(desk: &Desk, id: MeetingId) -> Result<Meeting, Problem> {
    if let Ok(live) = desk.live()
        && live.meeting.proceedings().id == id
    {
        return Ok(live.meeting.clone());
    }
    desk.record()?
        .read()
        .meetings()
        .one(id)?
        .ok_or_else(|| Refusal::WrongStage.into())
}

/// Only a meeting that has ended has documents.
pub(super) fn source(meeting: &Meeting) -> Option<PaperSource<'_>> {
    match meeting {
        Meeting::Closed(closed) => Some(PaperSource::Closed(closed)),
        Meeting::Sealed(sealed) => Some(PaperSource::Sealed(sealed)),
        _ => None,
    }
}

/// Every document of an ended meeting, with whom or what it is for.
pub(super) fn rows(source: &PaperSource<'_>, pack: &Pack) -> Vec<DocumentRow> {
    let p = source.proceedings();
    let draft = matches!(source, PaperSource::Closed(_));
    let row = |paper: Paper| {
        let about = about(&paper, p, pack);
        let name = DocumentName::from(paper);
        DocumentRow { name, about, draft }
    };
    Paper::all(source).into_iter().map(row).collect()
}

fn about(paper: &Paper, p: &Proceedings, pack: &Pack) -> String {
    match paper {
        Paper::ActionPlan(slot) => p
            .slot(*slot)
            .map(|s| s.case.reference.clone())
            .unwrap_or_default(),
        Paper::ActionSheet { team, .. } => pack.team_called(team),
        Paper::Declaration(who, nth) => signer(p, *who, *nth),
        _ => String::new(),
    }
}

/// Who signed, and of whoever signed on several days on which.
fn signer(p: &Proceedings, who: AttendanceId, nth: usize) -> String {
    let name = p.callings().alone(who);
    let signed = p.attendance(who).map(|a| a.declarations().collect());
    let signed: Vec<_> = signed.unwrap_or_default();
    match signed.get(nth) {
        Some(one) if signed.len() > 1 => format!("{name}, {}", one.at.format("%-d %B")),
        _ => name,
    }
}

/// The paper of that name; an action sheet has its number from what it says.
pub(super) fn paper_of(name: &DocumentName, number: impl FnOnce(&TeamKey) -> u32) -> Paper {
    match name {
        DocumentName::Minutes => Paper::Minutes,
        DocumentName::ActionPlan { slot } => Paper::ActionPlan(*slot),
        DocumentName::ActionSheet { team } => {
            let team = TeamKey::new(team);
            let number = number(&team);
            Paper::ActionSheet { team, number }
        }
        DocumentName::Declaration { attendance, nth } => Paper::Declaration(*attendance, *nth),
        DocumentName::AttendanceRegister => Paper::AttendanceRegister,
        DocumentName::DisclosureRecord => Paper::DisclosureRecord,
        DocumentName::ChairsCopy => Paper::ChairsCopy,
    }
}

impl From<Paper> for DocumentName {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::Minutes => Self::Minutes,
            Paper::ActionPlan(slot) => Self::ActionPlan { slot },
            Paper::ActionSheet { team, .. } => Self::ActionSheet {
                team: team.as_str().to_owned(),
            },
            Paper::Declaration(attendance, nth) => Self::Declaration { attendance, nth },
            Paper::AttendanceRegister => Self::AttendanceRegister,
            Paper::DisclosureRecord => Self::DisclosureRecord,
            Paper::ChairsCopy => Self::ChairsCopy,
        }
    }
}
