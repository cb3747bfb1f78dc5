//! What changes outside the meeting along with a move of it, under the one entry; and how it was before, to be put back with it.

use crate::cases::CaseChange;
use crate::problem::Problem;
use crate::session::Desk;
use crate::undoing::{Outside, PutBack};
use protocol::cases::Case;
use protocol::people::Person;
use protocol::trade::At;
use record::tables::{Filed, FiledWords};
use record::{Entry, RecordError, Tables};

/// A case's file, a paper about it, or somebody's row of the register of people.
pub(crate) trait Along {
    /// The entry with the words of the change.
    fn entered(&self, entry: Entry) -> Entry;

    /// Writes it.
    ///
    /// # Errors
    /// [`RecordError`], and then nothing was written.
    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError>;

    /// How what it changes stands now, to be put back should the move be taken back.
    ///
    /// # Errors
    /// The problem of reading it.
    fn before(&self, _desk: &Desk) -> Result<Outside, Problem> {
        Ok(Vec::new())
    }

    /// Whether it is something that the live meeting shows beside itself, which then is read anew.
    fn is_shown_beside(&self) -> bool {
        true
    }
}

/// The half-typed line under this key is a line of the record now: never both there and recorded.
pub(crate) struct LineEntered {
    pub(crate) key: String,
    /// Notes and reasons that were typed beside it and are entered by nobody yet.
    pub(crate) left: Option<(At, Vec<u8>)>,
}

impl Along for LineEntered {
    fn entered(&self, entry: Entry) -> Entry {
        entry
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        match &self.left {
            Some((at, bytes)) => tables.drafts().keep(&self.key, *at, bytes),
            None => tables.drafts().drop(&self.key),
        }
    }

    fn is_shown_beside(&self) -> bool {
        false
    }
}

impl Along for CaseChange {
    fn entered(&self, entry: Entry) -> Entry {
        CaseChange::entered(self, entry)
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        CaseChange::apply(self, tables)
    }

    fn before(&self, desk: &Desk) -> Result<Outside, Problem> {
        let was = desk.record()?.read().cases().one(self.id())?;
        Ok(before(was, || self.case().clone()))
    }
}

impl PutBack for Case {
    fn ready(&self, desk: &Desk) -> Result<Box<dyn Along>, Problem> {
        Ok(Box::new(CaseChange::to(self.clone(), desk)?))
    }
}

impl Along for Vec<CaseChange> {
    fn entered(&self, entry: Entry) -> Entry {
        self.iter().fold(entry, |entry, one| one.entered(entry))
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        self.iter().try_for_each(|one| one.apply(tables))
    }

    fn before(&self, desk: &Desk) -> Result<Outside, Problem> {
        let each: Result<Vec<_>, _> = self.iter().map(|one| one.before(desk)).collect();
        Ok(each?.into_iter().flatten().collect())
    }
}

impl Along for Filed {
    fn entered(&self, entry: Entry) -> Entry {
        entry.with_words(FiledWords::of(self))
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.on_file().save(self)
    }

    fn before(&self, desk: &Desk) -> Result<Outside, Problem> {
        let file = match self.case() {
            Some(case) => crate::grounds::reading::papers_of(desk, case)?,
            None => desk.record()?.read().on_file().of(None)?,
        };
        Ok(before(self.earlier(&file), || self.clone()))
    }
}

/// What is put back as it is given here.
impl<What: Along + Clone + Send + 'static> PutBack for What {
    fn ready(&self, _: &Desk) -> Result<Box<dyn Along>, Problem> {
        Ok(Box::new(self.clone()))
    }
}

/// What may be there or not.
pub(crate) trait Comes: PutBack + Clone + 'static {
    /// Takes it away.
    ///
    /// # Errors
    /// [`RecordError`], and then nothing was written.
    fn goes(&self, tables: &Tables<'_>) -> Result<(), RecordError>;

    /// What an entry says of its going.
    fn named(&self, entry: Entry) -> Entry {
        entry
    }
}

/// Something that was not there before: putting things back takes it away again, and its words stay in the journal.
#[derive(Clone)]
pub(crate) struct Gone<What>(pub(crate) What);

impl<What: Comes> Along for Gone<What> {
    fn entered(&self, entry: Entry) -> Entry {
        self.0.named(entry)
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        self.0.goes(tables)
    }

    fn before(&self, _: &Desk) -> Result<Outside, Problem> {
        Ok(vec![Box::new(self.0.clone())])
    }
}

/// How something was; where it was not there, that it goes again.
pub(crate) fn before<What: Comes>(was: Option<What>, comes: impl FnOnce() -> What) -> Outside {
    let was: Box<dyn PutBack> = match was {
        Some(was) => Box::new(was),
        None => Box::new(Gone(comes())),
    };
    vec![was]
}

impl Comes for Case {
    fn goes(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.cases().drop(self.id)
    }
}

impl Comes for Filed {
    fn goes(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.on_file().drop(self)
    }
}

impl Comes for Person {
    fn goes(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.people().drop(self.id)
    }
}

/// Who somebody is stands in no journal entry; that their row changed does.
impl Along for Person {
    fn entered(&self, entry: Entry) -> Entry {
        entry
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.people().save(self)
    }

    fn before(&self, desk: &Desk) -> Result<Outside, Problem> {
        let was = desk.record()?.read().people().one(self.id)?;
        Ok(before(was, || self.clone()))
    }
}
