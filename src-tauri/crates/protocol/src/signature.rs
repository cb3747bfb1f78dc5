//! Ink: what a hand drew, or what somebody who cannot draw typed.

use serde::{Deserialize, Serialize};

/// The pad's width in its own units; strokes are stored in these, whatever the screen was.
pub const PAD_WIDTH: u16 = 1000;
/// The pad's height in its own units.
pub const PAD_HEIGHT: u16 = 400;

/// One movement of the pen, from touching to lifting, as points on the pad.
pub type Stroke = Vec<(u16, u16)>;

/// A simple electronic signature, made in person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "how", content = "ink")]
pub enum Signature {
    /// Drawn with a finger, a stylus, a mouse or a trackpad.
    Drawn(Vec<Stroke>),
    /// Typed by somebody who cannot draw, and labelled so wherever it is printed.
    Typed(String),
}

impl Signature {
    /// Whether there is ink enough to call it a signature: a dot or a blank name is none.
    pub fn is_made(&self) -> bool {
        match self {
            Self::Drawn(strokes) => {
                let points: usize = strokes.iter().map(Vec::len).sum();
                points >= 8
                    && strokes
                        .iter()
                        .flatten()
                        .all(|&(x, y)| x <= PAD_WIDTH && y <= PAD_HEIGHT)
            }
            Self::Typed(name) => !name.trim().is_empty(),
        }
    }
}

impl std::fmt::Debug for Signature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Drawn(strokes) => write!(f, "Drawn({} strokes)", strokes.len()),
            Self::Typed(_) => f.write_str("Typed"),
        }
    }
}
