//! What the browser tells a screen reader of the meeting: its own accessibility tree, and not the page's elements.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::chromium::Chromium;
use crate::harness::Window;
use crate::harness::accessibility::plainly;

/// The parts that somebody jumps between, and what a part's name belongs to.
const PARTS: [&str; 13] = [
    "banner",
    "navigation",
    "main",
    "complementary",
    "region",
    "heading",
    "list",
    "textbox",
    "group",
    "status",
    "alert",
    "link",
    "form",
];

/// The meeting at an open case as Chromium tells it, from its beginning to its end.
const TOLD: &str = include_str!("said/meeting_tree.txt");

/// A question of the browser's own, for which the driver has no word.
#[derive(Debug)]
struct Asked(&'static str);

impl WebDriverCompatibleCommand for Asked {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/goog/cdp/execute"))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let body = json!({ "cmd": self.0, "params": {} });
        (Method::POST, Some(body.to_string()))
    }
}

impl Window {
    /// The parts of the screen in the order in which a screen reader comes to them.
    async fn told(&self) -> Vec<String> {
        let asked = self
            .client()
            .issue_cmd(Asked("Accessibility.getFullAXTree"))
            .await;
        let tree = asked.expect("the browser's tree");
        let nodes = tree["nodes"].as_array().expect("nodes");
        let mut told = Vec::new();
        tells(nodes, &nodes[0]["nodeId"], &mut told);
        told
    }
}

/// Goes through the tree as it is read, and takes down each part with its role, its name and whether it speaks by itself.
fn tells(nodes: &[Value], id: &Value, told: &mut Vec<String>) {
    let Some(node) = nodes.iter().find(|node| node["nodeId"] == *id) else {
        return;
    };
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let is_told = node["ignored"] != true;
    let properties = node["properties"].as_array();
    let property = |name: &str| {
        let mut all = properties.into_iter().flatten();
        let found = all.find(|one| one["name"] == name);
        found.map(|one| one["value"]["value"].clone())
    };
    let speaks = property("live").is_some_and(|live| live == "polite" || live == "assertive");
    if is_told && (PARTS.contains(&role) || speaks) {
        let name = node["name"]["value"].as_str().unwrap_or_default();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let level = property("level").map_or(String::new(), |level| format!(" {level}"));
        let name = match name.is_empty() {
            true => String::new(),
            false => format!(" \"{name}\""),
        };
        let speaks = if speaks { ", speaks" } else { "" };
        told.push(format!("{role}{level}{name}{speaks}"));
    }
    for child in node["childIds"].as_array().into_iter().flatten() {
        tells(nodes, child, told);
    }
}

#[tokio::test]
async fn a_screen_reader_is_told_the_meeting_in_the_order_in_which_it_is_needed() {
    let chromium = Chromium::new();
    let w = chromium.open().await;
    w.in_a_case(3).await;
    w.look_again().await;
    w.element("#capture-line").await;
    w.records("pol intel seen twice at the address").await;
    let name = w.does("meeting", json!({})).await["opened"]["case"]["name"].clone();
    let name = name.as_str().expect("an open case");
    let told = w.told().await;
    let told: Vec<String> = told.iter().map(|part| plainly(part, name)).collect();
    let expected: Vec<&str> = TOLD.lines().collect();
    assert_eq!(told, expected, "told:\n{}", told.join("\n"));
}
