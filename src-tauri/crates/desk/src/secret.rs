//! What is typed to prove something, on its way from the window.

use serde::{Deserialize, Deserializer};
use std::fmt;
use std::ops::Deref;
use zeroize::Zeroizing;

/// A passphrase, a PIN or a paper key: wiped as soon as it has been used, and never shown.
///
/// The window's own copies, and the message that carried them, are not ours to wipe; they go with the window's process.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Deref for Secret {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Secret {
    fn from(typed: &str) -> Self {
        Self(Zeroizing::new(typed.to_owned()))
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The text is moved in, not copied, so that no second one is left behind.
        String::deserialize(deserializer).map(|typed| Self(Zeroizing::new(typed)))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn nothing_of_it_is_shown_when_a_form_is() {
        let typed: Secret = serde_json::from_str("\"granite apple\"").expect("a text");
        assert_eq!(&*typed, "granite apple");
        assert_eq!(format!("{typed:?}"), "Secret");
    }
}
