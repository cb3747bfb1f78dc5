//! Every refusal of the rules by the name by which the window says it.

use protocol::refusal::Refusal;
use serde::Serialize;
use ts_rs::TS;

macro_rules! refusal_codes {
    ($($code:ident: $pattern:pat,)*) => {
        /// The refusals by name: exactly those of the rules, each with its sentence in the window.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum RefusalCode { $($code,)* MeetingUnderWay, }

        impl From<&Refusal> for RefusalCode {
            fn from(refusal: &Refusal) -> Self {
                match refusal { $($pattern => Self::$code,)* }
            }
        }
    };
}

refusal_codes! {
    WrongStage: Refusal::WrongStage,
    NotOnTheRegister: Refusal::NotOnTheRegister,
    AlreadyOnTheRegister: Refusal::AlreadyOnTheRegister(_),
    NotInTheRoom: Refusal::NotInTheRoom(_),
    StatementNotRead: Refusal::StatementNotRead,
    NobodyChairs: Refusal::NobodyChairs,
    NobodyTakesMinutes: Refusal::NobodyTakesMinutes,
    NotEveryoneAccepted: Refusal::NotEveryoneAccepted(_),
    DeclarationsMissing: Refusal::DeclarationsMissing(_),
    AnotherTextShown: Refusal::AnotherTextShown,
    NoDeclarationNeeded: Refusal::NoDeclarationNeeded(_),
    NotSigned: Refusal::NotSigned,
    GateClosed: Refusal::GateClosed,
    AnotherCaseOpen: Refusal::AnotherCaseOpen(_),
    NoCaseOpen: Refusal::NoCaseOpen,
    NotOnTheAgenda: Refusal::NotOnTheAgenda,
    AlreadyOnTheAgenda: Refusal::AlreadyOnTheAgenda,
    CaseDone: Refusal::CaseDone(_),
    NotAddedHere: Refusal::NotAddedHere,
    RecordedOfIt: Refusal::RecordedOfIt,
    NothingDecided: Refusal::NothingDecided(_),
    OriginatorNotHere: Refusal::OriginatorNotHere,
    OriginatorHere: Refusal::OriginatorHere,
    AboutAPerson: Refusal::AboutAPerson,
    OwnView: Refusal::OwnView,
    NotPermitted: Refusal::NotPermitted(_),
    NobodyReceives: Refusal::NobodyReceives,
    NothingWritten: Refusal::NothingWritten | Refusal::NotComplete(_),
    NotInThePack: Refusal::NotInThePack,
    NoSuchLine: Refusal::NoSuchLine,
    NothingToUndo: Refusal::NothingToUndo,
    NotQuorate: Refusal::NotQuorate,
    NobodyMissing: Refusal::NobodyMissing,
    HearsOnly: Refusal::HearsOnly,
    ChairsAlready: Refusal::ChairsAlready(_),
    NoDeputyNeeded: Refusal::NoDeputyNeeded(_),
    NoSuchAction: Refusal::NoSuchAction,
    NewDateNeeded: Refusal::NewDateNeeded,
    DateInThePast: Refusal::DateInThePast,
    PutOffToday: Refusal::PutOffToday,
    NoEarlierMinutes: Refusal::NoEarlierMinutes,
    MinutesNotSigned: Refusal::MinutesNotSigned,
    TimesDoNotFit: Refusal::TimesDoNotFit(_),
    SpokeThen: Refusal::SpokeThen(_),
    NothingToRedo: Refusal::NothingToRedo,
    RoomNotAsked: Refusal::RoomNotAsked,
    NoSuchUpdate: Refusal::NoSuchUpdate,
    UpdateWaits: Refusal::UpdateWaits,
    SomethingWasShared: Refusal::SomethingWasShared,
    EveryoneHasSpoken: Refusal::EveryoneHasSpoken,
    NotTheChair: Refusal::NotTheChair,
    MayBeShared: Refusal::MayBeShared,
    NotShared: Refusal::NotShared,
    TakenUp: Refusal::TakenUp,
    Withheld: Refusal::Withheld,
    OthersInformation: Refusal::OthersInformation,
    OwnerDidNotHear: Refusal::OwnerDidNotHear,
    IncidentStays: Refusal::IncidentStays,
    BlanketConsent: Refusal::BlanketConsent,
    ConsentNotInformed: Refusal::ConsentNotInformed,
    ScopeNamesNothing: Refusal::ScopeNamesNothing,
    DatesOutOfOrder: Refusal::DatesOutOfOrder,
    AlreadyWithdrawn: Refusal::AlreadyWithdrawn(_),
    WrongManager: Refusal::WrongManager,
    PowerIsNoGround: Refusal::PowerIsNoGround,
    PowerSuperseded: Refusal::PowerSuperseded,
    ConditionDoesNotServe: Refusal::ConditionDoesNotServe,
    PowerDoesNotReach: Refusal::PowerDoesNotReach(_),
    HeardThere: Refusal::HeardThere(_),
    NotInThoseWords: Refusal::NotInThoseWords(_),
    NoLongerPermitted: Refusal::NoLongerPermitted(_),
    FileInAMeeting: Refusal::FileInAMeeting,
    OtherCohort: Refusal::OtherCohort,
    BuiltUpon: Refusal::BuiltUpon,
}
