//! Lists, numbered and not.

use super::super::bands::Band;
use super::super::tree::{Numbering, Role};
use super::super::{Line, Owner, Unset, sheet, tongue};
use super::{Setter, bond_of_line, plain};
use crate::content::Text;

/// Between a number and what it numbers.
const HANG: f32 = 7.0;

impl Setter<'_, '_> {
    pub(super) fn numbered(&mut self, items: &[Text]) -> Result<(), Unset> {
        let labels: Vec<String> = (1..=items.len()).map(|n| format!("{n}. ")).collect();
        self.list(Numbering::Decimal, &labels, items)
    }

    pub(super) fn bullets(&mut self, items: &[Text]) -> Result<(), Unset> {
        let labels = vec!["\u{2022} ".to_owned(); items.len()];
        self.list(Numbering::Disc, &labels, items)
    }

    fn list(
        &mut self,
        numbering: Numbering,
        labels: &[String],
        items: &[Text],
    ) -> Result<(), Unset> {
        let (left, right) = self.column();
        let labels: Result<Vec<Line>, Unset> = labels
            .iter()
            .map(|label| self.label(label, right - left))
            .collect();
        let labels = labels?;
        let widest = labels.iter().map(|label| label.right).fold(0.0, f32::max);
        let text = left + widest + HANG;
        let list = self.grow(Role::List(numbering));
        self.owe(6.0);
        for (label, item) in labels.into_iter().zip(items) {
            self.item(list, label, item, (left, text, right))?;
        }
        self.owe(6.0);
        Ok(())
    }

    fn label(&mut self, label: &str, width: f32) -> Result<Line, Unset> {
        let mut lines = self.lines(&Text::plain(label), sheet::BODY, width)?;
        Ok(lines.swap_remove(0))
    }

    fn item(
        &mut self,
        list: usize,
        label: Line,
        item: &Text,
        (left, text, right): (f32, f32, f32),
    ) -> Result<(), Unset> {
        let node = self.tree.grow(list, Role::ListItem);
        let number = self.tree.grow(node, Role::ListLabel);
        let body = self.tree.grow(node, Role::ListBody);
        self.tree.speak(body, tongue::of(&plain(item)));
        let lines = self.lines(item, sheet::BODY, right - text)?;
        let (count, mut label) = (lines.len(), Some(label));
        for (n, line) in lines.into_iter().enumerate() {
            let mut band = Band {
                bond: bond_of_line(n, count),
                ..Band::new(line.height())
            };
            if let Some(label) = label.take() {
                let top = line.ascent - label.ascent;
                band.write(Owner::Node(number), (left, text), top.max(0.0), label);
            }
            band.write(Owner::Node(body), (text, right), 0.0, line);
            self.push(band);
        }
        self.owe(3.0);
        Ok(())
    }
}
