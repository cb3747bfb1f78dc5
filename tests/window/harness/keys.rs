//! The keyboard: keys go to whatever has the focus, as they do for a person.

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions};
use fantoccini::key::Key;

use super::window::Window;

/// What a person presses one by one.
const FEW: usize = 4;

impl Window {
    /// Types words, key by key: a few with the keyboard itself, and a whole sentence where the cursor stands in a field, as fast as
    /// the page takes it in.
    pub async fn type_words(&self, words: &str) {
        if words.chars().count() > FEW && self.is_written_in_a_field(words).await {
            return;
        }
        let keys = words
            .chars()
            .fold(KeyActions::new("keyboard".into()), |keys, letter| {
                keys.then(KeyAction::Down { value: letter })
                    .then(KeyAction::Up { value: letter })
            });
        self.strike(keys).await;
    }

    /// Whether the cursor stood in a field, which then has the words.
    async fn is_written_in_a_field(&self, words: &str) -> bool {
        let Ok(at) = self.client.active_element().await else {
            return false;
        };
        let tag = at.tag_name().await.unwrap_or_default();
        if !matches!(tag.as_str(), "input" | "textarea") {
            return false;
        }
        at.send_keys(words).await.expect("a field");
        true
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
        self.strike(keys).await;
    }

    async fn strike(&self, keys: KeyActions) {
        match self.client.perform_actions(keys).await {
            // A key that takes the window away may find it gone before it is let go.
            Ok(()) => {}
            Err(gone) if gone.is_no_such_window() => {}
            Err(fault) => panic!("a keyboard: {fault}"),
        }
    }

    /// Moves and presses a pointer as told.
    pub async fn acts(&self, hand: MouseActions) {
        self.client.perform_actions(hand).await.expect("a pointer");
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
        self.walk_to(words, &[]).await;
    }

    /// Tabs backwards until the focus is on the control that bears the given words.
    pub async fn tab_back_to(&self, words: &str) {
        self.walk_to(words, &[Key::Shift]).await;
    }

    /// Goes to a place by its own key.
    pub async fn goes_to_place(&self, figure: char, heading: &str) {
        self.chord(&[Key::Alt], figure).await;
        self.is_headed(heading).await;
    }

    /// Waits for a place's own heading.
    pub async fn is_headed(&self, words: &str) {
        self.until(&format!("the heading {words:?}"), async |w| {
            let heading = "return document.querySelector('main h1')?.innerText ?? ''";
            let found = w.run(heading).await;
            found.as_str().is_some_and(|found| found.contains(words))
        })
        .await;
    }

    /// Presses Enter with Ctrl held: the one obvious step of a screen.
    pub async fn go_on(&self) {
        self.chord(&[Key::Control], Key::Enter.into()).await;
    }

    async fn walk_to(&self, words: &str, held: &[Key]) {
        let mut passed = Vec::new();
        while passed.len() < 80 {
            self.chord(held, Key::Tab.into()).await;
            let at = self.focus().await;
            if at.contains(words) {
                return;
            }
            passed.push(at);
        }
        panic!("tabbing never reached {words:?}; it passed {passed:#?}");
    }
}
