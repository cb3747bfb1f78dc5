//! Whose information an item is, in columns.

use super::sheet::Sheet;
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use crate::tables::wording::{Wordings, WordsOf};
use protocol::grounds::Owner;
use protocol::ids::{GroupKey, OrganisationKey, TeamKey};
use protocol::sharing::Source;
use uuid::Uuid;

/// The columns of a source: what it is, and the owner's key where the pack has one.
pub(super) fn cells(source: &Source) -> [Cell; 2] {
    let (name, owner) = match source {
        Source::Own => ("own", None),
        Source::ThirdParty(Owner::Team(key)) => ("team", Some(key.as_str())),
        Source::ThirdParty(Owner::Organisation(key)) => ("organisation", Some(key.as_str())),
        Source::ThirdParty(Owner::Group(key)) => ("group", Some(key.as_str())),
        Source::ThirdParty(Owner::Guest(_)) => ("guest", None),
    };
    [name.into(), Cell::maybe(owner)]
}

/// An owner that was typed is words, and can be erased.
pub(super) fn put_words(sheet: &mut Sheet, item: Uuid, source: &Source) {
    if let Source::ThirdParty(Owner::Guest(name)) = source {
        sheet.text(WordsOf::new("originator", item), name);
    }
}

pub(super) fn read(row: &mut Cells, words: &Wordings, item: Uuid) -> Result<Source, RecordError> {
    let owner = match (&*row.text()?, row.some_text()?) {
        ("own", None) => return Ok(Source::Own),
        ("team", Some(key)) => Owner::Team(TeamKey::new(key)),
        ("organisation", Some(key)) => Owner::Organisation(OrganisationKey::new(key)),
        ("group", Some(key)) => Owner::Group(GroupKey::new(key)),
        ("guest", None) => {
            let name = words.one(&WordsOf::new("originator", item))?;
            Owner::Guest(name.to_owned())
        }
        _ => return Err(RecordError::Unreadable("source of an item")),
    };
    Ok(Source::ThirdParty(owner))
}
