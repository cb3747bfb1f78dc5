//! What is on file about a case: consents put there, looked at and withdrawn, by keyboard.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::Window;

impl Window {
    /// Presses a letter with Alt held.
    pub async fn alt(&self, letter: char) {
        self.chord(&[Key::Alt], letter).await;
    }

    /// Opens the first case that the chair need not choose about, and says which it is.
    pub async fn opens_a_case(&self) -> Value {
        let view = self.does("meeting", json!({})).await;
        let agenda = view["agenda"].as_array().expect("an agenda");
        let plain = |row: &&Value| row["place"]["place"] == "case" && row["asks_a_choice"] == false;
        let slot = &agenda.iter().find(plain).expect("a case")["place"]["slot"];
        let view = self
            .does("open_case", json!({ "slot": slot, "because": "" }))
            .await;
        self.look_again().await;
        self.element("#capture-line").await;
        view["opened"]["case"].clone()
    }

    /// Withdraws whatever of the sample is in force about a case, so that a journey begins with nothing to rest on.
    pub async fn with_nothing_in_force(&self, case: &Value) {
        let form = json!({ "case": case["case"] });
        let on_file = self.does("case_grounds", form).await;
        for consent in on_file["consents"].as_array().into_iter().flatten() {
            if consent["state"] == "in_force" {
                let form = json!({ "case": case["case"], "consent": consent["id"],
                    "told_by": "The person", "note": "" });
                self.does("withdraw_consent", form).await;
            }
        }
        self.look_again().await;
        self.says("Consent withdrawn").await;
    }

    /// The client of the open case has signed a waiver for some agencies; whoever else sits there is outside it.
    pub async fn with_a_waiver(&self, case: &Value, kinds: &[&str], agencies: &[&str]) {
        let agencies: Vec<String> = agencies.iter().map(|key| format!("team:{key}")).collect();
        let purposes = [
            "work-together",
            "assess-needs",
            "support",
            "manage-risk",
            "check-plans",
        ];
        let form = json!({ "case": case["case"], "sort": "waiver", "victim": "", "kinds": kinds,
            "recipients": agencies, "guest": "", "purposes": purposes, "given": "1/10/2026", "expires": "",
            "how": "in_writing", "explicit": true, "understood": true, "freely_given": true,
            "taken_by": "The DIP worker", "evidence": "" });
        self.does("save_consent", form).await;
        self.look_again().await;
        self.says("Consent limited").await;
    }

    /// Looks at what is on file about the open case.
    pub async fn looks_at_the_file(&self) {
        self.alt('g').await;
        self.says("On file:").await;
    }

    /// Goes back from the file to the line.
    pub async fn returns_to_the_case(&self) {
        self.alt('g').await;
        self.element("#capture-line").await;
    }

    /// Says in the open case, and has yet to keep it, that the person is in custody there.
    pub async fn is_in_custody_at(&self, establishment: &str) {
        self.alt('c').await;
        self.says("Leave as it was").await;
        let choose = "const at = document.querySelector('#custody-now'); at.value = 'custody';
            at.dispatchEvent(new Event('change', { bubbles: true })); return true;";
        self.run(choose).await;
        self.writes("Establishment", establishment).await;
    }

    /// Ticks the box that bears these words, under this legend.
    pub async fn ticks(&self, id: &str, words: &str) {
        let path = format!("#{id} label");
        let script = format!(
            "const label = [...document.querySelectorAll({path:?})].find((each) => each.innerText.trim().startsWith({words:?}));
             label.scrollIntoView(); label.control.focus(); return true;"
        );
        self.run(&script).await;
        self.type_words(" ").await;
    }

    /// Writes into the field with this label, by going to it.
    pub async fn writes(&self, label: &str, words: &str) {
        let field = self.field(label).await;
        field.click().await.expect("a field");
        self.type_words(words).await;
    }

    /// Fills in a waiver for these kinds and these agencies, as it stands in the client's hand.
    pub async fn fills_in_a_waiver(&self, kinds: &[&str], agencies: &[&str]) {
        for kind in kinds {
            self.ticks("kinds", kind).await;
        }
        for agency in agencies {
            self.ticks("recipients", agency).await;
        }
        self.ticks("purposes", "").await;
        self.writes("Given on", "1/10/2026").await;
        self.writes("Who asked for it, and heard the answer?", "Mina Orrell")
            .await;
        for oath in ["#explicit", "#understood", "#freely_given"] {
            self.element(oath).await.click().await.expect("a box");
        }
    }

    /// Withdraws the consent on the screen: asked first, then who says so.
    pub async fn withdraws_it(&self, told_by: &str) {
        self.press("Withdraw").await;
        self.says("it is no ground for anything").await;
        self.type_words(told_by).await;
        self.press("Withdraw it now").await;
        self.until("the consent to be withdrawn", async |w| {
            !w.text().await.contains("Until it is withdrawn")
        })
        .await;
    }
}
