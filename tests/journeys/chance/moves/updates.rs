//! What agencies that cannot come wrote beforehand: taken down, put through, set aside.

use super::{Commands, Move, NOBODY, pick};
use protocol::meeting::{Proceedings, SlotProgress};
use serde_json::{Value, json};

/// One command about one update, whatever the meeting's stage.
pub fn in_writing(drawn: Move, p: &Proceedings) -> Commands {
    let update = pick(&p.updates, drawn.other, |update| update.id.to_string());
    match drawn.one % 8 {
        0..=2 => vec![("put_update", json!({ "update": update }))],
        3 => vec![(
            "set_update_aside",
            json!({ "update": update, "reason": "Told by phone." }),
        )],
        4 => vec![
            (
                "set_update_aside",
                json!({ "update": update, "reason": "Told by phone." }),
            ),
            ("let_update_wait", json!({ "update": update })),
        ],
        5 => vec![("save_update", taken_down(p, drawn))],
        6 => vec![("drop_update", json!({ "meeting": p.id, "update": update }))],
        7 if drawn.other.is_multiple_of(4) => vec![
            ("keep_word", json!({ "word": "Spicewood" })),
            ("drop_word", json!({ "word": "Spicewood" })),
        ],
        _ => vec![("plan_updates", json!({ "meeting": p.id }))],
    }
}

/// Before the register opens: an e-mail about every case.
pub fn an_e_mail(p: &Proceedings) -> Commands {
    let about = |n: usize| {
        let drawn = Move {
            what: 0,
            one: n,
            other: n * 8,
        };
        ("save_update", taken_down(p, drawn))
    };
    (0..p.slots.len()).map(about).collect()
}

/// What waits of the open case is put through, and then something else.
pub fn what_waits(p: &Proceedings) -> Commands {
    let open = |slot| {
        let slot = p.slot(slot).ok();
        slot.is_some_and(|slot| matches!(slot.progress, SlotProgress::Open { .. }))
    };
    let mut waiting = p.waiting_updates().filter(|update| open(update.slot));
    let update = waiting.next().map(|update| update.id);
    let put = update.map(|id| ("put_update", json!({ "update": id })));
    put.into_iter().collect()
}

/// Housing, whom the sample's room may or may not hold, or an agency that is there.
fn taken_down(p: &Proceedings, drawn: Move) -> Value {
    let left_out: Vec<String> = match drawn.one % 5 {
        4 => vec![pick(&p.attendances, drawn.other, |a| a.person.to_string())],
        _ => Vec::new(),
    };
    let slot = p.slots.get(drawn.one % p.slots.len().max(1));
    json!({
        "meeting": p.id, "update": null,
        "team": (["mercian", "dip", "police"][drawn.one % 3]), "sender": "Dana Price",
        "slot": slot.map_or_else(|| NOBODY.to_owned(), |slot| slot.id.to_string()),
        "nothing": drawn.other % 5 == 4, "kind": "case-management", "judgement": drawn.other % 3 == 1,
        "words": "The rent is paid.", "left_out": left_out,
    })
}
