//! The head and foot of every page: the marking, the handling, the reference and the page number.

use super::sheet::Measures;
use super::words::Words;
use super::{Frame, Line, Owner, Page, Placed, SHEET, Unset, lines, sheet};
use crate::content::{Document, Text};
use crate::layout::Item;

/// What every page says, set once; only the page numbers are set anew.
pub(super) struct Margins {
    items: Vec<Placed>,
    body: Frame,
    /// Where page numbers stand: left, right, top.
    number: (f32, f32, f32),
}

/// Between the rules of head and foot and the text.
const CLEAR: (f32, f32) = (20.0, 14.0);
/// Room for "Page 1000 of 1000".
const NUMBER: f32 = 96.0;

#[derive(Clone, Copy)]
enum Align {
    Left,
    Centre,
    Right,
}

impl Margins {
    /// # Errors
    /// A character that no face has.
    pub fn set(
        document: &Document,
        words: &mut Words<'_>,
        measures: &Measures,
    ) -> Result<Self, Unset> {
        let (left, right) = (measures.side, SHEET.0 - measures.side);
        let mut pen = Pen {
            words,
            items: Vec::new(),
            owner: Owner::Header,
            sides: (left, right),
        };
        let top = pen.head(document)?;
        pen.owner = Owner::Footer;
        let (bottom, number) = pen.foot(document)?;
        let body = Frame {
            left,
            right,
            top: top + CLEAR.0,
            bottom: bottom - CLEAR.1,
        };
        Ok(Self {
            items: pen.items,
            body,
            number,
        })
    }

    /// What is left for the text.
    pub fn body(&self) -> Frame {
        self.body
    }

    /// Puts head and foot on every page, the head before everything else.
    pub fn print(&self, pages: &mut [Page], words: &mut Words<'_>) -> Result<(), Unset> {
        let count = pages.len();
        for (n, page) in pages.iter_mut().enumerate() {
            let (left, right, top) = self.number;
            let text = Text::plain(format!("Page {} of {count}", n + 1));
            let mut pen = Pen {
                words,
                items: Vec::new(),
                owner: Owner::Footer,
                sides: (self.body.left, self.body.right),
            };
            pen.write(&text, sheet::MARGIN, (left, right), top, Align::Right)?;
            let (head, foot): (Vec<_>, Vec<_>) = self
                .items
                .iter()
                .cloned()
                .partition(|item| item.owner == Owner::Header);
            page.items.splice(0..0, head);
            page.items.extend(foot);
            page.items.append(&mut pen.items);
        }
        Ok(())
    }
}

struct Pen<'w, 'f> {
    words: &'w mut Words<'f>,
    items: Vec<Placed>,
    owner: Owner,
    /// The left and right edge of what is written.
    sides: (f32, f32),
}

impl Pen<'_, '_> {
    /// Marking, handling, then title and reference over a rule; answers how far down it went.
    fn head(&mut self, document: &Document) -> Result<f32, Unset> {
        let (left, right) = self.sides;
        let mut y = sheet::EDGE;
        if !document.marking.is_empty() {
            let marking = Text::strong(document.marking.as_str());
            y = self.write(&marking, sheet::MARKING, self.sides, y, Align::Centre)?;
        }
        if !document.handling.is_empty() {
            let handling = Text::plain(document.handling.as_str());
            y = self.write(&handling, sheet::MARGIN, self.sides, y, Align::Centre)?;
        }
        let middle = left + (right - left) * 0.62;
        let reference = Text::plain(document.reference.as_str());
        let beside = self.write(
            &reference,
            sheet::MARGIN,
            (middle, right),
            y + 8.0,
            Align::Right,
        )?;
        let title = self.shortened(&document.title, middle - 10.0 - left)?;
        let below = self.write(
            &title,
            sheet::MARGIN,
            (left, middle - 10.0),
            y + 8.0,
            Align::Left,
        )?;
        Ok(self.rule(beside.max(below) + 3.0))
    }

    /// Words and page number under a rule, then the marking; answers where the rule stands.
    fn foot(&mut self, document: &Document) -> Result<(f32, (f32, f32, f32)), Unset> {
        let (left, right) = self.sides;
        let words = Text::plain(document.footer.as_str());
        let split = right - NUMBER;
        let mut top = SHEET.1 - sheet::EDGE;
        if !document.marking.is_empty() {
            let marking = Text::strong(document.marking.as_str());
            top -= self.height(&marking, sheet::MARKING, right - left)?;
            self.write(&marking, sheet::MARKING, self.sides, top, Align::Centre)?;
            top -= 4.0;
        }
        top -= self.height(&words, sheet::MARGIN, split - left)?;
        self.write(&words, sheet::MARGIN, (left, split), top, Align::Left)?;
        Ok((self.rule(top - 4.0), (split, right, top)))
    }

    fn rule(&mut self, y: f32) -> f32 {
        self.items
            .push(Placed::rule(self.owner, self.sides, y, 0.5, sheet::HAIR));
        y
    }

    /// The title as far as one line holds it: it stands in full on the first page.
    fn shortened(&mut self, title: &str, width: f32) -> Result<Text, Unset> {
        let set = lines::set(self.words, &Text::plain(title), sheet::MARGIN, width - 10.0)?;
        Ok(match &set[..] {
            [line, _, ..] => {
                let end = line
                    .runs
                    .iter()
                    .flat_map(|run| &run.glyphs)
                    .map(|g| g.end)
                    .max();
                let first = &line.text[..end.unwrap_or(0)];
                Text::plain(format!("{}\u{2026}", first.trim_end()))
            }
            _ => Text::plain(title),
        })
    }

    fn height(&mut self, text: &Text, size: f32, width: f32) -> Result<f32, Unset> {
        Ok(lines::set(self.words, text, size, width)?
            .iter()
            .map(Line::height)
            .sum())
    }

    fn write(
        &mut self,
        text: &Text,
        size: f32,
        (left, right): (f32, f32),
        top: f32,
        align: Align,
    ) -> Result<f32, Unset> {
        let mut y = top;
        for line in lines::set(self.words, text, size, right - left)? {
            let spare = (right - left) - (line.right - line.left);
            let shift = match align {
                Align::Left => 0.0,
                Align::Centre => spare / 2.0 - line.left,
                Align::Right => spare - line.left,
            };
            let frame = Frame {
                left,
                right,
                top: y,
                bottom: y + line.height(),
            };
            let (x, baseline) = (left + shift, y + line.ascent);
            y += line.height();
            let item = Item::Text { x, baseline, line };
            self.items.push(Placed {
                owner: self.owner,
                frame,
                item,
            });
        }
        Ok(y)
    }
}
