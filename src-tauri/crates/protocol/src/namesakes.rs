//! Which two entries of the register of people may be one person: somebody says so, the program only asks.

use crate::capture::fold::fold;
use crate::formats::PersonName;
use crate::ids::PersonId;
use crate::people::Person;

/// Why two entries look like one person, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Namesake {
    /// One name, whatever the agency: representatives change theirs.
    SameName,
    /// One agency and one surname, and of one of them only the forename's first letter.
    Initial,
    /// One agency, and names that differ by a slip of the keyboard.
    OneLetter,
}

/// A shorter name than this is another name, and no slip.
const SLIPS_FROM: usize = 6;

/// Every two entries that may be one person.
pub fn pairs(people: &[Person]) -> Vec<(PersonId, PersonId, Namesake)> {
    let names: Vec<Name> = people.iter().map(Name::of).collect();
    let mut pairs = Vec::new();
    for (at, (one, name)) in people.iter().zip(&names).enumerate() {
        let rest = people.iter().zip(&names).skip(at + 1);
        let like = rest.filter_map(|(other, called)| {
            let same_agency = one.affiliation == other.affiliation;
            let why = name.like(called, same_agency)?;
            Some((one.id, other.id, why))
        });
        pairs.extend(like);
    }
    pairs.sort_by_key(|(.., why)| *why);
    pairs
}

/// A name made comparable.
pub(crate) struct Name {
    forename: String,
    surname: String,
    /// Both, as they are said.
    whole: String,
}

impl Name {
    fn of(person: &Person) -> Self {
        Self::written(&person.name)
    }

    pub(crate) fn written(line: &str) -> Self {
        let (forename, surname) = match PersonName::read_line(line) {
            Ok(name) => (fold(name.forename()), fold(name.surname())),
            Err(_) => (String::new(), fold(line)),
        };
        let whole = format!("{forename} {surname}").trim().to_owned();
        Self {
            forename,
            surname,
            whole,
        }
    }

    /// Whether both may be one person's, whoever they come for: the same, or one of them with less of the forename.
    pub(crate) fn may_be(&self, other: &Self) -> bool {
        let short = self.forename.is_empty() || other.forename.is_empty();
        let forenames = short || initial(&self.forename, &other.forename);
        self.whole == other.whole || (self.surname == other.surname && forenames)
    }

    fn like(&self, other: &Self, same_agency: bool) -> Option<Namesake> {
        if self.whole == other.whole {
            return Some(Namesake::SameName);
        }
        if !same_agency {
            return None;
        }
        let (one, another) = (&self.whole, &other.whole);
        if self.surname == other.surname && initial(&self.forename, &other.forename) {
            return Some(Namesake::Initial);
        }
        let long = one.chars().count().min(another.chars().count()) >= SLIPS_FROM;
        (long && slip(one, another)).then_some(Namesake::OneLetter)
    }
}

/// Whether one of the two forenames is the other's first letter.
fn initial(one: &str, other: &str) -> bool {
    let first_of = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    first_of(one, other) || first_of(other, one)
}

/// Whether one letter too many, too few, wrong, or in its neighbour's place makes one of the other.
fn slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let before = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[before..], &other[before..]);
    let backwards = one.iter().rev().zip(other.iter().rev());
    let after = backwards.take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - after], &other[..other.len() - after]);
    match (one, other) {
        ([a, b], [c, d]) => a == d && b == c,
        _ => one.len() <= 1 && other.len() <= 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::TeamKey;
    use crate::people::Affiliation;
    use proptest::prelude::*;

    fn person(n: u128, name: &str, team: &str) -> Person {
        Person {
            id: PersonId(uuid::Uuid::from_u128(n)),
            name: name.to_owned(),
            job: String::new(),
            affiliation: Affiliation::Team {
                team: TeamKey::new(team),
            },
            retired: false,
        }
    }

    fn why(one: (&str, &str), other: (&str, &str)) -> Option<Namesake> {
        let people = [person(1, one.0, one.1), person(2, other.0, other.1)];
        pairs(&people).first().map(|(.., why)| *why)
    }

    #[test]
    fn one_person_entered_twice_is_asked_about_and_two_colleagues_are_not() {
        use Namesake::*;
        for (one, other, wanted) in [
            (
                ("Siân O'Brien", "pol"),
                ("Ms Sian O’Brien", "prob"),
                Some(SameName),
            ),
            (("J Smith", "pol"), ("John Smith", "pol"), Some(Initial)),
            (("J Smith", "pol"), ("John Smith", "prob"), None),
            (
                ("Joan Smith", "pol"),
                ("John Smith", "pol"),
                Some(OneLetter),
            ),
            (
                ("Katherine Poole", "pol"),
                ("Catherine Poole", "pol"),
                Some(OneLetter),
            ),
            (
                ("Katherine Poole", "pol"),
                ("Kathreine Poole", "pol"),
                Some(OneLetter),
            ),
            (("Katherine Poole", "pol"), ("Katherine Pole", "prob"), None),
            (("A Li", "pol"), ("A Lo", "pol"), None),
            (("Suparman", "pol"), ("Suparman", "pol"), Some(SameName)),
        ] {
            assert_eq!(why(one, other), wanted, "{one:?} {other:?}");
            assert_eq!(why(other, one), wanted, "{other:?} {one:?}");
        }
    }

    proptest! {
        #[test]
        fn a_name_with_one_letter_changed_is_a_slip_of_itself(
            name in "[a-z]{6,12}", at in any::<prop::sample::Index>(), letter in "[a-z]",
        ) {
            let mut letters: Vec<char> = name.chars().collect();
            letters[at.index(name.len())] = letter.chars().next().unwrap_or('a');
            let changed: String = letters.iter().collect();
            prop_assert!(slip(&name, &changed));
            letters.remove(at.index(name.len()));
            let shorter: String = letters.iter().collect();
            prop_assert!(slip(&name, &shorter));
        }
    }
}
