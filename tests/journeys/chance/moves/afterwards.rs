//! What is put right afterwards: words, places, times, acceptances; and who is told.

use super::{Commands, LINES, Move, a_line, pick, somebody};
use protocol::meeting::{Meeting, Proceedings, Stage, Stay};
use serde_json::{Value, json};

pub fn put_right(drawn: Move, meeting: &Meeting) -> Commands {
    let p = meeting.proceedings();
    let closed = meeting.stage() == Stage::Closed;
    if closed && drawn.one % 10 == 9 && drawn.other >= 90 {
        return left_held(drawn, p);
    }
    vec![match drawn.one % 10 {
        0 | 1 if closed => ("amend_presence_closed", times(drawn, p)),
        0 | 1 => ("amend_presence", times(drawn, p)),
        2 => ("weigh_presence", times(drawn, p)),
        3 if closed => {
            let form = json!({ "meeting": p.id, "line": a_line(drawn, p), "words": "Corrected." });
            ("correct_closed", form)
        }
        3 => (
            "correct_line",
            json!({ "line": a_line(drawn, p), "words": format!("Corrected {}.", drawn.other) }),
        ),
        4 => {
            let slot = pick(&p.slots, drawn.other, |slot| slot.id.to_string());
            let did = ["", "Asked everyone to disregard it."][drawn.other % 2];
            (
                "move_line",
                json!({ "line": a_line(drawn, p), "slot": slot, "chair_did": did }),
            )
        }
        5 => another(drawn, meeting),
        6 if drawn.other < 60 => (
            "undo_acceptance",
            json!({ "attendance": somebody(drawn, p) }),
        ),
        7 => (
            "line_history",
            json!({ "meeting": p.id, "line": a_line(drawn, p) }),
        ),
        8 => ("tick_told", told(drawn, p)),
        9 if drawn.other < 90 => {
            let action = pick(&p.carried, drawn.other, |action| action.id.to_string());
            ("unsettle_action", json!({ "action": action }))
        }
        _ => ("redo", json!({})),
    }]
}

/// A line made another: a slip, or put right in substance with or without what the chair did; or looked at before that.
fn another(drawn: Move, meeting: &Meeting) -> (&'static str, Value) {
    let p = meeting.proceedings();
    let text = LINES[drawn.other % LINES.len()];
    let struck = drawn.other.is_multiple_of(2);
    let did = ["", "Asked everyone to keep it to themselves."][drawn.other / 2 % 2];
    let (id, line) = (p.id, a_line(drawn, p));
    let form =
        json!({ "meeting": id, "line": line, "text": text, "struck": struck, "chair_did": did });
    let name = match (drawn.other % 7, meeting.stage()) {
        (6, _) => "weigh_conversion",
        (_, Stage::Closed) => "convert_closed",
        _ => "convert_line",
    };
    (name, form)
}

/// One line taken back by itself, a nil return too, or whose an action is and by when.
pub fn one_by_one(drawn: Move, meeting: &Meeting) -> Commands {
    let p = meeting.proceedings();
    let closed = meeting.stage() == Stage::Closed;
    let line = match drawn.one % 8 {
        0 => json!({ "line": "silence", "nth": drawn.other % 5 }),
        _ => a_line(drawn, p),
    };
    vec![match (drawn.one % 2, closed) {
        (0, true) => ("take_back_closed", json!({ "meeting": p.id, "line": line })),
        (0, false) => ("take_back_line", json!({ "line": line })),
        (_, true) => (
            "reassign_closed",
            json!({ "meeting": p.id, "owed": owed(drawn, p) }),
        ),
        (_, false) => ("reassign_action", owed(drawn, p)),
    }]
}

/// Something that the meeting left held: shared, advised on, or said to be shared with nobody and let wait again.
fn left_held(drawn: Move, p: &Proceedings) -> Commands {
    let item = pick(&p.items, drawn.other, |item| item.parts().id.to_string());
    let resolved = |right: Value| {
        let form = json!({ "meeting": p.id, "right": right });
        ("make_right_closed", form)
    };
    vec![match drawn.other % 5 {
        0 => resolved(json!({ "right": "release", "item": item })),
        1 | 2 => resolved(json!({
            "right": "advice_came", "item": item, "may_be_shared": !drawn.other.is_multiple_of(3),
            "advice": "As the law stands.", "given_by": "The solicitor",
        })),
        3 => (
            "withhold",
            json!({ "meeting": p.id, "item": item, "because": "It is not needed." }),
        ),
        _ => ("let_held_wait", json!({ "meeting": p.id, "item": item })),
    }]
}

/// An action given to some agency, by then or by no day.
fn owed(drawn: Move, p: &Proceedings) -> Value {
    let action = pick(&p.actions, drawn.other, |a| a.id.to_string());
    let team = ["police", "probation", "nobody"][drawn.one % 3];
    let due = ["2w", "", "next meeting", "yesterday"][drawn.other % 4];
    json!({ "action": action, "team": team, "person": "", "due": due })
}

/// Somebody's times as they are, with one end moved: to where it was, a little earlier, or to nothing sensible.
fn times(drawn: Move, p: &Proceedings) -> Value {
    let who = somebody(drawn, p);
    let stay = p.attendances.iter().find(|a| a.id.to_string() == who);
    let stay = stay.map(Stay::of).unwrap_or_default();
    let clock = |at: protocol::trade::At| at.format("%H:%M").to_string();
    let earlier = |at: protocol::trade::At| {
        let minutes = i64::try_from(drawn.other % 9).unwrap_or(0);
        clock(at - chrono::TimeDelta::minutes(minutes))
    };
    let mut presence: Vec<Value> = stay
        .presence
        .iter()
        .map(|i| json!({ "day": i.from.date_naive(), "from": earlier(i.from), "to": i.to.map(clock).unwrap_or_default() }))
        .collect();
    if drawn.other.is_multiple_of(3)
        && let (Some(last), Some(open)) = (presence.last_mut(), stay.presence.last())
    {
        *last = json!({ "day": open.from.date_naive(), "from": clock(open.from), "to": clock(p.ended.unwrap_or(open.from)) });
    }
    let outs: Vec<Value> = stay
        .step_outs
        .iter()
        .filter(|_| !drawn.other.is_multiple_of(5))
        .map(|s| {
            json!({ "slot": s.slot, "day": s.from.date_naive(), "from": earlier(s.from), "to": s.to.map(clock).unwrap_or_default() })
        })
        .collect();
    json!({ "meeting": p.id, "attendance": who, "presence": presence, "step_outs": outs })
}

fn told(drawn: Move, p: &Proceedings) -> Value {
    let correction = pick(&p.corrections, drawn.one, |c| c.id.to_string());
    json!({
        "meeting": p.id, "correction": correction,
        "recipient": { "recipient": "person", "attendance": somebody(drawn, p) },
        "told": !drawn.other.is_multiple_of(3),
    })
}
