//! A name: title, forename, surname (§2.2.5), in any script.

use super::{initials, tidy};
use crate::words::Words;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A person's name in its three parts; title and forename may be absent, the surname never is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PersonName {
    title: Words,
    forename: Words,
    surname: Words,
}

/// Which part of the name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamePart {
    Title,
    Forename,
    Surname,
}

/// What is wrong with a part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum NameFault {
    /// Nothing was written; a person with one name has it as the surname, with "-" for the forename.
    #[error("{part:?}: missing")]
    Missing { part: NamePart },
    /// A character that no name holds.
    #[error("{part:?}: a character that is not part of a name")]
    Character { part: NamePart, character: char },
    /// Longer than any name that a form or a page can carry.
    #[error("{part:?}: longer than {limit} characters")]
    TooLong { part: NamePart, limit: usize },
}

const LIMIT: usize = 80;
const TITLES: [&str; 14] = [
    "mr",
    "mrs",
    "miss",
    "ms",
    "mx",
    "dr",
    "rev",
    "revd",
    "sir",
    "dame",
    "lord",
    "lady",
    "prof",
    "professor",
];

impl PersonName {
    /// Reads the three fields of a form; every part that is wrong is named at once.
    pub fn read(title: &str, forename: &str, surname: &str) -> Result<Self, Vec<NameFault>> {
        let title = part(title, NamePart::Title);
        let forename = part(forename, NamePart::Forename);
        let surname = part(surname, NamePart::Surname);
        match (title, forename, surname) {
            (Ok(title), Ok(forename), Ok(surname)) => Ok(Self {
                title,
                forename,
                surname,
            }),
            (title, forename, surname) => Err([title.err(), forename.err(), surname.err()]
                .into_iter()
                .flatten()
                .collect()),
        }
    }

    /// Reads a whole name from one line: "Mr Joe Bloggs", "Bloggs, Joe", "Joe Bloggs".
    pub fn read_line(line: &str) -> Result<Self, Vec<NameFault>> {
        let line = tidy::marks(line);
        let (title, rest) = match line.split_once(' ') {
            Some((first, rest)) if is_title(first) => (first, rest),
            _ => ("", line.as_str()),
        };
        let (forename, surname) = match rest.split_once(',') {
            Some((surname, forename)) => (forename, surname),
            None => initials::apart(rest),
        };
        Self::read(title, forename, surname)
    }

    /// The title, or nothing.
    pub fn title(&self) -> &str {
        self.title.as_str()
    }

    /// The forename or forenames, or nothing for a person with one name.
    pub fn forename(&self) -> &str {
        self.forename.as_str()
    }

    /// The surname, or the only name.
    pub fn surname(&self) -> &str {
        self.surname.as_str()
    }

    /// The agreed form: title, forename, surname with single spaces.
    pub fn shown(&self) -> String {
        [self.title(), self.forename(), self.surname()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The first letters of given and family name, for saying a case aloud before its name may be seen: "G.R." of Gwilym ap Rhys.
    pub fn initials(&self) -> String {
        let given = initials::given(self.forename());
        given.chain(initials::family(self.surname())).collect()
    }

    /// Enough to know who is meant, little enough for a passer-by: "G. ap Rhys".
    pub fn short(&self) -> String {
        match initials::given(self.forename()).next() {
            Some(first) => format!("{first} {}", self.surname()),
            None => self.surname().to_owned(),
        }
    }
}

fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    TITLES.contains(&word.as_str())
}

fn part(text: &str, part: NamePart) -> Result<Words, NameFault> {
    let text = tidy::marks(text);
    if let Some(character) = text.chars().find(|&c| !belongs(c)) {
        return Err(NameFault::Character { part, character });
    }
    if text.chars().count() > LIMIT {
        return Err(NameFault::TooLong { part, limit: LIMIT });
    }
    let lettered = text.chars().any(char::is_alphabetic);
    match part {
        NamePart::Title if !lettered => Ok(Words::default()),
        NamePart::Title => Ok(Words::new(text.trim_end_matches('.'))),
        NamePart::Forename if text == "-" => Ok(Words::default()),
        _ if !lettered => Err(NameFault::Missing { part }),
        _ => Ok(Words::new(text)),
    }
}

/// Letters of any script with their marks and joiners; the list says what is refused, because
/// a list of what names may hold would always leave somebody out.
fn belongs(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic() || matches!(c, ' ' | '\'' | '-' | '.' | ',' | '(' | ')');
    }
    let picture =
        matches!(c, '\u{2000}'..='\u{200B}' | '\u{2010}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}');
    !(c.is_numeric() || tidy::unseen(c) || picture || matches!(c, '\u{00A0}'..='\u{00BF}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_as_people_in_the_west_midlands_have_them_are_accepted() {
        for (title, forename, surname, shown) in [
            ("Mr", "Joe", "Bloggs", "Mr Joe Bloggs"),
            ("Ms.", "Siân", "O’Brien", "Ms Siân O'Brien"),
            ("", "Anne-Marie", "de  la Cruz", "Anne-Marie de la Cruz"),
            ("Mrs", " Zoë ", "Ní Dhomhnaill", "Mrs Zoë Ní Dhomhnaill"),
            ("", "Llŷr", "ap Gwilym", "Llŷr ap Gwilym"),
            ("", "Łukasz", "Wiśniewski", "Łukasz Wiśniewski"),
            ("", "محمد", "خان", "محمد خان"),
            ("", "ਗੁਰਪ੍ਰੀਤ", "ਸਿੰਘ", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"),
            ("", "নাজমুল", "হক", "নাজমুল হক"),
            ("", "伟", "王", "伟 王"),
            ("", "Олена", "Шевченко", "Олена Шевченко"),
            ("", "-", "Suparman", "Suparman"),
            ("", "John (Jack)", "Smith Jr.", "John (Jack) Smith Jr."),
        ] {
            let name = PersonName::read(title, forename, surname).expect(shown);
            assert_eq!(name.shown(), shown);
        }
    }

    #[test]
    fn every_wrong_part_is_named_at_once() {
        let faults = PersonName::read("Mr", "J0e", " ").expect_err("two faults");
        assert_eq!(
            faults,
            [
                NameFault::Character {
                    part: NamePart::Forename,
                    character: '0'
                },
                NameFault::Missing {
                    part: NamePart::Surname
                },
            ]
        );
    }

    #[test]
    fn what_no_name_holds_is_refused() {
        for surname in [
            "Smith@home",
            "Sm<i>th",
            "Smith🙂",
            "Smi\u{202E}th",
            "Smith½",
            "٣",
        ] {
            let fault = PersonName::read("", "Joe", surname).expect_err(surname)[0];
            assert!(matches!(fault, NameFault::Character { .. }), "{surname}");
        }
        assert!(PersonName::read("", "", "Bloggs").is_err());
        assert!(PersonName::read("", "Joe", "-").is_err());
        assert!(PersonName::read("", "Joe", &"a".repeat(81)).is_err());
    }

    #[test]
    fn one_line_is_taken_apart_as_people_mean_it() {
        for (line, title, forename, surname) in [
            ("Mr Joe Bloggs", "Mr", "Joe", "Bloggs"),
            ("Bloggs, Joe", "", "Joe", "Bloggs"),
            ("dr. Mary Jane Watson", "dr", "Mary Jane", "Watson"),
            ("van der Berg, Piet", "", "Piet", "van der Berg"),
            ("Piet van der Berg", "", "Piet", "van der Berg"),
            ("Mr Gwilym ap Rhys", "Mr", "Gwilym", "ap Rhys"),
            ("Bin Yusuf", "", "Bin", "Yusuf"),
        ] {
            let name = PersonName::read_line(line).expect(line);
            assert_eq!(
                (name.title(), name.forename(), name.surname()),
                (title, forename, surname)
            );
        }
        assert!(PersonName::read_line("Bloggs").is_err());
    }

    #[test]
    fn a_name_does_not_show_itself_in_debug_output() {
        let name = PersonName::read("", "Joe", "Bloggs").expect("a name");
        assert!(!format!("{name:?}").contains("Bloggs"));
    }

    proptest! {
        #[test]
        fn reading_what_is_stored_changes_nothing(t in ".{0,12}", f in ".{0,20}", s in ".{0,20}") {
            if let Ok(name) = PersonName::read(&t, &f, &s) {
                let forename = if name.forename().is_empty() { "-" } else { name.forename() };
                prop_assert_eq!(PersonName::read(name.title(), forename, name.surname()), Ok(name));
            }
        }

        #[test]
        fn one_line_never_panics(line in ".{0,60}") {
            let _ = PersonName::read_line(&line);
        }
    }
}
