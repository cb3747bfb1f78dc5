//! One step away from a line: on what it rests, its earlier words, who does what, and the short forms that make it right.

use fantoccini::key::Key;
use serde_json::json;

use super::Album;

impl Album<'_> {
    /// On what the line rests and what it was before, of the line that the keys have come to.
    pub(super) async fn what_a_line_rests_on(&self) {
        let w = self.w;
        w.type_words("g").await;
        w.says("Necessary and proportionate").await;
        w.type_words("h").await;
        w.element("[aria-label='Earlier words']").await;
        self.page_and_large("line-ground").await;
        w.type_words("gh").await;
    }

    /// Who does the action and by when, from the last line up to it.
    pub(super) async fn who_and_when(&self) {
        let w = self.w;
        let at = "return document.activeElement.classList.contains('action')";
        w.until("the action", async |w| {
            if w.run(at).await == json!(true) {
                return true;
            }
            w.key(Key::Up).await;
            false
        })
        .await;
        w.type_words("d").await;
        w.until("the date to be asked", async |w| {
            w.focus().await.contains("By when")
        })
        .await;
        self.page_and_large("who-and-when").await;
        w.key(Key::Escape).await;
        w.until("the action again", async |w| w.run(at).await == json!(true))
            .await;
    }

    /// Somebody goes, and what they heard is corrected behind them: they are to be told.
    pub(super) async fn is_corrected_behind_somebody(&self) {
        let w = self.w;
        let all = w.seats().await;
        let goes = all.iter().rev().find(|p| {
            let kept = ["Police", "Probation"].contains(&p["agency"].as_str().unwrap_or_default())
                || p["name"].as_str().is_some_and(|n| n.starts_with("Declan"));
            p["role"] == "representative"
                && p["whereabouts"] == "in_the_room"
                && p["guest"] == false
                && !kept
        });
        let goes = goes.expect("somebody who can go")["attendance"].clone();
        w.does("leave", json!({ "attendance": goes })).await;
        let lines = w.lines().await;
        // What is held nobody has heard.
        let decided = lines.iter().find(|line| line["sort"] == "decision");
        let name = &decided.expect("a decision")["name"];
        let form = json!({ "line": name, "words": "keep on the flexible cohort" });
        w.does("correct_line", form).await;
    }
}
