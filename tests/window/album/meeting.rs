//! A meeting with a full table and a full agenda, from the register to the signed minutes.

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::Album;
use super::seldom::DEPUTYS;
use crate::harness::Window;
use crate::harness::shortcuts::PIN;

/// How many cases are dealt with before the pictures of one are taken.
const DEALT: usize = 7;

impl Album<'_> {
    pub(super) async fn opening(&self) {
        let w = self.w;
        let meeting = w.cut_to(20).await["meeting"]["id"].clone();
        self.is_written_to(&meeting).await;
        self.updates().await;
        w.is_held_now(&meeting, 180).await;
        w.does("open_register", json!({ "meeting": meeting })).await;
        w.look_again().await;
        self.all_but_one_sit_down().await;
        w.press("Someone new").await;
        w.element("form").await;
        self.page("register-new-face").await;
        w.key(Key::Escape).await;
        w.go_on().await;
        w.says("The chair reads this aloud").await;
        self.page_and_large("statement").await;
        w.go_on().await;
        w.says("still to accept").await;
        w.everyone_accepts(|p| p["seat"].as_u64() > Some(7)).await;
        self.page_and_large("acceptance").await;
        w.everyone_accepts(|_| false).await;
        self.one_declaration().await;
        w.everyone_signs().await;
        w.begins().await;
        self.page("begun").await;
        w.alt('p').await;
        if let Some(address) = &self.wall {
            w.opens_beside(address).await;
        }
        self.wall("Welcome", "wall").await;
    }

    /// What the projector shows, once it says so; at its own size.
    async fn wall(&self, says: &str, name: &str) {
        let w = self.w;
        // Nobody tells a page of a browser that something has changed, as the application does.
        let looks = self.wall.is_some();
        let text = async |w: &Window| {
            let seen = async |wall: &Window| {
                if looks {
                    wall.look_again().await;
                }
                wall.text().await
            };
            w.at_the_wall(seen).await
        };
        w.until(&format!("the wall to say {says:?}"), async |w| {
            text(w).await.is_some_and(|wall| wall.contains(says))
        })
        .await;
        w.at_the_wall(async |wall| {
            wall.judge_what_is_new().await;
            wall.picture(&format!("{name}-{}", self.scheme)).await;
        })
        .await;
    }

    /// The laptop goes to the first who signs, and comes back.
    async fn one_declaration(&self) {
        let w = self.w;
        let (key, person) = w.next_to_sign().await.expect("somebody who signs");
        let name = person["name"].as_str().unwrap_or_default();
        w.moving(async |w| {
            w.type_words(&key.to_string()).await;
            w.element("#pin").await;
            self.page("pin").await;
            w.type_words(PIN).await;
            w.key(Key::Enter).await;
        })
        .await;
        w.says("Your declaration").await;
        self.page_and_large("declaration").await;
        w.signs_by_typing(name).await;
        self.page("giving-back").await;
        w.laptop_is_taken_back().await;
        w.says("Accept and sign").await;
    }

    pub(super) async fn business(&self) {
        let w = self.w;
        w.go_on().await;
        w.says("agreed as a true record").await;
        self.page("last-minutes").await;
        w.go_on().await;
        w.says("✓ Agreed as a true record").await;
        w.go_on().await;
        w.says("Carried actions").await;
        self.page_and_large("carried-actions").await;
        let cases = self.first_cases().await;
        self.a_flagged_case(&cases).await;
        self.comings_and_goings().await;
        self.a_case(&cases[DEALT], &cases[DEALT + 2]).await;
        self.a_case_without_a_decision(&cases[DEALT + 1]).await;
        self.between_the_cases().await;
    }

    /// Deals with the first cases, and answers every row of the agenda that is a case.
    async fn first_cases(&self) -> Vec<Value> {
        let view = self.w.does("meeting", json!({})).await;
        let rows = view["agenda"].as_array().expect("an agenda");
        let cases: Vec<Value> = rows
            .iter()
            .filter(|row| row["place"]["place"] == "case")
            .cloned()
            .collect();
        for case in cases.iter().take(DEALT) {
            self.opens(case).await;
            for line in [
                "pol intel seen twice at the address with known associates",
                "> prob check the plan by 2w",
                "= continue because the plan holds",
            ] {
                self.w.does("record_line", json!({ "line": line })).await;
            }
            self.w.does("close_case", json!({})).await;
        }
        cases
    }

    async fn opens(&self, case: &Value) {
        let because = match case["asks_a_choice"].as_bool() {
            Some(true) => "the coordinator was rung and has no objection",
            _ => "",
        };
        let form = json!({ "slot": case["place"]["slot"], "because": because });
        self.w.does("open_case", form).await;
    }

    /// The question that a flagged case asks first, and the one when a case is put off.
    async fn a_flagged_case(&self, cases: &[Value]) {
        let w = self.w;
        w.look_again().await;
        let asks = |row: &&Value| row["asks_a_choice"] == true;
        let Some(flagged) = cases.iter().skip(DEALT).find(asks) else {
            return;
        };
        w.presses_in_the_agenda(flagged).await;
        w.element("#because").await;
        self.page_and_large("flagged").await;
        w.press("Defer").await;
        w.says("It stands on the next agenda").await;
        self.page("defer").await;
        w.key(Key::Escape).await;
    }

    /// A guest who may receive nothing without consent; somebody at the door, somebody out, somebody gone.
    async fn comings_and_goings(&self) {
        let w = self.w;
        w.a_guest_is_let_in("Rosalind Achterberg-Quaye", "Invented Advocacy Trust")
            .await;
        let form = json!({ "name": "Perpetua Lyle", "job": "", "team": "", "role": "representative",
            "guest_agency": "Canalside Mentoring", "guest_statutory": false });
        w.does("newcomer", form).await;
        let all = w.seats().await;
        let others: Vec<&Value> = all
            .iter()
            .rev()
            .filter(|p| p["role"] == "representative" && p["guest"] == false)
            .filter(|p| p["whereabouts"] == "in_the_room")
            .collect();
        let leaves = json!({ "attendance": others[0]["attendance"] });
        w.does("leave", leaves).await;
        self.a_case_comes_today().await;
    }

    /// A case in full: what was shared, what is held, somebody out, and a line to which a rule objects.
    async fn a_case(&self, case: &Value, other: &Value) {
        let w = self.w;
        self.opens(case).await;
        let all = w.seats().await;
        let out = all.iter().rev().find(|p| {
            p["role"] == "representative"
                && p["whereabouts"] == "in_the_room"
                && p["guest"] == false
        });
        let out = json!({ "attendances": [out.expect("somebody")["attendance"]] });
        w.does("step_out", out).await;
        w.look_again().await;
        self.in_writing().await;
        w.records("prob intel j: attendance has slipped since October; in our judgement the missed Mondays follow his new shift, not a loss of engagement").await;
        w.records("pol intel seen twice at the address with known associates in the last fortnight; one report of shouting, no complaint made").await;
        w.records("csu 0").await;
        w.records("> prob offer a Tuesday apointment and confirm it in writing 2w")
            .await;
        w.records("= keep on the fixed cohort because the pattern has changed within a month")
            .await;
        self.page_and_large("case-empty-line").await;
        w.type_words("c").await;
        w.element("[aria-label='It could be']").await;
        self.page("case-offers").await;
        self.clears_the_line().await;
        w.type_words("pol intel stopped near the school twice this week")
            .await;
        w.element(".verdict .objection").await;
        self.page_and_large("case").await;
        self.making_right().await;
        self.at_a_line().await;
        self.is_corrected_behind_somebody().await;
        self.together(other).await;
        w.go_on().await;
        w.says("Does anyone disagree?").await;
        self.page_and_large("read-back").await;
        self.wall("Tuesday", "wall-read-back").await;
        w.alt('p').await;
        w.key(Key::Escape).await;
        w.does("close_case", json!({})).await;
    }

    /// The rule's own way out, then the line held as it stands; what is on file, and somebody's times.
    async fn making_right(&self) {
        let w = self.w;
        w.alt('u').await;
        w.says("is listed as an incident").await;
        self.page("case-said-already").await;
        w.key(Key::Escape).await;
        w.goes_to_the_line().await;
        w.key(Key::Enter).await;
        w.until("the line to be held", async |w| w.line().await.is_empty())
            .await;
        self.page_and_large("case-held").await;
        w.looks_at_the_file().await;
        self.page("on-file").await;
        self.papers_on_file().await;
        w.returns_to_the_case().await;
        w.walks_to("Declan").await;
        self.page("room-row").await;
        w.type_words("t").await;
        w.says("when in the room").await;
        self.page("times").await;
        w.key(Key::Escape).await;
        self.at_the_side().await;
        self.at_the_door().await;
        w.goes_to_the_line().await;
    }

    /// What is asked about somebody, and what changes the agenda.
    async fn at_the_side(&self) {
        let w = self.w;
        for (key, asks, name) in [
            ("c", "the authority to share?", "room-authority"),
            ("r", "is here as", "room-role"),
            ("f", "is here for", "room-deputy"),
        ] {
            w.walks_to("Declan").await;
            w.type_words(key).await;
            w.says(asks).await;
            self.page(name).await;
            w.key(Key::Escape).await;
        }
        w.alt('m').await;
        w.element("#new-name").await;
        self.page("newcomer").await;
        w.key(Key::Escape).await;
        for (key, says, name) in [
            ('x', "Add a case referred today", "agenda-changes"),
            ('c', "Leave as it was", "custody"),
        ] {
            w.alt(key).await;
            w.says(says).await;
            self.page(name).await;
            w.key(Key::Escape).await;
            w.element("#capture-line").await;
        }
        self.added_today().await;
    }

    /// The keys of a line that stands there, and the case that it belongs to.
    async fn at_a_line(&self) {
        let w = self.w;
        w.goes_to_the_last_line().await;
        w.key(Key::Home).await;
        self.page("line-keys").await;
        self.what_a_line_rests_on().await;
        w.type_words("k").await;
        w.says("Correcting what was said").await;
        self.page("correcting").await;
        w.key(Key::Escape).await;
        w.goes_to_the_last_line().await;
        self.who_and_when().await;
        w.type_words("m").await;
        w.says("To which case does it belong?").await;
        self.page("moving").await;
        w.key(Key::Escape).await;
        w.goes_to_the_line().await;
        w.type_words("> hou change the lock and give one key fri")
            .await;
        w.says("A full stop keeps").await;
        self.page("bare-date").await;
        self.clears_the_line().await;
    }

    pub(super) async fn clears_the_line(&self) {
        self.w.ctrl('a').await;
        self.w.key(Key::Delete).await;
        self.w
            .until("an empty line", async |w| w.line().await.is_empty())
            .await;
    }

    async fn a_case_without_a_decision(&self, case: &Value) {
        let w = self.w;
        self.opens(case).await;
        self.guests_are_out().await;
        w.look_again().await;
        w.element("#capture-line").await;
        self.left_alone().await;
        self.the_chair_goes_on().await;
        self.unasked_rights().await;
        w.go_on().await;
        w.says("No action: say so").await;
        self.page("no-action").await;
        w.chord(&[Key::Alt], '0').await;
        w.says("is going on").await;
        self.page_and_large("this-month-in-a-meeting").await;
        w.does("record_line", json!({ "line": "= no action" }))
            .await;
        w.does("close_case", json!({})).await;
    }

    async fn between_the_cases(&self) {
        let w = self.w;
        for (place, words, name) in [
            ("any_other_business", "Any other business", "other-business"),
            ("closing", "Next meeting", "next-date"),
        ] {
            w.comes_to(place).await;
            w.says(words).await;
            self.page(name).await;
            if place == "any_other_business" {
                self.permission_to_pass_on().await;
            }
        }
        self.nobody_is_here_for_one().await;
    }

    pub(super) async fn ending(&self) {
        let w = self.w;
        let chair = self.another_takes_the_chair().await;
        w.press("End the meeting").await;
        w.says("Before you end").await;
        self.page_and_large("before-the-end").await;
        for (words, field, name) in [
            ("Adjourn to another day", "#adjourn-date", "adjourning"),
            ("Abandon it", "#abandon-reason", "abandoning"),
        ] {
            w.press(words).await;
            w.element(field).await;
            self.page(name).await;
            w.key(Key::Escape).await;
        }
        w.ends().await;
        self.whoever_signs_is_asked(&chair).await;
        w.says("who chaired at the close").await;
        w.element(".draft canvas").await;
        w.says("Who is to be told").await;
        self.page_and_large("draft").await;
        w.says("Spelling: 1 doubtful word").await;
        w.run("document.getElementById('spelling-title').scrollIntoView()")
            .await;
        self.page("spelling-pass").await;
        w.minutes_are_signed_by(&chair, DEPUTYS).await;
        self.page("sealed").await;
    }
}
