//! The check code: an entry's hash as people have it on paper, and type it back.

use std::fmt;

/// So many bytes of a hash are printed: what stands on paper is not to be met by another entry, and is still to be typed.
const PRINTED: usize = 16;
/// Minutes that were printed before the code was shortened have the whole hash.
const WHOLE: usize = 32;

/// The head of a journal, as printed minutes have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckCode(Vec<u8>);

/// Why what was typed is no check code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MisreadCode {
    /// So many figures and letters are fewer than a code has.
    TooShort(usize),
    /// So many are more, or fewer than the whole hash has.
    TooLong(usize),
    /// A code has figures, and letters up to f.
    Character(char),
}

impl CheckCode {
    /// How many figures and letters a code has as it is printed.
    pub const LENGTH: usize = 2 * PRINTED;

    pub(super) fn of(hash: &[u8; 32]) -> Self {
        Self(hash.iter().take(PRINTED).copied().collect())
    }

    /// Reads what somebody typed off paper: in any grouping, in either case, and the whole hash too.
    ///
    /// # Errors
    /// [`MisreadCode`]: no such code can have been printed.
    pub fn read(typed: &str) -> Result<Self, MisreadCode> {
        let signs: String = typed.chars().filter(|c| !is_between(*c)).collect();
        if let Some(other) = signs.chars().find(|c| !c.is_ascii_hexdigit()) {
            return Err(MisreadCode::Character(other));
        }
        let count = signs.chars().count();
        match hex::decode(&signs) {
            Ok(bytes) if matches!(bytes.len(), PRINTED | WHOLE) => Ok(Self(bytes)),
            _ if count < Self::LENGTH => Err(MisreadCode::TooShort(count)),
            _ => Err(MisreadCode::TooLong(count)),
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for CheckCode {
    /// In groups of four, to be compared by eye.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups: Vec<String> = self.0.chunks(2).map(hex::encode).collect();
        f.write_str(&groups.join(" "))
    }
}

/// What people put between groups: white space, and dashes of any length.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::{CheckCode, MisreadCode};

    const PRINTED: &str = "0f1e 2d3c 4b5a 6978 8796 a5b4 c3d2 e1f0";

    #[test]
    fn a_code_is_read_back_as_it_is_printed_whatever_stands_between_its_groups() {
        let code = CheckCode::read(PRINTED).unwrap();
        assert_eq!(code.to_string(), PRINTED);
        for typed in [
            PRINTED.replace(' ', ""),
            PRINTED.replace(' ', "-"),
            PRINTED.replace(' ', " \u{2013} "),
            PRINTED.replace(' ', "\u{a0}\n"),
            PRINTED.to_uppercase(),
            format!("  {PRINTED} "),
        ] {
            assert_eq!(CheckCode::read(&typed), Ok(code.clone()), "{typed}");
        }
    }

    #[test]
    fn the_whole_hash_of_earlier_minutes_is_a_code_too() {
        let whole = format!("{PRINTED} {PRINTED}").replace(' ', "");
        let grouped = format!("{} {}", &whole[..16], &whole[16..]);
        assert_eq!(CheckCode::read(&grouped).unwrap().bytes().len(), 32);
    }

    #[test]
    fn what_no_paper_can_have_is_told_by_what_is_wrong_with_it() {
        for (typed, wrong) in [
            ("", MisreadCode::TooShort(0)),
            ("0f1e 2d3c", MisreadCode::TooShort(8)),
            (&PRINTED[..38], MisreadCode::TooShort(31)),
            (&format!("{PRINTED} 0"), MisreadCode::TooLong(33)),
            (&PRINTED.repeat(3), MisreadCode::TooLong(96)),
            (&PRINTED.replace('0', "O"), MisreadCode::Character('O')),
            ("g", MisreadCode::Character('g')),
            ("0f1e.2d3c", MisreadCode::Character('.')),
        ] {
            assert_eq!(CheckCode::read(typed), Err(wrong), "{typed}");
        }
    }
}
