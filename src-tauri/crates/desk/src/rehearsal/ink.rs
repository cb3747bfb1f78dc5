//! Signatures that nobody's hand made.

use crate::handed_over::SignatureForm;
use crate::sample::Signs;
use protocol::signature::{PAD_HEIGHT, PAD_WIDTH};

/// A signature as that person makes it.
pub(super) fn signature(name: &str, signs: Signs) -> SignatureForm {
    match signs {
        Signs::Drawn => SignatureForm::Drawn {
            strokes: strokes(name),
        },
        Signs::Typed => SignatureForm::Typed {
            name: name.to_owned(),
        },
    }
}

/// One loop a letter along a line, as tall as the letter's number says, and a stroke underneath.
fn strokes(name: &str) -> Vec<Vec<(u16, u16)>> {
    let letters: Vec<u32> = name
        .chars()
        .filter(|c| c.is_alphabetic())
        .map(u32::from)
        .take(14)
        .collect();
    let mut pen = Vec::new();
    for (place, letter) in (0u16..).zip(&letters) {
        let left = 60 + place * 60;
        let tall = 40 + u16::try_from(letter % 120).unwrap_or(0);
        let (middle, top) = (PAD_HEIGHT / 2, PAD_HEIGHT / 2 - tall);
        pen.extend([
            (left, middle),
            (left + 18, top),
            (left + 34, top + 12),
            (left + 20, middle + 16),
            (left + 50, middle - 6),
        ]);
    }
    let end = pen.last().map_or(PAD_WIDTH / 2, |(x, _)| *x);
    let under = vec![(50, 290), (end / 2, 300), (end, 284)];
    vec![pen, under]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use protocol::signature::Signature;

    #[test]
    fn everybody_in_the_sample_makes_a_signature_that_counts() {
        for person in Sample::read().expect("the sample").people() {
            let made: Signature = signature(&person.form.name, person.signs).into();
            assert!(made.is_made(), "{}", person.form.name);
        }
    }
}
