//! Signatures: the ink, a line beneath it, and who it is.

use super::super::bands::{Band, Bond};
use super::super::tree::Role;
use super::super::{Frame, Item, Owner, Placed, Unset};
use super::Setter;
use crate::content::{Ink, Signature, Text};

/// The box that a signature is fitted into.
const BOX: (f32, f32) = (220.0, 70.0);
const INSET: f32 = 6.0;
const PEN: f32 = 1.3;

impl Setter<'_, '_> {
    pub(super) fn signature(&mut self, signature: &Signature) -> Result<(), Unset> {
        let first = self.count();
        self.owe(12.0);
        match &signature.ink {
            Ink::Drawn { strokes, pad } => self.drawn(strokes, *pad, &signature.alternative),
            Ink::Typed(name) => self.typed(name)?,
            Ink::Blank => self.push(Band::new(BOX.1 / 2.0)),
        }
        self.line_to_sign_on();
        for text in &signature.caption {
            self.caption(text)?;
        }
        self.owe(12.0);
        self.hold_since(first, Bond::Firm);
        Ok(())
    }

    fn drawn(&mut self, strokes: &[Vec<(f32, f32)>], pad: (f32, f32), alternative: &str) {
        let left = self.column().0;
        let frame = Frame {
            left,
            top: 0.0,
            right: left + BOX.0,
            bottom: BOX.1,
        };
        let node = self.grow(Role::Figure(alternative.to_owned()));
        let mut band = Band::new(BOX.1);
        let strokes = fitted(strokes, pad, frame);
        let item = Item::Ink {
            strokes,
            weight: PEN,
        };
        band.items.push(Placed {
            owner: Owner::Node(node),
            frame,
            item,
        });
        self.push(band);
    }

    fn typed(&mut self, name: &str) -> Result<(), Unset> {
        let (left, right) = self.column();
        let node = self.grow(Role::Paragraph);
        for line in self.lines(&Text::plain(name), self.measures.heading(2), right - left)? {
            let mut band = Band::new(line.height());
            band.write(Owner::Node(node), (left, right), 0.0, line);
            self.push(band);
        }
        Ok(())
    }

    fn line_to_sign_on(&mut self) {
        let left = self.column().0;
        let mut band = Band::new(4.0);
        band.items.push(Placed::rule(
            Owner::Ornament,
            (left, left + BOX.0),
            1.0,
            0.6,
            0.0,
        ));
        self.push(band);
    }

    fn caption(&mut self, text: &Text) -> Result<(), Unset> {
        let (left, right) = self.column();
        let node = self.grow(Role::Paragraph);
        for line in self.lines(text, self.measures.cell, right - left)? {
            let mut band = Band::new(line.height());
            band.write(Owner::Node(node), (left, right), 0.0, line);
            self.push(band);
        }
        Ok(())
    }
}

/// Strokes scaled to stand whole in a frame, as large as they go without being pulled out of shape.
fn fitted(strokes: &[Vec<(f32, f32)>], pad: (f32, f32), frame: Frame) -> Vec<Vec<(f32, f32)>> {
    let (width, height) = (
        frame.right - frame.left - 2.0 * INSET,
        frame.bottom - 2.0 * INSET,
    );
    let scale = (width / pad.0.max(1.0)).min(height / pad.1.max(1.0));
    let x = |x: f32| frame.left + INSET + x.clamp(0.0, pad.0.max(1.0)) * scale;
    let y = |y: f32| frame.bottom - INSET - (pad.1.max(1.0) - y.clamp(0.0, pad.1.max(1.0))) * scale;
    strokes
        .iter()
        .map(|stroke| stroke.iter().map(|p| (x(p.0), y(p.1))).collect())
        .collect()
}
