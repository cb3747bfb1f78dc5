//! Columns side by side on a sheet: each is dealt like a page of its own.

use super::paginate::Outline;
use super::sheet::Measures;
use super::{Frame, Page};

/// The leftmost column of a sheet, which is the whole of it where there is one.
pub(super) fn first(body: Frame, measures: &Measures) -> Frame {
    Frame {
        right: body.left + measures.column(body),
        ..body
    }
}

/// Puts as many columns on a sheet as it has, in reading order.
pub(super) fn side_by_side(
    (dealt, outline): (Vec<Page>, Outline),
    body: Frame,
    measures: &Measures,
) -> (Vec<Page>, Outline) {
    let columns = usize::from(measures.columns.max(1));
    let mut pages: Vec<Page> = Vec::new();
    for (n, column) in dealt.into_iter().enumerate() {
        if n % columns == 0 {
            pages.push(Page::default());
        }
        let by = measures.step(body) * (n % columns) as f32;
        let items = column.items.into_iter().map(|item| item.across(by));
        if let Some(page) = pages.last_mut() {
            page.items.extend(items);
        }
    }
    let on_its_page = |(name, column, down)| (name, column / columns, down);
    (pages, outline.into_iter().map(on_its_page).collect())
}
