//! Writes the window's side of the contract: `cargo run -p desk --example contract -- ui/src/contract`.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("name the folder to write into")?;
    let folder = Path::new(&folder);
    // A type that is no more would otherwise stay in the folder, and be committed with the rest.
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("ts")) {
            fs::remove_file(path)?;
        }
    }
    desk::contract::export(folder)?;
    Ok(())
}
