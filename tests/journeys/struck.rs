//! Corrected in substance beside the draft: whatever is printed beside the lines too, with the first words kept and whom to tell.

use crate::afterwards::{begun, ended, line, meeting, words};
use crate::table::Table;
use chrono::TimeDelta;
use desk::{
    BesideName, CorrectClosedForm, DeferForm, DocumentName, EndingView, OutcomeView, SettleForm,
    WordsName,
};
use protocol::meeting::SlotProgress;
use std::collections::BTreeSet;

/// Everything beside the lines, with its words.
fn beside(ending: &EndingView) -> Vec<(BesideName, String)> {
    let rows = ending.lines.iter().flat_map(|place| &place.beside);
    rows.map(|row| (row.name, row.words.clone())).collect()
}

#[test]
fn a_reason_a_differing_view_and_a_note_are_struck_and_kept_and_everybody_who_heard_them_is_listed()
{
    let mut table = Table::laid(36);
    let id = begun(&mut table).meeting.id;
    line(&mut table, "= carry on because Firstreason7x");
    line(&mut table, "! csu Firstdissent7x");
    let here = meeting(&table, id);
    let p = here.proceedings();
    if let Some(action) = p.carried.iter().find(|a| a.is_open()) {
        let form = SettleForm {
            action: action.id,
            outcome: OutcomeView::Done,
            note: "Firstnote7x".to_owned(),
            new_date: String::new(),
        };
        table.desk.settle_action(form).expect("settled");
    }
    let mut waiting = p
        .slots
        .iter()
        .filter(|slot| slot.progress == SlotProgress::Waiting);
    if let Some(slot) = waiting.next() {
        let reason = "Firstdeferral7x".to_owned();
        let form = DeferForm {
            slot: slot.id,
            reason,
        };
        table.desk.defer_case(form).expect("deferred");
    }
    table.clock.advance(TimeDelta::minutes(1));
    let ending = ended(&mut table);
    let rows = beside(&ending);
    let sorts: BTreeSet<_> = rows.iter().map(|(_, words)| words.clone()).collect();
    for words in [
        "Firstreason7x",
        "Firstdissent7x",
        "Firstnote7x",
        "Firstdeferral7x",
    ] {
        assert!(sorts.contains(words), "no {words} among {sorts:?}");
    }
    let mut told = ending.tell.len();
    for (n, (name, first)) in rows.iter().enumerate() {
        let form = CorrectClosedForm {
            meeting: id,
            line: WordsName::Beside(*name),
            words: format!("Putright{n}x"),
        };
        let ending = table.desk.correct_closed(form).expect("corrected");
        told += 1;
        assert_eq!(ending.tell.len(), told);
        let row = ending
            .tell
            .iter()
            .find(|row| row.struck == *first)
            .expect("a row");
        assert_eq!(
            (row.beside, &*row.now),
            (Some(*name), &*format!("Putright{n}x"))
        );
        assert!(!row.recipients.is_empty(), "somebody heard {first}");
        let shown = ending.lines.iter().flat_map(|place| &place.beside);
        let mut shown = shown.filter(|row| row.name == *name);
        assert_eq!(shown.next().map(|row| row.struck.len()), Some(1));
    }
    let minutes = words(&mut table, id, DocumentName::Minutes);
    for (n, (_, first)) in rows.iter().enumerate() {
        assert!(
            minutes.contains(first.as_str()),
            "{first} is struck and stays: {minutes}"
        );
        assert!(minutes.contains(&format!("Putright{n}x")), "{n}: {minutes}");
    }
}
