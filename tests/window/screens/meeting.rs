//! The meeting while it goes on: the capture line, the cases, what stands between them.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::Window;

/// What the middle of the meeting shows next.
pub enum Next {
    /// A case is open, by its slot.
    Case(String),
    /// A flagged case waits for the chair's reason.
    Flagged,
    Business,
}

impl Window {
    /// The meeting has come to a place that is no case, and the window shows it.
    pub async fn comes_to(&self, place: &str) {
        self.does("turn_to", json!({ "place": { "place": place } }))
            .await;
        self.look_again().await;
    }

    /// Writes a line and records it, Enter straight after its last letter: it is out of the line when it is safe on disk.
    pub async fn records(&self, line: &str) {
        self.until("the cursor in the line", async |w| {
            w.focus().await == "textarea: Capture line"
        })
        .await;
        self.type_words(&entered(line)).await;
        self.until("the line to be kept", async |w| w.line().await.is_empty())
            .await;
    }

    /// What stands in the capture line.
    pub async fn line(&self) -> String {
        let script = "return document.querySelector('#capture-line')?.value ?? ''";
        self.run(script)
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// What is open now, waiting until it is no longer `before`.
    pub async fn next(&self, before: Option<&str>) -> Next {
        let found = async |w: &Window| -> Option<Next> {
            if w.has("#because").await {
                return Some(Next::Flagged);
            }
            let view = w.does("meeting", json!({})).await;
            match view["opened"]["what"].as_str()? {
                "any_other_business" => Some(Next::Business),
                "case" => {
                    let slot = view["opened"]["case"]["slot"].as_str()?.to_owned();
                    (before != Some(&*slot)).then_some(Next::Case(slot))
                }
                _ => None,
            }
        };
        self.until("what comes next", async |w| found(w).await.is_some())
            .await;
        found(self).await.expect("what was there a moment ago")
    }

    /// Hears case after case, by its place among them, until other business comes; answers how many there were.
    pub async fn every_case(&self, mut hear: impl AsyncFnMut(&Self, usize)) -> usize {
        let (mut before, mut heard) = (None::<String>, 0);
        loop {
            match self.next(before.as_deref()).await {
                Next::Business => return heard,
                Next::Flagged => {
                    self.goes_on_because("the other forum has asked for it")
                        .await;
                }
                Next::Case(slot) => {
                    hear(self, heard).await;
                    heard += 1;
                    before = Some(slot);
                }
            }
        }
    }

    /// Presses a row of the agenda.
    pub async fn presses_in_the_agenda(&self, row: &Value) {
        let agenda = self.does("meeting", json!({})).await["agenda"].clone();
        let rows = agenda.as_array().expect("an agenda");
        let at = rows.iter().position(|each| each["place"] == row["place"]);
        let at = at.expect("a row of this agenda");
        self.element(&format!("ol.agenda > li:nth-child({}) button", at + 1))
            .await
            .click()
            .await
            .expect("a row to press");
    }

    /// Walks to a button of the agenda, F6 to the agenda and arrows inside it.
    pub async fn walks_the_agenda_to(&self, words: &str) {
        let inside = "return !!document.activeElement.closest('ol.agenda')";
        self.until("the agenda", async |w| {
            if w.run(inside).await == json!(true) {
                return true;
            }
            w.key(Key::F6).await;
            false
        })
        .await;
        self.key(Key::Home).await;
        for _ in 0..60 {
            if self.focus().await.contains(words) {
                return;
            }
            self.key(Key::Down).await;
        }
        panic!("no key led to {words:?} in the agenda");
    }

    /// Says why a flagged case is heard here.
    pub async fn goes_on_because(&self, why: &str) {
        self.until("the reason's field", async |w| {
            w.focus().await.contains("because")
        })
        .await;
        self.type_words(why).await;
        self.go_on().await;
        self.element("#capture-line").await;
    }

    /// Reads the case back to the room and closes it.
    pub async fn reads_back_and_closes(&self) {
        self.go_on().await;
        self.says("Read this to the room").await;
        self.key(Key::Enter).await;
    }

    /// The chair has asked, and nobody holds anything new: one key for the whole room, then the read-back as ever.
    pub async fn nothing_is_new(&self) {
        self.until("the cursor in the line", async |w| {
            w.focus().await == "textarea: Capture line"
        })
        .await;
        self.chord(&[Key::Alt], 'q').await;
        self.says("Room asked").await;
        self.chord(&[Key::Alt], 'n').await;
        self.says("Read this to the room").await;
        let all = self.does("meeting", json!({})).await["opened"]["case"]["lines"].clone();
        let lines = all.as_array().expect("lines");
        let of = |sort: &str| lines.iter().filter(|line| line["sort"] == sort).count();
        assert!(of("silence") > 3 && of("decision") == 1, "{all}");
        self.key(Key::Enter).await;
    }

    /// Closes what has been read back.
    pub async fn reads_it_back(&self) {
        self.key(Key::Enter).await;
        self.until("the case to be closed", async |w| {
            let view = w.does("meeting", json!({})).await;
            view["opened"]["what"] != "case"
        })
        .await;
    }

    /// The words of the lines that the desk holds for the open case, oldest first.
    pub async fn recorded(&self) -> Vec<String> {
        let view = self.does("meeting", json!({})).await;
        let lines = view["opened"]["case"]["lines"].as_array().cloned();
        let words = |line: &Value| {
            let words = line.get("words").or(line["action"].get("words"));
            words.and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        lines.iter().flatten().map(words).collect()
    }

    /// Agrees the last minutes and settles every carried action, one key each, then goes to the first case.
    ///
    /// Answers how many actions there were.
    pub async fn old_business_is_settled(&self) -> usize {
        self.go_on().await;
        self.says("agreed as a true record").await;
        self.go_on().await;
        self.says("✓ Agreed as a true record").await;
        self.go_on().await;
        self.says("Carried actions").await;
        let left = async |w: &Window| unsettled(&w.does("meeting", json!({})).await);
        let carried = left(self).await;
        while left(self).await > 0 {
            let before = left(self).await;
            if !self.focus().await.starts_with("li:") {
                self.tabs_to_an_action().await;
            }
            self.type_words("d").await;
            self.until("the action to be settled", async |w| left(w).await < before)
                .await;
        }
        self.go_on().await;
        carried
    }

    pub async fn tabs_to_an_action(&self) {
        let script = "return document.activeElement.dataset.action ?? null";
        for _ in 0..60 {
            self.key(Key::Tab).await;
            if self.run(script).await != Value::Null {
                return;
            }
        }
        panic!("tabbing never reached an action");
    }
}

/// A line with its Enter, as one stroke of the hands.
pub fn entered(line: &str) -> String {
    format!("{line}{}", char::from(Key::Enter))
}

fn unsettled(view: &Value) -> usize {
    let actions = view["opened"]["actions"].as_array();
    actions.map_or(0, |all| {
        all.iter().filter(|a| a["outcome"].is_null()).count()
    })
}
