//! Pictures of the window, kept when somebody asked for them.

use std::path::PathBuf;

use super::window::Window;

/// Whether somebody asked for pictures: sizing a window for nothing takes its time.
pub fn are_kept() -> bool {
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
