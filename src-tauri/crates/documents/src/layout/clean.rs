//! What people type, made ready to be set.

use crate::content::{Text, Weight};
use std::ops::Range;

/// One line as typed, without its line break, and which of its bytes are strong.
#[derive(Default)]
pub(super) struct Typed {
    pub words: String,
    pub strong: Vec<Range<usize>>,
}

/// Splits text at its line breaks, and drops what has no business on paper: control characters,
/// soft hyphens, repeated spaces, and the marks that could turn a neighbour's letters round.
pub(super) fn lines(text: &Text) -> Vec<Typed> {
    let mut lines = vec![Typed::default()];
    for span in text.spans() {
        let mut typed = lines.pop().unwrap_or_default();
        let mut from = typed.words.len();
        let plain_ends = span.words.replace("\r\n", "\n");
        for character in plain_ends.chars() {
            match cleaned(character) {
                Some('\n') => {
                    typed.strengthen(from, span.weight);
                    lines.push(std::mem::take(&mut typed));
                    from = 0;
                }
                Some(' ') if typed.words.is_empty() || typed.words.ends_with(' ') => {}
                Some(character) => typed.words.push(character),
                None => {}
            }
        }
        typed.strengthen(from, span.weight);
        lines.push(typed);
    }
    lines
}

/// Whether a character shows nothing by itself and never needs a glyph of its own.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// A character as it needs a glyph; none where it is dropped, breaks a line or shows nothing.
pub(crate) fn shown(character: char) -> Option<char> {
    cleaned(character).filter(|c| *c != '\n' && !is_invisible(*c))
}

fn cleaned(character: char) -> Option<char> {
    match character {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Some(' ')
        }
        '\u{ad}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0001}'..='\u{e007f}' => None,
        control if control.is_control() => None,
        other => Some(other),
    }
}

impl Typed {
    fn strengthen(&mut self, from: usize, weight: Weight) {
        let to = self.words.len();
        if weight == Weight::Strong && from < to {
            self.strong.push(from..to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_where_the_typist_broke_them_and_nothing_else_of_theirs_shows() {
        let text = Text::strong("A\u{202e}b\r\nC").then("\t d\u{7}");
        let lines = lines(&text);
        let words: Vec<_> = lines.iter().map(|l| l.words.as_str()).collect();
        assert_eq!(words, ["Ab", "C d"]);
        assert_eq!(
            lines.iter().map(|l| l.strong[0].end).collect::<Vec<_>>(),
            [2, 1]
        );
    }
}
