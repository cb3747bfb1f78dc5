//! The one list of shortcuts, which the window shows and the sheet prints.

use crate::problem::{BrokenCode, Problem};
use documents::papers::shortcut_sheet::{Given, Key, Keys};
use protocol::pack::Pack;
use serde::Deserialize;
use std::collections::BTreeMap;

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

/// Every shortcut, by where it works; what is typed in it is of this agreement.
///
/// # Errors
/// A list that is none, which a test rules out.
pub(super) fn keys(pack: &Pack) -> Result<Vec<Keys>, Problem> {
    let examples = pack.examples();
    let places: Vec<Place> =
        serde_json::from_str(LIST).map_err(|_| Problem::broken(BrokenCode::Internal))?;
    let keys = |place: Place| Keys {
        part: place.part,
        rows: place
            .rows
            .into_iter()
            .map(|row| key(row, &examples))
            .collect(),
    };
    Ok(places.into_iter().map(keys).collect())
}

fn key(row: Row, examples: &BTreeMap<&str, String>) -> Key {
    let (given, does) = match row {
        Row::Between { keys, to, does } => (Given::Between(keys, to), does),
        Row::Pressed { keys, does } => (Given::Pressed(keys), does),
        Row::Typed { typed, does } => {
            let filled = examples.iter().fold(typed, |typed, (name, key)| {
                typed.replace(&format!("{{{name}}}"), key)
            });
            (Given::Typed(filled), does)
        }
    };
    Key { given, does }
}

#[cfg(test)]
mod tests {
    use super::{Given, keys};
    use documents::faces::Faces;
    use documents::layout::{check, set};
    use documents::papers::shortcut_sheet;
    use protocol::pack::{DEFAULT, EXAMPLE, Pack};

    #[test]
    fn every_shortcut_of_the_program_fits_on_one_sheet_under_either_agreement() {
        let folder = std::env::var("ODOC_FACES").expect("where the typefaces are");
        let faces = Faces::from_folder(folder).expect("the typefaces");
        for file in [DEFAULT, EXAMPLE] {
            let keys = keys(&Pack::read(file).expect("a pack")).expect("the list reads");
            let rows: usize = keys.iter().map(|place| place.rows.len()).sum();
            assert!(keys.len() > 5 && rows > 70, "{rows} rows");
            let set = set(&shortcut_sheet::of(&keys, "0.1.0"), &faces);
            let set = set.unwrap_or_else(|(place, why)| panic!("{place:?}: {why}"));
            assert_eq!(check(&set), []);
            assert_eq!(set.pages.len(), 1);
        }
    }

    #[test]
    fn what_is_typed_in_the_list_is_in_the_keys_of_the_agreement_in_force() {
        let typed = |file: &str| -> Vec<String> {
            let keys = keys(&Pack::read(file).expect("a pack")).expect("the list reads");
            let rows = keys.into_iter().flat_map(|place| place.rows);
            let typed = rows.filter_map(|key| match key.given {
                Given::Typed(typed) => Some(typed),
                _ => None,
            });
            typed.collect()
        };
        let (ours, theirs) = (typed(DEFAULT), typed(EXAMPLE));
        assert!(ours.contains(&"pol intel seen twice at the address".to_owned()));
        assert!(theirs.contains(&"nbh intel seen twice at the address".to_owned()));
        assert!(theirs.contains(&"nbh info noise again from:violence".to_owned()));
        assert!(!ours.iter().chain(&theirs).any(|line| line.contains('{')));
    }
}
