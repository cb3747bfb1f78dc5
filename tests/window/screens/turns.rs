//! What turns a meeting from its plan, by keyboard: another chair, another day.

use fantoccini::key::Key;

use crate::harness::Window;

impl Window {
    /// Somebody takes the chair, by the key of their own row.
    pub async fn takes_the_chair(&self, beginning: &str) {
        self.walks_to(beginning).await;
        self.type_words("h").await;
        self.says("has the chair from now on").await;
    }

    /// From the meeting to what is asked where it has to stop, one way or the other.
    pub async fn has_to_stop(&self, how: &str, field: &str) {
        self.press("End the meeting").await;
        self.says("If it has to stop").await;
        self.tab_to(how).await;
        self.key(Key::Enter).await;
        self.element(field).await;
    }

    /// Stops for the day, from the screen that ends a meeting.
    pub async fn is_adjourned(&self, to: &str, why: &str) {
        self.has_to_stop("Adjourn to another day", "#adjourn-date")
            .await;
        self.type_words(to).await;
        self.tab_to("input: Why").await;
        self.type_words(why).await;
        self.key(Key::Enter).await;
        self.says("Adjourned to").await;
    }

    /// The other day has come.
    pub async fn is_resumed(&self) {
        self.tab_to("Resume").await;
        self.key(Key::Enter).await;
        self.says("Who is in the room?").await;
    }
}
