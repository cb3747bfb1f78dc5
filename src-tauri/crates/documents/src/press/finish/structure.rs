//! The tag tree written out, and the way back from each page into it.

use super::super::marks::{Contents, tag};
use super::words;
use crate::layout::{Frame, Item, Node, Numbering, Owner, Pages, Role, SHEET, Scope};
use lopdf::{Dictionary, Document, Object, ObjectId, Result, dictionary};
use std::collections::BTreeMap;

/// Adds the tree and answers with its root.
pub(super) fn add(
    file: &mut Document,
    pages: &Pages,
    contents: &Contents<'_>,
    sheets: &[ObjectId],
) -> Result<ObjectId> {
    let root = file.new_object_id();
    let nodes = pages.tree.nodes();
    let ids: Vec<ObjectId> = nodes.iter().map(|_| file.new_object_id()).collect();
    let boxes = figures(pages);
    for (n, node) in nodes.iter().enumerate() {
        let mut element = element(node, boxes.get(&n));
        let parent = if n == 0 { root } else { ids[node.parent] };
        element.set("P", parent);
        element.set("K", kids(node, &contents.parts[n], &ids, sheets));
        if let Some((page, _)) = contents.parts[n].first() {
            element.set("Pg", sheets[*page]);
        }
        file.set_object(ids[n], element);
    }
    let parents = parents(file, contents, &ids, sheets)?;
    file.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => ids[0],
            "ParentTree" => parents,
            "ParentTreeNextKey" => contents.nodes.len() as i64,
        },
    );
    Ok(root)
}

/// What stands on the element's own page, which is where it begins, is named by its number alone.
fn kids(node: &Node, parts: &[(usize, i64)], ids: &[ObjectId], sheets: &[ObjectId]) -> Vec<Object> {
    let own = parts.first().map(|(page, _)| *page);
    let part = |&(page, number): &(usize, i64)| match own {
        Some(own) if own == page => Object::Integer(number),
        _ => dictionary! { "Type" => "MCR", "Pg" => sheets[page], "MCID" => number }.into(),
    };
    let branches = node.kids.iter().map(|kid| Object::Reference(ids[*kid]));
    parts.iter().map(part).chain(branches).collect()
}

fn element(node: &Node, frame: Option<&Frame>) -> Dictionary {
    let mut element = dictionary! { "Type" => "StructElem", "S" => tag(&node.role) };
    if let Some(tongue) = node.tongue {
        element.set("Lang", Object::string_literal(tongue));
    }
    match &node.role {
        Role::HeadCell(Scope::Column) => {
            element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" });
        }
        Role::HeadCell(Scope::Row) => {
            element.set("A", dictionary! { "O" => "Table", "Scope" => "Row" });
        }
        Role::List(numbering) => {
            let way = match numbering {
                Numbering::Decimal => "Decimal",
                Numbering::Disc => "Disc",
            };
            element.set("A", dictionary! { "O" => "List", "ListNumbering" => way });
        }
        Role::Figure(alternative) => {
            element.set("Alt", words(alternative));
            if let Some(f) = frame {
                let edges = [f.left, SHEET.1 - f.bottom, f.right, SHEET.1 - f.top];
                let edges: Vec<Object> = edges.into_iter().map(Object::from).collect();
                element.set("A", dictionary! { "O" => "Layout", "BBox" => edges });
            }
        }
        _ => {}
    }
    element
}

/// Where each drawing stands.
fn figures(pages: &Pages) -> BTreeMap<usize, Frame> {
    let items = pages.pages.iter().flat_map(|page| &page.items);
    let figure = items.filter_map(|placed| match (&placed.item, placed.owner) {
        (Item::Ink { .. }, Owner::Node(node)) => Some((node, placed.frame)),
        _ => None,
    });
    figure.collect()
}

/// For each page, the element of each of its marked parts.
fn parents(
    file: &mut Document,
    contents: &Contents<'_>,
    ids: &[ObjectId],
    sheets: &[ObjectId],
) -> Result<ObjectId> {
    let mut numbers = Vec::new();
    for (n, nodes) in contents.nodes.iter().enumerate() {
        let elements = nodes
            .iter()
            .map(|node| Object::Reference(ids[*node]))
            .collect();
        let elements = file.add_object(Object::Array(elements));
        numbers.extend([Object::Integer(n as i64), elements.into()]);
        let sheet = file.get_object_mut(sheets[n])?.as_dict_mut()?;
        sheet.set("StructParents", n as i64);
        sheet.set("Tabs", "S");
        if sheet
            .get(b"Annots")
            .and_then(Object::as_array)
            .is_ok_and(Vec::is_empty)
        {
            sheet.remove(b"Annots");
        }
    }
    Ok(file.add_object(dictionary! { "Nums" => numbers }))
}
