//! The one list of shortcuts, which the window shows and the sheet prints.

use crate::problem::{BrokenCode, Problem};
use documents::papers::shortcut_sheet::{Given, Key, Keys};
use serde::Deserialize;

/// Words stand with the window's other words; a second list could say something else.
const LIST: &str = include_str!("../../../../../ui/src/words/shortcuts.json");

#[derive(Deserialize)]
struct Place {
    #[serde(rename = "where")]
    part: String,
    rows: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Row {
    Between {
        keys: String,
        to: String,
        does: String,
    },
    Pressed {
        keys: String,
        does: String,
    },
    Typed {
        typed: String,
        does: String,
    },
}

/// Every shortcut, by where it works.
///
/// # Errors
/// A list that is none, which a test rules out.
pub(super) fn keys() -> Result<Vec<Keys>, Problem> {
    let places: Vec<Place> =
        serde_json::from_str(LIST).map_err(|_| Problem::broken(BrokenCode::Internal))?;
    let keys = |place: Place| Keys {
        part: place.part,
        rows: place.rows.into_iter().map(Key::from).collect(),
    };
    Ok(places.into_iter().map(keys).collect())
}

impl From<Row> for Key {
    fn from(row: Row) -> Self {
        let (given, does) = match row {
            Row::Between { keys, to, does } => (Given::Between(keys, to), does),
            Row::Pressed { keys, does } => (Given::Pressed(keys), does),
            Row::Typed { typed, does } => (Given::Typed(typed), does),
        };
        Self { given, does }
    }
}

#[cfg(test)]
mod tests {
    use super::keys;
    use documents::faces::Faces;
    use documents::layout::{check, set};
    use documents::papers::shortcut_sheet;

    #[test]
    fn every_shortcut_of_the_program_fits_on_one_sheet() {
        let keys = keys().expect("the list reads");
        let rows: usize = keys.iter().map(|place| place.rows.len()).sum();
        assert!(keys.len() > 5 && rows > 70, "{rows} rows");
        let folder = std::env::var("ODOC_FACES").expect("where the typefaces are");
        let faces = Faces::from_folder(folder).expect("the typefaces");
        let set = set(&shortcut_sheet::of(&keys, "0.1.0"), &faces);
        let set = set.unwrap_or_else(|(place, why)| panic!("{place:?}: {why}"));
        assert_eq!(check(&set), []);
        assert_eq!(set.pages.len(), 1);
    }
}
