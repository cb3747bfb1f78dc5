//! A window with next to nothing in it, to hold the application's against.

use std::borrow::Cow;

use tauri::utils::acl::resolved::Resolved;
use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};
use tauri::{App, Assets, Context, Pattern, WebviewUrl, WebviewWindowBuilder, Wry};

const PAGE: &[u8] = br#"<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Bare</title>
<body><h1>Bare</h1><input id="line" aria-label="Line" autofocus><ol id="lines"></ol></body></html>"#;

/// One page and no other file.
struct OnePage;

impl Assets<Wry> for OnePage {
    fn get(&self, key: &AssetKey) -> Option<Cow<'_, [u8]>> {
        (key.as_ref() == "/index.html").then_some(Cow::Borrowed(PAGE))
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        Box::new(std::iter::empty())
    }

    fn csp_hashes(&self, _: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        Box::new(std::iter::empty())
    }
}

#[tauri::command(async)]
fn nothing() {}

fn main() {
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![nothing])
        .setup(|app| Ok(open(app)?))
        .run(context())
        .expect("a bare window");
}

/// As large as the application's, with its files in a folder that it is given.
fn open(app: &App) -> tauri::Result<()> {
    let folder = std::env::args().nth(1).expect("a folder for the window");
    WebviewWindowBuilder::new(app, "bare", WebviewUrl::App("index.html".into()))
        .data_directory(folder.into())
        .inner_size(1366.0, 768.0)
        .build()?;
    Ok(())
}

fn context() -> Context {
    let package = tauri::PackageInfo {
        name: "bare".to_owned(),
        version: "0.1.0".parse().expect("a version"),
        authors: "",
        description: "",
        crate_name: "bare_window",
    };
    Context::new(
        tauri::utils::config::Config::default(),
        Box::new(OnePage),
        None,
        None,
        package,
        Pattern::Brownfield,
        tauri::runtime_authority!(Default::default(), Resolved::default()),
        None,
    )
}
