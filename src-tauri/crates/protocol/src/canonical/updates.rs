//! The leaf of an update in writing: what was written, and what became of it.

use super::leaf::Leaf;
use crate::sharing::{Update, UpdateSays};

pub(super) fn update(u: &Update) -> Vec<u8> {
    let mut leaf = Leaf::of("update");
    leaf.text(&u.id.to_string())
        .text(u.team.as_str())
        .text(u.sender.as_str());
    match &u.says {
        UpdateSays::Nothing => leaf.text("nothing"),
        UpdateSays::Information {
            kind,
            basis,
            words,
            left_out,
        } => leaf
            .text(kind.as_str())
            .text(&format!("{basis:?}"))
            .text(
                &left_out
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(" "),
            )
            .text(words.as_str()),
    };
    if let Some(aside) = &u.set_aside {
        leaf.text("set aside")
            .text(&aside.by.by)
            .moment(Some(aside.by.at))
            .text(aside.reason.as_str());
    }
    if let Some(since) = u.since {
        leaf.text("since").text(&since.to_string());
    }
    leaf.0
}
