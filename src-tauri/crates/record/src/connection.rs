//! Opens the database file, set so that what was acknowledged survives a power cut.

use crate::cipher::set_raw_key;
use crate::error::{OpenError, Part};
use crate::{schema, scrub};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::io;
use std::path::Path;

/// Opens a database that is there; it is never made, or made anew, on the way.
pub(crate) fn open(path: &Path, key: &[u8; 32]) -> Result<Connection, OpenError> {
    check_there(path)?;
    let connection = connect(path, key, OpenFlags::empty())?;
    schema::check_version(&connection)?;
    check_whole(&connection)?;
    Ok(connection)
}

/// Makes the database of a new record.
pub(crate) fn create(path: &Path, key: &[u8; 32]) -> Result<Connection, OpenError> {
    connect(path, key, OpenFlags::SQLITE_OPEN_CREATE)
}

/// Tells a missing and an empty file from a damaged one; SQLite would take an empty file for a new database.
pub(crate) fn check_there(path: &Path) -> Result<(), OpenError> {
    match fs::metadata(path) {
        Ok(file) if file.len() == 0 => Err(OpenError::ZeroBytes(Part::Database)),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(OpenError::Missing(Part::Database))
        }
        Err(error) => Err(error.into()),
    }
}

fn connect(path: &Path, key: &[u8; 32], flags: OpenFlags) -> Result<Connection, OpenError> {
    scrub::install();
    let flags = flags | OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    // What is wrong is said once, by us, and not by SQLCipher on the standard error.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    set_raw_key(&connection, key)?;
    check_build(&connection)?;
    connection.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA journal_mode = TRUNCATE;
         PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA recursive_triggers = ON;
         PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0;
         PRAGMA cache_size = -32768;",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}

/// Refuses a library that was built without what the promises rest on.
fn check_build(connection: &Connection) -> Result<(), OpenError> {
    let mut statement = connection.prepare("PRAGMA compile_options")?;
    let options: Vec<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let has = |option: &str| options.iter().any(|o| o == option);
    for needed in ["HAS_CODEC", "SECURE_DELETE", "OMIT_LOAD_EXTENSION", "DQS=0"] {
        if !has(needed) {
            return Err(OpenError::WrongBuild(needed));
        }
    }
    if has("ENABLE_STAT4") {
        return Err(OpenError::WrongBuild(
            "no STAT4, which keeps copies of rows",
        ));
    }
    Ok(())
}

/// Checks the authentication code of every page, and the tables' structure, since SQLCipher lets a page of noughts pass: damage
/// is found at the door and not in the middle of a meeting.
fn check_whole(connection: &Connection) -> Result<(), OpenError> {
    let mut pages = connection.prepare("PRAGMA cipher_integrity_check")?;
    let faults = pages.query_map([], |_| Ok(()))?.count();
    let structure: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if faults == 0 && structure == "ok" {
        Ok(())
    } else {
        Err(OpenError::Damaged)
    }
}
