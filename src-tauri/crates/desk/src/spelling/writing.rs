//! The words of a text that spelling can be asked about, by where they stand.

/// A word as written: `from` and `to` in UTF-16 units, as the window counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) from: usize,
    pub(super) to: usize,
    /// With a plain apostrophe, as dictionaries have it.
    pub(super) word: String,
}

/// Every word but those that no dictionary could have: with figures in them (a CRO number, a postcode, a date), in capitals
/// throughout (MAPPA), addresses, single letters.
pub(super) fn words(text: &str) -> Vec<Written> {
    let mut found = Vec::new();
    let mut at = 0;
    for stretch in text.split_inclusive(char::is_whitespace) {
        if !is_a_number_or_address(stretch) {
            found.extend(in_stretch(stretch, at));
        }
        at += units(stretch);
    }
    found
}

fn is_a_number_or_address(stretch: &str) -> bool {
    stretch.chars().any(char::is_numeric) || stretch.contains(['@', '\\']) || stretch.contains("//")
}

/// The letters between what is no letter; an apostrophe belongs to a word that it stands within.
fn in_stretch(stretch: &str, at: usize) -> Vec<Written> {
    let mut found = Vec::new();
    let mut from = at;
    for piece in stretch.split(|c: char| !is_of_a_word(c)) {
        let word = piece.trim_matches(is_apostrophe);
        let before = piece.len() - piece.trim_start_matches(is_apostrophe).len();
        let start = from + units(&piece[..before]);
        if is_asked_about(word) {
            found.push(Written {
                from: start,
                to: start + units(word),
                word: word.replace('\u{2019}', "'"),
            });
        }
        let rest = &stretch[offset(stretch, piece) + piece.len()..];
        from += units(piece) + rest.chars().next().map_or(0, char::len_utf16);
    }
    found
}

/// Where a piece of a text begins in it, in bytes.
fn offset(text: &str, piece: &str) -> usize {
    piece.as_ptr() as usize - text.as_ptr() as usize
}

fn is_of_a_word(c: char) -> bool {
    c.is_alphabetic() || is_apostrophe(c) || is_mark(c)
}

/// A mark that is written apart from its letter, as some keyboards send it.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

fn is_asked_about(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().any(char::is_lowercase)
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use super::words;

    fn of(text: &str) -> Vec<String> {
        words(text).into_iter().map(|w| w.word).collect()
    }

    #[test]
    fn words_stand_where_the_window_counts_them() {
        let text = "Zoë 😀 said “it’s” fine";
        let units: Vec<u16> = text.encode_utf16().collect();
        for found in words(text) {
            let there = String::from_utf16_lossy(&units[found.from..found.to]);
            assert_eq!(there.replace('’', "'"), found.word);
        }
        assert_eq!(of(text), ["Zoë", "said", "it's", "fine"]);
    }

    #[test]
    fn numbers_capitals_and_addresses_are_left_alone() {
        for text in [
            "12345/08A",
            "B913QB",
            "CR0123456/19B",
            "MAPPA",
            "3/7/85",
            "a@b.example",
            "https://x.example/y",
            "2nd",
            "J.",
        ] {
            let asked = of(text);

            assert!(asked.is_empty(), "{text}: {asked:?}");
        }
    }

    #[test]
    fn quotes_and_hyphens_are_no_part_of_a_word() {
        assert_eq!(
            of("'re-offending' (again), well-known"),
            ["re", "offending", "again", "well", "known"]
        );
    }
}
