//! What a line has been understood to say, and where in the line it says it.

use crate::clocks::date_words::DateWordsFault;
use crate::ids::{AttendanceId, KindKey, TeamKey};
use crate::sharing::{DecisionKind, Source, SubjectCategory};
use crate::trade::{Basis, Strand};
use crate::words::Words;
use chrono::NaiveDate;

/// A line's meaning and its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub understood: Understood,
    /// In line order; together they hold every character that is not white space, each once.
    pub parts: Vec<Part>,
}

/// What would be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Understood {
    Empty,
    /// A team shares information of a kind.
    Item {
        team: TeamKey,
        kind: KindKey,
        words: Words,
        basis: Basis,
        /// Who in the room does not receive it.
        without: Vec<LeftOut>,
        /// Who receives it without being in the room.
        also: Vec<Also>,
        /// Whose it is, where the team has it from somebody else.
        source: Source,
        /// Whom it speaks of, where that is not simply the person under discussion.
        about: Option<SubjectCategory>,
    },
    /// Somebody is to do something; no team means that the owner is still to be said.
    Action {
        team: Option<TeamKey>,
        person: Option<AttendanceId>,
        words: Words,
        due: Option<NaiveDate>,
        strand: Option<Strand>,
    },
    Decision {
        kind: DecisionKind,
        words: Words,
        rationale: Option<Words>,
    },
    /// A team disagrees with what was decided.
    Dissent {
        team: TeamKey,
        words: Words,
    },
    /// The team holds nothing new.
    NilReturn {
        team: TeamKey,
    },
    /// The team holds something and does not share it.
    Declined {
        team: TeamKey,
    },
    /// Not yet something that can be recorded: what is wanted, and what it could be.
    Unfinished {
        want: Want,
        candidates: Vec<Candidate>,
    },
}

/// Somebody in the room who does not receive an item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    Team(TeamKey),
    Person(AttendanceId),
}

/// Somebody not in the room who is to receive an item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Also {
    Team(TeamKey),
    /// Not in the pack: neither known nor a party, which the rules will have something to say about.
    Unlisted(Words),
}

/// What an unfinished line wants next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Want {
    Agency,
    Kind,
    Words,
    /// A recipient left out or added has to be made plain.
    Recipient,
    /// Whose information it is has to be made plain.
    Source,
    /// Victim, witness, suspect or convicted.
    Category,
    /// One owner of what is said, where several were named.
    OneSource,
    /// One category of people, where several were named.
    OneCategory,
    Person,
    Date,
    /// Fact or professional judgement: there is no third (§4.3 ODOC, authorities).
    Basis,
    /// A nil return or a refusal is complete, and words follow it.
    NothingMore,
}

/// Something that a part could mean.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Candidate {
    Team(TeamKey),
    Kind(KindKey),
    Person(AttendanceId),
}

/// A stretch of the line, in UTF-16 code units as the window counts them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub from: usize,
    pub to: usize,
    pub role: Role,
    /// What it means, or could mean where `fault` says that it is not plain.
    pub candidates: Vec<Candidate>,
    pub fault: Option<CaptureFault>,
}

/// What a part does in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The `>`, `=` or `!` that begins a line.
    Sign,
    Agency,
    Kind,
    Words,
    /// Leaves a recipient out.
    Without,
    /// Adds a recipient who is not in the room.
    Also,
    /// Adds a recipient who is in the room and receives it anyway.
    AlreadyHere,
    Basis,
    /// `from:`, whose information it originally is.
    Source,
    /// `about:`, whom it speaks of.
    About,
    NilReturn,
    Declined,
    Person,
    Strand,
    Due,
    /// A date without a "by" before it, taken because it can be nothing else; a full stop gives it back to the words.
    BareDue,
    /// What a decision is about: `care:`, `caseload:`, `closure:`.
    DecisionKind,
    /// The word between a decision and its rationale.
    Because,
    Rationale,
    /// Looks like a marker and is kept among the words, because it names nobody.
    Doubtful,
}

/// Why a part is not plain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaptureFault {
    UnknownAgency,
    AmbiguousAgency,
    UnknownKind,
    AmbiguousKind,
    /// A `-` names nobody, where somebody may think that it does.
    UnknownRecipient,
    AmbiguousRecipient,
    /// A `-` or `+` stands alone before a name.
    LoneSign,
    /// The team that shares cannot be left out of what it says.
    LeavesOutSharer,
    /// A `from:` names neither a group nor an agency.
    UnknownSource,
    /// An `about:` names no category of people.
    UnknownCategory,
    /// A second `from:` names another owner.
    SecondSource,
    /// A second `about:` names another category of people.
    SecondCategory,
    /// The same team is left out and added.
    OutAndIn,
    UnknownPerson,
    AmbiguousPerson,
    /// The person named belongs to another team than the one named.
    PersonOfAnotherTeam,
    Date(DateWordsFault),
    WordsAfter,
    /// The words are somebody's own view, and nobody has said which of the two it is: fact, or professional judgement.
    PersonalView,
}

impl CaptureFault {
    pub(super) fn want(self) -> Want {
        match self {
            Self::UnknownAgency | Self::AmbiguousAgency => Want::Agency,
            Self::UnknownSource => Want::Source,
            Self::UnknownCategory => Want::Category,
            Self::SecondSource => Want::OneSource,
            Self::SecondCategory => Want::OneCategory,
            Self::UnknownKind | Self::AmbiguousKind => Want::Kind,
            Self::UnknownRecipient
            | Self::AmbiguousRecipient
            | Self::LoneSign
            | Self::LeavesOutSharer
            | Self::OutAndIn => Want::Recipient,
            Self::UnknownPerson | Self::AmbiguousPerson | Self::PersonOfAnotherTeam => Want::Person,
            Self::Date(_) => Want::Date,
            Self::WordsAfter => Want::NothingMore,
            Self::PersonalView => Want::Basis,
        }
    }
}
