//! How an officer is reached: telephone and e-mail, checked no further than a misprint needs.

use crate::words::Words;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A telephone number: digits, with a leading plus where it is foreign.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Telephone(Words);

/// What is wrong with a telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum TelephoneFault {
    #[error("missing")]
    Missing,
    #[error("a character that no number holds")]
    Character { character: char },
    #[error("{digits} digits are too few")]
    TooShort { digits: usize },
    #[error("{digits} digits are too many")]
    TooLong { digits: usize },
    /// A number of this country begins with a nought.
    #[error("no leading nought")]
    NoNought,
}

/// An e-mail address, its domain in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(Words);

/// What is wrong with an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum EmailFault {
    #[error("missing")]
    Missing,
    #[error("not one @ with something on either side")]
    NoAt,
    #[error("a character that no address holds")]
    Character { character: char },
    /// What follows the @ is no domain: a word, a dot, a word.
    #[error("the domain is not one")]
    Domain,
}

impl Telephone {
    /// Reads a number with spaces, brackets, hyphens and +44.
    pub fn read(text: &str) -> Result<Self, TelephoneFault> {
        let signs: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '/'))
            .collect::<String>()
            .replace("(0)", "")
            .replace(['(', ')'], "");
        if signs.is_empty() {
            return Err(TelephoneFault::Missing);
        }
        let (plus, digits) = match signs.strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, signs.as_str()),
        };
        if let Some(character) = digits.chars().find(|c| !c.is_ascii_digit()) {
            return Err(TelephoneFault::Character { character });
        }
        stored(plus, digits).map(|number| Self(Words::new(number)))
    }

    /// The stored form: digits only.
    pub fn shown(&self) -> &str {
        self.0.as_str()
    }
}

fn stored(plus: bool, digits: &str) -> Result<String, TelephoneFault> {
    let home = match digits.strip_prefix("44") {
        Some(rest) if plus => format!("0{}", rest.trim_start_matches('0')),
        _ if plus => format!("+{digits}"),
        _ => digits.to_owned(),
    };
    match home.trim_start_matches('+').len() {
        // Short numbers such as 101 and 111 are how some officers are reached.
        3 if home.starts_with('1') => Ok(home),
        digits @ 0..=9 => Err(TelephoneFault::TooShort { digits }),
        digits @ 16.. => Err(TelephoneFault::TooLong { digits }),
        _ if home.starts_with('+') => Ok(home),
        _ if !home.starts_with('0') => Err(TelephoneFault::NoNought),
        digits @ 12.. => Err(TelephoneFault::TooLong { digits }),
        _ => Ok(home),
    }
}

impl Email {
    /// Reads an address; whether its domain is a secure one is for the pack's list to say (§4.3.1).
    pub fn read(text: &str) -> Result<Self, EmailFault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EmailFault::Missing);
        }
        let odd = |c: &char| !c.is_alphanumeric() && !"@.!#$%&'*+/=?^_{|}~-".contains(*c);
        if let Some(character) = text.chars().find(odd) {
            return Err(EmailFault::Character { character });
        }
        match text.split_once('@') {
            Some((local, domain)) if !local.is_empty() && !domain.is_empty() => {
                let domain = domain.to_lowercase();
                match (domain.contains('@'), is_domain(&domain)) {
                    (true, _) => Err(EmailFault::NoAt),
                    (_, false) => Err(EmailFault::Domain),
                    _ => Ok(Self(Words::new(format!("{local}@{domain}")))),
                }
            }
            _ => Err(EmailFault::NoAt),
        }
    }

    /// The stored form.
    pub fn shown(&self) -> &str {
        self.0.as_str()
    }

    /// What follows the @, in lower case.
    pub fn domain(&self) -> &str {
        self.shown()
            .split_once('@')
            .map_or("", |(_, domain)| domain)
    }
}

fn is_domain(domain: &str) -> bool {
    let label = |part: &str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    domain.contains('.') && domain.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn telephone_numbers_are_stored_as_digits() {
        for (typed, stored) in [
            ("0121 496 0123", "01214960123"),
            ("(0121) 496-0123", "01214960123"),
            ("+44 121 496 0123", "01214960123"),
            ("+44 (0)121 496 0123", "01214960123"),
            ("07700 900 123", "07700900123"),
            ("+353 1 234 5678", "+35312345678"),
            ("101", "101"),
        ] {
            assert_eq!(Telephone::read(typed).expect(typed).shown(), stored);
        }
    }

    #[test]
    fn faults_of_telephone_numbers_are_named() {
        use TelephoneFault::*;
        for (typed, fault) in [
            (" ", Missing),
            ("0121 496 ext", Character { character: 'e' }),
            ("496 0123", TooShort { digits: 7 }),
            ("0121 496 0123 45", TooLong { digits: 13 }),
            ("121 496 0123", NoNought),
        ] {
            assert_eq!(Telephone::read(typed), Err(fault), "{typed}");
        }
    }

    #[test]
    fn addresses_are_read_and_their_faults_named() {
        let address = Email::read(" J.Field@Probation.Example ").expect("an address");
        assert_eq!(address.shown(), "J.Field@probation.example");
        assert_eq!(address.domain(), "probation.example");
        for (typed, fault) in [
            ("", EmailFault::Missing),
            (
                "jo field@x.example",
                EmailFault::Character { character: ' ' },
            ),
            ("jo.x.example", EmailFault::NoAt),
            ("jo@a@b.example", EmailFault::NoAt),
            ("jo@", EmailFault::NoAt),
            ("jo@localhost", EmailFault::Domain),
            ("jo@x..example", EmailFault::Domain),
        ] {
            assert_eq!(Email::read(typed), Err(fault), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn reading_what_is_shown_changes_nothing(number in "[+0-9 ()-]{3,18}", address in "[a-zA-Z.]{1,8}@[a-zA-Z.]{1,12}") {
            if let Ok(number) = Telephone::read(&number) {
                prop_assert_eq!(Telephone::read(number.shown()), Ok(number.clone()));
            }
            if let Ok(address) = Email::read(&address) {
                prop_assert_eq!(Email::read(address.shown()), Ok(address.clone()));
            }
        }

        #[test]
        fn reading_never_panics(text in ".{0,30}") {
            let _ = (Telephone::read(&text), Email::read(&text));
        }
    }
}
