//! Words shaped into glyphs, and remembered: a document repeats most of its words.

use super::Unset;
use super::clean::is_invisible;
use crate::content::Weight;
use crate::faces::{FaceId, Faces};
use harfrust::{Buffer, Direction, Script, ShapeOptions, ShapePlan, ShaperFont};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// A glyph where the shaper put it, in ems, and the bytes of text that it stands for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Glyph {
    pub id: u16,
    pub advance: f32,
    pub dx: f32,
    pub dy: f32,
    pub start: usize,
    pub end: usize,
}

/// Part of a word in one face.
pub(super) struct Piece {
    pub face: FaceId,
    pub glyphs: Vec<Glyph>,
    /// In ems.
    pub advance: f32,
    /// Where its ink ends above and below the baseline, in ems, both counted away from it.
    pub ink: (f32, f32),
}

pub(super) type Word = Rc<Vec<Piece>>;

/// The shaper and what it remembers.
pub(super) struct Words<'f> {
    faces: &'f Faces,
    /// One shelf for each weight and direction, so that looking up allocates nothing.
    shaped: [HashMap<Box<str>, Word>; 4],
    /// How each face is read in each direction and script: finding that out takes as long as shaping a word does.
    plans: HashMap<(FaceId, bool, Option<Script>), ShapePlan>,
}

impl<'f> Words<'f> {
    pub fn new(faces: &'f Faces) -> Self {
        Self {
            faces,
            shaped: Default::default(),
            plans: HashMap::new(),
        }
    }

    /// The glyphs of a stretch of text of one weight and one direction.
    pub fn shape(&mut self, text: &str, weight: Weight, rtl: bool) -> Result<Word, Unset> {
        let shelf = usize::from(weight == Weight::Strong) * 2 + usize::from(rtl);
        if let Some(word) = self.shaped[shelf].get(text) {
            return Ok(word.clone());
        }
        let pieces: Result<Vec<_>, _> = self
            .faces_of(text, weight)?
            .into_iter()
            .map(|(face, range)| self.piece(text, face, range, rtl))
            .collect();
        let word = Rc::new(pieces?);
        self.shaped[shelf].insert(text.into(), word.clone());
        Ok(word)
    }

    /// Cuts a stretch where the face has to change.
    fn faces_of(&self, text: &str, weight: Weight) -> Result<Vec<(FaceId, Range<usize>)>, Unset> {
        let mut parts: Vec<(FaceId, Range<usize>)> = Vec::new();
        let mut current = self.face_of_first_letter(text, weight)?;
        for (at, character) in text.char_indices() {
            let face = self.pick(character, weight, current)?;
            current = Some(face);
            let end = at + character.len_utf8();
            match parts.last_mut() {
                Some((last, range)) if *last == face => range.end = end,
                _ => parts.push((face, at..end)),
            }
        }
        Ok(parts)
    }

    /// Brackets and quotes before a word belong to the word's face.
    fn face_of_first_letter(&self, text: &str, weight: Weight) -> Result<Option<FaceId>, Unset> {
        match text.chars().find(|&c| !follows(c)) {
            Some(letter) => Ok(self.faces.face_with(letter, weight)?),
            None => Ok(None),
        }
    }

    fn pick(&self, c: char, weight: Weight, current: Option<FaceId>) -> Result<FaceId, Unset> {
        if let Some(face) = current
            && (is_invisible(c) || (follows(c) && self.faces.face(face)?.has(c)))
        {
            return Ok(face);
        }
        let wanted = if is_invisible(c) { ' ' } else { c };
        self.faces
            .face_with(wanted, weight)?
            .ok_or(Unset::Missing(c))
    }

    fn piece(
        &mut self,
        text: &str,
        id: FaceId,
        r: Range<usize>,
        rtl: bool,
    ) -> Result<Piece, Unset> {
        let face = self.faces.face(id)?;
        let part = &text[r.clone()];
        let mut buffer = Buffer::new();
        buffer.push_str(part);
        buffer.guess_segment_properties();
        let direction = if rtl {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        };
        buffer.set_direction(direction);
        let (script, language) = (buffer.script(), buffer.language());
        let plan = self
            .plans
            .entry((id, rtl, script))
            .or_insert_with(|| ShapePlan::new(face.font(), direction, script, language, &[]));
        let planned = ShapeOptions::new().plan(Some(plan));
        harfrust::shape(&ShaperFont::new(face.font()), &mut buffer, planned)
            .map_err(|_| Unset::Unshaped)?;
        let mut clusters: Vec<_> = buffer.glyph_infos().iter().map(|i| i.cluster).collect();
        clusters.sort_unstable();
        let mut piece = Piece {
            face: id,
            glyphs: Vec::new(),
            advance: 0.0,
            ink: (0.0, 0.0),
        };
        for (info, at) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let start = r.start + info.cluster as usize;
            let next = clusters[clusters.partition_point(|&c| c <= info.cluster)..].first();
            let end = next.map_or(r.end, |&next| r.start + next as usize);
            let glyph = Glyph {
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                advance: at.x_advance as f32 / face.units(),
                dx: at.x_offset as f32 / face.units(),
                dy: at.y_offset as f32 / face.units(),
                start,
                end,
            };
            if glyph.id == 0 {
                return Err(missing(&text[start..end]));
            }
            piece.advance += glyph.advance;
            if let Some(extent) = face.extent(glyph.id) {
                piece.ink.0 = piece.ink.0.max(extent.top + glyph.dy);
                piece.ink.1 = piece.ink.1.max(-extent.bottom - glyph.dy);
            }
            piece.glyphs.push(glyph);
        }
        Ok(piece)
    }
}

/// Characters that never force a change of face by themselves.
fn follows(c: char) -> bool {
    matches!(c,
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '!' | '?' | '(' | ')' | '[' | ']' | '-' | '\''
        | '"' | '/' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' | '\u{2013}' | '\u{2014}'
        | '0'..='9' | '\u{300}'..='\u{36f}')
}

fn missing(text: &str) -> Unset {
    Unset::Missing(text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER))
}
