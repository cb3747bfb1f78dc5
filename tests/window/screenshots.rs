//! Every screen, looked at in both sizes and both schemes.
//!
//! The walk in the dark is made and judged at every run, so that no screen breaks there; in the light every other journey
//! judges what it passes, and the walk is for its pictures alone.

use crate::album::Album;
use crate::harness::Laptop;

async fn album(laptop: Laptop, scheme: &'static str) {
    let w = &laptop.open().await;
    let (chosen, wall) = (laptop.chosen_folder(), None);
    let album = Album {
        w,
        chosen,
        scheme,
        wall,
    };
    album.walk().await;
}

#[tokio::test]
async fn album_in_the_dark() {
    album(Laptop::new().in_the_dark(), "dark").await;
}

#[tokio::test]
#[ignore = "for its pictures: make screenshots"]
async fn album_in_the_light() {
    album(Laptop::new(), "light").await;
}
