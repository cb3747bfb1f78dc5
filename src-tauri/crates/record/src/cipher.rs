//! Hands the raw key to SQLCipher, by the one call that never puts it into a statement.

use rusqlite::{Connection, ffi};
use std::fmt::Write;
use zeroize::Zeroizing;

/// Sets the raw key of an opened database: no passphrase hashing, which was done, better, by the key file.
#[expect(
    unsafe_code,
    reason = "a statement `PRAGMA key` would leave the key in buffers that nobody clears"
)]
pub(crate) fn set_raw_key(connection: &Connection, key: &[u8; 32]) -> rusqlite::Result<()> {
    let mut spelt = Zeroizing::new(String::with_capacity(2 + 64 + 1));
    spelt.push_str("x'");
    for byte in key {
        // Writing to a string with room for it cannot fail.
        let _ = write!(spelt, "{byte:02x}");
    }
    spelt.push('\'');
    let length = i32::try_from(spelt.len()).unwrap_or(0);
    // SAFETY: the handle is open for as long as `connection` is borrowed; SQLCipher copies the bytes before it returns.
    let code = unsafe { ffi::sqlite3_key(connection.handle(), spelt.as_ptr().cast(), length) };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None))
    }
}
