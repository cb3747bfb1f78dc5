//! The stuff that pages are filled with: strips of the column that are never cut.

use super::{Frame, Item, Line, Owner, Placed};

/// A strip of the column, its items measured from its own top edge.
#[derive(Clone, Default)]
pub(super) struct Band {
    pub height: f32,
    /// Air above, dropped at the top of a page.
    pub before: f32,
    pub bond: Bond,
    /// Starts a new page.
    pub fresh: bool,
    /// The table head to be said again when this band is the first on its page.
    pub head: Option<usize>,
    /// Drawn at the foot of the band when the page ends there.
    pub seam: Option<Placed>,
    /// The name to list in the outline.
    pub name: Option<String>,
    pub items: Vec<Placed>,
}

/// How strongly a band holds on to the next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Bond {
    #[default]
    None,
    /// Together if a page can hold them.
    Loose,
    /// Never apart: a heading and what it heads, the first two lines of a paragraph.
    Firm,
}

impl Band {
    /// A strip of a height, with nothing on it.
    pub fn new(height: f32) -> Self {
        Self {
            height,
            ..Self::default()
        }
    }

    /// Puts a line of text on the band, `top` points down, inside a part of the column.
    pub fn write(&mut self, owner: Owner, span: (f32, f32), top: f32, line: Line) {
        let frame = Frame {
            left: span.0,
            right: span.1,
            top,
            bottom: (top + line.height()).max(top),
        };
        let item = Item::Text {
            x: span.0,
            baseline: top + line.ascent,
            line,
        };
        self.items.push(Placed { owner, frame, item });
    }
}

impl Placed {
    /// A level line across a part of the column.
    pub fn rule(owner: Owner, span: (f32, f32), y: f32, weight: f32, grey: f32) -> Self {
        let frame = Frame {
            left: span.0,
            right: span.1,
            top: y,
            bottom: y,
        };
        Self {
            owner,
            frame,
            item: Item::Rule {
                from: (span.0, y),
                to: (span.1, y),
                weight,
                grey,
            },
        }
    }

    /// A shaded part of the column.
    pub fn shade(owner: Owner, frame: Frame, grey: f32) -> Self {
        Self {
            owner,
            frame,
            item: Item::Shade { grey },
        }
    }

    /// The same thing further down.
    #[must_use]
    pub fn down(mut self, by: f32) -> Self {
        self.frame.top += by;
        self.frame.bottom += by;
        match &mut self.item {
            Item::Text { baseline, .. } => *baseline += by,
            Item::Rule { from, to, .. } => {
                from.1 += by;
                to.1 += by;
            }
            Item::Shade { .. } => {}
            Item::Ink { strokes, .. } => {
                strokes.iter_mut().flatten().for_each(|point| point.1 += by);
            }
        }
        self
    }

    /// The same thing further to the right.
    #[must_use]
    pub fn across(mut self, by: f32) -> Self {
        self.frame.left += by;
        self.frame.right += by;
        match &mut self.item {
            Item::Text { x, .. } => *x += by,
            Item::Rule { from, to, .. } => {
                from.0 += by;
                to.0 += by;
            }
            Item::Shade { .. } => {}
            Item::Ink { strokes, .. } => {
                strokes.iter_mut().flatten().for_each(|point| point.0 += by);
            }
        }
        self
    }
}
