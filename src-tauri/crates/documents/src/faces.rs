//! The faces that documents are set in: read from a folder, each only when a character needs it.
//!
//! They are not in the repository. They are copied from their packages when the application is
//! built, and shipped beside it.

mod face;

pub use face::Face;

use crate::content::Weight;
use crate::layout::shown;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A file of the folder, and the name it goes by inside a PDF.
struct Shelved {
    file: &'static str,
    name: &'static str,
}

const fn shelved(file: &'static str, name: &'static str) -> Shelved {
    Shelved { file, name }
}

/// Plex stands for Noto in Arabic: Noto takes letters apart into base and dots, and a name copied
/// from the page loses them. Chinese comes last, because its file is large, and in one weight.
const SHELF: [Shelved; 9] = [
    shelved("NotoSans_400Regular.ttf", "NotoSans-Regular"),
    shelved("NotoSans_700Bold.ttf", "NotoSans-Bold"),
    shelved(
        "IBMPlexSansArabic_400Regular.ttf",
        "IBMPlexSansArabic-Regular",
    ),
    shelved("IBMPlexSansArabic_700Bold.ttf", "IBMPlexSansArabic-Bold"),
    shelved(
        "NotoSansGurmukhi_400Regular.ttf",
        "NotoSansGurmukhi-Regular",
    ),
    shelved("NotoSansGurmukhi_700Bold.ttf", "NotoSansGurmukhi-Bold"),
    shelved("NotoSansBengali_400Regular.ttf", "NotoSansBengali-Regular"),
    shelved("NotoSansBengali_700Bold.ttf", "NotoSansBengali-Bold"),
    shelved("NotoSansSC_400Regular.ttf", "NotoSansSC-Regular"),
];
const PLAIN: [FaceId; 5] = [FaceId(0), FaceId(2), FaceId(4), FaceId(6), FaceId(8)];
const STRONG: [FaceId; 5] = [FaceId(1), FaceId(3), FaceId(5), FaceId(7), FaceId(8)];

/// Which face of the folder.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FaceId(u8);

/// Why a face cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FaceFault {
    #[error("the typeface file {0} is not in its folder")]
    Absent(&'static str),
    #[error("the typeface file {0} cannot be read")]
    Unreadable(&'static str),
}

/// The folder of faces.
pub struct Faces {
    folder: PathBuf,
    read: [OnceLock<Result<Face, FaceFault>>; SHELF.len()],
}

impl Faces {
    /// Looks whether every face is there, and reads none of them yet.
    ///
    /// # Errors
    /// [`FaceFault::Absent`] names the first file that is not.
    pub fn from_folder(folder: impl AsRef<Path>) -> Result<Self, FaceFault> {
        let folder = folder.as_ref().to_owned();
        match SHELF
            .iter()
            .find(|shelved| !folder.join(shelved.file).is_file())
        {
            Some(absent) => Err(FaceFault::Absent(absent.file)),
            None => Ok(Self {
                folder,
                read: Default::default(),
            }),
        }
    }

    /// One face, read from disk the first time.
    ///
    /// # Errors
    /// [`FaceFault::Unreadable`] if the file is gone or is no typeface.
    pub fn face(&self, id: FaceId) -> Result<&Face, FaceFault> {
        let place = usize::from(id.0);
        let shelved = &SHELF[place];
        let read = || {
            let bytes = std::fs::read(self.folder.join(shelved.file)).ok();
            bytes
                .and_then(|bytes| Face::read(bytes, shelved.name))
                .ok_or(FaceFault::Unreadable(shelved.file))
        };
        self.read[place]
            .get_or_init(read)
            .as_ref()
            .map_err(Clone::clone)
    }

    /// The first face that has a character, or none.
    ///
    /// # Errors
    /// As [`Faces::face`].
    pub fn face_with(&self, character: char, weight: Weight) -> Result<Option<FaceId>, FaceFault> {
        let faces = match weight {
            Weight::Plain => PLAIN,
            Weight::Strong => STRONG,
        };
        for id in faces {
            if self.face(id)?.has(character) {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// The first character of a text that no face has, so that no document could be set with it.
    ///
    /// # Errors
    /// As [`Faces::face`].
    pub fn lacks(&self, text: &str) -> Result<Option<char>, FaceFault> {
        for character in text.chars().filter(|c| !c.is_ascii()).filter_map(shown) {
            for weight in [Weight::Plain, Weight::Strong] {
                if self.face_with(character, weight)?.is_none() {
                    return Ok(Some(character));
                }
            }
        }
        Ok(None)
    }
}
