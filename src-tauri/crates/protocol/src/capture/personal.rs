//! A view that somebody says is their own: it is neither of the two that an item may be (§4.3 ODOC, authorities).

use super::fold::fold;

/// How people begin a view of their own; what an organisation thinks is its assessment.
const SAID_SO: [&str; 20] = [
    "i think",
    "i feel",
    "i reckon",
    "i believe",
    "i suspect",
    "i guess",
    "i suppose",
    "i imagine",
    "i bet",
    "id say",
    "i would say",
    "in my opinion",
    "in my view",
    "my view is",
    "my opinion is",
    "my hunch",
    "my gut",
    "gut feeling",
    "if you ask me",
    "personally i",
];

/// Whether the words say of themselves that they are somebody's own view.
pub fn is_view(words: &str) -> bool {
    let words = format!(" {} ", fold(words));
    let says = |so: &&str| words.contains(&format!(" {so} "));
    SAID_SO.iter().any(says)
}

#[cfg(test)]
mod tests {
    use super::is_view;

    #[test]
    fn a_view_of_ones_own_is_known_by_how_it_begins() {
        for words in [
            "I think he is using again",
            "he is, I reckon, back with her",
            "I\u{2019}d say she will not come",
            "My gut says no",
            "In my opinion: a waste of time",
        ] {
            assert!(is_view(words), "{words}");
        }
        for words in [
            "seen twice at the address",
            "we think the tenancy will fail",
            "moved to Thinkwell House",
            "Ali thinks of moving",
            "assessed as high risk",
        ] {
            assert!(!is_view(words), "{words}");
        }
    }
}
