//! One number for everything that a document says, from which its file takes its identifier.

use super::{Cell, Document, Ink, Leaf, Paragraph, Section, Text, Weight};
use sha2::{Digest, Sha256};

impl Document {
    /// A hash over every word of it, in order; what is set differently on the page is not heard.
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut said = Said(Sha256::new_with_prefix(b"odoc/document/v1"));
        let of_each_page = [
            &self.title,
            &self.language,
            &self.marking,
            &self.handling,
            &self.reference,
            &self.author,
            &self.footer,
        ];
        of_each_page.into_iter().for_each(|words| said.words(words));
        said.section(&self.cover);
        said.count(self.sections.len());
        self.sections.iter().for_each(|s| said.section(s));
        said.0.finalize().into()
    }
}

/// Lengths go before contents, so that no two documents run into the same bytes.
struct Said(Sha256);

impl Said {
    fn count(&mut self, count: usize) {
        self.0.update((count as u64).to_be_bytes());
    }

    fn words(&mut self, words: &str) {
        self.count(words.len());
        self.0.update(words);
    }

    fn section(&mut self, section: &Section) {
        self.words(&section.name);
        self.0.update([u8::from(section.own_page)]);
        self.leaves(&section.leaves);
    }

    fn leaves(&mut self, leaves: &[Leaf]) {
        self.count(leaves.len());
        leaves.iter().for_each(|leaf| self.leaf(leaf));
    }

    fn leaf(&mut self, leaf: &Leaf) {
        match leaf {
            Leaf::Heading(level, text) => {
                self.0.update([b'h', *level as u8]);
                self.text(text);
            }
            Leaf::Paragraph(paragraph) => {
                self.0.update(b"p");
                self.paragraph(paragraph);
            }
            Leaf::NumberedList(items) => self.list(b"n", items),
            Leaf::BulletList(items) => self.list(b"b", items),
            Leaf::Table(table) => {
                self.0.update(b"t");
                self.count(table.columns.len());
                table.columns.iter().for_each(|c| self.words(&c.name));
                self.count(table.rows.len());
                table.rows.iter().for_each(|row| self.cells(row));
            }
            Leaf::KeyValues(facts) => {
                self.0.update(b"k");
                self.count(facts.0.len());
                for fact in &facts.0 {
                    self.words(&fact.name);
                    self.cells(std::slice::from_ref(&fact.value));
                }
            }
            Leaf::Signature(signature) => {
                self.0.update(b"s");
                self.ink(&signature.ink);
                self.list(b"c", &signature.caption);
                self.words(&signature.alternative);
            }
            Leaf::Rule => self.0.update(b"r"),
            Leaf::Gap => self.0.update(b"g"),
            Leaf::PageBreak => self.0.update(b"f"),
            Leaf::Together(leaves) => {
                self.0.update(b"l");
                self.leaves(leaves);
            }
        }
    }

    fn list(&mut self, mark: &[u8; 1], items: &[Text]) {
        self.0.update(mark);
        self.count(items.len());
        items.iter().for_each(|text| self.text(text));
    }

    fn cells(&mut self, cells: &[Cell]) {
        self.count(cells.len());
        for cell in cells {
            self.count(cell.0.len());
            cell.0.iter().for_each(|p| self.paragraph(p));
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.0.update([paragraph.voice as u8]);
        self.text(&paragraph.text);
    }

    fn text(&mut self, text: &Text) {
        self.count(text.spans().len());
        for span in text.spans() {
            self.0.update([u8::from(span.weight == Weight::Strong)]);
            self.words(&span.words);
        }
    }

    fn ink(&mut self, ink: &Ink) {
        match ink {
            Ink::Drawn { strokes, pad } => {
                self.0.update(b"d");
                self.points(&[*pad]);
                self.count(strokes.len());
                strokes.iter().for_each(|stroke| self.points(stroke));
            }
            Ink::Typed(name) => {
                self.0.update(b"t");
                self.words(name);
            }
            Ink::Blank => self.0.update(b"b"),
        }
    }

    fn points(&mut self, points: &[(f32, f32)]) {
        self.count(points.len());
        for (x, y) in points {
            self.0.update(x.to_be_bytes());
            self.0.update(y.to_be_bytes());
        }
    }
}
