//! What a chair would do next; without it chance would never come past the gate.

use super::{
    CHAIR, Commands, DEPUTYS, LINES, Move, PIN, accept, handed_back, newcomer, pick, sign,
    sign_with, updates,
};
use protocol::meeting::{Meeting, Proceedings, Stage};
use protocol::room::Attendance;
use protocol::sharing::{SharedItem, Standing};
use serde_json::json;

/// A run of commands that suits the stage of the meeting.
pub fn sensible(drawn: Move, meeting: &Meeting) -> Commands {
    let p = meeting.proceedings();
    match meeting.stage() {
        Stage::Planned if p.updates.is_empty() && !p.slots.is_empty() => updates::an_e_mail(p),
        Stage::Planned => vec![("open_register", json!({ "meeting": p.id }))],
        Stage::Gathering if drawn.one < 90 => everyone_comes(p),
        Stage::Gathering if drawn.one < 200 => everyone_accepts(p),
        // Refused where nobody is missing, which changes nothing.
        Stage::Gathering => vec![
            ("choose_quorum", json!({ "choice": "go_on" })),
            ("begin", json!({})),
        ],
        Stage::Adjourned => vec![("open_register", json!({ "meeting": p.id }))],
        Stage::InSession if drawn.one < 30 => whoever_is_late_comes_in(p),
        Stage::InSession if drawn.one < 50 => what_is_held_is_released(drawn, p),
        Stage::InSession if drawn.one > 244 && drawn.other > 200 => the_end(p),
        Stage::InSession if (80..110).contains(&drawn.one) => updates::what_waits(p),
        Stage::InSession if (50..80).contains(&drawn.one) => the_agenda_changes(drawn, p),
        Stage::InSession => a_case(drawn, p),
        Stage::Closed => signing(meeting, p),
        Stage::Sealed => vec![("documents", json!({ "meeting": p.id }))],
    }
}

fn everyone_comes(p: &Proceedings) -> Commands {
    let mark = |a: &Attendance| ("mark_present", json!({ "attendance": a.id }));
    p.attendances.iter().take(5).map(mark).collect()
}

fn everyone_accepts(p: &Proceedings) -> Commands {
    let mut all = vec![
        ("set_pin", json!({ "pin": PIN })),
        ("read_statement", json!({})),
    ];
    for a in p.attendances.iter().filter(|a| a.is_here()) {
        all.push(accept(p, a.id.to_string()));
        if p.must_sign(a) && a.declaration.is_none() {
            all.push(("hand_over", json!({ "attendance": a.id })));
            all.extend(handed_back());
        }
    }
    all
}

/// Somebody at the door accepts, signs and is let in.
fn whoever_is_late_comes_in(p: &Proceedings) -> Commands {
    let door = |a: &&Attendance| a.is_here() && !a.is_in_the_room();
    let Some(a) = p.attendances.iter().find(door) else {
        return Vec::new();
    };
    let mut all = vec![accept(p, a.id.to_string())];
    if p.must_sign(a) && a.declaration.is_none() {
        all.extend([
            ("set_pin", json!({ "pin": PIN })),
            ("hand_over", json!({ "attendance": a.id })),
        ]);
        all.extend(handed_back());
    }
    all.push(("let_in", json!({ "attendance": a.id })));
    all
}

/// Guests leave, whose agency is neither statutory nor a party, and what was held for them is released.
fn what_is_held_is_released(drawn: Move, p: &Proceedings) -> Commands {
    let held = |i: &&SharedItem| i.parts().standing == Standing::Held;
    let Some(item) = p.items.iter().find(held) else {
        return vec![newcomer(drawn)];
    };
    let barred = |a: &&Attendance| a.is_here() && !a.agency.statutory && !a.agency.party;
    let guests = p.attendances.iter().filter(barred);
    let leave = guests.map(|a| ("leave", json!({ "attendance": a.id })));
    let mut all: Commands = leave.collect();
    all.push(("release_item", json!({ "item": item.parts().id })));
    all
}

/// Whoever is in the room takes the chair, if need be, and ends the meeting.
fn the_end(p: &Proceedings) -> Commands {
    let here = p.attendances.iter().find(|a| a.is_in_the_room());
    let chair = here.filter(|_| p.chair().is_none());
    let take = chair.map(|a| ("set_role", json!({ "attendance": a.id, "role": "chair" })));
    let mut all: Commands = take.into_iter().collect();
    all.extend([("close_case", json!({})), ("end_meeting", json!({}))]);
    all
}

/// Whoever chaired is given a passphrase of their own, if they have none, and signs.
fn signing(meeting: &Meeting, p: &Proceedings) -> Commands {
    let chair = meeting.chaired_by().and_then(|id| p.attendance(id).ok());
    let new = json!({
        "name": "The deputy", "role": "deputy_chair", "person": chair.map(|a| a.person),
        "passphrase": DEPUTYS, "own_passphrase": CHAIR,
    });
    vec![("add_user", new), sign(p), sign_with(p, DEPUTYS)]
}

/// Cases come and go, are discussed together, and the room is asked whether anybody holds anything new.
fn the_agenda_changes(drawn: Move, p: &Proceedings) -> Commands {
    let slot = pick(&p.slots, drawn.other, |slot| slot.id.to_string());
    let why = "The chair said so.";
    match drawn.one % 10 {
        0..=2 => vec![
            ("open_case", json!({ "slot": slot, "because": why })),
            ("ask_room", json!({})),
            ("no_change", json!({})),
        ],
        3 => vec![("nil_returns", json!({})), ("undo", json!({}))],
        4 => vec![("undo", json!({})), ("redo", json!({}))],
        5 => vec![("join_case", json!({ "slot": slot, "because": why }))],
        6 => {
            let mut all = vec![("part_case", json!({ "slot": slot }))];
            let added = p.slots.iter().rfind(|s| p.was_added_here(s.id));
            all.extend(added.map(|s| ("take_referral_back", json!({ "slot": s.id }))));
            all
        }
        7 => vec![(
            "refer_on",
            json!({ "slot": slot, "forum": "mappa", "reason": why }),
        )],
        8 => vec![("take_off", json!({ "slot": slot, "reason": why }))],
        _ => vec![(
            "refer_here",
            json!({
                "case": null, "tier": "green", "forename": "Invented", "surname": "Newcomer",
                "born": "", "cohort": "fixed", "told": "told", "told_reason": "",
                "told_ground": "", "told_decided_by": "",
            }),
        )],
    }
}

fn a_case(drawn: Move, p: &Proceedings) -> Commands {
    if p.open_slot().is_some() {
        let line = |n: usize| ("record_line", json!({ "line": LINES[n % LINES.len()] }));
        return vec![
            line(drawn.one),
            line(drawn.other),
            line(11),
            ("close_case", json!({})),
            ("go_to_next", json!({})),
        ];
    }
    let slot = pick(&p.slots, drawn.one, |slot| slot.id.to_string());
    vec![(
        "open_case",
        json!({ "slot": slot, "because": "The chair said so." }),
    )]
}
