//! What a person can do about something that did not work: four kinds, and no sentences.

mod codes;

pub use codes::RefusalCode;
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
