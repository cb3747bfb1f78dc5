//! The register of people who come to meetings.

use super::cell::{Cell, Cells};
use crate::error::RecordError;
use protocol::ids::{PersonId, TeamKey};
use protocol::people::{Affiliation, Person};
use rusqlite::{Connection, params};

/// The people, for reading.
pub struct People<'r>(pub(super) &'r Connection);

/// The people, for writing.
pub struct PeopleToWrite<'t>(pub(super) &'t Connection);

const ALL: &str = "SELECT id, name, job, team, guest_agency, statutory, retired FROM person";

impl People<'_> {
    /// Everybody, by name.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn all(&self) -> Result<Vec<Person>, RecordError> {
        self.find(&format!("{ALL} ORDER BY name, id"), [])
    }

    /// One person.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn one(&self, id: PersonId) -> Result<Option<Person>, RecordError> {
        Ok(self.find(&format!("{ALL} WHERE id = ?"), [id.0])?.pop())
    }

    fn find(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<Person>, RecordError> {
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut people = Vec::new();
        while let Some(row) = rows.next()? {
            people.push(person(Cells::of(row, 7)?)?);
        }
        Ok(people)
    }
}

impl PeopleToWrite<'_> {
    /// Puts somebody on the register, or takes over what has changed about them.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn save(&self, person: &Person) -> Result<(), RecordError> {
        let (team, guest, statutory) = match &person.affiliation {
            Affiliation::Team { team } => (Some(team.as_str()), None, None),
            Affiliation::Guest { agency, statutory } => (None, Some(&**agency), Some(*statutory)),
        };
        self.0
            .prepare_cached(
                "INSERT INTO person (id, name, job, team, guest_agency, statutory, retired)
                 VALUES (?, ?, ?, ?, ?, ?, ?)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name, job = excluded.job,
                   team = excluded.team, guest_agency = excluded.guest_agency,
                   statutory = excluded.statutory, retired = excluded.retired",
            )?
            .execute(params![
                person.id.0,
                person.name,
                person.job,
                Cell::maybe(team),
                Cell::maybe(guest),
                Cell::maybe(statutory),
                person.retired,
            ])?;
        Ok(())
    }

    /// Takes somebody off again who was put on by mistake, and of whom nothing else speaks.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn drop(&self, id: PersonId) -> Result<(), RecordError> {
        let mut statement = self.0.prepare_cached("DELETE FROM person WHERE id = ?")?;
        statement.execute([id.0])?;
        Ok(())
    }
}

fn person(mut row: Cells) -> Result<Person, RecordError> {
    Ok(Person {
        id: PersonId(row.id()?),
        name: row.text()?,
        job: row.text()?,
        affiliation: affiliation(&mut row)?,
        retired: row.flag()?,
    })
}

fn affiliation(row: &mut Cells) -> Result<Affiliation, RecordError> {
    let (team, guest, statutory) = (row.some_text()?, row.some_text()?, row.some_flag()?);
    match (team, guest, statutory) {
        (Some(team), None, None) => Ok(Affiliation::Team {
            team: TeamKey::new(team),
        }),
        (None, Some(agency), Some(statutory)) => Ok(Affiliation::Guest { agency, statutory }),
        _ => Err(RecordError::Unreadable("affiliation")),
    }
}
