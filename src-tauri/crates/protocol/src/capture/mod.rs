//! The capture line: one line of text says who shares what, who does what by when, what was decided, who disagrees.
//!
//! [`read`] is asked at each keystroke, so it answers every line, finished or not, and never fails. What it answers is
//! what would be recorded; whether it may be recorded is for the rules to say afterwards. It never guesses who is left
//! out: a sign that might mean a recipient and does not resolve keeps the line unfinished.
//!
//! ```text
//! pol intel seen twice -harden       an item: agency, kind, words; markers anywhere after the kind
//! pol info the minutes said from:asb  an item that is somebody else's information
//! > hou check tenancy by 2w          an action: owner, words, due; @person and #strand anywhere
//! > hou check tenancy 2w             the same: shorthand for a date needs no "by"
//! = continue because it works        a decision and its rationale
//! = closure: off the caseload        a decision of a kind: care, caseload or closure
//! ! prob would rather end it         a dissent
//! pol 0   ·   pol x                  a nil return   ·   declined to share
//! ```

mod action;
mod decision;
pub(crate) mod fold;
mod item;
mod labels;
mod lexicon;
mod markers;
mod names;
mod personal;
mod persons;
mod sheet;
mod understood;
mod whom;

pub use lexicon::{KindEntry, Lexicon, PersonEntry, TeamEntry};
pub use personal::is_view;
pub use understood::{
    Also, Candidate, CaptureFault, LeftOut, Part, Reading, Role, Understood, Want,
};

use crate::ids::AttendanceId;
use names::Names;
use sheet::Sheet;

/// Reads a line as far as it has been typed.
pub fn read(line: &str, lexicon: &Lexicon) -> Reading {
    let mut sheet = Sheet::new(line);
    let names = Names::of(lexicon);
    let understood = match sheet.sign() {
        _ if sheet.is_empty() => Understood::Empty,
        Some('>') => action::read(&mut sheet, &names, lexicon),
        Some('=') => decision::decision(&mut sheet),
        Some('!') => decision::dissent(&mut sheet, &names),
        _ => item::read(&mut sheet, &names),
    };
    Reading {
        understood: sheet.unfinished().unwrap_or(understood),
        parts: sheet.parts(),
    }
}

/// What to type behind a sign for somebody in the room so that nobody else can be meant; `None` where nothing does.
pub fn handle(who: AttendanceId, lexicon: &Lexicon) -> Option<String> {
    Names::of(lexicon).handle(who)
}

#[cfg(test)]
mod tests;
