//! Pictures of the window, kept when somebody asked for them.

use std::path::PathBuf;

use super::window::Window;

impl Window {
    /// Gives the window the size of a display.
    pub async fn sized(&self, width: u32, height: u32) {
        self.client
            .set_window_rect(0, 0, width, height)
            .await
            .expect("a window that can be sized");
    }

    /// Writes what the page shows to `<name>.png` in the folder that `ODOC_PICTURES` names, if it names one.
    pub async fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("ODOC_PICTURES").map(PathBuf::from) else {
            return;
        };
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        let picture = self.client.screenshot().await.expect("a picture");
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("room for a picture");
    }
}
