//! Tables, and lists of names with what stands beside them.

mod rows;

use super::bands::{Band, Bond};
use super::leaves::Setter;
use super::tree::{Role, Scope};
use super::{Frame, Owner, Placed, Unset, sheet};
use crate::content::{Cell, KeyValues, Paragraph, Table, Text};
use rows::{Ruling, SetCell};

/// No column is narrower: its longest word is broken instead.
const NARROWEST: f32 = 30.0;
/// The share of the column that the names of a list of facts take, and the most that they take where they differ.
const NAMES: (f32, f32) = (0.29, 0.55);
/// Where names differ from list to list they take at least this much, so that most lists line up.
const LEAST: f32 = 0.21;

impl Setter<'_, '_> {
    pub(super) fn table(&mut self, table: &Table) -> Result<(), Unset> {
        if table.columns.is_empty() {
            return Ok(());
        }
        let spans = self.spans(&table.columns.iter().map(|c| c.share).collect::<Vec<_>>());
        let node = self.grow(Role::Table);
        self.owe(8.0);
        let head = self.head(node, table, &spans)?;
        let body = self.tree.grow(node, Role::TableBody);
        let empty = Cell::default();
        for row in &table.rows {
            let branch = self.tree.grow(body, Role::Row);
            let mut cells = Vec::new();
            for (n, &span) in spans.iter().enumerate() {
                let cell = row.get(n).unwrap_or(&empty);
                cells.push(self.cell(branch, Role::Cell, cell, span)?);
            }
            self.row(cells, head, Ruling::of_table());
        }
        self.owe(12.0);
        Ok(())
    }

    pub(super) fn key_values(&mut self, facts: &KeyValues) -> Result<(), Unset> {
        if facts.0.is_empty() {
            return Ok(());
        }
        let names = self.names(facts)?;
        let spans = self.spans(&[names, 1.0 - names]);
        let node = self.grow(Role::Table);
        let body = self.tree.grow(node, Role::TableBody);
        self.owe(if self.measures.steady { 6.0 } else { 0.0 });
        let first = self.count();
        for fact in &facts.0 {
            let row = self.tree.grow(body, Role::Row);
            let name = Cell::of(Text::strong(fact.name.as_str()));
            let name = self.cell(row, Role::HeadCell(Scope::Row), &name, spans[0])?;
            let value = self.cell(row, Role::Cell, &fact.value, spans[1])?;
            self.row(vec![name, value], None, Ruling::of_facts());
        }
        if self.measures.steady {
            self.hold_since(first, Bond::Loose);
            self.owe(12.0);
        }
        Ok(())
    }

    /// The share that the names of a list take: the same in every list of a report, else what the widest needs.
    fn names(&mut self, facts: &KeyValues) -> Result<f32, Unset> {
        if self.measures.steady {
            return Ok(NAMES.0);
        }
        let (left, right) = self.column();
        let mut widest = 0.0_f32;
        for fact in &facts.0 {
            let name = Text::strong(fact.name.as_str());
            let lines = self.lines(&name, self.measures.cell, right - left)?;
            widest = lines.iter().map(|line| line.right).fold(widest, f32::max);
        }
        let wanted = widest + 2.0 * self.measures.pad.0 + 1.0;
        Ok((wanted / (right - left)).clamp(LEAST, NAMES.1))
    }

    /// Sets the head as the first band and keeps a copy to say again on later pages; a head taller
    /// than a third of the page is said once only.
    fn head(
        &mut self,
        table: usize,
        content: &Table,
        spans: &[(f32, f32)],
    ) -> Result<Option<usize>, Unset> {
        let head = self.tree.grow(table, Role::TableHead);
        let row = self.tree.grow(head, Role::Row);
        let mut cells = Vec::new();
        for (column, &span) in content.columns.iter().zip(spans) {
            let name = Cell(vec![Paragraph::small(Text::strong(column.name.as_str()))]);
            cells.push(self.cell(row, Role::HeadCell(Scope::Column), &name, span)?);
        }
        let mut band = rows::whole(cells);
        let (left, right) = self.column();
        let frame = Frame {
            left,
            right,
            top: 0.0,
            bottom: band.height,
        };
        band.items
            .insert(0, Placed::shade(Owner::Ornament, frame, sheet::TINT));
        for (y, weight) in [(0.0, 0.5), (band.height, 1.0)] {
            band.items
                .push(Placed::rule(Owner::Ornament, (left, right), y, weight, 0.0));
        }
        band.bond = Bond::Firm;
        let repeated = band.height < (self.body.bottom - self.body.top) / 3.0;
        let place = repeated.then_some(self.heads.len());
        if repeated {
            // A row that goes on has no air above its next line, so the head brings some.
            let height = band.height + self.measures.pad.1;
            self.heads.push(Band {
                bond: Bond::None,
                height,
                ..band.clone()
            });
        }
        self.push(band);
        Ok(place)
    }

    /// A row as one band, or, if it is tall, as one band a line so that pages can part it.
    fn row(&mut self, cells: Vec<SetCell>, head: Option<usize>, ruling: Ruling) {
        let tallest = (self.body.bottom - self.body.top) * 0.4;
        let column = self.column();
        let mut bands = if rows::height(&cells) <= tallest {
            vec![rows::whole(cells)]
        } else {
            rows::sliced(cells)
        };
        let last = bands.len() - 1;
        for (n, band) in bands.iter_mut().enumerate() {
            band.head = head;
            let rule = |y| Placed::rule(Owner::Ornament, column, y, ruling.weight, sheet::HAIR);
            if n == last {
                let y = band.height;
                band.items.push(rule(y));
            } else {
                band.seam = Some(rule(0.0));
            }
        }
        bands.into_iter().for_each(|band| self.push(band));
    }

    /// The columns' edges, their widths in proportion to their shares, none too narrow.
    fn spans(&self, shares: &[f32]) -> Vec<(f32, f32)> {
        let (left, right) = self.column();
        let sound = |share: f32| {
            if share.is_finite() && share > 0.0 {
                share
            } else {
                1.0
            }
        };
        let whole: f32 = shares.iter().map(|&share| sound(share)).sum();
        let floor = NARROWEST.min((right - left) / shares.len() as f32);
        let spare = (right - left) - floor * shares.len() as f32;
        let mut x = left;
        let span = |&share: &f32| {
            let wanted = (right - left) * sound(share) / whole;
            (wanted, floor + spare * sound(share) / whole)
        };
        let widths: Vec<(f32, f32)> = shares.iter().map(span).collect();
        let enough = widths.iter().all(|(wanted, _)| *wanted >= floor);
        let take = |(wanted, floored): (f32, f32)| {
            let from = x;
            x += if enough { wanted } else { floored };
            (from, x)
        };
        widths.into_iter().map(take).collect()
    }
}
