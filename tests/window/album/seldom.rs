//! What a chair sees in few meetings: what was written, papers put on file, a case joined, somebody asked at the door, nobody here for
//! an agency that is needed.

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::Album;
use crate::harness::shortcuts::{CHAIRS_PASSPHRASE, PIN};

/// Of whoever has the chair at the close.
pub(super) const DEPUTYS: &str = "four geese upon the weir";

impl Album<'_> {
    /// Somebody was entered a second time with another job; both entries become one.
    pub(super) async fn somebody_stands_there_twice(&self) {
        let w = self.w;
        let people = w.does("people", json!({})).await;
        let first = &people["people"][0];
        let form = json!({ "id": null, "name": first["name"], "job": "Cover", "team": first["team"],
            "guest_agency": "", "guest_statutory": false, "retired": false });
        w.does("save_person", form).await;
        self.place('5', "Registers").await;
        w.says("Perhaps the same person").await;
        self.page_and_large("registers-alike").await;
        w.press("Keep the first").await;
        w.says("stands on the register once").await;
        w.says("Merged").await;
        self.page("registers-merged").await;
        // It lies over what is pressed next.
        w.press("Put this message away").await;
    }

    /// What was written of every case, with one of them being changed, and a form that lacks something.
    pub(super) async fn updates(&self) {
        let w = self.w;
        w.press("Prepare the ODOC").await;
        w.says("The order").await;
        w.alt('v').await;
        w.says("What waits").await;
        w.go_on().await;
        w.says("Choose an agency from the list").await;
        self.page_and_large("updates").await;
        self.first("li .buttons button").await;
        w.says("Change an update").await;
        self.page("updates-changing").await;
    }

    /// Everybody sits down but one, whose seat a deputy could take.
    pub(super) async fn all_but_one_sit_down(&self) {
        let w = self.w;
        let all = w.seats().await;
        let mut last = all.iter().rev();
        let away = last.find(|p| p["role"] == "representative" && p["guest"] == false);
        let away = away.expect("a representative")["attendance"].clone();
        w.sits_down(|p| p["attendance"] != away).await;
        self.page_and_large("register").await;
        let deputy = all[2]["called"].as_str().unwrap_or_default();
        w.press(&format!("{deputy} is a deputy")).await;
        w.until("the seats that are free", async |w| {
            w.focus().await.contains("is a deputy for")
        })
        .await;
        self.page("register-deputy").await;
    }

    /// Somebody takes the chair who has no way into the record yet; their name.
    pub(super) async fn another_takes_the_chair(&self) -> String {
        let w = self.w;
        let deputy = w.person("Declan").await;
        let form = json!({ "attendance": deputy["attendance"], "role": "chair" });
        w.does("set_role", form).await;
        w.look_again().await;
        w.says("Next meeting").await;
        deputy["name"].as_str().unwrap_or_default().to_owned()
    }

    /// They say that they have no passphrase here, and are given one.
    pub(super) async fn whoever_signs_is_asked(&self, chair: &str) {
        let w = self.w;
        w.says("Whose passphrase signs?").await;
        w.element(".draft canvas").await;
        self.page_and_large("who-signs").await;
        let nobody = format!("{chair} has no passphrase here yet");
        let choice = w.named("label", &nobody).await;
        choice.click().await.expect("a choice");
        w.element("#own-passphrase").await;
        self.page("who-signs-new").await;
        for (label, words) in [
            ("New passphrase", DEPUTYS),
            ("The same again", DEPUTYS),
            ("Passphrase of Asha Verrall", CHAIRS_PASSPHRASE),
        ] {
            let field = w.field(label).await;
            field.send_keys(words).await.expect("a field to write in");
        }
        w.key(Key::Enter).await;
    }

    /// What housing wrote of every case, which waits for each of them.
    pub(super) async fn is_written_to(&self, meeting: &Value) {
        let plan = self.w.does("plan_updates", json!({ "meeting": meeting }));
        for case in plan.await["cases"].as_array().expect("cases") {
            let form = json!({ "meeting": meeting, "update": null, "team": "housing", "sender": "Marcus Oyelaran-Dale",
                "slot": case["slot"], "nothing": false, "kind": "case-management", "judgement": false,
                "words": "The rent account is a month behind; a visit is booked.", "left_out": [] });
            self.w.does("save_update", form).await;
        }
    }

    /// A case that stood on no agenda is referred to this very meeting.
    pub(super) async fn a_case_comes_today(&self) {
        let form = json!({ "case": null, "tier": "amber", "forename": "Rowan", "surname": "Thistlewood-Amberley",
            "born": "", "cohort": "flex", "told": "told", "told_reason": "", "told_ground": "", "told_decided_by": "" });
        self.w.does("refer_here", form).await;
    }

    /// Its row, last of the cases, with what takes it back.
    pub(super) async fn added_today(&self) {
        let there = "document.querySelector('.agenda .added').scrollIntoView({ block: 'nearest' }); return true";
        self.w.run(there).await;
        // A row that nobody can see is judged for less.
        self.w.is_accessible("A case that was added today").await;
        self.page("added-today").await;
    }

    /// The meeting rests, and its PIN brings it back. In a browser, whose desk can be told that time has passed: the application
    /// is left alone in a walk of its own.
    pub(super) async fn left_alone(&self) {
        let w = self.w;
        if self.wall.is_none() {
            return;
        }
        w.run("return fetch('/left-alone', { method: 'POST' }).then(() => true)")
            .await;
        w.look_again().await;
        w.says("The meeting is resting").await;
        self.page_and_large("resting").await;
        w.type_words(PIN).await;
        w.key(Key::Enter).await;
        w.element("#capture-line").await;
    }

    /// One is set aside, with the reason that the minutes give.
    pub(super) async fn in_writing(&self) {
        let w = self.w;
        w.says("In writing: 1 update waits").await;
        self.page_and_large("in-writing").await;
        w.alt('k').await;
        w.element("#aside-reason").await;
        self.page("setting-aside").await;
        w.key(Key::Escape).await;
        w.element("#capture-line").await;
    }

    /// The two forms of what goes on file, from the case.
    pub(super) async fn papers_on_file(&self) {
        let w = self.w;
        w.alt('r').await;
        w.says("Put it on file").await;
        self.page_and_large("consent-form").await;
        w.key(Key::Escape).await;
        w.press("Record an upheld objection").await;
        w.says("Put it in force").await;
        self.page("objection-form").await;
        w.key(Key::Escape).await;
        w.says("Record a consent or waiver").await;
    }

    /// Whoever stands at the door is asked there, and can come for somebody else.
    pub(super) async fn at_the_door(&self) {
        let w = self.w;
        w.is_asked_at_the_door("Perpetua Ly").await;
        self.page_and_large("at-the-door").await;
        w.key(Key::Escape).await;
        w.walks_to("Perpetua Ly").await;
        w.type_words("g").await;
        w.element("aside form select, aside form input").await;
        self.page("another-agency").await;
        w.key(Key::Escape).await;
        w.goes_to_the_line().await;
    }

    /// Two cases are discussed together, and parted again.
    pub(super) async fn together(&self, other: &Value) {
        let w = self.w;
        w.alt('x').await;
        w.says("Add a case referred today").await;
        w.run("document.querySelector('[name=agenda-move][value=join]').click(); return true")
            .await;
        w.element("#agenda-slot").await;
        self.page("joining").await;
        let slot = other["place"]["slot"].as_str().expect("a slot");
        let picked = w.element("#agenda-slot").await.select_by_value(slot).await;
        picked.expect("a case that waits");
        w.go_on().await;
        w.element("#capture-line").await;
        self.page_and_large("together").await;
        let slot = json!({ "slot": other["place"]["slot"] });
        w.does("part_case", slot).await;
        w.look_again().await;
        w.element("#capture-line").await;
    }

    /// Everybody of an agency that is needed goes: the chair says how to go on.
    pub(super) async fn nobody_is_here_for_one(&self) {
        let w = self.w;
        for person in w.seats().await {
            if person["agency"] == "Probation" && person["whereabouts"] == "in_the_room" {
                w.does("leave", json!({ "attendance": person["attendance"] }))
                    .await;
            }
        }
        w.look_again().await;
        w.says("Nobody is here for").await;
        self.page_and_large("not-quorate").await;
        w.press("Hear reports only").await;
        w.says("Reports are heard").await;
        w.press("Go on without them").await;
        w.says("The chair has chosen to go on").await;
    }
}
