//! The first run: a record is made, its paper key is written down and typed back, and this month stands there.

use crate::harness::Laptop;

#[tokio::test]
async fn a_record_with_the_sample_partnership_opens_on_this_month() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.makes_a_record("A sample partnership").await;
    w.says("Before you start").await;
}

#[tokio::test]
async fn an_empty_record_says_what_to_do_first() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.makes_a_record("An empty record").await;
    w.says("No meeting is planned").await;
}
