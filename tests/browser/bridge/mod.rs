//! The bridge: the window's pages and the desk's commands on the loopback address, for a browser on this machine.
//!
//! It stands where the shell stands, and does only what the shell does: it carries forms to the desk and views back,
//! holds each page to its capability, and takes a page away when the desk shows another face.

mod answers;
mod pages;
mod surroundings;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

use desk::Desk;
use tiny_http::{HTTPVersion, Header, Method, Request, Response, Server};

use surroundings::Loopback;

/// An answer on its way to the browser.
type Answer = Response<std::io::Cursor<Vec<u8>>>;

/// Longer than a record may be left alone, unless more was chosen.
const LEFT_ALONE: u64 = 6 * 60;

/// A desk behind an address of its own; both go when this is dropped.
pub struct Bridge {
    server: Arc<Server>,
    serving: Option<JoinHandle<()>>,
}

impl Bridge {
    /// Opens a desk over a folder, on a port that is free.
    pub fn open(disk: &Path) -> Self {
        let server = Server::http(("127.0.0.1", 0)).expect("a free port");
        let server = Arc::new(server);
        let there = Arc::new(Loopback::new(disk));
        let serving = {
            let server = server.clone();
            std::thread::spawn(move || serve(&server, &there))
        };
        Self {
            server,
            serving: Some(serving),
        }
    }

    /// Where the pages are.
    pub fn address(&self) -> String {
        let at = self.server.server_addr().to_ip().expect("an address");
        format!("http://{at}/")
    }
}

impl Drop for Bridge {
    fn drop(&mut self) {
        self.server.unblock();
        if let Some(serving) = self.serving.take() {
            let _ = serving.join();
        }
    }
}

/// One request at a time, as the shell's desk takes one command at a time.
fn serve(server: &Server, there: &Arc<Loopback>) {
    let mut desk = Desk::new(there.clone());
    for mut request in server.incoming_requests() {
        let path = request.url().to_owned();
        let answer = match (request.method(), path.strip_prefix("/ask/")) {
            (Method::Post, Some(asked)) => {
                let mut form = String::new();
                let read = request.as_reader().read_to_string(&mut form);
                read.map_or_else(|_| empty(400), |_| answers::answer(&mut desk, asked, &form))
            }
            // What the shell asks of the desk again and again; a journey has its time pass by asking for it.
            (Method::Post, None) if path == "/left-alone" => {
                there.is_left_alone(LEFT_ALONE);
                desk.rest_when_idle();
                empty(204)
            }
            (Method::Get, None) => pages::page(desk.face(), &path),
            _ => empty(405),
        };
        // A browser that has gone away wants no answer.
        let _ = answer_and_let_go(request, answer);
    }
}

/// Answers as HTTP 1.0 does, so that the browser closes the connection: each one that is kept alive holds one of the server's
/// few threads, and the browser's next connection could then wait for ever.
fn answer_and_let_go(request: Request, answer: Answer) -> std::io::Result<()> {
    let mut writer = request.into_writer();
    answer.raw_print(&mut writer, HTTPVersion(1, 0), &[], false, None)?;
    writer.flush()
}

fn empty(status: u16) -> Answer {
    Response::from_data(Vec::new()).with_status_code(status)
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("a plain header")
}

/// The repository's root.
fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
