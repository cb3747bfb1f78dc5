//! The contents of each page, marked with what every part of it is.

use super::Unpressed;
use super::cases::{Cases, text_of};
use super::pen::{self, Sheet};
use crate::layout::{Item, Line, Owner, Page, Pages, Placed, Role, Tree};
use printpdf::{DictItem, Op};
use std::collections::BTreeMap;

/// Which marked part of which page belongs to which node, both ways round.
pub(super) struct Contents<'p> {
    tree: &'p Tree,
    /// For each node, its parts as (page, number on the page), in reading order.
    pub parts: Vec<Vec<(usize, i64)>>,
    /// For each page, the node of each number.
    pub nodes: Vec<Vec<usize>>,
}

impl<'p> Contents<'p> {
    pub fn new(pages: &'p Pages) -> Self {
        let tree = &pages.tree;
        Self {
            tree,
            parts: vec![Vec::new(); tree.nodes().len()],
            nodes: Vec::new(),
        }
    }

    /// The operations that draw a page.
    pub fn page(&mut self, n: usize, page: &Page, cases: &Cases) -> Result<Vec<Op>, Unpressed> {
        self.nodes.push(Vec::new());
        let mut sheet = Sheet::default();
        for group in page.items.chunk_by(|a, b| a.owner == b.owner) {
            match group[0].owner {
                Owner::Node(node) => self.node(n, node, group, &mut sheet, cases)?,
                other => {
                    sheet.ops.push(artifact(other));
                    group
                        .iter()
                        .try_for_each(|item| pen::draw(&mut sheet, item, cases))?;
                    sheet.ops.push(Op::EndMarkedContent);
                }
            }
        }
        Ok(sheet.ops)
    }

    /// What belongs to one node: plain lines share one marked part; a line with a script that does
    /// not read letter by letter from the left has a part for each run.
    fn node(
        &mut self,
        page: usize,
        node: usize,
        group: &[Placed],
        sheet: &mut Sheet,
        cases: &Cases,
    ) -> Result<(), Unpressed> {
        let is_plain = |placed: &Placed| match &placed.item {
            Item::Text { line, .. } => line
                .runs
                .iter()
                .all(|run| !run.rtl && cases.reads_true(run, line)),
            _ => true,
        };
        for part in group.chunk_by(|a, b| is_plain(a) && is_plain(b)) {
            match &part[0].item {
                Item::Text { x, baseline, line } if !is_plain(&part[0]) => {
                    self.runs(page, node, (*x, *baseline), line, sheet, cases)?;
                }
                _ => {
                    let number = self.number(page, node);
                    self.parts[node].push((page, number));
                    sheet
                        .ops
                        .push(begin(tag(&self.tree.nodes()[node].role), number, None));
                    part.iter()
                        .try_for_each(|item| pen::draw(sheet, item, cases))?;
                    sheet.ops.push(Op::EndMarkedContent);
                }
            }
        }
        Ok(())
    }

    fn runs(
        &mut self,
        page: usize,
        node: usize,
        at: (f32, f32),
        line: &Line,
        sheet: &mut Sheet,
        cases: &Cases,
    ) -> Result<(), Unpressed> {
        let mut parts = Vec::new();
        for run in &line.runs {
            let number = self.number(page, node);
            let start = run.glyphs.iter().map(|glyph| glyph.start).min();
            parts.push((start, (page, number)));
            let said = (!cases.reads_true(run, line)).then(|| text_of(run, line));
            let tag = if said.is_some() {
                "Span"
            } else {
                tag(&self.tree.nodes()[node].role)
            };
            sheet.ops.push(begin(tag, number, said));
            pen::write(sheet, at, line, run, cases)?;
            sheet.ops.push(Op::EndMarkedContent);
        }
        if line.struck {
            sheet.ops.push(artifact(Owner::Ornament));
            pen::strike(&mut sheet.ops, at, line);
            sheet.ops.push(Op::EndMarkedContent);
        }
        // On paper a line may start with its last word; in the tree it starts with its first.
        parts.sort_unstable();
        self.parts[node].extend(parts.into_iter().map(|(_, part)| part));
        Ok(())
    }

    fn number(&mut self, page: usize, node: usize) -> i64 {
        self.nodes[page].push(node);
        self.nodes[page].len() as i64 - 1
    }
}

/// The standard name of a role.
pub(super) fn tag(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(_) => "H6",
        Role::Paragraph => "P",
        Role::List(_) => "L",
        Role::ListItem => "LI",
        Role::ListLabel => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::Row => "TR",
        Role::HeadCell(_) => "TH",
        Role::Cell => "TD",
        Role::Figure(_) => "Figure",
    }
}

fn begin(tag: &str, number: i64, said: Option<&str>) -> Op {
    let mut map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]);
    if let Some(said) = said {
        map.insert("ActualText".to_owned(), DictItem::Bytes(utf16(said)));
    }
    Op::BeginMarkedContentWithProperties {
        tag: tag.to_owned(),
        properties: DictItem::Dict { map },
    }
}

fn artifact(owner: Owner) -> Op {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let (kind, sub) = match owner {
        Owner::Header => ("Pagination", Some("Header")),
        Owner::Footer => ("Pagination", Some("Footer")),
        Owner::Repeat => ("Pagination", None),
        Owner::Ornament | Owner::Node(_) => ("Layout", None),
    };
    let mut map = BTreeMap::from([("Type".to_owned(), name(kind))]);
    if let Some(sub) = sub {
        map.insert("Subtype".to_owned(), name(sub));
    }
    let properties = DictItem::Dict { map };
    Op::BeginMarkedContentWithProperties {
        tag: "Artifact".to_owned(),
        properties,
    }
}

/// Text as the format wants it when it may hold any letter.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    [0xfe, 0xff].into_iter().chain(units).collect()
}
