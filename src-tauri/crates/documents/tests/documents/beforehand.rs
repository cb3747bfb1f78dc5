//! The papers of a meeting that has not begun, read by others.

use crate::judges;
use crate::meeting::{PACK, at, planned, size};
use crate::sample::{on_disk, pages};
use documents::content::Document;
use documents::layout::check;
use documents::papers::{Beforehand, PaperBeforehand, beforehand};
use protocol::pack::Pack;

fn paper(which: PaperBeforehand, cases: usize, people: usize) -> Document {
    let planned = planned(&size(cases, people));
    let with = Beforehand {
        planned: planned.proceedings(),
        pack: &PACK,
        produced_at: at(-60),
        app_version: "0.1.0",
    };
    beforehand(which, &with)
}

fn read(document: &Document, name: &str) -> String {
    let (_kept, path) = on_disk(document, name);
    judges::syntax(&path);
    judges::text(&path)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn nothing_is_cut_on_any_paper_beforehand_and_every_page_is_marked_twice() {
    for (cases, people) in [(0, 0), (1, 12), (40, 25)] {
        for which in PaperBeforehand::ALL {
            let document = paper(which, cases, people);
            assert_eq!(check(&pages(&document)), [], "{which:?}");
            let text = read(&document, &format!("before-{which:?}-{cases}.pdf"));
            for page in text.split('\u{c}').filter(|page| !page.trim().is_empty()) {
                assert_eq!(page.matches("OFFICIAL-SENSITIVE").count(), 2, "{which:?}");
            }
        }
    }
}

#[test]
fn another_partnership_reads_its_own_clauses_on_every_paper() {
    let text = include_str!("../../../protocol/packs/harrowmere.toml");
    let pack = Pack::read(text).expect("the invented pack");
    let planned = planned(&size(2, 12));
    let with = Beforehand {
        planned: planned.proceedings(),
        pack: &pack,
        produced_at: at(-60),
        app_version: "0.1.0",
    };
    for which in PaperBeforehand::ALL {
        let document = beforehand(which, &with);
        let text = read(&document, &format!("vale-{which:?}.pdf"));
        assert!(text.contains("(HV "), "{which:?} cites its clauses: {text}");
        assert!(!text.contains('\u{a7}'), "{which:?}: {text}");
    }
}

#[test]
fn what_goes_to_everyone_names_nobody_who_is_discussed() {
    let planned = planned(&size(20, 12));
    let names = planned
        .proceedings()
        .slots
        .iter()
        .map(|s| s.case.name.as_str().to_owned());
    let names: Vec<_> = names.collect();
    for which in PaperBeforehand::ALL {
        let text = squeezed(&read(
            &paper(which, 20, 12),
            &format!("names-{which:?}.pdf"),
        ));
        // Names in scripts that are set the other way round are read back so: Latin ones will do.
        let named = names
            .iter()
            .filter(|name| name.is_ascii() || name.contains("Llŷr"));
        let found = named.filter(|name| text.contains(name.as_str())).count();
        match which {
            PaperBeforehand::CaseList => assert!(found > 0, "the list is by name"),
            _ => assert_eq!(found, 0, "{which:?}"),
        }
    }
}

#[test]
fn a_declaration_is_there_for_each_who_must_sign_and_two_for_those_not_expected() {
    let planned = planned(&size(1, 12));
    let p = planned.proceedings();
    let must = p.attendances.iter().filter(|a| a.must_sign(true)).count();
    let text = read(
        &paper(PaperBeforehand::BlankDeclarations, 1, 12),
        "before-declarations.pdf",
    );
    assert!(must > 2);
    assert_eq!(
        squeezed(&text)
            .matches("I have made sure that it was understood")
            .count(),
        must + 2
    );
}
