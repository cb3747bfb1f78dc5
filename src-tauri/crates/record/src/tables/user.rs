//! Who may unlock the record, by name; the key file knows only their roles.

use crate::error::RecordError;
use crate::keyfile::Role;
use protocol::ids::{PersonId, UserId};
use protocol::words::Words;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

/// Somebody with a way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub id: UserId,
    pub role: Role,
    pub name: Words,
    /// Who they are on the register of people, once that has been said.
    pub person: Option<PersonId>,
    /// Whether the way in was taken away.
    pub retired: bool,
}

/// The users, for reading.
pub struct Users<'r>(pub(super) &'r Connection);

/// The users, for writing.
pub struct UsersToWrite<'t>(pub(super) &'t Connection);

const ALL: &str = "SELECT id, role, name, person, retired FROM user";

impl Users<'_> {
    /// Everybody, the paper included.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn all(&self) -> Result<Vec<User>, RecordError> {
        let mut statement = self
            .0
            .prepare_cached(&format!("{ALL} ORDER BY role, name"))?;
        let mut rows = statement.query([])?;
        let mut users = Vec::new();
        while let Some(row) = rows.next()? {
            users.push(user(row)?);
        }
        Ok(users)
    }

    /// One user.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn one(&self, id: UserId) -> Result<Option<User>, RecordError> {
        self.find("WHERE id = ?", id.0)
    }

    /// The user who is that person of the register, unless their way in was taken away.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn of_person(&self, person: PersonId) -> Result<Option<User>, RecordError> {
        self.find("WHERE person = ? AND retired = 0", person.0)
    }

    fn find(&self, these: &str, id: Uuid) -> Result<Option<User>, RecordError> {
        let mut statement = self.0.prepare_cached(&format!("{ALL} {these}"))?;
        statement
            .query_row([id], |row| Ok(user(row)))
            .optional()?
            .transpose()
    }
}

impl UsersToWrite<'_> {
    /// Adds somebody; their passphrase is the key file's affair.
    pub(crate) fn add(&self, id: UserId, role: Role, name: &Words) -> Result<(), RecordError> {
        self.0
            .prepare_cached("INSERT INTO user (id, role, name) VALUES (?, ?, ?)")?
            .execute((id.0, role.slug(), name.as_str()))?;
        Ok(())
    }

    /// Changes how somebody is called.
    ///
    /// # Errors
    /// [`RecordError::NoSuchUser`].
    pub fn rename(&self, id: UserId, name: &Words) -> Result<(), RecordError> {
        let renaming = "UPDATE user SET name = ? WHERE id = ?";
        one(self
            .0
            .prepare_cached(renaming)?
            .execute((name.as_str(), id.0))?)
    }

    /// Says who somebody is on the register of people.
    ///
    /// # Errors
    /// [`RecordError::NoSuchUser`]; [`RecordError::RuleOfTheTables`] when somebody else is that person.
    pub fn link(&self, id: UserId, person: PersonId) -> Result<(), RecordError> {
        let linking = "UPDATE user SET person = ? WHERE id = ? AND retired = 0";
        one(self.0.prepare_cached(linking)?.execute((person.0, id.0))?)
    }

    /// Notes that a way in was taken away; the key file is where it is.
    pub(crate) fn retire(&self, id: UserId) -> Result<(), RecordError> {
        let retiring = "UPDATE user SET retired = 1 WHERE id = ? AND retired = 0";
        one(self.0.prepare_cached(retiring)?.execute([id.0])?)
    }
}

fn one(changed: usize) -> Result<(), RecordError> {
    if changed == 1 {
        Ok(())
    } else {
        Err(RecordError::NoSuchUser)
    }
}

fn user(row: &Row<'_>) -> Result<User, RecordError> {
    let role: String = row.get(1)?;
    Ok(User {
        id: UserId(row.get(0)?),
        role: Role::from_slug(&role).ok_or(RecordError::Unreadable("role"))?,
        name: Words::new(row.get::<_, String>(2)?),
        person: row.get::<_, Option<Uuid>>(3)?.map(PersonId),
        retired: row.get(4)?,
    })
}
