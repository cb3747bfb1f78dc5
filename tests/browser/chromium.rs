//! Debian's Chromium before the bridge, one at a time: two would fight over two cores.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::json;
use tempfile::TempDir;

use crate::bridge::Bridge;
use crate::harness::Window;
use crate::harness::driver::Driver;

/// The pages' own door, in the form that this ring's build gives them.
const DOOR: &str = "window.ask(command, form)";

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A browser that knows nobody, asks nobody and fetches nothing, and a desk for it.
pub struct Chromium {
    bridge: Bridge,
    disk: TempDir,
    _turn: MutexGuard<'static, ()>,
}

impl Chromium {
    pub fn new() -> Self {
        let turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let disk = TempDir::new().expect("a folder for the browser and the desk");
        std::fs::create_dir_all(disk.path().join("chosen")).expect("a folder to choose");
        Self {
            bridge: Bridge::open(disk.path()),
            disk,
            _turn: turn,
        }
    }

    /// The folder that every folder dialog answers with.
    pub fn chosen_folder(&self) -> PathBuf {
        self.disk.path().join("chosen")
    }

    /// Where a page is.
    pub fn address(&self, page: &str) -> String {
        format!("{}{page}", self.bridge.address())
    }

    /// Opens the browser on the first page.
    pub async fn open(&self) -> Window {
        self.open_set_to(&[]).await
    }

    /// Opens it as somebody has set their machine: switches of the browser that stand for the system's own.
    pub async fn open_set_to(&self, switches: &[&str]) -> Window {
        let profile = format!("--user-data-dir={}", self.disk.path().join("own").display());
        let mut capabilities = json!({
            "browserName": "chrome",
            // The sample partnership takes its time on a laden machine.
            "timeouts": { "script": 120_000 },
            "goog:chromeOptions": { "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--disable-quic", "--no-first-run", "--no-default-browser-check", "--disable-sync",
                "--disable-background-networking", "--disable-component-update",
                // Whatever it may still think of looks no name up.
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--window-size=1366,911", profile,
            ] },
        });
        let args = capabilities["goog:chromeOptions"]["args"].as_array_mut();
        args.expect("arguments")
            .extend(switches.iter().map(|&switch| json!(switch)));
        let driver = Driver::start("chromedriver", &[]);
        let client = driver
            .session(capabilities.as_object().expect("an object"))
            .await
            .expect("the browser's driver answers");
        let there = client.goto(&self.bridge.address()).await;
        there.expect("the bridge answers");
        let window = Window::open(driver, client, DOOR).await;
        window.keeping_its_record_in(self.disk.path().join("record"))
    }
}
