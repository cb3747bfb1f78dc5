//! The leaves of what turned a meeting from its plan, and of what was put right afterwards.

use super::leaf::Leaf;
use crate::meeting::{Amendment, Turn};

pub(super) fn amendment(a: &Amendment) -> Vec<u8> {
    let mut leaf = Leaf::of("amendment");
    leaf.text(&a.by.by).moment(Some(a.by.at));
    leaf.text(&format!("{:?}", a.what));
    leaf.0
}

pub(super) fn turn(t: &Turn) -> Vec<u8> {
    let mut leaf = Leaf::of("turn");
    leaf.text(&t.by.by).moment(Some(t.by.at));
    leaf.text(&format!("{:?}", t.what));
    leaf.text(t.reason.as_ref().map_or("", |reason| reason.as_str()));
    leaf.0
}
