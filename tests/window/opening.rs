//! Opening the application.

use crate::harness::Laptop;

#[tokio::test]
async fn the_application_opens_on_a_page_that_anybody_can_read() {
    let laptop = Laptop::new();
    let window = laptop.open().await;
    assert!(window.title().await.contains("ODOC"));
    window.picture("opening").await;
}
