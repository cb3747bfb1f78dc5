//! What the shell takes away from a web page: other addresses, a memory of its own, traces after it has gone.

use serde_json::json;

use crate::harness::Laptop;
use crate::harness::shortcuts::CHAIRS_PASSPHRASE;

#[tokio::test]
async fn a_power_cut_leaves_a_laptop_that_opens_again() {
    let laptop = Laptop::new();
    let window = laptop.open().await;
    window.with_a_record(false).await;
    window.pull_the_plug();
    let window = laptop.open().await;
    assert_eq!(window.does("standing", json!({})).await["face"], "locked");
    let standing = window
        .does("unlock", json!({ "passphrase": CHAIRS_PASSPHRASE }))
        .await;
    assert_eq!(standing["face"], "work");
}

#[tokio::test]
async fn the_page_cannot_leave_for_another_address() {
    let laptop = Laptop::new();
    let window = laptop.open().await;
    let before = window.address().await;
    window.run("location.href = 'http://127.0.0.1:9/'").await;
    window.run("open('http://127.0.0.1:9/')").await;
    assert_eq!(window.address().await, before);
    assert!(window.ask("standing", json!({})).await.is_ok());
}

#[tokio::test]
async fn what_the_page_wrote_is_gone_when_the_application_opens_again() {
    let laptop = Laptop::new();
    let window = laptop.open().await;
    window
        .run("localStorage.setItem('trace', 'a needle')")
        .await;
    window.pull_the_plug();
    let window = laptop.open().await;
    assert_eq!(
        window.run("return localStorage.getItem('trace')").await,
        json!(null)
    );
}

#[tokio::test]
async fn no_script_from_outside_the_application_runs() {
    let laptop = Laptop::new();
    let window = laptop.open().await;
    window
        .run("document.body.insertAdjacentHTML('beforeend', `<img src=x onerror=\"window.ran = 1\">`);
              const s = document.createElement('script'); s.textContent = 'window.ran = 1';
              document.body.append(s)")
        .await;
    assert_eq!(window.run("return window.ran ?? null").await, json!(null));
}
