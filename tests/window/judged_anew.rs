//! The judge of accessibility is tried itself: what it has seen once it does not look at again, unless something is missing there.

use crate::harness::Laptop;

#[tokio::test]
async fn a_button_without_a_name_is_judged_though_its_like_with_one_was() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.judge_what_is_new().await;
    // A second one of the same kind is nothing new, whatever it is called.
    w.run(
        "const one = document.querySelector('main button'); window.twin = one.cloneNode(true);
         window.twin.removeAttribute('id'); window.twin.textContent = 'Another name'; one.after(window.twin);",
    )
    .await;
    let (_, news) = w.what_is_new().await.expect("a page");
    assert!(news.is_empty(), "{news:?}");
    w.run("window.twin.removeAttribute('aria-label'); window.twin.textContent = ' ';")
        .await;
    let (_, news) = w.what_is_new().await.expect("a page");
    assert_eq!(news.len(), 1, "{news:?}");
    let broken = w.verdict(&news).await.expect("a verdict").to_string();
    assert!(broken.contains("button-name"), "{broken}");
}

#[tokio::test]
async fn a_field_without_a_label_is_judged_though_its_like_with_one_was() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(true).await;
    w.look_again().await;
    w.says("Before you start").await;
    w.goes_to_place('8', "Safekeeping").await;
    w.says("A check code on paper").await;
    w.run("document.querySelector('label[for=check-code]').removeAttribute('for');")
        .await;
    let (_, news) = w.what_is_new().await.expect("a page");
    let broken = w.verdict(&news).await.expect("a verdict").to_string();
    assert!(broken.contains("\"rule\":\"label\""), "{broken}");
}
