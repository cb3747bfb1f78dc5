//! The open window, and what every screen has in common.

use std::path::PathBuf;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use super::driver::{Driver, is_gone, kill};

/// Long enough for the sample partnership to be made on a laden machine of two cores.
const PATIENCE: Duration = Duration::from_secs(60);
const LOOK_AGAIN: Duration = Duration::from_millis(15);
const SELDOM: Duration = Duration::from_millis(60);
/// Something of the page, once it is there.
const PAGE: &str = "#window > *, body > h1";

/// The application's window, whichever it is at the moment: its own, or a browser's before the same desk.
pub struct Window {
    pub(super) client: Client,
    driver: Driver,
    /// How a page of this window asks the desk: a script in which `command` and `form` stand.
    door: &'static str,
    /// Where the application keeps its record, where a test may lay one.
    pub(super) record: Option<PathBuf>,
}

impl Window {
    /// Waits for the first page of a window just opened.
    pub async fn open(driver: Driver, client: Client, door: &'static str) -> Self {
        let window = Self {
            client,
            driver,
            door,
            record: None,
        };
        window
            .until("the first page", async |w| w.find(PAGE).await.is_ok())
            .await;
        window
    }

    /// A window whose record is kept in this folder.
    pub fn keeping_its_record_in(mut self, folder: PathBuf) -> Self {
        self.record = Some(folder);
        self
    }

    /// The web driver's own hand, for what no other word says.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The page's own title, which is not the title bar's.
    pub async fn title(&self) -> String {
        self.client.title().await.expect("a title")
    }

    /// The first element that a CSS selector finds, waiting for it to be there.
    pub async fn element(&self, selector: &str) -> Element {
        let wait = self.client.wait().at_most(PATIENCE).every(LOOK_AGAIN);
        match wait.for_element(Locator::Css(selector)).await {
            Ok(element) => element,
            Err(_) => panic!("no {selector} on this screen:\n{}", self.text().await),
        }
    }

    /// The control of the given kind that bears the given words, as a person or a screen reader finds it.
    pub async fn named(&self, tag: &str, words: &str) -> Element {
        // A button may show its shortcut after its words.
        let path =
            format!("//{tag}[starts-with(normalize-space(), {words:?}) or @aria-label={words:?}]");
        let wait = self.client.wait().at_most(PATIENCE).every(LOOK_AGAIN);
        match wait.for_element(Locator::XPath(&path)).await {
            Ok(element) => element,
            Err(_) => panic!(
                "no {tag} says {words:?} on this screen:\n{}",
                self.text().await
            ),
        }
    }

    /// The field under a label.
    pub async fn field(&self, label: &str) -> Element {
        let label = self.named("label", label).await;
        let field = label
            .attr("for")
            .await
            .expect("an attribute")
            .expect("a label for a field");
        self.client
            .find(Locator::Id(&field))
            .await
            .expect("the labelled field")
    }

    /// Clicks the button that bears the given words.
    pub async fn press(&self, words: &str) {
        self.named("button", words)
            .await
            .click()
            .await
            .expect("a button that can be pressed");
    }

    /// Whether there is something on the page that a CSS selector finds.
    pub async fn has(&self, selector: &str) -> bool {
        self.find(selector).await.is_ok()
    }

    /// Loads the page anew, which then shows what the desk says: for journeys that begin in mid-day.
    pub async fn look_again(&self) {
        self.client.refresh().await.expect("a page that loads");
        self.until("the page", async |w| w.has(PAGE).await).await;
    }

    /// Everything in the page, readable or not.
    pub async fn source(&self) -> String {
        self.client.source().await.expect("a page")
    }

    /// Everything readable on the page.
    pub async fn text(&self) -> String {
        let text = self
            .client
            .execute("return document.body.innerText", vec![])
            .await;
        text.ok()
            .and_then(|text| text.as_str().map(str::to_owned))
            .unwrap_or_default()
    }

    /// Waits for the page to say something.
    pub async fn says(&self, words: &str) {
        self.until(&format!("the words {words:?}"), async |w| {
            w.text().await.contains(words)
        })
        .await;
    }

    /// Where the page is.
    pub async fn address(&self) -> String {
        self.client.current_url().await.expect("an address").into()
    }

    /// Runs a script in the page, as somebody at its console would.
    pub async fn run(&self, script: &str) -> Value {
        self.client
            .execute(script, vec![])
            .await
            .expect("a page that runs")
    }

    /// Calls a command directly, as a page that had been tampered with might.
    pub async fn ask(&self, command: &str, form: Value) -> Result<Value, Value> {
        let script = format!(
            "const [command, form, done] = arguments;
            {}.then((view) => done({{ Ok: view }}), (problem) => done({{ Err: problem }}));",
            self.door
        );
        let answer = self
            .client
            .execute_async(&script, vec![json!(command), form])
            .await
            .expect("an answer");
        match answer.get("Ok") {
            Some(view) => Ok(view.clone()),
            None => Err(answer["Err"].clone()),
        }
    }

    /// Sends a command whose answer dies with this window, and goes on in the window that takes its place.
    pub async fn ask_and_move(&self, command: &str, form: Value) {
        let script = format!(
            "const [command, form] = arguments; {}.catch(() => {{}});",
            self.door
        );
        self.moving(async |w| {
            // The window may be gone before it can say so; whether it was done is seen by the one that takes its place.
            let _ = w.client.execute(&script, vec![json!(command), form]).await;
        })
        .await;
    }

    /// Does something that replaces the window, and goes on in the new one.
    pub async fn moving(&self, act: impl AsyncFnOnce(&Self)) {
        // A mark that goes with the page; a page that has only just come may not answer yet.
        self.waits("the page to be marked", async |w| {
            let marked = w.client.execute("return window.left = true", vec![]).await;
            marked.is_ok_and(|marked| marked == json!(true))
        })
        .await;
        act(self).await;
        let arrived = async || -> Result<bool, CmdError> {
            if !self.to_the_one_window().await? {
                return Ok(false);
            }
            let left = self
                .client
                .execute("return window.left === true", vec![])
                .await?;
            Ok(left == json!(false) && self.find(PAGE).await.is_ok())
        };
        self.until("the other window", async |_| {
            arrived().await.unwrap_or(false)
        })
        .await;
    }

    /// Goes to the window that is worked in, where there is just one beside the projector's.
    async fn to_the_one_window(&self) -> Result<bool, CmdError> {
        let mut worked_in = self.client.windows().await?;
        if worked_in.len() > 1 {
            let mut others = Vec::new();
            for window in worked_in {
                self.client.switch_to_window(window.clone()).await?;
                if !self
                    .client
                    .current_url()
                    .await?
                    .as_str()
                    .contains("projector")
                {
                    others.push(window);
                }
            }
            worked_in = others;
        }
        let [only] = worked_in.as_slice() else {
            return Ok(false);
        };
        self.client.switch_to_window(only.clone()).await?;
        Ok(true)
    }

    /// Opens another window of the browser at an address, and comes back.
    pub async fn opens_beside(&self, address: &str) {
        let here = self.client.window().await.expect("a window");
        let there = self.client.new_window(true).await.expect("another window");
        let switched = self.client.switch_to_window(there.handle).await;
        switched.expect("the other window");
        self.client.goto(address).await.expect("a page there");
        self.client
            .switch_to_window(here)
            .await
            .expect("the window left");
    }

    /// Does something in the projector's window, where it stands open, and comes back.
    pub async fn at_the_wall<T>(&self, act: impl AsyncFnOnce(&Self) -> T) -> Option<T> {
        let here = self.client.window().await.expect("a window");
        let mut done = None;
        for window in self.client.windows().await.expect("windows") {
            let there = self.client.switch_to_window(window).await;
            let url = self.client.current_url().await;
            if there.is_ok() && url.is_ok_and(|url| url.as_str().contains("projector")) {
                done = Some(act(self).await);
                break;
            }
        }
        self.client
            .switch_to_window(here)
            .await
            .expect("the window left");
        done
    }

    /// Looks again and again until something is so; the screen on which it is so is judged, if it is a new one.
    pub async fn until(&self, what: &str, so: impl AsyncFn(&Self) -> bool) {
        self.waits(what, so).await;
        self.judge_what_is_new().await;
    }

    pub(super) async fn waits(&self, what: &str, so: impl AsyncFn(&Self) -> bool) {
        let looking = async {
            let mut pause = LOOK_AGAIN;
            while !so(self).await {
                tokio::time::sleep(pause).await;
                // Looking is work for the page itself: what takes long is looked at more seldom.
                pause = (pause * 2).min(SELDOM);
            }
        };
        if tokio::time::timeout(PATIENCE, looking).await.is_err() {
            panic!(
                "waited in vain for {what} on this screen:\n{}",
                self.text().await
            );
        }
    }

    async fn find(&self, selector: &str) -> Result<Element, CmdError> {
        self.client.find(Locator::Css(selector)).await
    }

    /// The process that holds the page shown now.
    pub fn page_processes(&self) -> Vec<u32> {
        let application = self.driver.application();
        children(application)
            .into_iter()
            .filter(|&child| name_of(child).starts_with("WebKitWebProces"))
            .collect()
    }

    /// Ends the application as a power cut would, in the middle of whatever it was doing.
    pub fn pull_the_plug(self) {
        let application = self.driver.application();
        // A page's own processes would see the application gone and end by themselves: the cut waits for nobody.
        let pages = children(application);
        kill(&application.to_string());
        pages.iter().for_each(|page| kill(&page.to_string()));
    }

    /// Closes the application in the ordinary way.
    pub async fn close(self) {
        let application = self.driver.application().to_string();
        let _ = self.client.clone().close().await;
        self.until("the application to end", async |_| is_gone(&application))
            .await;
    }
}

fn children(process: u32) -> Vec<u32> {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).expect("a running process");
    threads
        .flatten()
        .filter_map(|thread| std::fs::read_to_string(thread.path().join("children")).ok())
        .flat_map(|list| {
            list.split_whitespace()
                .filter_map(|child| child.parse().ok())
                .collect::<Vec<_>>()
        })
        .collect()
}

fn name_of(process: u32) -> String {
    std::fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default()
}
