//! What a passphrase must be when it is chosen: long, and not one that everybody tries first.

/// Fewest characters: three short words.
const SHORTEST: usize = 12;

/// What is tried first, compared without case, spaces and signs.
const TRIED_FIRST: &[&str] = &[
    "correcthorsebatterystaple",
    "letmeinletmein",
    "passwordpassword",
    "password1234",
    "password12345",
    "password123456",
    "qwertyqwerty",
    "qwertyuiop12",
    "qwertyuiopas",
    "qwertyuiopasdfghjkl",
    "administrator",
    "changemechangeme",
    "welcome12345",
    "welcomewelcome",
    "onedayoneconversation",
    "offendermanagement",
    "iloveyouiloveyou",
    "thequickbrownfox",
];

/// Why a passphrase was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseFault {
    #[error("the passphrase has {characters} characters and needs 12")]
    TooShort { characters: usize },
    #[error("the passphrase is one of those tried first")]
    TriedFirst,
}

/// Checks a passphrase that somebody chooses, without rules on capitals or digits, which make people write it down.
///
/// # Errors
/// [`PassphraseFault`], which never repeats what was typed.
pub fn check_passphrase(chosen: &str) -> Result<(), PassphraseFault> {
    let characters = chosen.trim().chars().count();
    if characters < SHORTEST {
        return Err(PassphraseFault::TooShort { characters });
    }
    let plain: zeroize::Zeroizing<String> = chosen
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .into();
    if TRIED_FIRST.contains(&plain.as_str()) || is_one_run(&plain) {
        return Err(PassphraseFault::TriedFirst);
    }
    Ok(())
}

/// Whether each character is a fixed step from the one before: `aaaaaaaaaaaa`, `123456789012`.
fn is_one_run(plain: &str) -> bool {
    let steps: Vec<i64> = plain
        .chars()
        .zip(plain.chars().skip(1))
        .map(|(a, b)| match (a.to_digit(10), b.to_digit(10)) {
            (Some(a), Some(b)) => (i64::from(b) - i64::from(a)).rem_euclid(10),
            _ => i64::from(u32::from(b)) - i64::from(u32::from(a)),
        })
        .collect();
    steps.windows(2).all(|pair| pair[0] == pair[1])
}

#[cfg(test)]
mod tests {
    use super::{PassphraseFault, check_passphrase};

    #[test]
    fn eleven_characters_are_too_few_and_twelve_are_enough() {
        assert_eq!(
            check_passphrase("kettle moor"),
            Err(PassphraseFault::TooShort { characters: 11 })
        );
        assert_eq!(check_passphrase("kettle moors"), Ok(()));
    }

    #[test]
    fn spaces_at_the_ends_do_not_make_it_longer() {
        assert!(check_passphrase("   short    ").is_err());
    }

    #[test]
    fn what_everybody_tries_first_is_refused_however_it_is_spelt() {
        for chosen in [
            "Password 1234!",
            "PASSWORD-PASSWORD",
            "123456789012",
            "aaaaaaaaaaaaaa",
        ] {
            assert_eq!(
                check_passphrase(chosen),
                Err(PassphraseFault::TriedFirst),
                "{chosen}"
            );
        }
    }

    #[test]
    fn no_rule_on_capitals_or_digits_stands_in_the_way() {
        assert_eq!(check_passphrase("three plain little words"), Ok(()));
    }
}
