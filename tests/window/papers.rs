//! The papers before a meeting: read as pages, and saved where the chair says.

use fantoccini::key::Key;

use crate::harness::Laptop;

#[tokio::test]
async fn the_papers_of_a_planned_meeting_are_read_and_saved() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_the_sample(4).await;
    w.look_again().await;
    w.says("Before you start").await;
    w.chord(&[Key::Alt], '6').await;
    w.says("Papers before a meeting").await;
    w.is_accessible("The documents, and papers to come").await;
    w.press("ODOC, ").await;
    w.says("Choose a paper to read it here").await;
    w.is_accessible("The papers before a meeting").await;
    for paper in [
        "Agenda",
        "Case list",
        "Blank register",
        "Blank declarations",
    ] {
        w.press(&format!("Read: {paper}")).await;
        w.says(&format!("{paper}, ")).await;
        w.element("canvas").await;
        w.picture(&format!("papers-{paper}")).await;
    }
    w.sized(1920, 1080).await;
    w.picture("papers-1920").await;
    w.press("Save all four").await;
    w.says("4 papers saved").await;
    let names: Vec<_> = std::fs::read_dir(laptop.chosen_folder())
        .expect("the folder")
        .flatten()
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(
        names.iter().filter(|name| name.ends_with(".pdf")).count(),
        4,
        "{names:?}"
    );
}
