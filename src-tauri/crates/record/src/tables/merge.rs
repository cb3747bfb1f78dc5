//! Entries of the register of people that are one person, and those that were told apart.

use super::cell::{Cell, Cells};
use crate::error::RecordError;
use chrono::NaiveDate;
use protocol::ids::{AttendanceId, MeetingId, PersonId};
use protocol::people::{Merge, MergedSeat};
use protocol::trade::MeetingKind;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// The merges, for reading.
pub struct Merges<'r>(pub(super) &'r Connection);

/// The merges, for writing.
pub struct MergesToWrite<'t>(pub(super) &'t Connection);

/// A place that an entry has on the register of a meeting, under the name that was written there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attended {
    pub person: PersonId,
    pub meeting: MeetingId,
    pub attendance: AttendanceId,
    pub kind: MeetingKind,
    pub date: NaiveDate,
    pub name: String,
    /// The agency that they came for that day, in short.
    pub agency: String,
    /// Whether the meeting is still planned, and the place only meant.
    pub planned: bool,
}

impl Merges<'_> {
    /// Every merge that stands.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn all(&self) -> Result<Vec<Merge>, RecordError> {
        let mut seats = self.seats()?;
        self.rows(
            "SELECT person, into_person, at, was_retired FROM person_merged ORDER BY at, person",
            4,
            |row| {
                let person = PersonId(row.id()?);
                Ok(Merge {
                    person,
                    into: PersonId(row.id()?),
                    at: row.at()?,
                    was_retired: row.flag()?,
                    seats: seats.remove(&person).unwrap_or_default(),
                })
            },
        )
    }

    /// Every two who were told apart, the lower identifier first.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn apart(&self) -> Result<BTreeSet<(PersonId, PersonId)>, RecordError> {
        let pair = |row: &mut Cells| Ok((PersonId(row.id()?), PersonId(row.id()?)));
        let rows = self.rows("SELECT one, other FROM person_apart", 2, pair)?;
        Ok(rows.into_iter().collect())
    }

    /// Every place on a register of a meeting, the latest meeting first.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn attended(&self) -> Result<Vec<Attended>, RecordError> {
        let attended = |row: &mut Cells| {
            Ok(Attended {
                person: PersonId(row.id()?),
                meeting: MeetingId(row.id()?),
                attendance: AttendanceId(row.id()?),
                kind: row.slug()?,
                date: row.date()?,
                name: row.text()?,
                agency: row.text()?,
                planned: row.flag()?,
            })
        };
        self.rows(
            "SELECT a.person, m.id, a.id, m.kind, m.date, a.name, a.agency_short, m.stage = 'planned'
             FROM attendance a JOIN meeting m ON m.id = a.meeting ORDER BY m.date DESC, a.id",
            8,
            attended,
        )
    }

    fn seats(&self) -> Result<BTreeMap<PersonId, Vec<MergedSeat>>, RecordError> {
        let seat = |row: &mut Cells| {
            let person = PersonId(row.id()?);
            let seat = MergedSeat {
                meeting: MeetingId(row.id()?),
                attendance: AttendanceId(row.id()?),
                role: row.slug()?,
                dropped: row.flag()?,
            };
            Ok((person, seat))
        };
        let sql = "SELECT person, planned, attendance, role, dropped FROM merged_seat";
        let mut seats: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (person, seat) in self.rows(sql, 5, seat)? {
            seats.entry(person).or_default().push(seat);
        }
        Ok(seats)
    }

    fn rows<T>(
        &self,
        sql: &str,
        columns: usize,
        mut one: impl FnMut(&mut Cells) -> Result<T, RecordError>,
    ) -> Result<Vec<T>, RecordError> {
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut read = Vec::new();
        while let Some(row) = rows.next()? {
            read.push(one(&mut Cells::of(row, columns)?)?);
        }
        Ok(read)
    }
}

impl MergesToWrite<'_> {
    /// Lets one entry count as another.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn add(&self, merge: &Merge) -> Result<(), RecordError> {
        let person = merge.person.0;
        self.0
            .prepare_cached("INSERT INTO person_merged VALUES (?, ?, ?, ?)")?
            .execute(params![
                person,
                merge.into.0,
                Cell::from(merge.at),
                merge.was_retired
            ])?;
        let mut insert = self
            .0
            .prepare_cached("INSERT INTO merged_seat VALUES (?, ?, ?, ?, ?)")?;
        for seat in &merge.seats {
            insert.execute(params![
                person,
                seat.meeting.0,
                seat.attendance.0,
                Cell::slug(seat.role),
                seat.dropped,
            ])?;
        }
        Ok(())
    }

    /// Lets an entry stand for itself again.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn remove(&self, person: PersonId) -> Result<(), RecordError> {
        for sql in [
            "DELETE FROM merged_seat WHERE person = ?",
            "DELETE FROM person_merged WHERE person = ?",
        ] {
            self.0.prepare_cached(sql)?.execute([person.0])?;
        }
        Ok(())
    }

    /// Remembers that two who look alike are two.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn tell_apart(&self, one: PersonId, other: PersonId) -> Result<(), RecordError> {
        let (one, other) = (one.min(other), one.max(other));
        self.0
            .prepare_cached("INSERT OR IGNORE INTO person_apart VALUES (?, ?)")?
            .execute(params![one.0, other.0])?;
        Ok(())
    }

    /// Lets two be asked about again.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn ask_again(&self, one: PersonId, other: PersonId) -> Result<(), RecordError> {
        let (one, other) = (one.min(other), one.max(other));
        self.0
            .prepare_cached("DELETE FROM person_apart WHERE one = ? AND other = ?")?
            .execute(params![one.0, other.0])?;
        Ok(())
    }
}
