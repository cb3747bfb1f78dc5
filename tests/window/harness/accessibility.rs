//! The accessibility judge: axe-core, run on the page as it stands, against WCAG 2.2 at level AA.

use std::fmt::Write;

use serde_json::{Value, json};

use super::laptop::repository;
use super::window::Window;

const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

impl Window {
    /// Fails the test when this screen breaks any rule, naming each rule and what broke it.
    pub async fn is_accessible(&self, screen: &str) {
        self.bring_the_judge().await;
        // What is still fading in has not its colours yet.
        let moving = "return document.getAnimations().some((a) => a.playState === 'running' && a.effect.getComputedTiming().endTime !== Infinity)";
        self.until("the page to come to rest", async |w| {
            w.run(moving).await == json!(false)
        })
        .await;
        let script = "const [tags, done] = arguments;
            axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
                .then((found) => done(found.violations.map((rule) => ({
                    rule: rule.id, why: rule.help, where: rule.nodes.map((node) => node.html) }))),
                    (fault) => done(String(fault)));";
        let found = self
            .client
            .execute_async(script, vec![json!(TAGS)])
            .await
            .expect("a verdict");
        let broken = found
            .as_array()
            .unwrap_or_else(|| panic!("the judge failed: {found}"));
        assert!(
            broken.is_empty(),
            "{screen} is not accessible to all:{}",
            told(broken)
        );
    }

    async fn bring_the_judge(&self) {
        let here = self
            .client
            .execute("return typeof axe === 'object'", vec![])
            .await;
        if here.is_ok_and(|here| here == json!(true)) {
            return;
        }
        let file = repository().join("ui/node_modules/axe-core/axe.min.js");
        let judge = std::fs::read_to_string(file).expect("axe-core is installed by `make setup`");
        self.client
            .execute(&judge, vec![])
            .await
            .expect("the judge starts");
    }
}

fn told(broken: &[Value]) -> String {
    broken.iter().fold(String::new(), |mut told, rule| {
        let _ = write!(told, "\n  {}: {}", rule["rule"], rule["why"]);
        for place in rule["where"].as_array().into_iter().flatten() {
            let _ = write!(told, "\n    {place}");
        }
        told
    })
}
