//! Reading a pack: every fault at once, each with the line that it stands on.

mod choice;
mod entry;
mod kept;
mod ladder;
mod lists;
mod notes;
mod what;
mod who;
mod words;

pub(super) use choice::Choice;

use super::{Clauses, Fault, FaultKind, Pack};
use chrono::NaiveDate;
use entry::Entry;
use notes::Notes;
use toml::de::DeTable;

impl Pack {
    /// Reads a pack from the text of its file.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of its lines.
    pub fn read(text: &str) -> Result<Pack, Vec<Fault>> {
        read_noting(Notes::of(text), text)
    }
}

fn read_noting(notes: Notes, text: &str) -> Result<Pack, Vec<Fault>> {
    let (table, slips) = DeTable::parse_recoverable(text);
    let mut readable = true;
    for slip in &slips {
        let line = notes.line_at(slip.span().map_or(0, |span| span.start));
        let what = grammar(slip.message());
        readable &= what == FaultKind::FieldTwice;
        notes.fault(line, what);
    }
    // Past a slip of grammar the rest is guesswork, and would be reported as faults that are none.
    let pack = readable
        .then(|| Entry::new(&notes, 1, table.get_ref()).read(whole))
        .flatten();
    match (pack, notes.faults()) {
        (Some(pack), faults) if faults.is_empty() => Ok(pack),
        (_, faults) => Err(faults),
    }
}

fn grammar(says: &str) -> FaultKind {
    match says {
        "duplicate key" => FaultKind::FieldTwice,
        says => FaultKind::Grammar {
            says: says.to_owned(),
        },
    }
}

/// Reads every field before it gives up on a missing table, so that all faults are noted.
fn whole(file: &Entry) -> Option<Pack> {
    let dated = file.date("dated");
    let review_due = file.date("review_due");
    // A date that could not be read has been noted already.
    let both = ![dated, review_due].contains(&NaiveDate::default());
    if both && review_due <= dated {
        file.fault("review_due", FaultKind::ReviewBeforeDate);
    }
    let powers = file.tables("powers", what::power);
    let teams = file.tables("teams", who::team);
    let law = file.table("law", words::law);
    let markings = file.table("markings", words::markings);
    let limits = file.table("limits", words::limits);
    let formats = file
        .optional("formats", |field| file.table(field, words::formats))
        .flatten()
        .unwrap_or_default();
    let cohorts = file
        .optional("cohorts", |field| file.table(field, words::cohorts))
        .flatten()
        .unwrap_or_default();
    let clauses = file.table("clauses", |table| Clauses::read(|rule| table.text(rule)));
    let kinds = file.tables("kinds", |kind| what::kind(kind, &powers));
    let conditions = ladder::conditions(file, &kinds);
    let matrix = file.table("matrix", what::matrix);
    let rungs = file.table("ladder", ladder::ladder);
    let meetings = file.table("meetings", |both| {
        words::by_meeting(both, |m| words::rules(m, &powers))
    });
    let texts = file.table("texts", |both| words::by_meeting(both, words::text));
    let pack = Pack {
        name: file.text("name"),
        version: file.text("version"),
        dated,
        review_due,
        organisations: file.tables("organisations", who::organisation),
        officer_roles: file.tables("officer_roles", |role| who::officer_role(role, &teams)),
        purposes: file.tables("purposes", what::purpose),
        groups: file.tables("groups", ladder::group),
        roles: file.tables("roles", ladder::role),
        retention: words::retentions(file),
        teams,
        powers,
        kinds,
        conditions,
        law: law?,
        markings: markings?,
        limits: limits?,
        formats,
        cohorts,
        clauses: clauses?,
        matrix: matrix?,
        ladder: rungs?,
        meetings: meetings??,
        texts: texts??,
        kept_as: None,
    };
    Some(pack)
}
