//! What is to stand in a line's place, weighed as it would have been when the line was said.

use super::proceedings::Proceedings;
use super::tidying::Line;
use super::trace::Amended;
use super::transfer::{as_it_was, unstopped};
use crate::grounds::{OnFile, Owner};
use crate::ids::{CorrectionId, ItemId};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{
    Action, Assessment, ItemParts, Proposal, Source, Standing, assess, strictest,
};
use crate::words::Words;
use uuid::Uuid;

/// What a line is to be instead.
#[derive(Clone, Debug)]
pub enum Instead {
    /// Somebody is to do something: it stands where and when the note was said, whatever place it names.
    Action(Action),
    /// A note, or the same note as it should have been typed: a slip.
    Note(Proposal),
    /// The same note as it should have been recorded: a correction of substance.
    PutRight(PutRight),
}

/// Whose a note was, of what kind, on what basis and from whom, put right in substance: what it was stays, struck, and whoever heard it
/// so is to be told (§2.2).
#[derive(Clone, Debug)]
pub struct PutRight {
    pub(super) said: Proposal,
    pub(super) correction: CorrectionId,
    pub(super) chair_did: Option<Words>,
}

impl PutRight {
    /// As it should have been recorded, and what the correction is called.
    pub fn of(said: Proposal, correction: CorrectionId) -> Self {
        Self {
            said,
            correction,
            chair_did: None,
        }
    }

    /// Where somebody heard it who might not have it as that, it becomes an incident, with what the chair did: what was said is not
    /// unsaid by being called something else (`decisions` 1).
    #[must_use]
    pub fn heard(self, chair_did: Words) -> Self {
        Self {
            chair_did: Some(chair_did),
            ..self
        }
    }
}

/// Which line becomes what, and by which name.
#[derive(Clone, Debug)]
pub struct Converting {
    pub(super) line: Line,
    pub(super) into: Instead,
    pub(super) fresh: Uuid,
}

impl Converting {
    /// A line, what it is to be instead, and what that is called.
    pub fn of(line: Line, into: Instead, fresh: Uuid) -> Self {
        Self { line, into, fresh }
    }
}

impl Proceedings {
    /// What a note would be instead of a line, by the strictest of the cases that the line was said of.
    ///
    /// # Errors
    /// As [`InSession::convert`](super::InSession::convert).
    pub fn weigh_instead(
        &self,
        line: Line,
        into: &Instead,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Assessment, Refusal> {
        let copies = self.copies_of(line).into_iter();
        let each = copies.map(|line| weighed_instead(self, line, into, (pack, on_file)));
        let each = each.collect::<Result<Vec<_>, _>>()?;
        strictest(&each).cloned().ok_or(Refusal::NoSuchLine)
    }

    /// The note that a correction made, where that put right whose it was, of what kind or on what basis.
    pub fn put_right(&self, by: CorrectionId) -> Option<&ItemParts> {
        let made = self.amendments.iter().find_map(|a| match a.what {
            Amended::PutRight { to, correction, .. } => (correction == by).then_some(to),
            _ => None,
        });
        self.item(made?)
    }

    /// The note that a line is, or was before it was made an action.
    pub fn note_of(&self, line: Line) -> Option<&ItemParts> {
        self.lives_of(line).find_map(|line| self.item(line))
    }
}

/// A note in a line's place, weighed for whoever was in the room when that was said, with what was on file where it stood shared.
pub(super) fn weighed_instead(
    p: &Proceedings,
    line: Line,
    into: &Instead,
    (pack, on_file): (&Pack, &OnFile),
) -> Result<Assessment, Refusal> {
    let (at, place, was_said) = match line {
        Line::Item(note) => {
            let item = p.standing_item(note)?.parts();
            if item.speaker().is_none() {
                return Err(Refusal::NoSuchLine);
            }
            if item.standing == Standing::Heard {
                return Err(Refusal::IncidentStays);
            }
            (item.at, item.place, item.was_shared())
        }
        Line::Action(action) => {
            let action = p.standing_action(action)?;
            (action.at, action.place, true)
        }
        _ => return Err(Refusal::NoSuchLine),
    };
    let was = p.note_of(line);
    let said = instead(was, into)?;
    let then = as_it_was(p, at, None);
    // What everybody heard, what its case was flagged with since stands against nobody's having heard.
    let (then, file) = match was_said {
        true => unstopped(&then, place, on_file),
        false => (then, on_file.clone()),
    };
    // Advice was asked about it under the name that it leaves.
    let name = was.map_or(ItemId(Uuid::nil()), |was| was.id);
    let released = was.and_then(|was| was.released);
    let on = released.unwrap_or(at);
    let assessment = assess(said, name, on, place, &then, pack, &file)?.said_then(at, released);
    Ok(match was {
        Some(was) => assessment.chaired_then(was.chaired_by),
        None => assessment,
    })
}

fn instead(was: Option<&ItemParts>, into: &Instead) -> Result<Proposal, Refusal> {
    match (was, into) {
        (Some(was), Instead::Note(said)) => Ok(as_typed(was, said)),
        (None, Instead::Note(said)) => Ok(said.clone()),
        (Some(was), Instead::PutRight(right)) => as_put_right(was, &right.said),
        _ => Err(Refusal::NoSuchLine),
    }
}

/// Who says it, of what kind and in which words, as typed now; whom it keeps out, and whose it is, as it was said, too.
fn as_typed(was: &ItemParts, said: &Proposal) -> Proposal {
    let before = was.proposal();
    let owned =
        matches!(&before.source, Source::ThirdParty(Owner::Team(team)) if *team == said.team);
    let source = match &said.source {
        Source::Own if !owned => before.source.clone(),
        said => said.clone(),
    };
    let said = Proposal {
        source,
        about: said.about.or(before.about),
        ..said.clone()
    };
    kept_out_as_before(said, before)
}

/// As it should have been recorded, also whose it is and whom it speaks of; nobody has it whom it was kept from.
///
/// # Errors
/// [`Refusal::NothingWritten`] where it is that already.
fn as_put_right(was: &ItemParts, said: &Proposal) -> Result<Proposal, Refusal> {
    let before = was.proposal();
    let same = before.team == said.team
        && before.kind == said.kind
        && before.basis == said.basis
        && before.source == said.source
        && before.about == said.about
        && before.words == said.words;
    match same {
        true => Err(Refusal::NothingWritten),
        false => Ok(kept_out_as_before(said.clone(), before)),
    }
}

fn kept_out_as_before(said: Proposal, before: Proposal) -> Proposal {
    let mut made = Proposal {
        for_advice: said.for_advice || before.for_advice,
        ..said
    };
    if made.kind == before.kind {
        (made.purpose, made.power, made.chosen) = (before.purpose, before.power, before.chosen);
    }
    made.left_out.extend(before.left_out);
    made.kept_out.extend(before.kept_out);
    let pending = before.pending.into_iter();
    let also: Vec<_> = pending.filter(|to| !made.pending.contains(to)).collect();
    made.pending.extend(also);
    made
}
