//! An address that was written in one line, taken apart.

use super::Postcode;

/// The four lines of an address that was written in one.
pub fn address_lines(text: &str) -> [String; 4] {
    let parts = text.split([',', '\n']).map(str::trim);
    let mut parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let postcode = postcode(&mut parts);
    let street = if parts.is_empty() {
        ""
    } else {
        parts.remove(0)
    };
    let town = parts.pop().unwrap_or_default();
    [street, &parts.join(", "), town, postcode].map(str::to_owned)
}

/// The postcode at the end, in a part of its own or after the town.
fn postcode<'a>(parts: &mut Vec<&'a str>) -> &'a str {
    let Some(last) = parts.last_mut() else {
        return "";
    };
    if Postcode::read(last).is_ok() {
        return parts.pop().unwrap_or_default();
    }
    let spaces = last.match_indices(' ').map(|(at, _)| at);
    let starts: Vec<usize> = spaces.collect();
    for start in starts.into_iter().rev().take(2) {
        let (before, after) = last.split_at(start);
        if Postcode::read(after).is_ok() {
            *last = before.trim();
            return after.trim();
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_one_line_is_taken_apart() {
        for (written, lines) in [
            (
                "14 Quill Road, Chelmsley Wood, Birmingham, B37 4ZY",
                ["14 Quill Road", "Chelmsley Wood", "Birmingham", "B37 4ZY"],
            ),
            (
                "14 Quill Road\nSolihull B91 3QY",
                ["14 Quill Road", "", "Solihull", "B91 3QY"],
            ),
            (
                "14 Quill Road, Solihull b913qy",
                ["14 Quill Road", "", "Solihull", "b913qy"],
            ),
            (
                "14 Quill Road, Solihull",
                ["14 Quill Road", "", "Solihull", ""],
            ),
            ("NFA", ["NFA", "", "", ""]),
            ("", ["", "", "", ""]),
        ] {
            assert_eq!(address_lines(written), lines, "{written}");
        }
    }
}
