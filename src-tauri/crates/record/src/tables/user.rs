//! Who may unlock the record, by name; the key file knows only their roles.

use crate::error::RecordError;
use crate::keyfile::Role;
use protocol::ids::UserId;
use protocol::words::Words;
use rusqlite::{Connection, OptionalExtension, Row};

/// Somebody with a way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub id: UserId,
    pub role: Role,
    pub name: Words,
    /// Whether the way in was taken away.
    pub retired: bool,
}

/// The users, for reading.
pub struct Users<'r>(pub(super) &'r Connection);

/// The users, for writing.
pub struct UsersToWrite<'t>(pub(super) &'t Connection);

const ALL: &str = "SELECT id, role, name, retired FROM user";

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
        let mut statement = self.0.prepare_cached(&format!("{ALL} WHERE id = ?"))?;
        statement
            .query_row([id.0], |row| Ok(user(row)))
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
        let changed = self
            .0
            .prepare_cached("UPDATE user SET name = ? WHERE id = ?")?
            .execute((name.as_str(), id.0))?;
        if changed == 1 {
            Ok(())
        } else {
            Err(RecordError::NoSuchUser)
        }
    }
}

fn user(row: &Row<'_>) -> Result<User, RecordError> {
    let role: String = row.get(1)?;
    Ok(User {
        id: UserId(row.get(0)?),
        role: Role::from_slug(&role).ok_or(RecordError::Unreadable("role"))?,
        name: Words::new(row.get::<_, String>(2)?),
        retired: row.get(3)?,
    })
}
