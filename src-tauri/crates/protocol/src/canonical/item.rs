//! The leaf of an item: every word of it, whom it reached and on what ground.

use super::leaf::Leaf;
use crate::sharing::ItemParts;

pub(super) fn item(i: &ItemParts) -> Vec<u8> {
    let mut leaf = Leaf::of("item");
    leaf.text(&i.id.to_string())
        .moment(Some(i.at))
        .text(i.team.as_str());
    leaf.text(&i.contributor.to_string())
        .text(i.kind.as_str())
        .text(&format!("{:?}", i.basis));
    leaf.text(i.words.as_str())
        .text(i.purpose.as_str())
        .text(i.power.as_str());
    leaf.text(&format!("{:?}", i.standing));
    i.receipts.iter().for_each(|r| {
        leaf.text(&r.attendance.to_string())
            .text(&format!("{:?}", r.answer));
    });
    i.left_out.iter().for_each(|a| {
        leaf.text(&a.to_string());
    });
    i.pending.iter().for_each(|p| {
        leaf.text(&p.to.named).text(&format!("{:?}", p.answer));
    });
    leaf.text(&format!(
        "{:?}",
        (&i.source, i.about, i.for_advice, i.chaired_by, i.written)
    ));
    leaf.text(i.chair_did.as_ref().map_or("", |did| did.as_str()));
    leaf.text(&format!("{:?}", i.notes));
    if let Some(chosen) = &i.chosen {
        leaf.text("chosen")
            .text(&chosen.by.to_string())
            .text(chosen.because.as_str());
        // Only where the chair chose a law: what was signed before reads as it did.
        if let Some(regime) = chosen.regime {
            leaf.text("regime").text(&format!("{regime:?}"));
        }
        if let Some(condition) = &chosen.condition {
            leaf.text("condition").text(condition.as_str());
        }
    }
    if !i.kept_out.is_empty() {
        leaf.text("kept out").text(&format!("{:?}", i.kept_out));
    }
    // Only where it is so: what was signed before reads as it did.
    if let Some(from) = &i.held_over {
        leaf.text("held over").text(&format!("{from:?}"));
    }
    if i.released.is_some() {
        leaf.text("released").moment(i.released);
    }
    leaf.0
}
