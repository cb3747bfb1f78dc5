//! The list of sections that a reader shows beside the pages.

use super::words;
use crate::layout::{Pages, SHEET};
use lopdf::{Document, Object, ObjectId, dictionary};

/// Adds an entry for each named section; nothing if there is none.
pub(super) fn add(file: &mut Document, pages: &Pages, sheets: &[ObjectId]) -> Option<ObjectId> {
    if pages.outline.is_empty() {
        return None;
    }
    let list = file.new_object_id();
    let ids: Vec<ObjectId> = pages.outline.iter().map(|_| file.new_object_id()).collect();
    for (n, (name, page, down)) in pages.outline.iter().enumerate() {
        let place: Vec<Object> = vec![
            sheets[*page].into(),
            "XYZ".into(),
            Object::Null,
            Object::from(SHEET.1 - down + 6.0),
            Object::Null,
        ];
        let mut entry = dictionary! { "Title" => words(name), "Parent" => list, "Dest" => place };
        if n > 0 {
            entry.set("Prev", ids[n - 1]);
        }
        if let Some(next) = ids.get(n + 1) {
            entry.set("Next", *next);
        }
        file.set_object(ids[n], entry);
    }
    let (first, last, count) = (ids.first()?, ids.last()?, ids.len() as i64);
    let outlines =
        dictionary! { "Type" => "Outlines", "First" => *first, "Last" => *last, "Count" => count };
    file.set_object(list, outlines);
    Some(list)
}
