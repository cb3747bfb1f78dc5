//! The pack as a file.

use super::Pack;

impl Pack {
    /// Writes the pack as a file that `Pack::read` reads back as the same pack.
    ///
    /// Every field is text, a whole number, a flag or a list of those, which is why writing cannot fail.
    pub fn write(&self) -> String {
        toml::to_string_pretty(self).expect("a pack holds nothing that TOML cannot say")
    }
}
