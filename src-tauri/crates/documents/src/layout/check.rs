//! Looks over set pages for what must never be: something cut off, something over something else.

use super::{Frame, Item, Owner, Page, Pages, Placed, SHEET};

/// Something wrong with a page, the page counted from one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fault {
    /// Ink outside the frame that it belongs in.
    OutOfFrame {
        page: usize,
        ink: Frame,
        frame: Frame,
    },
    /// A frame that the sheet does not hold.
    OffSheet { page: usize, frame: Frame },
    /// Two texts one over the other.
    Overlap {
        page: usize,
        one: Frame,
        other: Frame,
    },
}

/// How far rounding may carry ink past an edge, in points.
const SLACK: f32 = 0.05;
/// No printer reaches closer to the edge of the sheet.
const UNPRINTABLE: f32 = 14.0;

/// Everything wrong with a document's pages; nothing, as a rule.
pub fn check(pages: &Pages) -> Vec<Fault> {
    pages
        .pages
        .iter()
        .enumerate()
        .flat_map(|(n, page)| check_page(n + 1, page))
        .collect()
}

fn check_page(number: usize, page: &Page) -> Vec<Fault> {
    let mut faults = Vec::new();
    for placed in &page.items {
        let frame = placed.frame;
        if !within(frame, sheet()) {
            faults.push(Fault::OffSheet {
                page: number,
                frame,
            });
        }
        if let Some(ink) = ink(placed)
            && !within(ink, frame)
        {
            faults.push(Fault::OutOfFrame {
                page: number,
                ink,
                frame,
            });
        }
    }
    let texts: Vec<Frame> = page
        .items
        .iter()
        .filter(|p| is_text(p))
        .filter_map(ink)
        .collect();
    for (n, &one) in texts.iter().enumerate() {
        let over = texts[n + 1..].iter().filter(|&&other| overlap(one, other));
        faults.extend(over.map(|&other| Fault::Overlap {
            page: number,
            one,
            other,
        }));
    }
    faults
}

fn sheet() -> Frame {
    let (right, bottom) = (SHEET.0 - UNPRINTABLE, SHEET.1 - UNPRINTABLE);
    Frame {
        left: UNPRINTABLE,
        top: UNPRINTABLE,
        right,
        bottom,
    }
}

fn is_text(placed: &Placed) -> bool {
    matches!(placed.item, Item::Text { .. }) && placed.owner != Owner::Ornament
}

/// The rectangle around what an item leaves on the paper.
fn ink(placed: &Placed) -> Option<Frame> {
    match &placed.item {
        Item::Text { x, baseline, line } => Some(Frame {
            left: x + line.left,
            right: x + line.right,
            top: baseline - line.ink.0,
            bottom: baseline + line.ink.1,
        }),
        Item::Ink { strokes, .. } => around(strokes.iter().flatten()),
        Item::Rule { from, to, .. } => around([from, to].into_iter()),
        Item::Shade { .. } => None,
    }
}

fn around<'p>(points: impl Iterator<Item = &'p (f32, f32)>) -> Option<Frame> {
    points
        .map(|&(x, y)| Frame {
            left: x,
            right: x,
            top: y,
            bottom: y,
        })
        .reduce(|a, b| Frame {
            left: a.left.min(b.left),
            right: a.right.max(b.right),
            top: a.top.min(b.top),
            bottom: a.bottom.max(b.bottom),
        })
}

fn within(inner: Frame, outer: Frame) -> bool {
    inner.left >= outer.left - SLACK
        && inner.right <= outer.right + SLACK
        && inner.top >= outer.top - SLACK
        && inner.bottom <= outer.bottom + SLACK
}

fn overlap(a: Frame, b: Frame) -> bool {
    let across = a.right.min(b.right) - a.left.max(b.left);
    let down = a.bottom.min(b.bottom) - a.top.max(b.top);
    across > SLACK && down > SLACK
}
