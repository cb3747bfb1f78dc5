//! One window under the web driver, and what can be read off it from outside.

use super::windows::driver::Driver;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use std::fs::read_to_string;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const PATIENCE: Duration = Duration::from_secs(20);
/// What `/proc` counts a process's start in, on every Linux that there is.
const TICKS_A_SECOND: f64 = 100.0;

/// An open window.
pub struct Window {
    pub client: Client,
    driver: Driver,
}

impl Window {
    pub async fn open(program: &Path, argument: String) -> Self {
        let driver = Driver::of_the_application(&[]);
        let capabilities = json!({
            "browserName": "wry",
            "webkitgtk:browserOptions": { "binary": program, "args": [argument] },
        });
        let client = driver.session(capabilities.as_object().expect("an object"));
        let client = client.await;
        let client = client.expect("the web driver answers");
        Self { client, driver }
    }

    /// From the process's start to the first frame with anything on it.
    pub async fn time_to_first_paint(&self) -> Duration {
        let script = "const [paint] = performance.getEntriesByName('first-contentful-paint');
            return paint ? performance.timeOrigin + paint.startTime : null";
        let painted = self.until(script).await.as_f64().expect("a moment");
        let begun = started(self.driver.application());
        Duration::from_secs_f64(((painted - begun) / 1000.0).max(0.0))
    }

    /// Kilobytes resident in the application and in the processes of its pages.
    pub fn resident(&self) -> u64 {
        let application = self.driver.application();
        let pages = children(application);
        let pages = pages.into_iter().filter(|child| {
            let name = read_to_string(format!("/proc/{child}/comm"));
            name.is_ok_and(|name| name.starts_with("WebKitWebProces"))
        });
        pages.chain([application]).map(resident).sum()
    }

    /// Types into the element that a selector finds.
    pub async fn types(&self, selector: &str, words: &str) {
        let wait = self.client.wait().at_most(PATIENCE);
        let element = wait.for_element(Locator::Css(selector)).await;
        let element = element.expect("the element");
        element.send_keys(words).await.expect("a keyboard");
    }

    pub async fn enter(&self, selector: &str) {
        self.types(selector, &char::from(Key::Enter).to_string())
            .await;
    }

    pub async fn run(&self, script: &str) -> Value {
        let answer = self.client.execute(script, vec![]);
        answer.await.expect("a page that runs")
    }

    /// Runs a script until it answers with something.
    pub async fn until(&self, script: &str) -> Value {
        let looking = async {
            let mut beat = tokio::time::interval(Duration::from_millis(15));
            loop {
                beat.tick().await;
                let answer = self.client.execute(script, vec![]).await;
                if let Ok(answer) = answer
                    && !matches!(answer, Value::Null | Value::Bool(false))
                {
                    return answer;
                }
            }
        };
        let found = tokio::time::timeout(PATIENCE, looking).await;
        found.unwrap_or_else(|_| panic!("waited in vain for: {script}"))
    }

    /// What the page has timed last, once there is something, told by the page itself: asking it again and again would
    /// take time from the very thing that is timed.
    pub async fn timed(&self) -> Value {
        let script = "const [done] = arguments; window.timed = done; if (window.took !== undefined) done(window.took)";
        let answer = self.client.execute_async(script, vec![]);
        let answer = tokio::time::timeout(PATIENCE, answer).await;
        let answer = answer.expect("something timed").expect("a page that runs");
        self.run("window.took = undefined; window.timed = undefined")
            .await;
        answer
    }

    /// As long as fingers take from one key to the next, in which the page comes to rest.
    pub async fn between_keys(&self) {
        let script = "const [done] = arguments; window.took = undefined; setTimeout(done, 120)";
        let rested = self.client.execute_async(script, vec![]);
        rested.await.expect("a page that runs");
    }

    pub async fn close(self) {
        let _ = self.client.clone().close().await;
    }
}

/// When a process began, in milliseconds of the page's own calendar, to a hundredth of a second.
fn started(process: u32) -> f64 {
    let stat = read_to_string(format!("/proc/{process}/stat")).expect("a running process");
    let fields = stat.rsplit(") ").next().expect("its fields");
    let ticks: f64 = fields
        .split(' ')
        .nth(19)
        .expect("its start")
        .parse()
        .expect("ticks");
    let uptime = read_to_string("/proc/uptime").expect("the machine's age");
    let uptime: f64 = uptime
        .split(' ')
        .next()
        .expect("seconds")
        .parse()
        .expect("seconds");
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("a calendar");
    (now.as_secs_f64() - (uptime - ticks / TICKS_A_SECOND)) * 1000.0
}

fn resident(process: u32) -> u64 {
    let status = read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let words = line.and_then(|line| line.split_whitespace().next());
    words
        .and_then(|words| words.parse().ok())
        .expect("its memory")
}

fn children(process: u32) -> Vec<u32> {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).expect("a running process");
    let lists = threads.flatten();
    let lists = lists.filter_map(|thread| read_to_string(thread.path().join("children")).ok());
    let lists: Vec<String> = lists.collect();
    let names = lists.iter().flat_map(|list| list.split_whitespace());
    names.filter_map(|name| name.parse().ok()).collect()
}
