//! What makes two cases look like one person's: a likeness is shown and never acted on (§2.2, accuracy).

use crate::capture::fold::fold;
use crate::cases::Particulars;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a case would be recognised by.
#[derive(Clone, PartialEq, Eq)]
pub struct Marks {
    cro: Option<String>,
    name: String,
    born: Option<NaiveDate>,
}

/// How two cases are alike, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// One number of the Criminal Records Office is one person.
    CroNumber,
    NameAndBirth,
    /// One name, where at least one of the two has no date of birth to tell them apart.
    Name,
}

/// Cases by their marks; the first of each stays, so that every later one is said to be like the same.
#[derive(Clone)]
pub struct Known<Case> {
    by_cro: BTreeMap<String, Case>,
    by_birth: BTreeMap<(String, NaiveDate), Case>,
    without_birth: BTreeMap<String, Case>,
    by_name: BTreeMap<String, Case>,
}

impl Marks {
    /// The marks of these particulars; accents, apostrophes and capitals do not tell people apart.
    pub fn of(particulars: &Particulars) -> Self {
        let name = &particulars.name;
        Self {
            cro: particulars.cro.as_ref().map(|cro| cro.shown().to_owned()),
            name: fold(&format!("{} {}", name.forename(), name.surname())),
            born: particulars.born,
        }
    }

    /// How the two are alike, if they are.
    pub fn like(&self, other: &Self) -> Option<Likeness> {
        if self.cro.is_some() && self.cro == other.cro {
            return Some(Likeness::CroNumber);
        }
        match (self.born, other.born) {
            _ if self.name != other.name => None,
            (Some(one), Some(another)) => (one == another).then_some(Likeness::NameAndBirth),
            _ => Some(Likeness::Name),
        }
    }
}

/// What one person alone has.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum SureMark<'m> {
    Cro(&'m str),
    NameAndBirth(&'m str, NaiveDate),
}

/// How many pairs are named at most: nobody looks through more at one sitting.
const MOST: usize = 50;

/// Every two of these that are surely alike and are not left out, by their places, the surest first: a name alone is told of where
/// somebody looks at one of the two.
pub fn sure_pairs(
    all: &[Marks],
    left_out: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize, Likeness)> {
    let mut together: BTreeMap<SureMark<'_>, Vec<usize>> = BTreeMap::new();
    for (at, marks) in all.iter().enumerate() {
        let cro = marks.cro.as_deref().map(SureMark::Cro);
        let named = marks
            .born
            .map(|born| SureMark::NameAndBirth(&marks.name, born));
        for mark in cro.into_iter().chain(named) {
            together.entry(mark).or_default().push(at);
        }
    }
    let each = together.values().flat_map(|places| {
        let later = |(n, one): (usize, &usize)| {
            let one = *one;
            places[n + 1..].iter().map(move |other| (one, *other))
        };
        places.iter().enumerate().flat_map(later)
    });
    let asked = each.filter(|(one, other)| !left_out(*one, *other));
    let why = |(one, other): (usize, usize)| Some((one, other, all[one].like(&all[other])?));
    let mut pairs: Vec<_> = asked.take(MOST).filter_map(why).collect();
    pairs.sort_by_key(|(one, other, why)| (*why, *one, *other));
    pairs.dedup();
    pairs
}

impl<Case: Copy> Known<Case> {
    /// Remembers a case.
    pub fn add(&mut self, marks: &Marks, case: Case) {
        let name = || marks.name.clone();
        if let Some(cro) = &marks.cro {
            self.by_cro.entry(cro.clone()).or_insert(case);
        }
        match marks.born {
            Some(born) => self.by_birth.entry((name(), born)).or_insert(case),
            None => self.without_birth.entry(name()).or_insert(case),
        };
        self.by_name.entry(name()).or_insert(case);
    }

    /// A remembered case that is like this one, in the surest way there is.
    pub fn find(&self, marks: &Marks) -> Option<(Case, Likeness)> {
        let by_cro = marks.cro.as_ref().and_then(|cro| self.by_cro.get(cro));
        let by_name = |born: Option<NaiveDate>| match born {
            None => self.by_name.get(&marks.name),
            Some(_) => self.without_birth.get(&marks.name),
        };
        let by_birth = || self.by_birth.get(&(marks.name.clone(), marks.born?));
        by_cro
            .map(|case| (*case, Likeness::CroNumber))
            .or_else(|| by_birth().map(|case| (*case, Likeness::NameAndBirth)))
            .or_else(|| by_name(marks.born).map(|case| (*case, Likeness::Name)))
    }
}

impl<Case> Default for Known<Case> {
    fn default() -> Self {
        Self {
            by_cro: BTreeMap::new(),
            by_birth: BTreeMap::new(),
            without_birth: BTreeMap::new(),
            by_name: BTreeMap::new(),
        }
    }
}

impl std::fmt::Debug for Marks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Marks")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{CroNumber, PersonName};
    use crate::words::Words;
    use proptest::prelude::*;

    fn marks(name: &str, born: Option<i32>, cro: Option<&str>) -> Marks {
        Marks::of(&Particulars {
            name: PersonName::read_line(name).expect("a name"),
            born: born.and_then(|year| NaiveDate::from_ymd_opt(year, 7, 3)),
            gender: None,
            ethnic_group: None,
            cro: cro.map(|cro| CroNumber::read(cro).expect("a number")),
            address: None,
            offender_manager: None,
            note: Words::default(),
        })
    }

    #[test]
    fn one_person_twice_is_recognised_and_two_of_one_name_are_not() {
        use Likeness::*;
        let one = marks("Siân O'Brien", Some(1985), Some("265416/08X"));
        for (other, alike) in [
            (marks("sian o’brien", Some(1985), None), Some(NameAndBirth)),
            (
                marks("Mrs S Hyde", None, Some("265416/08x")),
                Some(CroNumber),
            ),
            (marks("Sian OBrien", None, None), Some(Name)),
            (marks("Siân O'Brien", Some(1990), None), None),
            (marks("Siân Brien", Some(1985), None), None),
        ] {
            assert_eq!(one.like(&other), alike);
        }
    }

    #[test]
    fn only_those_who_are_surely_one_person_are_asked_about_and_each_two_once() {
        use Likeness::*;
        let all = [
            marks("Ash One", Some(1985), Some("265416/08X")),
            marks("ash óne", Some(1985), Some("265416/08x")),
            marks("Ash One", None, None),
            marks("Ash One", Some(1985), None),
            marks("Bo Two", Some(1985), None),
        ];
        let every = [
            (0, 1, CroNumber),
            (0, 3, NameAndBirth),
            (1, 3, NameAndBirth),
        ];
        assert_eq!(sure_pairs(&all, |_, _| false), every);
        assert_eq!(sure_pairs(&all, |one, _| one == 0), every[2..]);
    }

    prop_compose! {
        fn any_marks()(
            name in prop::sample::select(vec!["Ash One", "ash óne", "Ash Two"]),
            born in prop::option::of(1985..1987),
            cro in prop::option::of(prop::sample::select(vec!["265416/08X", "1/68R"])),
        ) -> Marks {
            marks(name, born, cro.filter(|cro| CroNumber::read(cro).is_ok()))
        }
    }

    proptest! {
        #[test]
        fn what_is_found_is_as_alike_as_any_that_was_remembered(
            all in proptest::collection::vec(any_marks(), 0..12),
            asked in any_marks(),
        ) {
            let mut known = Known::default();
            all.iter().enumerate().for_each(|(at, marks)| known.add(marks, at));
            let best = all.iter().filter_map(|marks| asked.like(marks)).min();
            let found = known.find(&asked);
            prop_assert_eq!(found.map(|(_, likeness)| likeness), best);
            if let Some((at, likeness)) = found {
                prop_assert_eq!(asked.like(&all[at]), Some(likeness));
            }
        }
    }
}
