//! A typed line cut into the smallest parts that a line can be filled with.

use super::super::Unset;
use super::super::clean::Typed;
use super::super::words::{Piece, Word, Words};
use crate::content::Weight;
use std::ops::Range;
use unicode_bidi::BidiInfo;

/// Whether a line may end after an atom.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    No,
    May,
}

/// One piece of a shaped word, where it lies in the text.
pub(super) struct Atom {
    word: Word,
    index: usize,
    pub offset: usize,
    /// The level of its direction: even left to right, odd right to left.
    pub level: u8,
    /// In points.
    pub advance: f32,
    pub blank: bool,
    pub after: Break,
}

impl Atom {
    pub fn piece(&self) -> &Piece {
        &self.word[self.index]
    }
}

/// The atoms of a typed line, and whether the line as a whole runs right to left.
pub(super) fn of(
    words: &mut Words,
    typed: &Typed,
    size: f32,
    width: f32,
) -> Result<(Vec<Atom>, bool), Unset> {
    let bidi = has_rtl(&typed.words).then(|| BidiInfo::new(&typed.words, None));
    let rtl = bidi
        .as_ref()
        .is_some_and(|b| b.paragraphs.iter().any(|p| p.level.is_rtl()));
    let level = |at: usize| bidi.as_ref().map_or(0, |bidi| bidi.levels[at].number());
    let mut cutter = Cutter {
        words,
        typed,
        size,
        width,
        atoms: Vec::new(),
    };
    let mut from = 0;
    for (to, _) in unicode_linebreak::linebreaks(&typed.words) {
        for stretch in cutter.stretches(from..to, &level) {
            cutter.take(stretch.clone(), level(stretch.start))?;
        }
        if let Some(last) = cutter.atoms.last_mut() {
            last.after = Break::May;
        }
        from = to;
    }
    Ok((cutter.atoms, rtl))
}

struct Cutter<'w, 'f> {
    words: &'w mut Words<'f>,
    typed: &'w Typed,
    size: f32,
    width: f32,
    atoms: Vec<Atom>,
}

impl Cutter<'_, '_> {
    /// Cuts between two places for a break wherever the weight, the direction or blankness changes.
    fn stretches(&self, range: Range<usize>, level: &dyn Fn(usize) -> u8) -> Vec<Range<usize>> {
        let text = &self.typed.words[range.clone()];
        let mut cuts = vec![
            range.start,
            range.start + text.trim_end_matches(' ').len(),
            range.end,
        ];
        let edges = self
            .typed
            .strong
            .iter()
            .flat_map(|strong| [strong.start, strong.end]);
        cuts.extend(edges.filter(|edge| range.contains(edge)));
        let places: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| range.start + at)
            .collect();
        cuts.extend(
            places
                .windows(2)
                .filter(|w| level(w[0]) != level(w[1]))
                .map(|w| w[1]),
        );
        cuts.sort_unstable();
        cuts.dedup();
        cuts.windows(2).map(|w| w[0]..w[1]).collect()
    }

    fn take(&mut self, range: Range<usize>, level: u8) -> Result<(), Unset> {
        let word = self.shape(&range, level)?;
        let blank = self.typed.words[range.clone()].trim().is_empty();
        let whole: f32 = word.iter().map(|piece| piece.advance * self.size).sum();
        if whole <= self.width || blank {
            self.push(&word, range.start, level, blank);
            return Ok(());
        }
        for part in self.chop(range, level)? {
            let word = self.shape(&part, level)?;
            self.push(&word, part.start, level, false);
            if let Some(last) = self.atoms.last_mut() {
                last.after = Break::May;
            }
        }
        Ok(())
    }

    /// Cuts a word that no line could hold between letters, each part shaped anew and measured:
    /// letters that join may be wider at an end than they were in the middle.
    fn chop(&mut self, range: Range<usize>, level: u8) -> Result<Vec<Range<usize>>, Unset> {
        let mut parts = Vec::new();
        let mut rest = range;
        while !rest.is_empty() {
            let word = self.shape(&rest, level)?;
            let mut ends = ends_within(&word, self.width / self.size);
            let mut part = rest.start..rest.start + ends.pop().unwrap_or(rest.len());
            while self.advance(&part, level)? > self.width
                && let Some(end) = ends.pop()
            {
                part.end = rest.start + end;
            }
            rest.start = part.end;
            parts.push(part);
        }
        Ok(parts)
    }

    fn advance(&mut self, range: &Range<usize>, level: u8) -> Result<f32, Unset> {
        let word = self.shape(range, level)?;
        Ok(word.iter().map(|piece| piece.advance * self.size).sum())
    }

    fn shape(&mut self, range: &Range<usize>, level: u8) -> Result<Word, Unset> {
        let strong = self
            .typed
            .strong
            .iter()
            .any(|strong| strong.contains(&range.start));
        let weight = if strong {
            Weight::Strong
        } else {
            Weight::Plain
        };
        self.words
            .shape(&self.typed.words[range.clone()], weight, level % 2 == 1)
    }

    fn push(&mut self, word: &Word, offset: usize, level: u8, blank: bool) {
        for (index, piece) in word.iter().enumerate() {
            let (word, advance) = (word.clone(), piece.advance * self.size);
            self.atoms.push(Atom {
                word,
                index,
                offset,
                level,
                advance,
                blank,
                after: Break::No,
            });
        }
    }
}

/// Where letters end, in bytes, for as long as they fit into `room` ems; one at least.
fn ends_within(word: &[Piece], room: f32) -> Vec<usize> {
    let mut letters: Vec<_> = word.iter().flat_map(|piece| &piece.glyphs).collect();
    letters.sort_by_key(|glyph| glyph.end);
    let (mut used, mut ends) = (0.0, Vec::new());
    for letter in letters {
        used += letter.advance;
        if ends.last() == Some(&letter.end) {
            continue;
        }
        if used > room && !ends.is_empty() {
            break;
        }
        ends.push(letter.end);
    }
    ends
}

fn has_rtl(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(u32::from(c), 0x590..=0x8ff | 0x200f | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff)
    })
}
