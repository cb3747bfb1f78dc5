//! The version of an edited pack: the protocol's own number stays, the last number counts the partnership's edits.

/// The next version that no kept pack has: "1.2" → "1.2.1" → "1.2.2", and "1.2, pack 1" → "1.2, pack 2".
pub(super) fn next(version: &str, taken: &[&str]) -> String {
    let digits = version.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (stem, last) = version.split_at(version.len() - digits);
    // "1.2" is the protocol's; a third number, or one after words, is ours to count.
    let ours = !stem.ends_with('.') || stem.matches('.').count() > 1;
    let (stem, from) = match last.parse::<u32>() {
        Ok(number) if ours && !stem.is_empty() => (stem.to_owned(), number),
        _ => (format!("{version}."), 0),
    };
    let free = |version: &String| !taken.contains(&&**version);
    let numbers = (from..u32::MAX).map(|number| format!("{stem}{}", number + 1));
    numbers.into_iter().find(free).unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn the_last_number_counts_the_partnerships_edits() {
        for (version, following) in [
            ("1.2", "1.2.1"),
            ("1.2.1", "1.2.2"),
            ("1.2.9", "1.2.10"),
            ("1.2, pack 1", "1.2, pack 2"),
            ("2", "2.1"),
            ("draft", "draft.1"),
        ] {
            assert_eq!(next(version, &[version]), following);
        }
    }

    #[test]
    fn no_version_is_given_twice() {
        assert_eq!(next("1.2", &["1.2", "1.2.1", "1.2.2"]), "1.2.3");
    }
}
