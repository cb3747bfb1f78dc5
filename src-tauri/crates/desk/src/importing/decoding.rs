//! Bytes of a file to letters: UTF-8 and UTF-16, with and without their mark, and the older Windows letters.

use super::forms::EncodingView;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of a file is looked at to tell UTF-16 without its mark.
const LOOKED_AT: usize = 4096;

/// The text, and how it was written; nothing where the bytes are no text.
pub(super) fn decoded(bytes: &[u8]) -> Option<(String, EncodingView)> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((unmarked(bytes), 0));
    let (text, malformed) = encoding.decode_without_bom_handling(bytes.get(mark..)?);
    // A file of pictures or numbers is full of noughts, and no table has one.
    if malformed || text.contains('\0') {
        return None;
    }
    let how = match encoding {
        e if e == UTF_8 => EncodingView::Utf8,
        e if e == WINDOWS_1252 => EncodingView::Windows1252,
        _ => EncodingView::Utf16,
    };
    Some((text.into_owned(), how))
}

fn unmarked(bytes: &[u8]) -> &'static Encoding {
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let noughts = |odd: usize| {
        start
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (high, low) = (noughts(0), noughts(1));
    // A table's separators and figures alone make a quarter of its letters such pairs.
    let many = start.len() / 8;
    match (high > many, low > many) {
        (false, true) => UTF_16LE,
        (true, false) => UTF_16BE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    }
}
