//! The sheet of shortcuts, saved to be printed and laid beside the laptop.

use super::listed;
use crate::Nothing;
use crate::ending::printing::printed;
use crate::ending::{SavedView, saving};
use crate::problem::Problem;
use crate::session::Desk;
use documents::papers::shortcut_sheet;

pub(crate) fn save_shortcuts(desk: &mut Desk, _: Nothing) -> Result<SavedView, Problem> {
    let sheet = shortcut_sheet::of(&listed::keys(&*desk.pack()?)?, &desk.surroundings.version());
    let copies = printed(desk, &[sheet])?;
    saving::saved(desk, copies)
}
