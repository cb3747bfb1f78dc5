//! The laptop: what stays between one opening of the application and the next.

use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;

use super::displays::Display;
use super::driver::Driver;
use super::pictures::are_kept;
use super::window::Window;

/// The shell's own door to the desk, as the pages use it.
const DOOR: &str = "window.__TAURI_INTERNALS__.invoke(command, { form })";
/// What the web view does without in a test, for a quarter of its time: no page lives long enough for the compiler of hot code to pay,
/// and where there is no graphics card a program draws every frame as one would, at three times the cost. Pictures
/// are drawn as they always are.
const SPARED: [(&str, &str); 2] = [
    ("JSC_useDFGJIT", "0"),
    ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
];
/// How often a driver is started that opens nothing, before the application is blamed for it.
const OPENINGS: usize = 3;

/// A laptop with an empty disk, on which the application can be opened, cut off and opened again.
pub struct Laptop {
    disk: TempDir,
    environment: Vec<(String, String)>,
    display: Display,
}

impl Laptop {
    pub fn new() -> Self {
        let display = Display::free();
        let disk = TempDir::new().expect("a folder for the laptop's disk");
        std::fs::create_dir_all(disk.path().join("chosen")).expect("a folder to choose");
        Self {
            disk,
            environment: Vec::new(),
            display,
        }
    }

    /// Turns the desktop's dark colours on.
    pub fn in_the_dark(mut self) -> Self {
        self.environment
            .push(("GTK_THEME".to_owned(), "Adwaita:dark".to_owned()));
        self
    }

    /// Lets the application's steady clock run so many times as fast, so that minutes without a touch are seconds.
    pub fn hurried(mut self, times: u32) -> Self {
        let haste = ("ODOC_HASTE".to_owned(), times.to_string());
        self.environment.push(haste);
        self
    }

    /// The folder that every folder dialog answers with.
    pub fn chosen_folder(&self) -> PathBuf {
        self.disk.path().join("chosen")
    }

    /// The application's own folder.
    pub fn own_folder(&self) -> PathBuf {
        self.disk.path().join("own")
    }

    /// Opens the application and waits for its first page.
    pub async fn open(&self) -> Window {
        let chosen = self.chosen_folder();
        let mut environment: Vec<(&str, &str)> = self
            .environment
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        if !are_kept() {
            environment.extend(SPARED);
        }
        environment.push(("DISPLAY", self.display.name()));
        environment.push(("ODOC_CHOOSES", chosen.to_str().expect("a plain path")));
        let own = format!("--data={}", self.own_folder().display());
        let capabilities = json!({
            "browserName": "wry",
            // The sample partnership takes its time on a laden machine.
            "timeouts": { "script": 120_000 },
            "webkitgtk:browserOptions": { "binary": application(), "args": [own] },
        });
        let capabilities = capabilities.as_object().expect("an object");
        for _ in 0..OPENINGS {
            let driver = Driver::of_the_application(&environment);
            if let Some(client) = driver.session(capabilities).await {
                let window = Window::open(driver, client, DOOR).await;
                return window.keeping_its_record_in(self.own_folder().join("record"));
            }
        }
        panic!("no web driver answers");
    }
}

/// The application as `make test` built it, beside this very test.
pub fn application() -> PathBuf {
    let test = std::env::current_exe().expect("where this test is");
    let built = test
        .ancestors()
        .nth(2)
        .map(|profile| profile.join("odoc"))
        .filter(|path| path.exists());
    built.unwrap_or_else(|| {
        panic!(
            "build the application first: cargo build (wanted beside {})",
            test.display()
        )
    })
}

/// The repository's root.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("tests stands in the repository")
}
