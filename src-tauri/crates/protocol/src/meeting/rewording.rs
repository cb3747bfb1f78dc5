//! Items in other words: written as their kind is agreed, and weighed again where it is the words that say whose consent counts
//! (§2.2.5).

use super::proceedings::Proceedings;
use super::tidying::{Line, Wording};
use super::transfer::weighed_then;
use crate::grounds::OnFile;
use crate::pack::{Kind, Pack};
use crate::refusal::Refusal;
use crate::sharing::{SharedItem, Standing, as_agreed};
use crate::words::Words;

/// Each item among these, as it stands in other words.
pub(super) fn items_in_other_words(
    p: &Proceedings,
    all: &[Wording],
    words: &Words,
    by: (&Pack, &OnFile),
) -> Result<Vec<SharedItem>, Refusal> {
    let items = all.iter().filter_map(|one| item(p, *one));
    items
        .map(|item| in_other_words(p, item, words, by))
        .collect()
}

/// Words as they would stand: an item's as its kind is agreed, all others as they were typed.
pub(super) fn as_they_stand(
    p: &Proceedings,
    which: Wording,
    words: Words,
    pack: &Pack,
) -> Result<Words, Refusal> {
    match item(p, which) {
        Some(item) => {
            let (kind, place) = (kind(item, pack)?, item.parts().place);
            Ok(as_agreed(&words, kind, (p, place), pack).0)
        }
        None => Ok(words),
    }
}

/// Whoever has a victim's details has them by the consent of whom the words name, as it stood when they were said.
fn in_other_words(
    p: &Proceedings,
    item: &SharedItem,
    words: &Words,
    by: (&Pack, &OnFile),
) -> Result<SharedItem, Refusal> {
    let (was, kind) = (item.parts(), kind(item, by.0)?);
    let mut now = item.clone();
    now.reword(as_agreed(words, kind, (p, was.place), by.0));
    if was.standing != Standing::Shared || !kind.is_of_a_victim(was.about) {
        return Ok(now);
    }
    let weighed = weighed_then(p, now.parts(), was.place, was.id, by)?;
    if let Some(clause) = weighed.objection() {
        return Err(Refusal::NotInThoseWords(clause));
    }
    now.set_receipts(weighed.parts().receipts.clone());
    now.set_pending(weighed.parts().pending.clone());
    Ok(now)
}

fn item(p: &Proceedings, which: Wording) -> Option<&SharedItem> {
    match which {
        Wording::Of(Line::Item(id)) => p.items.iter().find(|i| i.parts().id == id),
        _ => None,
    }
}

fn kind<'k>(item: &SharedItem, pack: &'k Pack) -> Result<&'k Kind, Refusal> {
    pack.kind(&item.parts().kind).ok_or(Refusal::NotInThePack)
}
