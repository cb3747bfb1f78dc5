//! Leaves turned into bands, each with its branch of the tag tree.

mod lists;
mod signatures;

use super::bands::{Band, Bond};
use super::sheet::Measures;
use super::tree::{Role, Tree};
use super::words::Words;
use super::{Frame, Line, Owner, Placed, Unset, lines, sheet, tongue};
use crate::content::{Leaf, Level, Paragraph, Section, Text, Voice};

/// The one who sets the type.
pub(super) struct Setter<'w, 'f> {
    pub words: &'w mut Words<'f>,
    pub tree: Tree,
    pub heads: Vec<Band>,
    /// The part of the sheet that text may stand on.
    pub body: Frame,
    pub measures: Measures,
    bands: Vec<Band>,
    /// The node that leaves grow from.
    branch: usize,
    /// The level of the heading that leaves stand under, and of the last heading set.
    level: (u8, u8),
    /// Air owed before the next band.
    air: f32,
    fresh: bool,
}

impl<'w, 'f> Setter<'w, 'f> {
    pub fn new(words: &'w mut Words<'f>, body: Frame, measures: Measures) -> Self {
        let (tree, heads, bands) = (Tree::new(), Vec::new(), Vec::new());
        let (branch, level, air, fresh) = (0, (1, 1), 0.0, false);
        Self {
            words,
            tree,
            heads,
            body,
            measures,
            bands,
            branch,
            level,
            air,
            fresh,
        }
    }

    pub fn done(self) -> (Tree, Vec<Band>, Vec<Band>) {
        (self.tree, self.bands, self.heads)
    }

    /// The left and right edge of the column.
    pub fn column(&self) -> (f32, f32) {
        (self.body.left, self.body.right)
    }

    /// The document's title; what follows until the first section is the cover.
    pub fn title(&mut self, title: &str) -> Result<(), Unset> {
        self.heading(1, &Text::strong(title), None)?;
        self.air = 6.0;
        Ok(())
    }

    /// A section's own branch and name.
    pub fn section(&mut self, section: &Section) -> Result<(), Unset> {
        self.fresh |= section.own_page;
        self.branch = self.tree.grow(0, Role::Section);
        self.level = (1, 1);
        if !section.name.is_empty() {
            self.air = self.air.max(self.measures.section.1);
            self.heading(2, &Text::strong(section.name.as_str()), Some(&section.name))?;
            self.level = (2, 2);
        }
        Ok(())
    }

    pub fn leaf(&mut self, leaf: &Leaf) -> Result<(), Unset> {
        match leaf {
            Leaf::Heading(level, text) => self.heading_within(*level, text),
            Leaf::Paragraph(paragraph) => self.paragraph(paragraph),
            Leaf::NumberedList(items) => self.numbered(items),
            Leaf::BulletList(items) => self.bullets(items),
            Leaf::Table(table) => self.table(table),
            Leaf::KeyValues(facts) => self.key_values(facts),
            Leaf::Signature(signature) => self.signature(signature),
            Leaf::Rule => {
                self.rule();
                Ok(())
            }
            Leaf::Gap => {
                self.owe(18.0);
                Ok(())
            }
            Leaf::PageBreak => {
                self.fresh = true;
                Ok(())
            }
            Leaf::Together(leaves) => self.together(leaves),
        }
    }

    /// Air before whatever comes next; of two demands the larger counts.
    pub fn owe(&mut self, air: f32) {
        self.air = self.air.max(air);
    }

    pub fn push(&mut self, mut band: Band) {
        band.before = std::mem::take(&mut self.air);
        band.fresh = std::mem::take(&mut self.fresh);
        self.bands.push(band);
    }

    /// Grows a node where leaves grow now.
    pub fn grow(&mut self, role: Role) -> usize {
        self.tree.grow(self.branch, role)
    }

    pub fn lines(&mut self, text: &Text, size: f32, width: f32) -> Result<Vec<Line>, Unset> {
        lines::set(self.words, text, size, width)
    }

    fn heading_within(&mut self, level: Level, text: &Text) -> Result<(), Unset> {
        let below = if level == Level::Main { 1 } else { 2 };
        let level = (self.level.0 + below).min(self.level.1 + 1);
        self.owe(if level <= 3 { 14.0 } else { 10.0 });
        self.heading(level, &all_strong(text), None)?;
        self.level.1 = level;
        Ok(())
    }

    fn heading(&mut self, level: u8, text: &Text, name: Option<&str>) -> Result<(), Unset> {
        let (left, right) = self.column();
        let node = self.grow(Role::Heading(level));
        let lines = self.lines(text, self.measures.heading(level), right - left)?;
        for (n, line) in lines.into_iter().enumerate() {
            let mut band = Band {
                bond: Bond::Firm,
                ..Band::new(line.height())
            };
            band.name = name.filter(|_| n == 0).map(str::to_owned);
            band.write(Owner::Node(node), (left, right), 0.0, line);
            self.push(band);
        }
        self.owe(if level <= 2 { 5.0 } else { 3.0 });
        Ok(())
    }

    fn paragraph(&mut self, paragraph: &Paragraph) -> Result<(), Unset> {
        let (left, right) = self.column();
        let node = self.grow(Role::Paragraph);
        self.tree.speak(node, tongue::of(&plain(&paragraph.text)));
        let (size, air) = match paragraph.voice {
            Voice::Body | Voice::Struck => (sheet::BODY, 6.0),
            Voice::Small => (sheet::SMALL, 4.0),
        };
        self.owe(air);
        let lines = self.lines(&paragraph.text, size, right - left)?;
        let count = lines.len();
        let struck = paragraph.voice == Voice::Struck;
        for (n, line) in lines.into_iter().enumerate() {
            let line = Line { struck, ..line };
            let mut band = Band {
                bond: bond_of_line(n, count),
                ..Band::new(line.height())
            };
            band.write(Owner::Node(node), (left, right), 0.0, line);
            self.push(band);
        }
        self.owe(air);
        Ok(())
    }

    fn rule(&mut self) {
        self.owe(9.0);
        let mut band = Band::new(1.0);
        band.items.push(Placed::rule(
            Owner::Ornament,
            self.column(),
            0.5,
            0.5,
            sheet::HAIR,
        ));
        self.push(band);
        self.owe(9.0);
    }

    fn together(&mut self, leaves: &[Leaf]) -> Result<(), Unset> {
        let first = self.count();
        leaves.iter().try_for_each(|leaf| self.leaf(leaf))?;
        self.hold_since(first, Bond::Loose);
        Ok(())
    }

    /// How many bands there are so far.
    pub fn count(&self) -> usize {
        self.bands.len()
    }

    /// Holds together what was set since there were so many bands.
    pub fn hold_since(&mut self, first: usize, bond: Bond) {
        let last = self.count().saturating_sub(1).max(first);
        self.bands[first..last]
            .iter_mut()
            .for_each(|band| band.bond = band.bond.max(bond));
    }
}

/// Neither the first nor the last line of a paragraph stands alone on a page.
pub(super) fn bond_of_line(n: usize, count: usize) -> Bond {
    if count > 1 && (n == 0 || n + 2 == count) {
        Bond::Firm
    } else {
        Bond::None
    }
}

/// The words of a text without their weights.
pub(super) fn plain(text: &Text) -> String {
    text.spans()
        .iter()
        .map(|span| span.words.as_str())
        .collect()
}

fn all_strong(text: &Text) -> Text {
    Text::strong(plain(text))
}
