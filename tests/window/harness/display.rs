//! A display that is not there, for one laptop alone: windows on one display would fight over the keyboard.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// As large as the larger of the two screens that are looked at.
const SCREEN: &str = "1920x1080x24";

/// A running display; it goes when this is dropped.
pub struct Display {
    process: Child,
    name: String,
}

impl Display {
    /// Opens one under the first number that is free, which it tells once it can be drawn on.
    pub fn open() -> Self {
        let mut process = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                SCREEN,
                "-nolisten",
                "tcp",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed by `make setup`");
        let told = process.stdout.take().expect("what it tells");
        let mut number = String::new();
        let read = BufReader::new(told).read_line(&mut number);
        read.expect("the number of the display");
        Self {
            process,
            name: format!(":{}", number.trim()),
        }
    }

    /// What a program is told to draw on.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Asked to end, and not cut off, so that it takes its lock file with it.
        let _ = Command::new("kill")
            .arg(self.process.id().to_string())
            .status();
        let _ = self.process.wait();
    }
}
