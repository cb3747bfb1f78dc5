//! What makes a line right: each way's short form beside it.

use fantoccini::key::Key;
use serde_json::json;

use super::Album;

impl Album<'_> {
    /// A case that another forum governs since it was opened is heard for the chair's reason alone.
    pub(super) async fn the_chair_goes_on(&self) {
        let w = self.w;
        let case = w.does("meeting", json!({})).await["opened"]["case"]["case"].clone();
        let before = w.does("case_page", json!({ "case": case })).await["form"].clone();
        let mut flagged = before.clone();
        flagged["mappa"] = json!(true);
        w.does("save_case", flagged).await;
        self.right_of(
            "pol intel stopped near the school twice this week",
            'j',
            "The chair goes on because",
            "right-chair-goes-on",
        )
        .await;
        w.does("save_case", before).await;
    }

    /// What another agency holds is passed on with that agency's permission.
    pub(super) async fn permission_to_pass_on(&self) {
        let line = "csu aob the van goes on Thursdays from:prob";
        self.right_of(line, 'o', "Who said so?", "right-permission")
            .await;
    }

    /// The form of one way to make this line right, by its key; nothing of it is kept.
    async fn right_of(&self, line: &str, key: char, asks: &str, name: &str) {
        let w = self.w;
        w.goes_to_the_line().await;
        w.type_words(line).await;
        w.element(".verdict .objection").await;
        w.alt(key).await;
        w.says(asks).await;
        self.page_and_large(name).await;
        w.key(Key::Escape).await;
        self.clears_the_line().await;
    }

    /// Whoever is no party steps out.
    pub(super) async fn guests_are_out(&self) {
        let w = self.w;
        for guest in w.seats().await {
            if guest["guest"] == true && guest["whereabouts"] == "in_the_room" {
                let form = json!({ "attendances": [guest["attendance"]] });
                w.does("step_out", form).await;
            }
        }
    }

    /// Nothing stands against a line: another ground for it, and advice on it.
    pub(super) async fn unasked_rights(&self) {
        let w = self.w;
        w.type_words("pol intel stopped near the school twice this week")
            .await;
        w.says("share current intelligence").await;
        for (key, asks, name) in [
            (
                'b',
                "recorded with the line as theirs",
                "right-another-ground",
            ),
            ('h', "Through which senior manager?", "right-advice"),
        ] {
            w.alt(key).await;
            w.says(asks).await;
            self.page_and_large(name).await;
            w.key(Key::Escape).await;
            w.element(".govuk-visually-hidden[data-keys=\"Alt+H\"]")
                .await;
        }
        self.clears_the_line().await;
    }
}
