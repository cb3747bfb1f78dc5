//! Set pages turned into a PDF file: the only place that knows what a PDF is.
//!
//! `printpdf` writes the pages' contents and the typefaces; what makes the file lasting and
//! readable aloud (tags, metadata, colour profile) is added to the same objects before the first
//! byte is written. Nothing here reads a clock or draws a random number: the same pages, moment
//! and identity give the same bytes.

mod cases;
mod finish;
mod marks;
mod pen;

use crate::faces::{FaceFault, Faces};
use crate::layout::{Pages, SHEET};
use cases::Cases;
use chrono::{DateTime, FixedOffset};
use printpdf::{Mm, PdfDocument, PdfPage, PdfParseErrorSeverity, PdfSaveOptions};

/// What a file is told about itself, because it may not find out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imprint {
    /// The moment it is made.
    pub made: DateTime<FixedOffset>,
    /// A hash of what it says; the first half becomes the file's identifier.
    pub identity: [u8; 32],
}

/// Why there is no file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unpressed {
    #[error(transparent)]
    Face(#[from] FaceFault),
    #[error("the typeface {0} cannot be cut down to the letters used")]
    Subset(&'static str),
    #[error("a glyph was not provided for before printing")]
    Glyph,
    #[error("the pages could not be written")]
    Pages,
    #[error("the file could not be put together")]
    Assembly,
}

/// The bytes of a PDF.
///
/// # Errors
/// A typeface that cannot be read, or a fault in putting the file together.
pub fn press(pages: &Pages, faces: &Faces, imprint: &Imprint) -> Result<Vec<u8>, Unpressed> {
    let mut document = PdfDocument::new(&pages.title);
    let cases = Cases::cut(pages, faces, &mut document)?;
    let mut contents = marks::Contents::new(pages);
    for (number, page) in pages.pages.iter().enumerate() {
        let operations = contents.page(number, page, &cases)?;
        document.pages.push(PdfPage::new(
            millimetres(SHEET.0),
            millimetres(SHEET.1),
            operations,
        ));
    }
    let mut warnings = Vec::new();
    let written = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if warnings
        .iter()
        .any(|w| matches!(w.severity, PdfParseErrorSeverity::Error))
    {
        return Err(Unpressed::Pages);
    }
    finish::finish(written, pages, &contents, imprint).map_err(|_| Unpressed::Assembly)
}

fn millimetres(points: f32) -> Mm {
    Mm(points / 72.0 * 25.4)
}
