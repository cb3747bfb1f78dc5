//! What was decided and why, who dissented, and who said that they had nothing.

use crate::ids::{DecisionId, TeamKey, UpdateId};
use crate::meeting::Place;
use crate::trade::At;
use crate::words::Words;

/// What a case review decides on (§4.3 DIP, purpose); most decisions are of no such kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecisionKind {
    #[default]
    Other,
    CareCoordination,
    Caseload,
    /// The case comes off the caseload, and its retention period begins.
    Closure,
    /// The case comes off the cohort, whoever manages it from then on.
    Deselection,
    /// Another forum takes the case over, under a protocol of its own (§4.3 MAPPA).
    ReferredToMappa,
    ReferredToChildProtection,
    /// The room was asked and nobody held anything new: the plan goes on.
    NoChange,
}

impl DecisionKind {
    /// Whether the case leaves this meeting by it.
    pub fn sends_away(self) -> bool {
        matches!(
            self,
            Self::Deselection | Self::ReferredToMappa | Self::ReferredToChildProtection
        )
    }
}

/// A decision with its reason, as it was read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub id: DecisionId,
    pub kind: DecisionKind,
    pub place: Place,
    pub at: At,
    pub words: Words,
    pub rationale: Option<Words>,
    /// Those that were withdrawn keep their places: what was corrected of the others is kept by them.
    pub dissents: Vec<Dissent>,
    /// "No action" said expressly, so that the case can close with nothing else decided.
    pub no_action: bool,
    pub undone: Option<At>,
}

impl Decision {
    /// The differing views that stand, each with its place.
    pub fn standing_dissents(&self) -> impl Iterator<Item = (usize, &Dissent)> {
        let all = self.dissents.iter().enumerate();
        all.filter(|(_, dissent)| dissent.withdrawn.is_none())
    }
}

/// An agency's differing view, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dissent {
    pub team: TeamKey,
    pub words: Words,
    pub at: At,
    /// When it was taken back: nobody said it, and it is printed nowhere.
    pub withdrawn: Option<At>,
}

/// An agency that was asked and gave nothing: silence is never ambiguous.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    pub place: Place,
    pub team: TeamKey,
    pub kind: SilenceKind,
    pub at: At,
    /// The update that said so, where the agency gave it in writing.
    pub written: Option<UpdateId>,
    pub undone: Option<At>,
}

/// The two ways to give nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SilenceKind {
    /// Asked; holds nothing new.
    NilReturn,
    /// Holds something and declined to share it.
    Declined,
}
