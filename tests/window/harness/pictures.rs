//! Pictures of the window, kept when somebody asked for them.

use std::path::PathBuf;

use super::window::Window;

/// A laptop as small as the office has, and the screen on the wall.
const SIZES: [(u32, u32); 2] = [(1366, 768), (1920, 1080)];
/// Whether the first page of every document that is shown has been drawn.
const DRAWN: &str = "return [...document.querySelectorAll('.pages')]
    .every((each) => each.querySelector('canvas')?.getAttribute('aria-busy') === 'false')";

/// Whether somebody asked for pictures: sizing a window for nothing takes its time.
pub(super) fn are_kept() -> bool {
    folder().is_some()
}

fn folder() -> Option<PathBuf> {
    std::env::var_os("ODOC_PICTURES").map(PathBuf::from)
}

impl Window {
    /// Gives the window the size of a display, and waits until the page has been drawn at it.
    pub async fn sized(&self, width: u32, height: u32) {
        self.client
            .set_window_rect(0, 0, width, height)
            .await
            .expect("a window that can be sized");
        let drawn = "const [width, height, done] = arguments; let frames = 0;
            const look = () => innerWidth === width && innerHeight === height && ++frames > 3 ? done() : requestAnimationFrame(look);
            look();";
        self.client
            .execute_async(drawn, vec![width.into(), height.into()])
            .await
            .expect("a page drawn at that size");
    }

    /// A picture of what stands there, at every size that somebody may have.
    pub async fn at_both_sizes(&self, name: &str, scheme: &str) {
        for (width, height) in SIZES.into_iter().filter(|_| are_kept()) {
            self.sized(width, height).await;
            self.waits("the pages to be drawn", async |w| {
                w.run(DRAWN).await == true
            })
            .await;
            self.picture(&format!("{name}-{width}x{height}-{scheme}"))
                .await;
        }
    }

    /// Writes what the page shows to `<name>.png` in the folder that `ODOC_PICTURES` names, if it names one.
    pub async fn picture(&self, name: &str) {
        let Some(folder) = folder() else {
            return;
        };
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        let picture = self.client.screenshot().await.expect("a picture");
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("room for a picture");
    }
}
