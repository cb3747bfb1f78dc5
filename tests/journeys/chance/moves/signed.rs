//! Every command that changes something, aimed at a meeting that is signed.

use super::{LINES, NOBODY, PIN, accept, ink, sign};
use crate::chance::watch::Watch;
use serde_json::{Value, json};

/// Forms of a command that name a signed meeting and what is in it.
pub fn at_the_signed_meeting(name: &str, watch: &Watch) -> Vec<Value> {
    let signed = watch.signed_meeting();
    let p = signed.proceedings();
    let (meeting, slot, person) = (p.id, p.slots[0].id, p.attendances[0].id);
    let item = json!({ "line": "item", "item": p.items[0].parts().id });
    let action = json!({ "line": "action", "action": p.actions[0].id });
    let of = |more: Value| {
        let mut form = json!({ "meeting": meeting });
        let fields = more.as_object().cloned().unwrap_or_default();
        form.as_object_mut().expect("a form").extend(fields);
        form
    };
    match name {
        "open_register" | "meeting_plan" | "documents" => vec![of(json!({}))],
        "plan_when" => {
            let form =
                json!({ "date": "17/12/2026", "starts": "09:00", "ends": "12:00", "venue": "" });
            vec![of(form)]
        }
        "plan_add_case" => vec![of(json!({ "case": p.slots[0].case.case }))],
        "plan_remove_case" => vec![of(json!({ "slot": slot }))],
        "plan_move_case" => vec![of(json!({ "slot": slot, "to": 1 }))],
        "plan_tier" => vec![of(json!({ "slot": slot, "tier": "green", "budget": 1 }))],
        "plan_expect" => vec![of(json!({ "person": p.attendances[0].person }))],
        "plan_unexpect" => vec![of(json!({ "attendance": person }))],
        "plan_role" => vec![of(json!({ "attendance": person, "role": "observer" }))],
        "reword_closed" | "correct_closed" => [item, action]
            .map(|line| of(json!({ "line": line, "words": "Otherwise." })))
            .to_vec(),
        "sign_minutes" => vec![sign(p).1],
        "agree_minutes" => vec![json!({ "corrections": "All of it." })],
        "set_next_date" => vec![json!({ "date": "" })],
        "settle_action" => vec![json!({
            "action": p.actions[0].id, "outcome": "done", "note": "", "new_date": "",
        })],
        "reword" | "correct_line" => vec![json!({ "line": item, "words": "Otherwise." })],
        "move_line" => vec![json!({ "line": item, "slot": slot, "chair_did": "It was stopped." })],
        "move_closed" => vec![of(
            json!({ "line": item, "slot": slot, "chair_did": "It was stopped." }),
        )],
        "take_back_closed" => [item, action]
            .map(|line| of(json!({ "line": line })))
            .to_vec(),
        "undo_last_closed"
        | "plan_undo"
        | "undo_update"
        | "back_into_the_room"
        | "back_to_the_register" => {
            vec![of(json!({ "last": watch.last }))]
        }
        "undo_last" | "undo_kept" => vec![json!({ "last": watch.last })],
        "make_right_closed" => {
            let right = json!({ "right": "release", "item": p.items[0].parts().id });
            vec![of(json!({ "right": right }))]
        }
        "let_held_wait" => vec![of(json!({ "item": p.items[0].parts().id }))],
        "withhold" => vec![of(
            json!({ "item": p.items[0].parts().id, "because": "Later." }),
        )],
        "plan_release" => vec![of(json!({ "attendance": person, "after": slot }))],
        "postpone_meeting" => vec![of(json!({ "date": "4w", "reason": "The heating failed." }))],
        "adjourn_meeting" | "put_off_meeting" => {
            vec![json!({ "date": "4w", "reason": "The heating failed." })]
        }
        "abandon_meeting" => vec![json!({ "reason": "A fire alarm." })],
        "refer_on" => vec![json!({ "slot": slot, "forum": "mappa", "reason": "It is theirs." })],
        "take_off" => vec![json!({ "slot": slot, "reason": "Moved away." })],
        "join_case" => vec![json!({ "slot": slot, "because": "" })],
        "part_case" | "take_referral_back" => vec![json!({ "slot": slot })],
        "change_custody" => vec![json!({
            "custody": "community", "establishment": "", "since": "", "until": "",
        })],
        "change_agency" => vec![json!({
            "attendance": person, "team": "harden", "guest_agency": "", "guest_statutory": false,
        })],
        "deputise" => {
            vec![json!({ "attendance": person, "principal": p.attendances[1].id })]
        }
        "choose_quorum" => vec![json!({ "choice": "go_on" })],
        "go_on" => vec![json!({ "because": "It is needed." })],
        "ask_room" | "unask_room" | "nil_returns" | "no_change" | "unagree_minutes" => {
            vec![json!({})]
        }
        "take_ground" => vec![json!({
            "line": LINES[0], "purpose": "manage-risk", "power": "cda-s17", "because": "It is needed.",
        })],
        "line_ground" => vec![of(json!({ "item": p.items[0].parts().id }))],
        "convert_line" | "convert_closed" | "weigh_conversion" => {
            let into = |text: &str, struck: bool| {
                of(json!({ "line": item, "text": text, "struck": struck, "chair_did": "" }))
            };
            vec![
                into("> pol call by 2w", false),
                into("prob intel it was theirs", true),
            ]
        }
        "take_back_line" => vec![json!({ "line": item })],
        "reassign_action" | "reassign_closed" => {
            let owed =
                json!({ "action": p.actions[0].id, "team": "police", "person": "", "due": "2w" });
            match name {
                "reassign_action" => vec![owed],
                _ => vec![of(json!({ "owed": owed }))],
            }
        }
        "unsettle_action" => vec![json!({ "action": p.actions[0].id })],
        "amend_presence" | "amend_presence_closed" => {
            vec![of(
                json!({ "attendance": person, "presence": [], "step_outs": [] }),
            )]
        }
        "undo_acceptance" => vec![json!({ "attendance": person })],
        "release_item" => vec![json!({ "item": p.items[0].parts().id })],
        "put_update" | "let_update_wait" => vec![json!({ "update": NOBODY })],
        "set_update_aside" => vec![json!({ "update": NOBODY, "reason": "Later." })],
        "drop_update" => vec![of(json!({ "update": NOBODY }))],
        "save_update" => vec![of(json!({
            "update": null, "team": "dip", "sender": "", "slot": slot, "nothing": true,
            "kind": "", "judgement": false, "words": "", "left_out": [],
        }))],
        "open_case" => vec![json!({ "slot": slot, "because": "" })],
        "defer_case" => vec![json!({ "slot": slot, "reason": "Later." })],
        "mark_present" | "mark_absent" | "arrive" | "let_in" | "leave" | "hand_over" => {
            vec![json!({ "attendance": person })]
        }
        "step_out" | "step_back" => vec![json!({ "attendances": [person] })],
        "accept" => vec![accept(p, person.to_string()).1],
        "decline" | "apologies" => vec![json!({ "attendance": person, "remark": "" })],
        "set_role" => vec![json!({ "attendance": person, "role": "observer" })],
        "confirm_authority" => vec![json!({ "attendance": person, "given_by": "The head" })],
        "record_line" => vec![json!({ "line": LINES[0] })],
        "turn_to" => vec![json!({ "place": { "place": "closing" } })],
        "begin"
        | "undo"
        | "redo"
        | "close_case"
        | "close_without_action"
        | "end_meeting"
        | "read_statement"
        | "put_register_back" => vec![json!({})],
        "sign_declaration" => vec![ink().1],
        "set_pin" | "take_back" => vec![json!({ "pin": PIN })],
        _ => Vec::new(),
    }
}
