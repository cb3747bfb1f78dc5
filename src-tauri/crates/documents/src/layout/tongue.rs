//! Which language a text is in, as far as its script alone can tell.

/// A language tag for text wholly in one script other than Latin, so that a screen reader changes
/// its voice. Arabic letters may be Urdu, Arabic or Kurdish: the tag names the script only.
pub(super) fn of(text: &str) -> Option<&'static str> {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).map(script);
    let first = letters.next()??;
    letters.all(|other| other == Some(first)).then_some(first)
}

fn script(letter: char) -> Option<&'static str> {
    match u32::from(letter) {
        0x400..=0x52f => Some("und-Cyrl"),
        0x600..=0x6ff | 0x750..=0x77f => Some("und-Arab"),
        0x900..=0x97f => Some("und-Deva"),
        0x980..=0x9ff => Some("bn"),
        0xa00..=0xa7f => Some("pa-Guru"),
        0x3400..=0x4dbf | 0x4e00..=0x9fff => Some("zh"),
        _ => None,
    }
}
