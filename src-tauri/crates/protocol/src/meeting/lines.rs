//! What is said besides items: actions, decisions, dissent, silence; tidied and taken back.

use super::agenda::Place;
use super::door::InSession;
use super::tidying::Line;
use crate::ids::{ActionId, DecisionId, TeamKey};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::room::Whereabouts;
use crate::sharing::{
    Action, ActionOwner, Decision, DecisionKind, Dissent, SharedItem, Silence, SilenceKind,
    Standing,
};
use crate::trade::{At, Strand};
use crate::words::Words;
use chrono::NaiveDate;

impl InSession {
    /// Records an action; it arises from the last item shared in the same place.
    ///
    /// # Errors
    /// [`Refusal::NothingWritten`], [`Refusal::DateInThePast`], [`Refusal::NotInThePack`];
    /// [`Refusal::HearsOnly`] while somebody needed is away and reports alone are heard.
    #[allow(clippy::too_many_arguments)]
    pub fn record_action(
        &mut self,
        id: ActionId,
        owner: ActionOwner,
        words: Words,
        due: Option<NaiveDate>,
        strand: Option<Strand>,
        at: At,
        pack: &Pack,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        self.decides()?;
        let team = pack.team(&owner.team).ok_or(Refusal::NotInThePack)?;
        if words.is_blank() {
            return Err(Refusal::NothingWritten);
        }
        if due.is_some_and(|due| due < self.0.date) {
            return Err(Refusal::DateInThePast);
        }
        let place = self.0.place;
        let shared_here =
            |i: &&SharedItem| i.parts().place == place && i.parts().standing == Standing::Shared;
        let arises_from = self
            .0
            .items
            .iter()
            .rev()
            .find(shared_here)
            .map(|i| i.parts().id);
        self.0.actions.push(Action {
            id,
            meeting: self.0.id,
            place,
            case: self.0.case_at(place),
            strand: strand.or(Some(team.strand)),
            owner,
            words,
            due,
            at,
            arises_from,
            continues: None,
            settled: None,
            undone: None,
        });
        Ok(())
    }

    /// Records a decision, or an express "no action".
    ///
    /// # Errors
    /// [`Refusal::NothingWritten`].
    pub fn record_decision(
        &mut self,
        id: DecisionId,
        kind: DecisionKind,
        words: Words,
        rationale: Option<Words>,
        no_action: bool,
        at: At,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        self.decides()?;
        if words.is_blank() && !no_action {
            return Err(Refusal::NothingWritten);
        }
        let (place, dissents) = (self.0.place, Vec::new());
        let decision = Decision {
            id,
            kind,
            place,
            at,
            words,
            rationale,
            dissents,
            no_action,
            undone: None,
        };
        self.0.decisions.push(decision);
        Ok(())
    }

    /// Records an agency's dissent from the last decision of this place.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`] before any decision; [`Refusal::OriginatorNotHere`].
    pub fn record_dissent(&mut self, team: TeamKey, words: Words, at: At) -> Result<(), Refusal> {
        self.team_is_here(&team)?;
        if words.is_blank() {
            return Err(Refusal::NothingWritten);
        }
        let place = self.0.place;
        let standing = |d: &&mut Decision| d.place == place && d.undone.is_none();
        let decision = self.0.decisions.iter_mut().rev().find(standing);
        let dissents = &mut decision.ok_or(Refusal::NoSuchLine)?.dissents;
        let withdrawn = None;
        dissents.push(Dissent {
            team,
            words,
            at,
            withdrawn,
        });
        Ok(())
    }

    /// Takes a dissent back where it is the last thing said here; the decision itself stands.
    pub(super) fn take_back_dissent(&mut self, at: At) -> Option<Line> {
        let (decision, said) = self.last_dissent()?;
        let later = self.last_line().and_then(|line| self.0.said_at(line));
        if later.is_some_and(|later| later > said) {
            return None;
        }
        let places = self.0.discussed();
        let here = |d: &&mut Decision| places.contains(&d.place) && d.undone.is_none();
        // What was said of several cases at once is taken back in each of them.
        for d in self.0.decisions.iter_mut().filter(here) {
            let these = d.dissents.iter_mut().filter(|dissent| dissent.at == said);
            these.for_each(|dissent| {
                dissent.withdrawn.get_or_insert(at);
            });
        }
        Some(Line::Decision(decision))
    }

    fn last_dissent(&self) -> Option<(DecisionId, At)> {
        let here = |d: &&Decision| d.place == self.0.place && d.undone.is_none();
        let all = self.0.decisions.iter().filter(here);
        let all = all.flat_map(|d| d.standing_dissents().map(|(_, dissent)| (d.id, dissent.at)));
        all.max_by_key(|(_, at)| *at)
    }

    /// Records that an agency was asked and had nothing, or declined to share.
    ///
    /// # Errors
    /// [`Refusal::NoCaseOpen`], [`Refusal::OriginatorNotHere`].
    pub fn record_silence(
        &mut self,
        team: TeamKey,
        kind: SilenceKind,
        at: At,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        let place = Place::Case(self.open_case_slot()?);
        self.team_is_here(&team)?;
        self.0.silences.push(Silence {
            place,
            team,
            kind,
            at,
            written: None,
            undone: None,
        });
        Ok(())
    }

    pub(super) fn decides(&self) -> Result<(), Refusal> {
        match self.0.hears_only() {
            true => Err(Refusal::HearsOnly),
            false => Ok(()),
        }
    }

    fn team_is_here(&self, team: &TeamKey) -> Result<(), Refusal> {
        let of_team = |a: &&crate::room::Attendance| {
            a.agency.is(team) && a.whereabouts == Whereabouts::InTheRoom
        };
        self.0
            .attendances
            .iter()
            .find(of_team)
            .map(|_| ())
            .ok_or(Refusal::OriginatorNotHere)
    }
}
