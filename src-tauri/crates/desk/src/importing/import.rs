//! An import under way: the file, what each row came to, and how far the taking over has come.

use super::cells;
use super::columns;
use super::forms::{ImportAgreeForm, ImportColumnsForm, ImportField};
use super::row::{self, Taken};
use super::sheet::Sheet;
use crate::cases::{Checked, checked};
use crate::faults::named;
use crate::meetings::Kind;
use crate::problem::FieldFault;
use chrono::NaiveDate;
use protocol::cases::Case;
use protocol::ids::CaseId;
use protocol::likeness::{Known, Likeness, Marks};
use protocol::pack::Pack;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many rows are checked in one step: a step is short, so that anything else may come between.
const STEP: usize = 1_000;

/// What is held of an import between one command and the next; the words of the file go when it is dropped.
pub(crate) struct Import {
    pub(super) name: String,
    pub(super) fingerprint: String,
    pub(super) sheet: Sheet,
    pub(super) pack: Arc<Pack>,
    pub(super) columns: Vec<Option<ImportField>>,
    pub(super) meeting: Kind,
    /// One for each row that was checked, in their order.
    pub(super) found: Vec<Found>,
    pub(super) tally: Tally,
    /// The cases of the record, by what they would be recognised by.
    existing: Known<CaseId>,
    seen: Known<u32>,
    references: BTreeSet<String>,
    pub(super) agreed: Option<ImportAgreeForm>,
    /// The row that comes next.
    pub(super) next: usize,
    pub(super) imported: u32,
    pub(super) skipped: u32,
}

/// What a row came to.
pub(super) struct Found {
    pub faults: Vec<FieldFault>,
    pub twin: Option<(Twin, Likeness)>,
    pub formulas: Vec<usize>,
    pub included: bool,
}

/// How many rows came to what: kept, because counting a hundred thousand anew at each step would be felt.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    pub ready: u32,
    pub faulty: u32,
    pub twins: u32,
    pub formulas: u32,
}

impl Tally {
    fn count(&mut self, found: &Found) {
        self.ready += u32::from(found.included);
        self.faulty += u32::from(!found.faults.is_empty());
        self.twins += u32::from(found.twin.is_some());
        self.formulas += u32::from(!found.formulas.is_empty());
    }
}

/// Who is there already.
#[derive(Clone, Copy)]
pub(super) enum Twin {
    Case(CaseId),
    /// An earlier row of the file, by its number.
    Row(u32),
}

impl Import {
    /// A file just read; its columns are guessed by their heads.
    pub(super) fn of((name, fingerprint): (String, String), sheet: Sheet, pack: Arc<Pack>) -> Self {
        let columns = columns::guessed(&sheet.heads, sheet.width());
        Self {
            name,
            fingerprint,
            sheet,
            pack,
            columns,
            meeting: Kind::Odoc,
            found: Vec::new(),
            tally: Tally::default(),
            existing: Known::default(),
            seen: Known::default(),
            references: BTreeSet::new(),
            agreed: None,
            next: 0,
            imported: 0,
            skipped: 0,
        }
    }

    /// Begins to check anew, against the cases that the record has now.
    pub fn begin(&mut self, cases: &[Case]) {
        self.found.clear();
        self.tally = Tally::default();
        self.seen = Known::default();
        self.existing = Known::default();
        self.references.clear();
        for case in cases {
            self.existing.add(&Marks::of(&case.particulars), case.id);
            self.references.insert(case.reference.to_lowercase());
        }
    }

    /// Takes the columns for what the person says they are.
    ///
    /// # Errors
    /// A fault where two columns would fill one field.
    pub fn assign(&mut self, form: ImportColumnsForm) -> Result<(), FieldFault> {
        let said: Vec<_> = form.columns.iter().flatten().collect();
        let once: BTreeSet<_> = said.iter().collect();
        if once.len() < said.len() {
            return Err(named("columns", "column_twice"));
        }
        let width = self.columns.len();
        self.columns = form.columns;
        self.columns.resize(width, None);
        self.meeting = form.meeting;
        Ok(())
    }

    /// Checks the next rows.
    pub fn check(&mut self, today: NaiveDate) {
        let from = self.found.len();
        let to = self.sheet.rows.len().min(from + STEP);
        for at in from..to {
            let found = self.find(at, today);
            self.tally.count(&found);
            self.found.push(found);
        }
    }

    /// Takes a row, or leaves it.
    ///
    /// # Errors
    /// A fault for a row that is not there, that has a fault in it, or once the person has agreed.
    pub fn include(&mut self, at: usize, include: bool) -> Result<(), FieldFault> {
        let begun = self.agreed.is_some();
        let found = self.found.get_mut(at).filter(|_| !begun);
        let found = found.ok_or_else(|| named("rows", "no_such_row"))?;
        if include && !found.faults.is_empty() {
            return Err(named("rows", "row_is_faulty"));
        }
        self.tally.ready += u32::from(include && !found.included);
        self.tally.ready -= u32::from(!include && found.included);
        found.included = include;
        Ok(())
    }

    pub fn is_checked(&self) -> bool {
        self.found.len() == self.sheet.rows.len()
    }

    /// Whether every row that was agreed to has been taken over.
    pub fn is_done(&self) -> bool {
        self.agreed.is_some() && self.next == self.found.len()
    }

    /// What is wrong with a row, whom it looks like, and whether it would be taken over.
    fn find(&mut self, at: usize, today: NaiveDate) -> Found {
        let (checked, mut faults) = self.read(at, today);
        let row = &self.sheet.rows[at];
        let cells = row.cells.iter().enumerate();
        let formulas = cells.filter(|(_, cell)| cells::is_formula(cell));
        let formulas = formulas.map(|(at, _)| at).collect();
        if let Some(said) = &checked.reference
            && !self.references.insert(said.to_lowercase())
        {
            faults.push(named("reference", "in_use"));
        }
        let marks = checked.case.as_ref().map(|c| Marks::of(&c.particulars));
        let twin = marks.as_ref().and_then(|marks| self.twin(marks));
        if let Some(marks) = &marks {
            self.seen.add(marks, row.number);
        }
        Found {
            included: faults.is_empty() && twin.is_none(),
            faults,
            twin,
            formulas,
        }
    }

    fn twin(&self, marks: &Marks) -> Option<(Twin, Likeness)> {
        let in_the_record = self.existing.find(marks);
        let in_the_record = in_the_record.map(|(case, why)| (Twin::Case(case), why));
        let in_the_file = || {
            let found = self.seen.find(marks);
            found.map(|(row, why)| (Twin::Row(row), why))
        };
        in_the_record.or_else(in_the_file)
    }

    /// The case of a row as it would be stored, and everything that is wrong with it.
    pub fn read(&self, at: usize, today: NaiveDate) -> (Checked, Vec<FieldFault>) {
        let taken = Taken {
            columns: &self.columns,
            meeting: self.meeting,
            pack: &self.pack,
        };
        let (mut form, mut faults) = row::form(&self.sheet.rows[at], &taken);
        if let Some(agreed) = &self.agreed
            && let Some(told) = agreed.told
        {
            form.told = Some(told);
            form.told_reason.clone_from(&agreed.told_reason);
            form.told_ground.clone_from(&agreed.told_ground);
            form.told_decided_by.clone_from(&agreed.told_decided_by);
        }
        let (checked, more) = checked(&form, today, &self.pack);
        faults.extend(more);
        (checked, faults)
    }

    /// The next row that is to be taken over; those left out are passed.
    pub fn next_included(&mut self) -> Option<usize> {
        let left = self.found.iter().skip(self.next);
        let passed = left.take_while(|found| !found.included).count();
        self.next += passed;
        (self.next < self.found.len()).then_some(self.next)
    }
}
