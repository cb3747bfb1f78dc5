//! The sheet of paper and the sizes of type on it, in points.

use super::Frame;
use crate::content::Form;

/// A4, width and height. Action sheets too: they are filed with the rest.
pub const SHEET: (f32, f32) = (595.28, 841.89);

/// White above the marking and below it at the foot.
pub(super) const EDGE: f32 = 26.0;

pub(super) const BODY: f32 = 10.5;
pub(super) const SMALL: f32 = 8.5;
pub(super) const MARKING: f32 = 10.0;
/// In the head and foot of each page.
pub(super) const MARGIN: f32 = 8.0;

/// The measures in which one form of document differs from another.
#[derive(Clone, Copy)]
pub(super) struct Measures {
    /// White to the left and right of the text.
    pub side: f32,
    pub columns: u8,
    /// Between two columns.
    pub gutter: f32,
    pub title: f32,
    /// A section's name, and the air above it.
    pub section: (f32, f32),
    /// Inside tables.
    pub cell: f32,
    /// How much of a line's room is kept between the lines of a cell; its ink always has enough.
    pub leading: f32,
    /// Air around what stands in a cell: to the sides, above and below.
    pub pad: (f32, f32),
    /// Whether a list of facts stays whole, its names as wide in every list; else names take the room that they need.
    pub steady: bool,
}

const REPORT: Measures = Measures {
    side: 60.0,
    columns: 1,
    gutter: 0.0,
    title: 20.0,
    section: (14.0, 20.0),
    cell: 9.5,
    leading: 1.0,
    pad: (5.0, 4.0),
    steady: true,
};

const CARD: Measures = Measures {
    side: 32.0,
    columns: 2,
    gutter: 16.0,
    title: 15.0,
    section: (10.0, 5.0),
    cell: 7.8,
    leading: 0.84,
    pad: (2.0, 0.8),
    steady: false,
};

impl Measures {
    pub fn of(form: Form) -> Self {
        match form {
            Form::Report => REPORT,
            Form::Card => CARD,
        }
    }

    /// The size of a heading of level 2, 3 and so on.
    pub fn heading(&self, level: u8) -> f32 {
        match level {
            0 | 1 => self.title,
            2 => self.section.0,
            3 => 11.5,
            _ => BODY,
        }
    }

    /// How far each column stands to the right of the one before.
    pub fn step(&self, body: Frame) -> f32 {
        self.column(body) + self.gutter
    }

    /// How wide a column is.
    pub fn column(&self, body: Frame) -> f32 {
        let columns = f32::from(self.columns);
        (body.right - body.left - self.gutter * (columns - 1.0)) / columns
    }
}

/// Greys, from 0 (black) to 1 (white).
pub(super) const HAIR: f32 = 0.62;
pub(super) const TINT: f32 = 0.94;
