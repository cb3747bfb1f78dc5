//! Text broken into lines of a given width, its scripts in their order on paper.

mod atoms;
mod order;

pub use super::words::Glyph;

use super::Unset;
use super::clean;
use super::words::Words;
use crate::content::Text;
use crate::faces::FaceId;
use atoms::{Atom, Break};
use std::sync::Arc;

/// Glyphs of one face and one direction, `x` points from the line's start.
#[derive(Clone, PartialEq)]
pub struct Run {
    pub face: FaceId,
    pub rtl: bool,
    pub x: f32,
    pub width: f32,
    pub glyphs: Vec<Glyph>,
}

/// One line, in points, its runs in the order in which they stand on paper.
#[derive(Clone, PartialEq)]
pub struct Line {
    pub text: Arc<str>,
    pub size: f32,
    /// Where the visible words begin and end; a space at the end hangs outside.
    pub left: f32,
    pub right: f32,
    /// Room kept above and below the baseline.
    pub ascent: f32,
    pub descent: f32,
    /// Where the ink ends above and below the baseline.
    pub ink: (f32, f32),
    pub runs: Vec<Run>,
    /// Whether a line is drawn through it.
    pub struck: bool,
}

impl Line {
    /// From the top of its room to the foot.
    pub fn height(&self) -> f32 {
        self.ascent + self.descent
    }

    /// The same line with less room above and below, but never less than its ink takes.
    pub(super) fn closer(self, leading: f32) -> Self {
        Self {
            ascent: (self.ascent * leading).max(self.ink.0),
            descent: (self.descent * leading).max(self.ink.1),
            ..self
        }
    }

    /// A name that runs right to left still starts where the names above and below it start; only
    /// text of several lines hangs from the right.
    fn start_left(&mut self) {
        let shift = self.left;
        self.runs.iter_mut().for_each(|run| run.x -= shift);
        self.left -= shift;
        self.right -= shift;
    }
}

/// Room above and below the baseline that a line has at least, in ems.
const ROOM: (f32, f32) = (1.03, 0.36);
/// Air that the ink keeps from the edge of its room, in ems.
const AIR: f32 = 0.03;
/// No heap of accents takes more room than this above or below its line, in ems.
const TALLEST: f32 = 4.0;

/// Breaks text into lines at most `width` points wide; there is always at least one.
///
/// # Errors
/// A character that no face has, or a face that cannot be read.
pub(super) fn set(w: &mut Words, text: &Text, size: f32, width: f32) -> Result<Vec<Line>, Unset> {
    let mut lines = Vec::new();
    for typed in clean::lines(text) {
        let (atoms, rtl) = atoms::of(w, &typed, size, width)?;
        let words: Arc<str> = typed.words.into();
        let mut rest = &atoms[..];
        loop {
            let (line, after) = rest.split_at(fill(rest, width));
            lines.push(compose(line, &words, size, width, rtl));
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
    }
    if let [line] = &mut lines[..] {
        line.start_left();
    }
    Ok(lines)
}

/// How many atoms go on the next line: as many as fit, up to the last place for a break.
fn fill(atoms: &[Atom], width: f32) -> usize {
    let (mut used, mut taken, mut best) = (0.0, 0, None);
    for atom in atoms {
        if used + atom.advance > width && !atom.blank {
            break;
        }
        used += atom.advance;
        taken += 1;
        if atom.after == Break::May {
            best = Some(taken);
        }
    }
    match best {
        _ if taken == atoms.len() => taken,
        Some(best) => best,
        None => taken.max(1),
    }
}

fn compose(atoms: &[Atom], text: &Arc<str>, size: f32, width: f32, rtl: bool) -> Line {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0.0;
    for (atom, level) in order::visual(atoms, rtl) {
        let piece = atom.piece();
        let glyphs = piece.glyphs.iter().map(|glyph| Glyph {
            start: glyph.start + atom.offset,
            end: glyph.end + atom.offset,
            ..*glyph
        });
        match runs.last_mut() {
            Some(run) if run.face == piece.face && run.rtl == (level % 2 == 1) => {
                run.glyphs.extend(glyphs);
                run.width += atom.advance;
            }
            _ => runs.push(Run {
                face: piece.face,
                rtl: level % 2 == 1,
                x,
                width: atom.advance,
                glyphs: glyphs.collect(),
            }),
        }
        x += atom.advance;
    }
    let hanging: f32 = atoms
        .iter()
        .rev()
        .take_while(|a| a.blank)
        .map(|a| a.advance)
        .sum();
    let visible = x - hanging;
    let left = if rtl { width - visible } else { 0.0 };
    if rtl {
        runs.iter_mut().for_each(|run| run.x += left - hanging);
    }
    let (ascent, descent, ink) = room(atoms, size);
    let (text, right) = (text.clone(), left + visible);
    Line {
        text,
        size,
        left,
        right,
        ascent,
        descent,
        ink,
        runs,
        struck: false,
    }
}

/// A line is as tall as its ink needs: vowel signs of one script never touch the line below.
fn room(atoms: &[Atom], size: f32) -> (f32, f32, (f32, f32)) {
    let top = atoms.iter().map(|a| a.piece().ink.0).fold(0.0, f32::max);
    let bottom = atoms.iter().map(|a| a.piece().ink.1).fold(0.0, f32::max);
    let ascent = ROOM.0.max(top + AIR).min(TALLEST);
    let descent = ROOM.1.max(bottom + AIR).min(TALLEST);
    (ascent * size, descent * size, (top * size, bottom * size))
}
