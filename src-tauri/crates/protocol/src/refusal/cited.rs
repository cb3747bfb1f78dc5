//! Under which clause a refusal stands, and whom it concerns.

use super::{Clause, Refusal};
use crate::ids::AttendanceId;
use crate::pack::{Clauses, Rule};

impl Refusal {
    /// The clause in force that the refusal rests on; none where the agreement is silent, as of who has the chair.
    pub fn clause(&self, clauses: &Clauses) -> Option<Clause> {
        use Refusal::*;
        let rule = match self {
            NotPermitted(clause)
            | HeardThere(clause)
            | NotInThoseWords(clause)
            | NoLongerPermitted(clause) => {
                return Some(clause.clone());
            }
            NothingWritten | NobodyChairs | NotQuorate | NobodyMissing | HearsOnly
            | ChairsAlready(_) | NoDeputyNeeded(_) => return None,
            NotComplete(rule) | AlreadyWithdrawn(rule) => *rule,
            StatementNotRead
            | NotEveryoneAccepted(_)
            | AnotherTextShown
            | GateClosed
            | PutOffToday => Rule::AgreementAccepted,
            DeclarationsMissing(_) | NoDeclarationNeeded(_) | NotSigned => Rule::DeclarationSigned,
            OriginatorNotHere | OriginatorHere | OwnView => Rule::Representatives,
            NobodyReceives | AboutAPerson | OwnerDidNotHear => Rule::Minimum,
            NotInThePack | OtherCohort => Rule::PurposesAndPowers,
            OthersInformation => Rule::OriginalOwner,
            BlanketConsent | ScopeNamesNothing => Rule::ConsentSpecific,
            ConsentNotInformed => Rule::ConsentInformed,
            DatesOutOfOrder => Rule::ConsentDated,
            WrongManager => Rule::ManagersAuthority,
            PowerIsNoGround | PowerSuperseded | PowerDoesNotReach(_) | ConditionDoesNotServe => {
                Rule::Powers
            }
            NobodyTakesMinutes
            | NoEarlierMinutes
            | MinutesNotSigned
            | NothingDecided(_)
            | NotTheChair
            | NoSuchLine
            | NothingToUndo
            | NothingToRedo
            | TimesDoNotFit(_)
            | SpokeThen(_)
            | NoSuchAction
            | NewDateNeeded
            | DateInThePast
            | WrongStage
            | NotOnTheRegister
            | AlreadyOnTheRegister(_)
            | NotInTheRoom(_)
            | AnotherCaseOpen(_)
            | NoCaseOpen
            | NotOnTheAgenda
            | AlreadyOnTheAgenda
            | CaseDone(_)
            | NotAddedHere
            | RecordedOfIt
            | RoomNotAsked
            | NoSuchUpdate
            | UpdateWaits
            | SomethingWasShared
            | EveryoneHasSpoken
            | MayBeShared
            | NotShared
            | TakenUp
            | Withheld
            | IncidentStays
            | FileInAMeeting
            | BuiltUpon => Rule::WrittenRecord,
        };
        Some(clauses.of(rule).clone())
    }

    /// The people whom the refusal is about.
    pub fn people(&self) -> Vec<AttendanceId> {
        match self {
            Self::NotEveryoneAccepted(people)
            | Self::DeclarationsMissing(people)
            | Self::PowerDoesNotReach(people) => people.clone(),
            Self::AlreadyOnTheRegister(one)
            | Self::NotInTheRoom(one)
            | Self::TimesDoNotFit(one)
            | Self::SpokeThen(one)
            | Self::ChairsAlready(one)
            | Self::NoDeputyNeeded(one)
            | Self::NoDeclarationNeeded(one) => vec![*one],
            _ => Vec::new(),
        }
    }
}
