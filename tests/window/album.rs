//! Every place and the meeting, looked at in both sizes and both schemes: `make screenshots` keeps the pictures.

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::{Laptop, Window};

const PLACES: [&str; 8] = [
    "this-month",
    "meetings",
    "cases",
    "actions",
    "registers",
    "documents",
    "partnership",
    "safekeeping",
];

async fn looked_at(w: &Window, name: &str, scheme: &str) {
    w.is_accessible(&format!("{name}, {scheme}")).await;
    for (width, height) in [(1366, 768), (1920, 1080)] {
        w.sized(width, height).await;
        w.picture(&format!("{name}-{width}x{height}-{scheme}"))
            .await;
    }
}

async fn tour(laptop: &Laptop, scheme: &str) {
    let w = laptop.open().await;
    looked_at(&w, "first-run", scheme).await;
    let view = w.in_session(6).await;
    w.look_again().await;
    w.says("The meeting has begun").await;
    looked_at(&w, "begun", scheme).await;
    let agenda = view["agenda"].as_array().expect("an agenda");
    let case = agenda
        .iter()
        .find(|row| row["place"]["place"] == "case" && row["asks_a_choice"] == false)
        .expect("a case without a flag");
    let form = json!({ "slot": case["place"]["slot"], "because": "" });
    w.does("open_case", form).await;
    w.look_again().await;
    w.records("pol intel seen twice at the address").await;
    w.records("> prob check the plan by 2w").await;
    w.records("= continue because the plan holds").await;
    w.type_words("hou").await;
    looked_at(&w, "case", scheme).await;
    w.chord(&[Key::Alt], '0').await;
    for (key, place) in ('1'..='8').zip(PLACES) {
        w.chord(&[Key::Alt], key).await;
        w.until("the place", async |w| w.has("main h1").await).await;
        looked_at(&w, place, scheme).await;
    }
}

#[tokio::test]
async fn album_in_the_dark() {
    tour(&Laptop::new().in_the_dark(), "dark").await;
}

#[tokio::test]
async fn album_in_the_light() {
    tour(&Laptop::new(), "light").await;
}
