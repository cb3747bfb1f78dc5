//! The sheet of paper and the sizes of type on it, in points.

/// A4, width and height. Action sheets too: they are filed with the rest.
pub const SHEET: (f32, f32) = (595.28, 841.89);

/// White to the left and right of the text.
pub(super) const SIDE: f32 = 60.0;
/// White above the marking and below it at the foot.
pub(super) const EDGE: f32 = 26.0;

pub(super) const TITLE: f32 = 20.0;
pub(super) const BODY: f32 = 10.5;
pub(super) const SMALL: f32 = 8.5;
/// Inside tables.
pub(super) const CELL: f32 = 9.5;
pub(super) const MARKING: f32 = 10.0;
/// In the head and foot of each page.
pub(super) const MARGIN: f32 = 8.0;

/// The size of a heading of level 2, 3 and so on.
pub(super) fn heading(level: u8) -> f32 {
    match level {
        0 | 1 => TITLE,
        2 => 14.0,
        3 => 11.5,
        _ => BODY,
    }
}

/// Greys, from 0 (black) to 1 (white).
pub(super) const HAIR: f32 = 0.62;
pub(super) const TINT: f32 = 0.94;
