//! The sheet of shortcuts, read by others.

use crate::judges;
use crate::sample::{on_disk, pages};
use documents::content::Document;
use documents::layout::check;
use documents::papers::shortcut_sheet::{Given, Key, Keys, of};

/// As many keys as the program has and a few more, with words as long as theirs.
fn sheet() -> Document {
    let part = |n: usize| Keys {
        part: format!("Part {n}"),
        rows: (0..10).map(|m| key(n * 10 + m)).collect(),
    };
    let parts: Vec<_> = (0..8).map(part).collect();
    of(&parts, "0.1.0")
}

fn key(n: usize) -> Key {
    // What is typed stands together, as it does in the program's own list.
    let given = match n % 10 {
        0 | 1 => Given::Typed(format!("> hou check no. {n} by 2w")),
        2 => Given::Between("Alt+1".into(), format!("Alt+{n}")),
        3 => Given::Pressed("ArrowDown".into()),
        _ => Given::Pressed(format!("Ctrl+{n}")),
    };
    let does = match n % 4 {
        0 => format!("Takes step {n}, the one obvious button of the screen"),
        _ => format!("Takes step {n}"),
    };
    Key { given, does }
}

#[test]
fn eighty_shortcuts_stand_on_one_sheet_and_nothing_is_cut() {
    let document = sheet();
    let set = pages(&document);
    assert_eq!(set.pages.len(), 1);
    assert_eq!(check(&set), []);
    let (_kept, path) = on_disk(&document, "shortcuts.pdf");
    judges::syntax(&path);
    let text = judges::text(&path);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for n in 0..80 {
        assert!(text.contains(&format!("Takes step {n}")), "{n}: {text}");
    }
    assert!(text.contains("Arrow down") && text.contains("> hou check no. 71 by 2w"));
}

#[test]
fn a_second_column_stands_beside_the_first_and_is_listened_to_after_it() {
    let set = pages(&sheet());
    let down = |name: &str| {
        set.outline
            .iter()
            .find(|(n, ..)| n == name)
            .expect("a part")
            .2
    };
    assert!(
        down("Part 7") < down("Part 3"),
        "the last part is in the second column"
    );
    let (_kept, path) = on_disk(&sheet(), "shortcuts-order.pdf");
    let tags = judges::tags(&path);
    let at = |words: &str| {
        tags.find(words)
            .unwrap_or_else(|| panic!("no {words} in {tags}"))
    };
    assert!((0..7).all(|n| at(&format!("Part {n}")) < at(&format!("Part {}", n + 1))));
}
