//! Two case files of one person, where one would do: what each has that differs, and what follows once somebody has said that they
//! are one (§2.2, accuracy). Two files of one person for two kinds of meeting are right as they are.

use crate::cases::{Case, Custody};
use crate::grounds::Consent;
use crate::ids::{AttendanceId, CaseId, MeetingId, SlotId, UpdateId};
use crate::meeting::Stage;
use crate::refusal::Refusal;
use crate::trade::{At, Tier};
use crate::words::Words;
use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

/// A file that counts as another: what was put on it is found under the one that stays.
///
/// Meetings that have been keep the file that they took up; signed minutes are never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileMerge {
    pub absorbed: CaseId,
    pub into: CaseId,
    pub at: At,
    /// Who said so.
    pub by: String,
}

/// How things stood before a merge, so that it can be taken back whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeforeMerge {
    /// The file that stays.
    pub stays: Case,
    /// Consents that ended with it, of either file.
    pub consents: Vec<Consent>,
    pub slots: Vec<MergedSlot>,
}

/// A place on the agenda of a planned meeting that went over to the file that stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedSlot {
    pub meeting: MeetingId,
    pub slot: SlotId,
    /// Whether it went altogether, because the file that stays has a place of its own there: this one.
    pub beside: Option<SlotId>,
    /// In the order of the agenda, from nought.
    pub nth: usize,
    pub tier: Tier,
    /// Minutes.
    pub budget: u16,
    /// Updates in writing that waited for it.
    pub updates: Vec<UpdateId>,
    /// Those who were free to go after it.
    pub releases: Vec<AttendanceId>,
}

/// What a file says of somebody, to be taken from the other file or left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Detail {
    Name,
    Born,
    Gender,
    EthnicGroup,
    Cro,
    Address,
    OffenderManager,
    Note,
    Lead,
    Whereabouts,
    Told,
}

/// What has been done since a merge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// One of the two files, or a paper on one, is otherwise than the merge left it.
    pub changed: bool,
    /// A meeting has taken it up, or an action that the other file had.
    pub discussed: bool,
    /// The file that stays was merged into another.
    pub merged_on: bool,
}

impl Detail {
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Born,
        Self::Gender,
        Self::EthnicGroup,
        Self::Cro,
        Self::Address,
        Self::OffenderManager,
        Self::Note,
        Self::Lead,
        Self::Whereabouts,
        Self::Told,
    ];

    /// Whether the other file says it, and otherwise than the one that stays.
    pub fn differs(self, stays: &Case, other: &Case) -> bool {
        self.is_said(other) && take_detail(stays, other, self) != *stays
    }

    /// Whether a file says it at all.
    pub fn is_said(self, case: &Case) -> bool {
        let p = &case.particulars;
        match self {
            Self::Name | Self::Told => true,
            Self::Born => p.born.is_some(),
            Self::Gender => p.gender.is_some(),
            Self::EthnicGroup => p.ethnic_group.is_some(),
            Self::Cro => p.cro.is_some(),
            Self::Address => p.address.is_some(),
            Self::OffenderManager => p.offender_manager.is_some(),
            Self::Note => !p.note.is_blank(),
            Self::Lead => case.lead.is_some(),
            Self::Whereabouts => case.whereabouts != Custody::NotKnown,
        }
    }
}

/// The file with one detail as the other has it; of two notes both are kept.
#[must_use]
pub fn take_detail(stays: &Case, other: &Case, detail: Detail) -> Case {
    let mut case = stays.clone();
    let (ours, theirs) = (&mut case.particulars, &other.particulars);
    match detail {
        Detail::Name => ours.name = theirs.name.clone(),
        Detail::Born => ours.born = theirs.born,
        Detail::Gender => ours.gender = theirs.gender,
        Detail::EthnicGroup => ours.ethnic_group = theirs.ethnic_group,
        Detail::Cro => ours.cro.clone_from(&theirs.cro),
        Detail::Address => ours.address.clone_from(&theirs.address),
        Detail::OffenderManager => ours.offender_manager.clone_from(&theirs.offender_manager),
        Detail::Note => ours.note = both(&ours.note, &theirs.note),
        Detail::Lead => case.lead.clone_from(&other.lead),
        Detail::Whereabouts => case.whereabouts = other.whereabouts.clone(),
        Detail::Told => case.told = other.told.clone(),
    }
    case
}

fn both(ours: &Words, theirs: &Words) -> Words {
    if ours.is_blank() || ours.as_str().contains(theirs.as_str()) {
        return if ours.is_blank() { theirs } else { ours }.clone();
    }
    Words::new(format!("{}\n{}", ours.as_str(), theirs.as_str()))
}

/// The file that stays, with what is taken from the other; a flag that either has is set.
#[must_use]
pub fn merged(stays: &Case, absorbed: &Case, taken: &[Detail]) -> Case {
    let take = |case: Case, detail: &Detail| take_detail(&case, absorbed, *detail);
    let mut case = taken.iter().fold(stays.clone(), take);
    case.flags = stays.flags.and(absorbed.flags);
    case
}

/// The consents that end with a merge: given in one file before the person withdrew theirs in the other, and in force there still
/// (§1.8.2).
pub fn consents_that_end(one: &[Consent], other: &[Consent], at: At) -> Vec<(Consent, Consent)> {
    let across = |here: &[Consent], there: &[Consent]| -> Vec<(Consent, Consent)> {
        let ended = |consent: &Consent| {
            let withdrawn = there.iter().find(|theirs| consent.outlives(theirs, at))?;
            let mut after = consent.clone();
            after.withdraw(withdrawn.parts().withdrawn.clone()?).ok()?;
            Some((consent.clone(), after))
        };
        here.iter().filter_map(ended).collect()
    };
    let mut ending = across(one, other);
    ending.extend(across(other, one));
    ending
}

/// Whether two files may become one; `agendas` are the stages of the meetings on whose agenda either stands, or may come to stand.
///
/// # Errors
/// [`Refusal::OtherCohort`]; [`Refusal::FileInAMeeting`] until such a meeting is signed.
pub fn may_merge(stays: &Case, absorbed: &Case, agendas: &[Stage]) -> Result<(), Refusal> {
    if (stays.meeting, stays.cohort) != (absorbed.meeting, absorbed.cohort) {
        return Err(Refusal::OtherCohort);
    }
    let free = |stage: &Stage| matches!(stage, Stage::Planned | Stage::Sealed);
    if !agendas.iter().all(free) {
        return Err(Refusal::FileInAMeeting);
    }
    Ok(())
}

/// Whether a merge may be taken back.
///
/// # Errors
/// [`Refusal::BuiltUpon`].
pub fn may_part(since: Since) -> Result<(), Refusal> {
    match since == Since::default() {
        true => Ok(()),
        false => Err(Refusal::BuiltUpon),
    }
}

/// Under which file a case is found.
pub fn file_of(case: CaseId, merges: &[FileMerge]) -> CaseId {
    let mut file = case;
    // No longer a chain than there are merges, so that one that bit its own tail would end too.
    for _ in merges {
        match merges.iter().find(|merge| merge.absorbed == file) {
            Some(merge) => file = merge.into,
            None => break,
        }
    }
    file
}

/// The merges that a meeting knows of: those that stood when its register was opened, and every one before that.
pub fn known_to(opened: Option<At>, merges: &[FileMerge]) -> Vec<FileMerge> {
    let stood = |merge: &&FileMerge| opened.is_none_or(|opened| merge.at <= opened);
    merges.iter().filter(stood).cloned().collect()
}

/// The files that are found under one: itself first.
pub fn found_under(case: CaseId, merges: &[FileMerge]) -> Vec<CaseId> {
    let absorbed = merges.iter().map(|merge| merge.absorbed);
    let absorbed = absorbed.filter(|one| *one != case && file_of(*one, merges) == case);
    std::iter::once(case).chain(absorbed).collect()
}
