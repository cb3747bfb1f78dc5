//! The decision by which a case closes with nothing to do.

use protocol::words::Words;

/// What everybody says for "nothing is to be done", so that the case can close on it.
const NO_ACTION: &str = "no action";

/// What may come after it and leave it what it is; "no action by the landlord" is another decision.
const GOES_ON: &[&str] = &[
    "as",
    "at",
    "because",
    "for",
    "is",
    "needed",
    "necessary",
    "now",
    "required",
    "since",
    "this",
    "today",
    "yet",
];

/// Whether a decision's words say expressly that there is nothing to do.
pub(super) fn is_no_action(words: &Words) -> bool {
    let said = words.as_str().trim().to_lowercase();
    let Some(rest) = said.strip_prefix(NO_ACTION) else {
        return false;
    };
    let apart = rest
        .chars()
        .next()
        .is_none_or(|next| !next.is_alphanumeric());
    let mut next = rest.split_whitespace();
    let next = next.next().unwrap_or_default();
    apart
        && (next.starts_with(|c: char| !c.is_alphanumeric())
            || next.is_empty()
            || GOES_ON.contains(&next))
}

#[cfg(test)]
mod tests {
    use super::is_no_action;
    use protocol::words::Words;

    #[test]
    fn the_phrase_is_known_with_its_reason_and_no_other_decision_is_taken_for_it() {
        for said in [
            "no action",
            "No action.",
            "no action needed",
            "no action: he has moved",
        ] {
            assert!(is_no_action(&Words::new(said)), "{said}");
        }
        for said in [
            "no actions by the landlord",
            "no action by the landlord",
            "continue",
        ] {
            assert!(!is_no_action(&Words::new(said)), "{said}");
        }
    }
}
