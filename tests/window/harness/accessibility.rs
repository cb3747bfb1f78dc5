//! The accessibility judge: axe-core, run on the page as it stands, against WCAG 2.2 at level AA.

use std::fmt::Write;

use fantoccini::error::CmdError;
use serde_json::{Value, json};

use super::laptop::repository;
use super::window::Window;

const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// What tells one screen, or one state of it, from another: its headings, its forms and groups, what it complains of.
///
/// Figures are left out: the fourth case is judged anew because it bears another name, not because a minute has gone.
const SHAPE: &str = "const words = (all) => [...document.querySelectorAll(all)].map((each) => each.innerText || each.ariaLabel || each.id);
    return [document.documentElement.dataset.textSize ?? '', ...words('h1, h2, form, [role=group], [role=alert], dialog, nav [aria-current], th, summary, .govuk-error-message')]
        .join('|').replace(/[0-9]+/g, '#');";

impl Window {
    /// Judges whatever stands on the screen, once for each screen and each state of it.
    ///
    /// Every wait ends here, and a page object waits after whatever it does: so no screen of any journey goes unjudged.
    pub async fn judge_what_is_new(&self) {
        let Ok(shape) = self.client.execute(SHAPE, vec![]).await else {
            // The page is going away: its successor is judged by whoever waits for it.
            return;
        };
        let shape = shape.as_str().unwrap_or_default().to_owned();
        if self.judged.borrow_mut().insert(shape.clone()) {
            let screen = shape.chars().take(80).collect::<String>();
            self.is_accessible(&screen).await;
        }
    }

    /// Fails the test when this screen breaks any rule, naming each rule and what broke it.
    pub async fn is_accessible(&self, screen: &str) {
        let found = match self.verdict().await {
            Ok(found) => found,
            // Something that was pressed before took the page away in the middle of the judgement.
            Err(gone) if gone.is_no_such_window() => return,
            Err(fault) => panic!("the judge of {screen}: {fault}"),
        };
        let broken = found
            .as_array()
            .unwrap_or_else(|| panic!("the judge failed: {found}"));
        assert!(
            broken.is_empty(),
            "{screen} is not accessible to all:{}",
            told(broken)
        );
    }

    async fn verdict(&self) -> Result<Value, CmdError> {
        self.bring_the_judge().await?;
        // What is still fading in has not its colours yet.
        let moving = "return document.getAnimations().some((a) => a.playState === 'running' && a.effect.getComputedTiming().endTime !== Infinity)";
        self.waits("the page to come to rest", async |w| {
            let moves = w.client.execute(moving, vec![]).await;
            moves.map_or(true, |moves| moves == json!(false))
        })
        .await;
        let script = "const [tags, done] = arguments;
            axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
                .then((found) => done(found.violations.map((rule) => ({
                    rule: rule.id, why: rule.help, where: rule.nodes.map((node) => node.html) }))),
                    (fault) => done(String(fault)));";
        self.client.execute_async(script, vec![json!(TAGS)]).await
    }

    async fn bring_the_judge(&self) -> Result<(), CmdError> {
        let here = "return typeof axe === 'object'";
        if self.client.execute(here, vec![]).await? == json!(true) {
            return Ok(());
        }
        let file = repository().join("ui/node_modules/axe-core/axe.min.js");
        let judge = std::fs::read_to_string(file).expect("axe-core is installed by `make setup`");
        self.client.execute(&judge, vec![]).await.map(|_| ())
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
