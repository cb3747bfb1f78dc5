//! The typefaces of one file: the letters it uses, cut out, and what each letter reads as.

use super::Unpressed;
use crate::faces::{Face, FaceId, Faces};
use crate::layout::{Glyph, Item, Line, Pages, Run};
use printpdf::{FontId, FontMetrics, ParsedFont, PdfDocument, PdfFont};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// Every typeface that the file uses.
pub(super) struct Cases(BTreeMap<FaceId, Case>);

/// One typeface, cut down.
pub(super) struct Case {
    pub font: FontId,
    remapped: GlyphRemapper,
    /// What a reader takes each new glyph's width to be, in thousandths of an em.
    widths: Vec<f32>,
    readings: Readings,
}

/// What each glyph reads as when text is copied or searched, and how sure that is.
type Readings = BTreeMap<u16, (Rank, String)>;

/// A letter that the glyph stands for whenever it stands alone is surer than part of a cluster.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Letter,
    Alone,
    Share,
    Cluster,
}

impl Cases {
    /// Finds the glyphs that the pages use, cuts their typefaces down to them, and adds these to
    /// the file: left to itself it would take in whole typefaces, six megabytes for one Chinese name.
    pub fn cut(p: &Pages, faces: &Faces, file: &mut PdfDocument) -> Result<Self, Unpressed> {
        let mut readings: BTreeMap<FaceId, Readings> = BTreeMap::new();
        let items = p.pages.iter().flat_map(|page| &page.items);
        for placed in items {
            if let Item::Text { line, .. } = &placed.item {
                for run in &line.runs {
                    let face = faces.face(run.face)?;
                    read(run, line, face, readings.entry(run.face).or_default());
                }
            }
        }
        let mut cases = BTreeMap::new();
        for (number, (id, readings)) in readings.into_iter().enumerate() {
            cases.insert(id, Case::cut(faces.face(id)?, number, readings, file)?);
        }
        Ok(Self(cases))
    }

    pub fn case(&self, face: FaceId) -> Result<&Case, Unpressed> {
        self.0.get(&face).ok_or(Unpressed::Glyph)
    }

    /// Whether the run's glyphs, read one by one, say exactly its text; if not, the text has to be
    /// written beside them. A mark moved onto its letter counts as not, because readers put a space
    /// before it. Right to left they would turn written text round, so it is never needed there.
    pub fn reads_true(&self, run: &Run, line: &Line) -> bool {
        let Some(case) = self.0.get(&run.face) else {
            return false;
        };
        let moved = |g: &Glyph| g.dx != 0.0 || g.dy != 0.0 || g.advance == 0.0;
        run.rtl || (case.says(run, text_of(run, line)) && !run.glyphs.iter().any(moved))
    }
}

/// The part of a line's text that a run stands for.
pub(super) fn text_of<'l>(run: &Run, line: &'l Line) -> &'l str {
    let start = run.glyphs.iter().map(|g| g.start).min().unwrap_or(0);
    let end = run.glyphs.iter().map(|g| g.end).max().unwrap_or(0);
    &line.text[start..end]
}

impl Case {
    fn cut(
        face: &Face,
        number: usize,
        readings: Readings,
        file: &mut PdfDocument,
    ) -> Result<Self, Unpressed> {
        let glyphs: Vec<u16> = std::iter::once(0).chain(readings.keys().copied()).collect();
        let remapped = GlyphRemapper::new_from_glyphs_sorted(&glyphs);
        let bytes = subsetter::subset(face.bytes(), 0, &remapped)
            .map_err(|_| Unpressed::Subset(face.name()))?;
        let units: Vec<u16> = remapped
            .remapped_gids()
            .map(|glyph| face.advance(glyph) as u16)
            .collect();
        // The file will hold whole thousandths, cut and not rounded; the same is done here.
        let whole = |&w: &u16| (f32::from(w) * 1000.0 / face.units()) as i64 as f32;
        let widths = units.iter().map(whole).collect();
        let font = FontId(format!("F{number}"));
        let parsed = parsed(face, bytes, &units);
        file.resources
            .fonts
            .map
            .insert(font.clone(), PdfFont::new(parsed));
        Ok(Self {
            font,
            remapped,
            widths,
            readings,
        })
    }

    /// Whether the run's glyphs, each read alone, give that text.
    fn says(&self, run: &Run, text: &str) -> bool {
        let readings = run.glyphs.iter().filter_map(|g| self.readings.get(&g.id));
        let mut rest = Some(text);
        for (_, reading) in readings {
            rest = rest.and_then(|rest| rest.strip_prefix(reading.as_str()));
        }
        rest.is_some_and(str::is_empty)
    }

    /// A glyph's number in the cut typeface, its width there, and what it reads as.
    pub fn glyph(&self, glyph: &Glyph) -> Result<(u16, f32, &str), Unpressed> {
        let number = self.remapped.get(glyph.id).ok_or(Unpressed::Glyph)?;
        let width = self
            .widths
            .get(usize::from(number))
            .copied()
            .ok_or(Unpressed::Glyph)?;
        let reading = self.readings.get(&glyph.id).ok_or(Unpressed::Glyph)?;
        Ok((number, width, &reading.1))
    }
}

fn parsed(face: &Face, bytes: Vec<u8>, units: &[u16]) -> ParsedFont {
    let name = format!("{}+{}", tag(&bytes), face.name());
    let widths = (0..).zip(units.iter().copied()).collect();
    let (ascent, descent) = face.line();
    let metrics = FontMetrics {
        ascent: ascent as i16,
        descent: descent as i16,
    };
    let em = face.units() as u16;
    let mut parsed =
        ParsedFont::with_glyph_data(bytes, 0, Some(name), BTreeMap::new(), widths, em, metrics);
    let [x_min, y_min, x_max, y_max] = face.bounds().map(|edge| edge as i16);
    let described = &mut parsed.pdf_font_metrics;
    (described.x_min, described.y_min) = (x_min, y_min);
    (described.x_max, described.y_max) = (x_max, y_max);
    parsed
}

/// Six capitals that tell one cut from another, as the format wants.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

/// Notes what each glyph of a run stands for, keeping the surest reading, and of two equally sure
/// ones the first in the order of characters, so that the order of pages does not matter.
fn read(run: &Run, line: &Line, face: &Face, readings: &mut Readings) {
    for cluster in run.glyphs.chunk_by(|a, b| a.start == b.start) {
        let text = &line.text[cluster[0].start..cluster[0].end];
        for (n, glyph) in cluster.iter().enumerate() {
            // Nearly every glyph of a page is a letter that has been met before, and nothing is surer than a letter.
            if matches!(readings.get(&glyph.id), Some((Rank::Letter, known)) if known == text) {
                continue;
            }
            let in_order = if run.rtl { cluster.len() - 1 - n } else { n };
            let new = reading(
                text,
                in_order,
                cluster.len(),
                face.glyph_for(text) == Some(glyph.id),
            );
            let old = readings.entry(glyph.id).or_insert_with(|| new.clone());
            if new < *old {
                *old = new;
            }
        }
    }
}

fn reading(text: &str, place: usize, of: usize, is_its_letter: bool) -> (Rank, String) {
    let count = text.chars().count();
    match text.chars().nth(place) {
        _ if of == 1 && is_its_letter => (Rank::Letter, text.to_owned()),
        _ if of == 1 => (Rank::Alone, text.to_owned()),
        Some(letter) if count == of => (Rank::Share, letter.to_string()),
        _ => (Rank::Cluster, text.to_owned()),
    }
}
