//! The head and foot of every page: the marking, the handling, the reference and the page number.

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

const LEFT: f32 = sheet::SIDE;
const RIGHT: f32 = SHEET.0 - sheet::SIDE;
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
    pub fn set(document: &Document, words: &mut Words<'_>) -> Result<Self, Unset> {
        let mut pen = Pen {
            words,
            items: Vec::new(),
            owner: Owner::Header,
        };
        let top = pen.head(document)?;
        pen.owner = Owner::Footer;
        let (bottom, number) = pen.foot(document)?;
        let body = Frame {
            left: LEFT,
            right: RIGHT,
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
}

impl Pen<'_, '_> {
    /// Marking, handling, then title and reference over a rule; answers how far down it went.
    fn head(&mut self, document: &Document) -> Result<f32, Unset> {
        let marking = Text::strong(document.marking.as_str());
        let mut y = self.write(
            &marking,
            sheet::MARKING,
            (LEFT, RIGHT),
            sheet::EDGE,
            Align::Centre,
        )?;
        if !document.handling.is_empty() {
            let handling = Text::plain(document.handling.as_str());
            y = self.write(&handling, sheet::MARGIN, (LEFT, RIGHT), y, Align::Centre)?;
        }
        let middle = LEFT + (RIGHT - LEFT) * 0.62;
        let reference = Text::plain(document.reference.as_str());
        let beside = self.write(
            &reference,
            sheet::MARGIN,
            (middle, RIGHT),
            y + 8.0,
            Align::Right,
        )?;
        let title = self.shortened(&document.title, middle - 10.0 - LEFT)?;
        let below = self.write(
            &title,
            sheet::MARGIN,
            (LEFT, middle - 10.0),
            y + 8.0,
            Align::Left,
        )?;
        Ok(self.rule(beside.max(below) + 3.0))
    }

    /// Words and page number under a rule, then the marking; answers where the rule stands.
    fn foot(&mut self, document: &Document) -> Result<(f32, (f32, f32, f32)), Unset> {
        let marking = Text::strong(document.marking.as_str());
        let words = Text::plain(document.footer.as_str());
        let split = RIGHT - NUMBER;
        let heights = [
            self.height(&marking, sheet::MARKING, RIGHT - LEFT)?,
            self.height(&words, sheet::MARGIN, split - LEFT)?,
        ];
        let marking_top = SHEET.1 - sheet::EDGE - heights[0];
        let top = marking_top - 4.0 - heights[1];
        self.write(&words, sheet::MARGIN, (LEFT, split), top, Align::Left)?;
        self.write(
            &marking,
            sheet::MARKING,
            (LEFT, RIGHT),
            marking_top,
            Align::Centre,
        )?;
        Ok((self.rule(top - 4.0), (split, RIGHT, top)))
    }

    fn rule(&mut self, y: f32) -> f32 {
        self.items
            .push(Placed::rule(self.owner, (LEFT, RIGHT), y, 0.5, sheet::HAIR));
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
