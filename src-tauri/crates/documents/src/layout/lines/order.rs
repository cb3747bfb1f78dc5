//! Reading order turned into the order on paper (the second half of the bidirectional algorithm).

use super::atoms::Atom;

/// The atoms of one line from left to right, each with its level; blanks at the end take the
/// line's own direction (rule L1), then stretches are turned round level by level (rule L2).
pub(super) fn visual(atoms: &[Atom], rtl: bool) -> Vec<(&Atom, u8)> {
    let mut line: Vec<(&Atom, u8)> = atoms.iter().map(|atom| (atom, atom.level)).collect();
    for (_, level) in line.iter_mut().rev().take_while(|(atom, _)| atom.blank) {
        *level = u8::from(rtl);
    }
    let highest = line.iter().map(|(_, level)| *level).max().unwrap_or(0);
    for level in (1..=highest).rev() {
        for stretch in line.chunk_by_mut(|a, b| (a.1 >= level) == (b.1 >= level)) {
            if stretch[0].1 >= level {
                stretch.reverse();
            }
        }
    }
    line
}
