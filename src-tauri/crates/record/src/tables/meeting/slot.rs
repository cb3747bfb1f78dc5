//! The agenda: which cases, in which order, and how far each came.

use super::part::Part;
use super::sheet::Sheet;
use super::stored::Stored;
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use crate::tables::wording::{Wordings, WordsOf};
use chrono::NaiveDate;
use protocol::cases::{CaseHeading, Cohort, Custody, Flags, Told};
use protocol::formats::PersonName;
use protocol::ids::{CaseId, SlotId, TeamKey};
use protocol::meeting::{Forum, Slot, SlotProgress, Stops};
use protocol::words::Words;
use serde::{Deserialize, Serialize};

/// What a heading says of the person: the rest of it is structure.
#[derive(Serialize, Deserialize)]
struct Personal {
    name: Words,
    #[serde(default)]
    person: Option<PersonName>,
    born: Option<NaiveDate>,
    cro: Option<String>,
    offender_manager: Option<String>,
    whereabouts: Custody,
    flags: Flags,
    told: Told,
    went_on_for: Stops,
}

pub(super) fn put(sheet: &mut Sheet, n: i64, slot: &Slot) {
    let (id, case) = (slot.id.0, &slot.case);
    let mut row = vec![
        id.into(),
        n.into(),
        case.case.0.into(),
        Cell::text(&case.reference),
        Cell::slug(case.cohort),
        Cell::maybe(case.lead.as_ref().map(TeamKey::as_str)),
        Cell::slug(slot.tier),
        slot.budget.into(),
    ];
    row.extend(progress(&slot.progress));
    row.push(Cell::maybe(slot.asked));
    sheet.row(Part::Slot, row);
    // Strings, dates and choices always have a JSON form.
    let heading = serde_json::to_string(&Personal::of(slot)).unwrap_or_default();
    sheet.text(WordsOf::new("heading", id), &heading);
    if let SlotProgress::Deferred { reason } = &slot.progress {
        sheet.words(WordsOf::new("deferral", id), reason);
    }
    sheet.some_words(WordsOf::new("went_on", id), slot.went_on_because.as_ref());
}

/// How far it came, since when, until when, to which forum, and along with which case.
fn progress(progress: &SlotProgress) -> [Cell; 5] {
    use SlotProgress::*;
    let (name, opened, closed) = match progress {
        Waiting => ("waiting", None, None),
        Open { since } => ("open", Some(*since), None),
        Done { opened, closed } => ("done", Some(*opened), Some(*closed)),
        Deferred { .. } => ("deferred", None, None),
        With { since, .. } => ("with", Some(*since), None),
        Referred { opened, at, .. } => ("referred", *opened, Some(*at)),
        TakenOff { opened, at } => ("taken_off", *opened, Some(*at)),
    };
    let forum = match progress {
        Referred { forum, .. } => Cell::slug(*forum),
        _ => Cell::Null,
    };
    let along = match progress {
        With { slot, .. } => slot.0.into(),
        _ => Cell::Null,
    };
    [
        Cell::text(name),
        Cell::maybe(opened),
        Cell::maybe(closed),
        forum,
        along,
    ]
}

pub(super) fn read(stored: &Stored<'_>) -> Result<Vec<Slot>, RecordError> {
    let rows = stored.rows(Part::Slot)?;
    rows.into_iter()
        .map(|row| one(row, &stored.words))
        .collect()
}

fn one(mut row: Cells, words: &Wordings) -> Result<Slot, RecordError> {
    let id = row.id()?;
    row.number::<i64>()?;
    let (case, reference) = (CaseId(row.id()?), row.text()?);
    let (cohort, lead) = (row.slug()?, row.some_text()?.map(TeamKey::new));
    let personal = Personal::read(words.one(&WordsOf::new("heading", id))?)?;
    let went_on_for = personal.went_on_for;
    Ok(Slot {
        id: SlotId(id),
        case: personal.heading(case, reference, cohort, lead),
        tier: row.slug()?,
        budget: row.number()?,
        progress: read_progress(&mut row, words, &WordsOf::new("deferral", id))?,
        asked: row.some_at()?,
        went_on_because: words.some_words(&WordsOf::new("went_on", id)),
        went_on_for,
    })
}

fn read_progress(
    row: &mut Cells,
    words: &Wordings,
    reason: &WordsOf,
) -> Result<SlotProgress, RecordError> {
    let name = row.text()?;
    let (opened, closed) = (row.some_at()?, row.some_at()?);
    let forum = row.some_slug::<Forum>()?;
    let along = row.some_id()?.map(SlotId);
    Ok(match (&*name, opened, closed, forum, along) {
        ("waiting", None, None, None, None) => SlotProgress::Waiting,
        ("open", Some(since), None, None, None) => SlotProgress::Open { since },
        ("done", Some(opened), Some(closed), None, None) => SlotProgress::Done { opened, closed },
        ("deferred", None, None, None, None) => SlotProgress::Deferred {
            reason: words.words(reason)?,
        },
        ("with", Some(since), None, None, Some(slot)) => SlotProgress::With { slot, since },
        ("referred", opened, Some(at), Some(forum), None) => {
            SlotProgress::Referred { forum, opened, at }
        }
        ("taken_off", opened, Some(at), None, None) => SlotProgress::TakenOff { opened, at },
        _ => return Err(RecordError::Unreadable("progress of a case")),
    })
}

impl Personal {
    fn of(slot: &Slot) -> Self {
        let case = &slot.case;
        Self {
            name: case.name.clone(),
            person: case.person.clone(),
            born: case.born,
            cro: case.cro.clone(),
            offender_manager: case.offender_manager.clone(),
            whereabouts: case.whereabouts.clone(),
            flags: case.flags,
            told: case.told.clone(),
            went_on_for: slot.went_on_for,
        }
    }

    /// Reads it back; of somebody who was erased nothing is known, and nothing is claimed.
    fn read(text: &str) -> Result<Self, RecordError> {
        if !text.is_empty() {
            return serde_json::from_str(text).map_err(|_| RecordError::Unreadable("heading"));
        }
        Ok(Self {
            name: Words::default(),
            person: None,
            born: None,
            cro: None,
            offender_manager: None,
            whereabouts: Custody::NotKnown,
            flags: Flags::default(),
            told: Told::Neither {
                reason: Words::default(),
                ground: String::new(),
                decided_by: String::new(),
            },
            went_on_for: Stops::default(),
        })
    }

    fn heading(
        self,
        case: CaseId,
        reference: String,
        cohort: Cohort,
        lead: Option<TeamKey>,
    ) -> CaseHeading {
        CaseHeading {
            case,
            reference,
            name: self.name,
            person: self.person,
            born: self.born,
            cro: self.cro,
            offender_manager: self.offender_manager,
            cohort,
            lead,
            whereabouts: self.whereabouts,
            flags: self.flags,
            told: self.told,
        }
    }
}
