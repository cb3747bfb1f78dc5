//! Lines already said: tidied before signing, and taken back as slips.

use super::agenda::{Place, SlotProgress};
use super::door::InSession;
use super::rewording::items_in_other_words;
use crate::capture::is_view;
use crate::grounds::OnFile;
use crate::ids::{ActionId, CaseId, DecisionId, ItemId, SlotId, UpdateId};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{Action, Decision, SharedItem, Silence, Standing};
use crate::trade::{At, Basis};
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// Which line somebody points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    Item(ItemId),
    Action(ActionId),
    Decision(DecisionId),
    /// A nil return or a refusal to share, by its place in the meeting's list.
    Silence(usize),
}

/// Words that are printed and can be tidied: a line's own, those that stand with a decision, and every reason that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    Of(Line),
    Rationale(DecisionId),
    /// By its place among the decision's dissents.
    Dissent(DecisionId, usize),
    /// The note with which a carried action was settled here.
    Outcome(ActionId),
    /// Why a case was put off to next month.
    Deferral(SlotId),
    /// Why the chair went on with a flagged case.
    WentOn(SlotId),
    /// Why an update in writing was set aside.
    SetAside(UpdateId),
    /// Why the meeting turned from its plan, by the place of that among its turns: put off, adjourned, abandoned, gone on.
    Turn(usize),
    /// What was said to be corrected in the minutes before.
    MinutesBefore,
}

impl Wording {
    /// The line that the words are part of, where they are part of one.
    pub fn line(self) -> Option<Line> {
        match self {
            Self::Of(line) => Some(line),
            Self::Rationale(decision) | Self::Dissent(decision, _) => {
                Some(Line::Decision(decision))
            }
            Self::Outcome(_)
            | Self::Deferral(_)
            | Self::WentOn(_)
            | Self::SetAside(_)
            | Self::Turn(_)
            | Self::MinutesBefore => None,
        }
    }

    /// The same words of another line, as of a case that was discussed together with this one.
    pub(super) fn of(self, line: Line) -> Self {
        match (self, line) {
            (Self::Rationale(_), Line::Decision(other)) => Self::Rationale(other),
            (Self::Dissent(_, nth), Line::Decision(other)) => Self::Dissent(other, nth),
            _ => Self::Of(line),
        }
    }
}

impl From<Line> for Wording {
    fn from(line: Line) -> Self {
        Self::Of(line)
    }
}

impl InSession {
    /// Tidies the wording of a line of this meeting; who received it does not change.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`], [`Refusal::NothingWritten`]; [`Refusal::OwnView`] where a fact would become a personal view;
    /// [`Refusal::NotInThoseWords`] where whoever has it might not have it in these.
    pub fn reword(
        &mut self,
        which: impl Into<Wording>,
        words: Words,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        reword(&mut self.0, which.into(), &words, (pack, on_file))
    }

    /// Takes back the last line of this place, with what was said in one breath with it: a slip, printed nowhere,
    /// kept in the journal. A dissent goes by itself, and the decision stays.
    ///
    /// # Errors
    /// [`Refusal::NothingToUndo`]; [`Refusal::IncidentStays`] where it was heard without a ground.
    pub fn undo(&mut self, at: At) -> Result<Line, Refusal> {
        if let Some(dissented) = self.take_back_dissent(at) {
            return Ok(dissented);
        }
        let line = self.last_line().ok_or(Refusal::NothingToUndo)?;
        let lines = self.0.said_here_with(line);
        if lines.iter().any(|line| self.0.is_incident(*line)) {
            return Err(Refusal::IncidentStays);
        }
        for line in lines {
            self.0.take_back(line, at);
        }
        Ok(line)
    }

    /// The line that an undo would take back.
    pub fn last_line(&self) -> Option<Line> {
        let (p, here) = (&self.0, self.0.place);
        let standing = |i: &&SharedItem| !matches!(i.parts().standing, Standing::Undone { .. });
        let item = p
            .items
            .iter()
            .filter(standing)
            .filter(|i| i.parts().place == here);
        let item = item.map(|i| (i.parts().at, Line::Item(i.parts().id)));
        let new = |a: &&Action| a.place == here && a.is_open() && a.continues.is_none();
        let action = p
            .actions
            .iter()
            .filter(new)
            .map(|a| (a.at, Line::Action(a.id)));
        let decision = p
            .decisions
            .iter()
            .filter(|d| d.place == here && d.undone.is_none());
        let decision = decision.map(|d| (d.at, Line::Decision(d.id)));
        let silent = |(_, s): &(usize, &Silence)| s.place == here && s.undone.is_none();
        let silence = p.silences.iter().enumerate().filter(silent);
        let silence = silence.map(|(n, s)| (s.at, Line::Silence(n)));
        let lines = item.chain(action).chain(decision).chain(silence);
        lines.max_by_key(|(at, _)| *at).map(|(_, line)| line)
    }
}

pub(super) fn reword(
    p: &mut super::Proceedings,
    which: Wording,
    words: &Words,
    by: (&Pack, &OnFile),
) -> Result<(), Refusal> {
    if words.is_blank() {
        return Err(Refusal::NothingWritten);
    }
    if becomes_a_view(p, which, words) {
        return Err(Refusal::OwnView);
    }
    // Of several cases in none, where one of them does not allow it.
    let all = everywhere(p, which);
    let items = items_in_other_words(p, &all, words, by)?;
    let mut found = !items.is_empty();
    for item in items {
        let there = p
            .items
            .iter_mut()
            .filter(|i| i.parts().id == item.parts().id);
        there.for_each(|i| *i = item.clone());
    }
    for one in all {
        found |= reword_one(p, one, words);
    }
    match found {
        true => Ok(()),
        false => Err(Refusal::NoSuchLine),
    }
}

/// A personal view has no way in, by tidying as little as by the line (§4.3 ODOC, authorities). What was blurted out stands as it was
/// said; a judgement, and words that read so already because somebody said expressly that they are fact, are theirs to tidy.
fn becomes_a_view(p: &super::Proceedings, which: Wording, words: &Words) -> bool {
    let Wording::Of(Line::Item(id)) = which else {
        return false;
    };
    let item = p.items.iter().map(SharedItem::parts).find(|i| i.id == id);
    item.is_some_and(|item| {
        item.basis == Basis::Fact
            && item.standing != Standing::Heard
            && !is_view(item.words.as_str())
            && is_view(words.as_str())
    })
}

/// The same words wherever they stand: what was said of several cases at once stands in each of them.
pub(super) fn everywhere(p: &super::Proceedings, which: Wording) -> Vec<Wording> {
    match which.line() {
        Some(line) => p.copies_of(line).into_iter().map(|l| which.of(l)).collect(),
        None => vec![which],
    }
}

fn reword_one(p: &mut super::Proceedings, which: Wording, words: &Words) -> bool {
    let put = |there: &mut Words| *there = words.clone();
    match which {
        Wording::Of(Line::Action(id)) => {
            let action = p.actions.iter_mut().find(|a| a.id == id);
            action.map(|a| put(&mut a.words)).is_some()
        }
        Wording::Of(Line::Decision(id)) => decision(p, id).map(|d| put(&mut d.words)).is_some(),
        // What an item says is weighed with it.
        Wording::Of(Line::Item(_) | Line::Silence(_)) => false,
        Wording::Rationale(id) => {
            let rationale = decision(p, id).and_then(|d| d.rationale.as_mut());
            rationale.map(put).is_some()
        }
        Wording::Dissent(id, nth) => {
            let dissent = decision(p, id).and_then(|d| d.dissents.get_mut(nth));
            let dissent = dissent.filter(|dissent| dissent.withdrawn.is_none());
            dissent.map(|d| put(&mut d.words)).is_some()
        }
        Wording::Outcome(id) => {
            let here = p.id;
            let settled = p.carried.iter_mut().filter(|a| a.id == id);
            let mut settled = settled.filter_map(|a| a.settled.as_mut());
            let note = settled.find(|s| s.meeting == here);
            note.and_then(|s| s.note.as_mut()).map(put).is_some()
        }
        Wording::Deferral(id) => match p.slot_mut(id).map(|slot| &mut slot.progress) {
            Ok(SlotProgress::Deferred { reason }) => {
                put(reason);
                true
            }
            _ => false,
        },
        beside => reason(p, beside).map(put).is_some(),
    }
}

/// A reason that stands by itself, where one was given.
fn reason(p: &mut super::Proceedings, which: Wording) -> Option<&mut Words> {
    match which {
        Wording::WentOn(id) => p.slot_mut(id).ok()?.went_on_because.as_mut(),
        Wording::SetAside(id) => {
            let update = p.updates.iter_mut().find(|u| u.id == id)?;
            update.set_aside.as_mut().map(|aside| &mut aside.reason)
        }
        Wording::Turn(n) => p.turns.get_mut(n)?.reason.as_mut(),
        Wording::MinutesBefore => p.previous.as_mut()?.corrections.as_mut(),
        _ => None,
    }
}

impl super::Proceedings {
    /// The case that words are about, so that they can be erased with that person.
    pub fn case_of_words(&self, which: Wording) -> Option<CaseId> {
        match which {
            Wording::Outcome(id) => self.carried.iter().find(|a| a.id == id)?.case,
            Wording::Deferral(slot) | Wording::WentOn(slot) => self.case_at(Place::Case(slot)),
            Wording::SetAside(id) => self.case_at(Place::Case(self.update(id).ok()?.slot)),
            _ => self
                .place_of(which.line()?)
                .and_then(|place| self.case_at(place)),
        }
    }
}

fn decision(p: &mut super::Proceedings, id: DecisionId) -> Option<&mut Decision> {
    p.decisions.iter_mut().find(|d| d.id == id)
}
