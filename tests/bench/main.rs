//! `make bench`: what the program costs, as ratios to what the same machine does in the same minute.
//!
//! Absolute times are this machine's and this build's and are never asserted; a ratio can be held against its aim.
#![allow(clippy::print_stdout, reason = "what it prints is what it is for")]

mod afternoon;
mod keystrokes;
mod papers;
mod plain_html;
mod recording;
mod timing;
mod window;
mod windows;

use afternoon::Afternoon;
use tempfile::TempDir;
use timing::Line;

fn main() {
    let mut afternoon = Afternoon::prepared().begun();
    let disk = TempDir::new().expect("a folder");
    let recording = recording::measure(&mut afternoon, |half| {
        half.copied_to(&disk.path().join("record"));
    });
    show(&recording);
    show(&papers::measure());
    for line in windows::measure(disk.path()) {
        show(&line);
    }
}

fn show(line: &Line) {
    println!(
        "{:<40} {:>14} {:>14} {:>9}   aim {:<16} {}",
        line.what, line.ours, line.theirs, line.ratio, line.aim, line.note
    );
}
