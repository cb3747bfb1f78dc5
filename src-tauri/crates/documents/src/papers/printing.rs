//! Documents to bytes, each in one step.

use crate::content::Document;
use crate::faces::Faces;
use crate::layout::{Compositor, Place, Unset};
use crate::press::{self, Imprint, Unpressed};
use protocol::trade::At;

/// A finished PDF.
#[derive(Clone, PartialEq, Eq)]
pub struct Printed {
    pub bytes: Vec<u8>,
    pub pages: u32,
}

/// Why there is no PDF, and where in the document the reason stands; it names nobody.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintFault {
    #[error("the document cannot be set on pages at {place:?}: {why}")]
    Unset { place: Place, why: Unset },
    #[error("the pages cannot be written as a file: {0}")]
    Unpressed(#[from] Unpressed),
}

/// One who prints several documents and need not learn each word anew; each still holds only the letters that it shows.
pub struct Printer<'f> {
    faces: &'f Faces,
    compositor: Compositor<'f>,
}

impl<'f> Printer<'f> {
    /// One who has printed nothing yet.
    pub fn new(faces: &'f Faces) -> Self {
        let compositor = Compositor::new(faces);
        Self { faces, compositor }
    }

    /// Whether a document can be set on pages, without making a file of it.
    ///
    /// # Errors
    /// As [`Self::print`].
    pub fn try_to_set(&mut self, document: &Document) -> Result<(), PrintFault> {
        let set = self.compositor.set(document);
        set.map(|_| ())
            .map_err(|(place, why)| PrintFault::Unset { place, why })
    }

    /// Sets and presses a document; the same words at the same moment give the same bytes, whatever was printed before.
    ///
    /// # Errors
    /// A character that no typeface has, or a fault in writing the file.
    pub fn print(&mut self, document: &Document, made: At) -> Result<Printed, PrintFault> {
        let set = self.compositor.set(document);
        let pages = set.map_err(|(place, why)| PrintFault::Unset { place, why })?;
        let identity = document.fingerprint();
        let imprint = Imprint { made, identity };
        Ok(Printed {
            bytes: press::press(&pages, self.faces, &imprint)?,
            pages: u32::try_from(pages.pages.len()).unwrap_or(u32::MAX),
        })
    }
}

/// Prints one document.
///
/// # Errors
/// As [`Printer::print`].
pub fn print(document: &Document, faces: &Faces, made: At) -> Result<Printed, PrintFault> {
    Printer::new(faces).print(document, made)
}

impl std::fmt::Debug for Printed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Printed({} pages, {} bytes)",
            self.pages,
            self.bytes.len()
        )
    }
}
