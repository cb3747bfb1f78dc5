//! The screen that an attendee holds.

use fantoccini::key::Key;

use crate::harness::Window;
use crate::harness::shortcuts::PIN;

impl Window {
    /// Signs with a typed name, as somebody who cannot draw.
    pub async fn signs_by_typing(&self, name: &str) {
        self.says("Your declaration").await;
        self.tab_to("I cannot draw").await;
        self.key(Key::Enter).await;
        self.element("#typed-signature").await;
        self.tab_back_to("Type your full name").await;
        self.type_words(name).await;
        self.key(Key::Enter).await;
        self.says("You have signed").await;
    }

    /// Types a PIN where the laptop is given back.
    pub async fn tries_the_pin(&self, pin: &str) {
        self.tab_to("input: PIN of this meeting").await;
        self.type_words(pin).await;
        self.key(Key::Enter).await;
    }

    /// The chair takes the laptop back.
    pub async fn laptop_is_taken_back(&self) {
        self.moving(async |w| w.tries_the_pin(PIN).await).await;
    }
}
