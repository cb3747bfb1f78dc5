//! What the shell takes away from a web page: other addresses, other windows, a memory of its own.

use serde_json::json;

use crate::harness::Laptop;

#[tokio::test]
async fn a_power_cut_leaves_a_laptop_that_opens_again() {
    let laptop = Laptop::new();
    laptop.open().await.pull_the_plug();
    let window = laptop.open().await;
    assert!(window.ask("standing", json!({})).await.is_ok());
}
