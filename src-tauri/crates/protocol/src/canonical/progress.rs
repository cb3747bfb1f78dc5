//! How far a case came, as it is signed.

use super::leaf::Leaf;
use crate::meeting::SlotProgress;

pub(super) fn progress(head: &mut Leaf, of: &SlotProgress) {
    match of {
        SlotProgress::Waiting => head.text("waiting"),
        SlotProgress::Open { since } => head.text("open").moment(Some(*since)),
        SlotProgress::Done { opened, closed } => head
            .text("done")
            .moment(Some(*opened))
            .moment(Some(*closed)),
        SlotProgress::Deferred { reason } => head.text("deferred").text(reason.as_str()),
        SlotProgress::With { slot, since } => head
            .text("with")
            .text(&slot.to_string())
            .moment(Some(*since)),
        SlotProgress::Referred { forum, opened, at } => head
            .text("referred")
            .text(&format!("{forum:?}"))
            .moment(*opened)
            .moment(Some(*at)),
        SlotProgress::TakenOff { opened, at } => {
            head.text("taken off").moment(*opened).moment(Some(*at))
        }
    };
}
