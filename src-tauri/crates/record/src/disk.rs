//! Files of the record and how they are written so that a power cut leaves the old or the new, never neither.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// More than any key file needs, and little enough to read without a thought.
const LARGEST_KEYFILE: u64 = 256 * 1024;

/// The folder of a record, and the names inside it.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub fn new(path: &Path) -> Self {
        Self(path.to_path_buf())
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn keyfile(&self) -> PathBuf {
        self.0.join("keyfile")
    }

    pub fn keyfile_copy(&self) -> PathBuf {
        self.0.join("keyfile.bak")
    }

    /// The database of one generation: a new key is a new file, so that old blocks of the disk become useless.
    pub fn database(&self, generation: u32) -> PathBuf {
        self.0.join(format!("record-{generation}.odoc"))
    }

    pub fn journal_of_database(&self, generation: u32) -> PathBuf {
        self.0.join(format!("record-{generation}.odoc-journal"))
    }

    pub fn lock(&self) -> PathBuf {
        self.0.join("lock")
    }

    /// Whether any database of ours lies here.
    pub fn has_database(&self) -> bool {
        let Ok(entries) = fs::read_dir(&self.0) else {
            return false;
        };
        entries.flatten().any(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with("record-") && name.ends_with(".odoc")
        })
    }

    /// Whether a file can be made here, tried by making one, since permissions alone do not tell on every system.
    pub fn try_writing(&self) -> io::Result<()> {
        let probe = self.0.join("probe.tmp");
        OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .open(&probe)?;
        fs::remove_file(probe)
    }

    /// Makes names in the folder durable; Windows has no such call and needs none.
    pub fn sync(&self) -> io::Result<()> {
        #[cfg(unix)]
        File::open(&self.0)?.sync_all()?;
        Ok(())
    }

    /// Puts a whole file in the place of another: temporary file, fsync, rename, fsync of the folder.
    pub fn replace(&self, place: &Path, bytes: &[u8]) -> io::Result<()> {
        let unfinished = place.with_extension("tmp");
        let mut file = File::create(&unfinished)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&unfinished, place)?;
        self.sync()
    }
}

/// Reads a key file, unless it is far larger than one can be.
pub(crate) fn read_small(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(LARGEST_KEYFILE)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}
