//! One typeface file, and what the setting of type asks of it.

use harfrust::{Font, GlyphId};
use std::sync::Arc;

/// One typeface in one weight.
pub struct Face {
    bytes: Arc<Vec<u8>>,
    font: Font,
    name: &'static str,
}

/// How a glyph lies about its origin, in ems.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Extent {
    pub left: f32,
    pub right: f32,
    /// Above the baseline.
    pub top: f32,
    /// Below the baseline, as a negative number.
    pub bottom: f32,
}

impl Face {
    /// Reads a typeface, or nothing if the bytes are none.
    pub(super) fn read(bytes: Vec<u8>, name: &'static str) -> Option<Self> {
        let bytes = Arc::new(bytes);
        let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = bytes.clone();
        let font = Font::new(shared, 0)?;
        Some(Self { bytes, font, name })
    }

    /// The name it goes by inside a PDF.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The file itself, for subsetting.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What the shaper reads.
    pub fn font(&self) -> &Font {
        &self.font
    }

    /// Whether it has a glyph for a character.
    pub fn has(&self, character: char) -> bool {
        self.font
            .charmap()
            .map_unicode(character)
            .is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// The glyph of a text of one character, before any shaping.
    pub fn glyph_for(&self, text: &str) -> Option<u16> {
        let mut characters = text.chars();
        let (first, rest) = (characters.next()?, characters.next());
        let glyph = self.font.charmap().map_unicode(first)?;
        rest.is_none().then(|| u16::try_from(glyph.to_u32()).ok())?
    }

    /// Units of the file to one em.
    pub fn units(&self) -> f32 {
        f32::from(self.font.units_per_em())
    }

    /// How far a glyph moves the pen, in units of the file.
    pub fn advance(&self, glyph: u16) -> f32 {
        self.font.glyph_metrics().h_advance(GlyphId::from(glyph))
    }

    /// Where the ink of a glyph lies; nothing for a space.
    pub fn extent(&self, glyph: u16) -> Option<Extent> {
        let found = self.font.glyph_metrics().extents(GlyphId::from(glyph))?;
        let em = self.units();
        (found.width > 0.0 && found.height > 0.0).then(|| Extent {
            left: found.x_bearing / em,
            right: (found.x_bearing + found.width) / em,
            top: found.y_bearing / em,
            bottom: (found.y_bearing - found.height) / em,
        })
    }

    /// Ascent and descent of the whole face, in units of the file.
    pub fn line(&self) -> (f32, f32) {
        self.font
            .metrics()
            .hhea_line
            .map_or((self.units(), 0.0), |line| {
                (
                    line.ascender.to_f64() as f32,
                    line.descender.to_f64() as f32,
                )
            })
    }

    /// The box around every glyph of the face, in units of the file: left, bottom, right, top.
    pub fn bounds(&self) -> [f32; 4] {
        let bounds = self.font.metrics().bounds;
        [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|edge| edge.to_f64() as f32)
    }
}
