//! The cells of a row, and the bands that they make.

use super::super::bands::Band;
use super::super::leaves::{Setter, bond_of_line, plain};
use super::super::tree::Role;
use super::super::{Line, Owner, Unset, sheet, tongue};
use crate::content::{Cell, Voice};

/// A row with nothing in it is as tall as this.
const EMPTY: f32 = 9.5;
/// Air between two paragraphs of one cell.
const BETWEEN: f32 = 2.5;

/// The line under a row.
#[derive(Clone, Copy)]
pub(super) struct Ruling {
    pub weight: f32,
}

impl Ruling {
    pub fn of_table() -> Self {
        Self { weight: 0.5 }
    }

    pub fn of_facts() -> Self {
        Self { weight: 0.4 }
    }
}

/// A cell's lines, the part of the column that they stand in, and what each belongs to.
pub(super) struct SetCell {
    span: (f32, f32),
    /// Air above its first line, and as much below its last.
    above: f32,
    lines: Vec<CellLine>,
}

struct CellLine {
    node: usize,
    air: f32,
    line: Line,
}

impl Setter<'_, '_> {
    /// Sets one cell; a cell of several paragraphs has a node for each.
    pub(super) fn cell(
        &mut self,
        row: usize,
        role: Role,
        cell: &Cell,
        (left, right): (f32, f32),
    ) -> Result<SetCell, Unset> {
        let branch = self.tree.grow(row, role);
        let (aside, above) = self.measures.pad;
        let span = (left + aside, right - aside);
        let mut lines = Vec::new();
        for (n, paragraph) in cell.0.iter().enumerate() {
            let alone = cell.0.len() == 1;
            let node = if alone {
                branch
            } else {
                self.tree.grow(branch, Role::Paragraph)
            };
            self.tree.speak(node, tongue::of(&plain(&paragraph.text)));
            let size = match paragraph.voice {
                Voice::Body | Voice::Struck => self.measures.cell,
                Voice::Small => sheet::SMALL,
            };
            let set = self.lines(&paragraph.text, size, span.1 - span.0)?;
            let struck = paragraph.voice == Voice::Struck;
            lines.extend(set.into_iter().enumerate().map(|(m, line)| {
                let line = Line { struck, ..line }.closer(self.measures.leading);
                let air = if n > 0 && m == 0 { BETWEEN } else { 0.0 };
                CellLine { node, air, line }
            }));
        }
        Ok(SetCell { span, above, lines })
    }
}

/// How tall a row is when it stays whole.
pub(super) fn height(cells: &[SetCell]) -> f32 {
    let first = first_ascent(cells);
    cells
        .iter()
        .map(|cell| cell.height(first))
        .fold(EMPTY, f32::max)
        + 2.0 * air(cells)
}

/// A row as one band, the first lines of its cells on one baseline.
pub(super) fn whole(cells: Vec<SetCell>) -> Band {
    let mut band = Band::new(height(&cells));
    let first = first_ascent(&cells);
    for cell in cells {
        let mut y = cell.above + cell.drop(first);
        for CellLine { node, air, line } in cell.lines {
            y += air;
            let height = line.height();
            band.write(Owner::Node(node), cell.span, y, line);
            y += height;
        }
    }
    band
}

/// A row as one band for each line of its tallest cell.
pub(super) fn sliced(cells: Vec<SetCell>) -> Vec<Band> {
    let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    let air = air(&cells);
    let mut cells: Vec<_> = cells
        .into_iter()
        .map(|cell| (cell.span, cell.lines.into_iter()))
        .collect();
    let mut bands = Vec::new();
    for n in 0..count {
        let slice: Vec<_> = cells
            .iter_mut()
            .filter_map(|(span, lines)| Some((*span, lines.next()?)))
            .collect();
        let above = if n == 0 { air } else { 0.0 };
        let below = if n + 1 == count { air } else { 0.0 };
        bands.push(Band {
            bond: bond_of_line(n, count),
            ..cut(slice, above, below)
        });
    }
    bands
}

/// One line of each cell, all on one baseline.
fn cut(slice: Vec<((f32, f32), CellLine)>, above: f32, below: f32) -> Band {
    let air = slice.iter().map(|(_, cell)| cell.air).fold(0.0, f32::max);
    let ascent = slice
        .iter()
        .map(|(_, cell)| cell.line.ascent)
        .fold(0.0, f32::max);
    let descent = slice
        .iter()
        .map(|(_, cell)| cell.line.descent)
        .fold(0.0, f32::max);
    let mut band = Band::new(above + air + ascent + descent + below);
    for (span, CellLine { node, line, .. }) in slice {
        let top = above + air + ascent - line.ascent;
        band.write(Owner::Node(node), span, top, line);
    }
    band
}

/// The air above and below what stands in a row.
fn air(cells: &[SetCell]) -> f32 {
    cells.iter().map(|cell| cell.above).fold(0.0, f32::max)
}

fn first_ascent(cells: &[SetCell]) -> f32 {
    cells
        .iter()
        .filter_map(|cell| cell.lines.first())
        .map(|l| l.line.ascent)
        .fold(0.0, f32::max)
}

impl SetCell {
    /// How far its first line goes down to stand on the row's first baseline.
    fn drop(&self, first: f32) -> f32 {
        self.lines
            .first()
            .map_or(0.0, |cell| first - cell.line.ascent)
    }

    fn height(&self, first: f32) -> f32 {
        self.drop(first)
            + self
                .lines
                .iter()
                .map(|l| l.air + l.line.height())
                .sum::<f32>()
    }
}
