//! The end of a meeting: what is missing, the draft as pages, the signature, the documents.

use fantoccini::key::Key;

use crate::harness::Window;
use crate::harness::shortcuts::CHAIRS_PASSPHRASE;

impl Window {
    /// Keeps the proposed date and ends the meeting.
    pub async fn next_date_is_kept_and_the_meeting_ends(&self) {
        self.go_on().await;
        self.says("Next meeting").await;
        self.tab_to("input: Date").await;
        self.key(Key::Enter).await;
        self.says("Set for").await;
        self.go_on().await;
        self.says("Before you end").await;
        self.ends().await;
        self.says("who chaired at the close").await;
    }

    /// Ends the meeting by the key that does nothing else.
    pub async fn ends(&self) {
        self.chord(&[Key::Control, Key::Shift], Key::Enter.into())
            .await;
    }

    /// Looks at the draft, and signs it with a typed name and the passphrase.
    pub async fn minutes_are_signed(&self, chair: &str) {
        self.minutes_are_signed_by(chair, CHAIRS_PASSPHRASE).await;
    }

    /// The same by somebody else than the chair of the record.
    pub async fn minutes_are_signed_by(&self, chair: &str, passphrase: &str) {
        self.element(".draft canvas").await;
        self.tab_to("I cannot draw").await;
        self.key(Key::Enter).await;
        self.element("#typed-signature").await;
        self.tab_back_to("Type your full name").await;
        self.type_words(chair).await;
        self.tab_to("input: Your passphrase").await;
        self.type_words(passphrase).await;
        self.go_on().await;
        self.says("can be altered from now on").await;
    }

    /// Saves every document where the chair says.
    pub async fn documents_are_saved(&self) {
        self.ctrl('s').await;
        self.says("saved in").await;
    }
}
