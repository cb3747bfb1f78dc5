//! The keyboard: keys go to whatever has the focus, as they do for a person.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use super::window::Window;

impl Window {
    /// Types words, key by key.
    pub async fn type_words(&self, words: &str) {
        let keys = words
            .chars()
            .fold(KeyActions::new("keyboard".into()), |keys, letter| {
                keys.then(KeyAction::Down { value: letter })
                    .then(KeyAction::Up { value: letter })
            });
        self.client.perform_actions(keys).await.expect("a keyboard");
    }

    /// Presses one key that writes nothing: Enter, Tab, an arrow.
    pub async fn key(&self, key: Key) {
        self.chord(&[], key.into()).await;
    }

    /// Presses a letter with Ctrl held.
    pub async fn ctrl(&self, letter: char) {
        self.chord(&[Key::Control], letter).await;
    }

    /// Presses a key with others held.
    pub async fn chord(&self, held: &[Key], key: char) {
        let mut keys = KeyActions::new("keyboard".into());
        for &held in held {
            keys = keys.then(KeyAction::Down { value: held.into() });
        }
        keys = keys
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        for &held in held.iter().rev() {
            keys = keys.then(KeyAction::Up { value: held.into() });
        }
        self.client.perform_actions(keys).await.expect("a keyboard");
    }

    /// The words by which a screen reader would name what has the focus.
    pub async fn focus(&self) -> String {
        let script = "const at = document.activeElement;
            const label = at.labels?.[0]?.innerText ?? at.getAttribute('aria-label') ?? at.innerText;
            return `${at.tagName.toLowerCase()}: ${(label ?? '').trim()}`;";
        let focus = self
            .client
            .execute(script, vec![])
            .await
            .expect("a page that runs");
        focus.as_str().unwrap_or_default().to_owned()
    }

    /// Tabs until the focus is on the control that bears the given words; the whole round at most.
    pub async fn tab_to(&self, words: &str) {
        let mut passed = Vec::new();
        while passed.len() < 80 {
            self.key(Key::Tab).await;
            let at = self.focus().await;
            if at.contains(words) {
                return;
            }
            passed.push(at);
        }
        panic!("tabbing never reached {words:?}; it passed {passed:#?}");
    }
}
