//! What a person can do about something that did not work: four kinds, and no sentences.

use protocol::ids::AttendanceId;
use protocol::meeting::Proceedings;
use protocol::pack::Clauses;
use protocol::refusal::Refusal;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Why a command did nothing.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Problem {
    /// Finish the form: every field that is wrong, at once.
    Unfinished { fields: Vec<FieldFault> },
    /// Change the plan: a rule says no.
    Refused { refusal: RefusalView },
    /// Unlock: nobody is signed in, or the laptop is handed over.
    Locked { why: LockedWhy },
    /// Ring somebody: the record or the machine failed.
    Broken { what: BrokenCode },
    /// Write it otherwise: it holds a character that no typeface here has.
    Unprintable { at: Unprinted },
}

/// What cannot be printed, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Unprinted {
    pub character: String,
    /// The document that cannot be made, by what it would be called; empty where something is only being written.
    pub document: String,
    /// Its part, as the part is headed: a case, say.
    pub part: String,
}

/// One field of a form, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldFault {
    pub field: String,
    /// The code of the fault; its sentence stands in the window's words.
    pub code: String,
    pub facts: BTreeMap<String, String>,
}

/// A rule's "no", with its clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RefusalView {
    pub code: RefusalCode,
    /// The clause as the agreement in force numbers it; empty until somebody who knows that agreement has cited it.
    pub clause: String,
    #[serde(skip)]
    #[ts(skip)]
    rests_on: Box<Refusal>,
    #[ts(as = "Vec<String>")]
    pub people: Vec<AttendanceId>,
    /// The names of those people, for the sentence.
    pub names: Vec<String>,
}

/// Why nothing can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LockedWhy {
    NotSignedIn,
    HandedOver,
    NotHandedOver,
    /// The meeting rests until its PIN is typed.
    Resting,
    /// Whoever chaired at the close has no passphrase of their own yet.
    SignerHasNone,
    WrongPassphrase,
    WrongRecoveryKey,
    WrongPin,
    TooManyTries,
}

/// What failed outside the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BrokenCode {
    NoRecordHere,
    FileMissing,
    FileEmpty,
    NewerVersion,
    AlreadyOpen,
    ReadOnlyFolder,
    RecordDamaged,
    KeyfileEmpty,
    KeyfileDamaged,
    KeyCostRefused,
    RecordExists,
    DiskFull,
    CouldNotWrite,
    FacesMissing,
    /// The pages could not be written as a file, though every letter is there.
    NotPrinted,
    FacesUnreadable,
    SaveFailed,
    Cancelled,
    Internal,
}

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

impl From<RefusalView> for Problem {
    fn from(refusal: RefusalView) -> Self {
        Self::Refused { refusal }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::Refused {
            refusal: RefusalView::uncited(&refusal, None),
        }
    }
}

/// A refusal with the names of those in this meeting whom it concerns.
pub(crate) fn refused(refusal: &Refusal, proceedings: &Proceedings) -> Problem {
    Problem::Refused {
        refusal: RefusalView::uncited(refusal, Some(proceedings)),
    }
}

/// What those of them who are on the meeting's register are called.
fn named(p: &Proceedings, people: &[AttendanceId]) -> Vec<String> {
    let callings = p.callings();
    let names = people.iter().map(|id| callings.alone(*id));
    names.filter(|name| !name.is_empty()).collect()
}

impl RefusalView {
    /// A refusal as a view shows it before anybody tries: cited, with the names of those whom it concerns.
    pub(crate) fn of(refusal: &Refusal, clauses: &Clauses, proceedings: &Proceedings) -> Self {
        Self::uncited(refusal, Some(proceedings)).citing(clauses)
    }

    /// A refusal on its way out: the desk cites it, which knows the agreement.
    pub(crate) fn uncited(refusal: &Refusal, proceedings: Option<&Proceedings>) -> Self {
        let people = refusal.people();
        let concerns = proceedings.filter(|_| !people.is_empty());
        let names = concerns.map(|p| named(p, &people));
        Self {
            code: refusal.into(),
            clause: String::new(),
            rests_on: Box::new(refusal.clone()),
            names: names.unwrap_or_default(),
            people,
        }
    }

    /// A meeting that goes on holds up what would begin or prepare another.
    pub(crate) fn under_way() -> Self {
        let code = RefusalCode::MeetingUnderWay;
        Self {
            code,
            ..Self::uncited(&Refusal::WrongStage, None)
        }
    }

    /// The refusal with the clause of an agreement; one that has been cited already keeps it.
    pub(crate) fn citing(mut self, clauses: &Clauses) -> Self {
        if self.clause.is_empty() {
            let clause = self.rests_on.clause(clauses);
            self.clause = clause.map(|one| one.to_string()).unwrap_or_default();
        }
        self
    }
}

impl Problem {
    /// A refusal with the clause that it rests on; any other problem as it was.
    pub(crate) fn citing(self, clauses: &Clauses) -> Self {
        match self {
            Self::Refused { refusal } => Self::Refused {
                refusal: refusal.citing(clauses),
            },
            other => other,
        }
    }

    /// One field is wrong.
    pub fn field(field: &str, code: &str) -> Self {
        Self::Unfinished {
            fields: vec![FieldFault::new(field, code)],
        }
    }

    /// Something failed outside the rules.
    pub fn broken(what: BrokenCode) -> Self {
        Self::Broken { what }
    }
}

impl FieldFault {
    /// A fault that needs no facts.
    pub fn new(field: &str, code: &str) -> Self {
        Self {
            field: field.to_owned(),
            code: code.to_owned(),
            facts: BTreeMap::new(),
        }
    }

    /// Adds a fact for the sentence.
    pub fn with(mut self, fact: &str, value: impl ToString) -> Self {
        self.facts.insert(fact.to_owned(), value.to_string());
        self
    }
}
