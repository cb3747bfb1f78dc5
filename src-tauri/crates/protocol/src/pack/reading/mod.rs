//! Reading a pack: every fault at once, each with the line that it stands on.

mod choice;

pub(super) use choice::Choice;

use super::{Fault, FaultKind, Pack};

impl Pack {
    /// Reads a pack from the text of its file.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of its lines.
    pub fn read(text: &str) -> Result<Pack, Vec<Fault>> {
        toml::from_str(text).map_err(|fault: toml::de::Error| {
            let at = fault.span().map_or(0, |span| span.start);
            let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
            vec![Fault {
                line,
                what: FaultKind::Grammar {
                    says: fault.message().to_owned(),
                },
            }]
        })
    }
}
