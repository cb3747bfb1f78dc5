//! Who is named where nobody's case is open (§1.4.1).

use super::agenda::Place;
use super::proceedings::Proceedings;
use crate::words::Words;

/// A shorter surname is too often another word.
const SURNAME: usize = 3;

impl Proceedings {
    /// Whether words outside every case hold the surname or the reference of a case on the agenda. It may be a street's name.
    pub(crate) fn names_somebody(&self, place: Place, words: &Words) -> bool {
        if matches!(place, Place::Case(_)) {
            return false;
        }
        let said = words.apart();
        let named = |name: &Words| {
            let surname = name.apart().pop();
            surname.is_some_and(|s| s.chars().count() >= SURNAME && said.contains(&s))
        };
        let mut cases = self.slots.iter().map(|slot| &slot.case);
        cases.any(|case| named(&case.name) || words.name(&Words::new(case.reference.as_str())))
    }
}
