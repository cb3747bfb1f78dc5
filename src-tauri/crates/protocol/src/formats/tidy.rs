//! What is done to every text before it is judged: outer and doubled white space goes, look-alike marks become one.

/// Joins what stands between white space with single spaces, so that a pasted text and a typed one are the same.
pub(super) fn spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As [`spaces`], and the apostrophes and hyphens of word processors become those of the keyboard,
/// because two spellings of one O'Brien would be two people to a search.
pub(super) fn marks(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| match c {
            '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{00B4}' | '\u{0060}' => '\'',
            '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
            other => other,
        })
        .collect();
    spaces(&plain)
}

/// Whether a character can hide or turn round what is shown: control and bidirectional marks have no place in a field.
pub(super) fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFF}')
}

/// Upper-case letters and digits only: how a number with its own spacing is compared.
pub(super) fn compact(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_uppercase)
        .collect()
}
