//! The designated officers, to whom alone documents leave (§4.4).

use super::cell::Cells;
use crate::error::RecordError;
use protocol::ids::{OfficerId, OrganisationKey};
use protocol::people::Officer;
use rusqlite::{Connection, params};

/// The officers, for reading.
pub struct Officers<'r>(pub(super) &'r Connection);

/// The officers, for writing.
pub struct OfficersToWrite<'t>(pub(super) &'t Connection);

impl Officers<'_> {
    /// Every officer, by organisation, the primary one first.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn all(&self) -> Result<Vec<Officer>, RecordError> {
        let mut statement = self.0.prepare_cached(
            "SELECT id, organisation, is_primary, name, role, email, telephone, retired
             FROM officer ORDER BY organisation, is_primary DESC, name, id",
        )?;
        let mut rows = statement.query([])?;
        let mut officers = Vec::new();
        while let Some(row) = rows.next()? {
            officers.push(officer(Cells::of(row, 8)?)?);
        }
        Ok(officers)
    }
}

impl OfficersToWrite<'_> {
    /// Designates an officer, or takes over what has changed about them.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn save(&self, officer: &Officer) -> Result<(), RecordError> {
        self.0
            .prepare_cached(
                "INSERT INTO officer
                   (id, organisation, is_primary, name, role, email, telephone, retired)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                 ON CONFLICT (id) DO UPDATE SET organisation = excluded.organisation,
                   is_primary = excluded.is_primary, name = excluded.name, role = excluded.role,
                   email = excluded.email, telephone = excluded.telephone,
                   retired = excluded.retired",
            )?
            .execute(params![
                officer.id.0,
                officer.organisation.as_str(),
                officer.primary,
                officer.name,
                officer.role,
                officer.email,
                officer.telephone,
                officer.retired,
            ])?;
        Ok(())
    }

    /// Takes an officer off again who was designated by mistake.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn drop(&self, id: OfficerId) -> Result<(), RecordError> {
        let mut statement = self.0.prepare_cached("DELETE FROM officer WHERE id = ?")?;
        statement.execute([id.0])?;
        Ok(())
    }
}

fn officer(mut row: Cells) -> Result<Officer, RecordError> {
    Ok(Officer {
        id: OfficerId(row.id()?),
        organisation: OrganisationKey::new(row.text()?),
        primary: row.flag()?,
        name: row.text()?,
        role: row.text()?,
        email: row.text()?,
        telephone: row.text()?,
        retired: row.flag()?,
    })
}
