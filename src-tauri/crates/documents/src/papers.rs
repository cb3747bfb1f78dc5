//! The papers of a meeting, said from what the protocol recorded; how they look is not decided here.
//!
//! What was taken back as a slip is on none of them, and neither are the words of what is held:
//! they are left out when a paper is said, so that no later step could show them.

mod account;
pub mod action_plan;
pub mod action_sheet;
mod afterwards;
pub mod attendance_register;
mod authorised;
mod beforehand;
pub mod chairs_copy;
mod decided;
pub mod declaration;
pub mod disclosure_record;
mod grounds;
mod in_writing;
pub mod minutes;
mod numbers;
mod particulars;
mod people;
mod printing;
mod shared;
pub mod shortcut_sheet;
mod turns;
mod weighed;
mod wording;

pub use beforehand::{Beforehand, PaperBeforehand, beforehand};
pub use printing::{PrintFault, Printed, Printer, print};

use crate::content::Document;
use account::Account;
use protocol::grounds::OnFile;
use protocol::ids::{AttendanceId, CaseId, SlotId, TeamKey};
use protocol::meeting::{Closed, Sealed};
use protocol::pack::Pack;
use protocol::trade::At;
use std::collections::{BTreeMap, BTreeSet};

/// What is printed and is not in the meeting's own record.
#[derive(Clone)]
pub struct Print<'a> {
    /// The agreement pack that was pinned when the register was opened, and no later one.
    pub pack: &'a Pack,
    /// The check code of the journal's last entry before this paper is issued.
    pub check_code: String,
    pub produced_at: At,
    pub app_version: &'a str,
    /// References of cases that open actions belong to and that are not on this meeting's agenda.
    pub elsewhere: BTreeMap<CaseId, String>,
    /// The authorities and choices that were entered, of which a meeting prints its own.
    pub on_file: &'a OnFile,
}

/// A meeting that has ended, signed or not.
#[derive(Clone, Copy)]
pub enum PaperSource<'a> {
    Closed(&'a Closed),
    Sealed(&'a Sealed),
}

/// Which paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Drafts of a meeting that is not signed, the minutes of one that is (D34).
    Minutes,
    ActionPlan(SlotId),
    /// An agency's sheet, with the number that tells it from an earlier one.
    ActionSheet {
        team: TeamKey,
        number: u32,
    },
    /// Of whoever signed on several days, which: counted from nought, the first day's first.
    Declaration(AttendanceId, usize),
    AttendanceRegister,
    DisclosureRecord,
    /// What was heard without a ground: for the chair only.
    ChairsCopy,
}

/// Why a meeting has no such paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoSuchPaper {
    #[error("the case is not on the agenda of this meeting")]
    Case,
    #[error("no declaration of that person was signed at this meeting")]
    Declaration,
    /// The words of another version may not be printed above a signature.
    #[error("the meeting agreed to another version of the agreement pack")]
    AnotherPack,
}

/// One paper of a meeting.
///
/// # Errors
/// [`NoSuchPaper`].
pub fn paper(
    source: &PaperSource<'_>,
    which: &Paper,
    print: &Print<'_>,
) -> Result<Document, NoSuchPaper> {
    let account = Account::of(*source, print);
    let pinned = account.proceedings.pinned.as_ref();
    if pinned.is_some_and(|pinned| pinned.texts != print.pack.texts_hash()) {
        return Err(NoSuchPaper::AnotherPack);
    }
    match which {
        Paper::Minutes => Ok(match source {
            PaperSource::Closed(closed) => minutes::draft(closed, print),
            PaperSource::Sealed(sealed) => minutes::signed(sealed, print),
        }),
        Paper::ActionPlan(slot) => action_plan::of(source, *slot, print),
        Paper::ActionSheet { team, number } => Ok(action_sheet::of(source, team, *number, print)),
        Paper::Declaration(signer, nth) => declaration::of(source, (*signer, *nth), print),
        Paper::AttendanceRegister => Ok(attendance_register::of(source, print)),
        Paper::DisclosureRecord => Ok(disclosure_record::of(source, print)),
        Paper::ChairsCopy => Ok(chairs_copy::of(source, print)),
    }
}

impl Paper {
    /// Every paper that a meeting has something for, each action sheet as the first of its agency.
    pub fn all(source: &PaperSource<'_>) -> Vec<Self> {
        let p = source.proceedings();
        let mut papers = vec![
            Self::Minutes,
            Self::AttendanceRegister,
            Self::DisclosureRecord,
        ];
        if chairs_copy::is_needed(p) {
            papers.push(Self::ChairsCopy);
        }
        let planned = p
            .slots
            .iter()
            .filter(|slot| action_plan::is_needed(p, slot));
        papers.extend(planned.map(|slot| Self::ActionPlan(slot.id)));
        let open = p.actions.iter().chain(&p.carried).filter(|a| a.is_open());
        let teams: BTreeSet<_> = open.map(|action| action.owner.team.clone()).collect();
        let sheet = |team| Self::ActionSheet { team, number: 1 };
        papers.extend(teams.into_iter().map(sheet));
        let signed = p.attendances.iter().flat_map(|a| {
            let nth = (0..).zip(a.declarations());
            nth.map(|(nth, _)| Self::Declaration(a.id, nth))
        });
        papers.extend(signed);
        papers
    }
}
