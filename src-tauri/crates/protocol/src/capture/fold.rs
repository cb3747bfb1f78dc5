//! How a name and what somebody typed for it are made comparable.

/// Lower case, without accents, apostrophes and full stops; other signs become single spaces,
/// so that "obrien" finds O'Brien and "sian" finds Siân.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            '\'' | '\u{2019}' | '.' | '\u{300}'..='\u{36F}' => {}
            _ if c.is_alphanumeric() => {
                folded.push_str(plain(&c).unwrap_or(c.encode_utf8(&mut [0; 4])))
            }
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The plain letters of the accented ones that British, Irish, Welsh, Polish and Romanian names hold.
fn plain(c: &char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ț' | 'ţ' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn names_fold_to_what_a_hurried_hand_types() {
        for (name, typed) in [
            ("O'Brien", "obrien"),
            ("O’Brien", "obrien"),
            ("Siân", "sian"),
            ("Łukasz Wiśniewski", "lukasz wisniewski"),
            ("St. Mary's  (North)", "st marys north"),
            ("Llŷr", "llyr"),
            ("محمد", "محمد"),
            ("  -- ", ""),
        ] {
            assert_eq!(fold(name), typed);
        }
    }
}
