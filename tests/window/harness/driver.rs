//! The system's web driver, one process for each session, since it serves one session only.

use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::error::NewSessionError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value};

/// Opening a session opens the application too, on a machine that may be laden; a driver that has not done it by then never will.
const PATIENCE: Duration = Duration::from_secs(40);
const LOOK_AGAIN: Duration = Duration::from_millis(15);

/// A running web driver; it goes, and the application with it, when this is dropped.
pub struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    /// Starts the application's driver, with what makes the application let itself be driven and keeps it off the
    /// accessibility bus of whoever runs the tests.
    pub fn of_the_application(environment: &[(&str, &str)]) -> Self {
        let mut all = vec![
            ("TAURI_WEBVIEW_AUTOMATION", "true"),
            ("TAURI_AUTOMATION", "true"),
            ("NO_AT_BRIDGE", "1"),
        ];
        all.extend(environment);
        Self::start("WebKitWebDriver", &all)
    }

    /// Starts a driver on a free port, with the environment that what it drives is to inherit.
    pub fn start(program: &str, environment: &[(&str, &str)]) -> Self {
        let port = free_port();
        let process = Command::new(program)
            .arg(format!("--port={port}"))
            .envs(environment.iter().copied())
            .stdout(Stdio::null())
            // A group of its own, so that all that it starts can be ended with it.
            .process_group(0)
            .spawn()
            .unwrap_or_else(|_| panic!("{program} is installed by `make setup`"));
        Self {
            process,
            address: format!("http://127.0.0.1:{port}"),
        }
    }

    /// Opens a session, trying until the driver listens; nothing where it listens and never answers, as it does now and then on a
    /// machine that was just laden.
    pub async fn session(&self, capabilities: &Map<String, Value>) -> Option<Client> {
        let attempt = async {
            let mut beat = tokio::time::interval(LOOK_AGAIN);
            loop {
                beat.tick().await;
                let mut builder = ClientBuilder::new(HttpConnector::new());
                match builder
                    .capabilities(capabilities.clone())
                    .connect(&self.address)
                    .await
                {
                    Ok(client) => return client,
                    Err(NewSessionError::NotW3C(answer)) => panic!("no session: {answer}"),
                    Err(NewSessionError::SessionNotCreated(fault)) => panic!("no session: {fault}"),
                    Err(_) => {}
                }
            }
        };
        tokio::time::timeout(PATIENCE, attempt).await.ok()
    }

    /// The application's own process, which the driver started.
    pub fn application(&self) -> u32 {
        let driver = self.process.id();
        let children = std::fs::read_to_string(format!("/proc/{driver}/task/{driver}/children"))
            .expect("the kernel lists a process's children");
        let first = children
            .split_whitespace()
            .next()
            .expect("the application is running");
        first.parse().expect("a process number")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A session that was not closed leaves the application running: it must not outlive its test.
        let driver = self.process.id();
        if let Ok(children) =
            std::fs::read_to_string(format!("/proc/{driver}/task/{driver}/children"))
        {
            for child in children.split_whitespace() {
                kill(child);
            }
        }
        // A browser is many processes, and those that it started itself do not end with it.
        let group = format!("-{driver}");
        let _ = Command::new("kill").args(["-9", "--", &group]).status();
        let _ = self.process.wait();
    }
}

/// Ends a process as a power cut would, and waits until it has let go of its files: the next may want them at once.
pub fn kill(process: &str) {
    let _ = Command::new("kill").args(["-9", process]).status();
    while !is_gone(process) {
        std::thread::park_timeout(LOOK_AGAIN);
    }
}

/// Whether a process has ended; one that only waits to be counted holds nothing open.
pub fn is_gone(process: &str) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"));
    stat.is_ok_and(|stat| {
        stat.rsplit(") ")
            .next()
            .is_some_and(|rest| rest.starts_with('Z'))
    }) || !std::path::Path::new("/proc").join(process).exists()
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its address").port()
}
