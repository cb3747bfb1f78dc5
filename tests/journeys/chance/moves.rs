//! What chance may do next: single commands at random people, cases and lines, and now and then a run of sensible ones.

mod afterwards;
mod papers;
mod sensible;
mod signed;
mod updates;

pub use signed::at_the_signed_meeting;

use super::watch::Watch;
use crate::table::CHAIR;
use desk::Face;
use protocol::meeting::Proceedings;
use protocol::room::{Attendance, Whereabouts};
use protocol::sharing::{SharedItem, Standing};
use serde_json::{Value, json};

/// One draw: what to do, and to which of whatever it is done to.
#[derive(Debug, Clone, Copy)]
pub struct Move {
    what: u8,
    one: usize,
    other: usize,
}

type Commands = Vec<(&'static str, Value)>;

const PIN: &str = "730514";
/// Of whoever chairs at the close and had none.
const DEPUTYS: &str = "four geese upon the weir";
const NOBODY: &str = "00000000-0000-4000-8000-000000000000";
const LINES: [&str; 18] = [
    "pol info Seen on Monday.",
    "prob info Kept the appointment. -wel",
    "wel info Came to the group.",
    "csu info The window was mended.",
    "csu asb j: may move before the spring -aqu",
    "csu info The practice was asked. +gp",
    "csu info The landlord is to hear of it. +mer",
    "pol info Nobody is left out -nobody",
    "dip info Nobody of the team is here.",
    "> pol call at the address by 2w",
    "> csu write to the tenant",
    "= carry on because it works",
    "= no action",
    "! prob would rather wait",
    "pol 0",
    "wel x",
    "half a line",
    "",
];
const PLACES: [&str; 5] = [
    "opening",
    "previous_minutes",
    "matters_arising",
    "any_other_business",
    "closing",
];

impl Move {
    pub fn of((what, one, other): (u8, u8, u8)) -> Self {
        Self {
            what,
            one: one.into(),
            other: other.into(),
        }
    }
}

/// The commands of a move, aimed at what the record holds now.
pub fn commands(drawn: Move, watch: &Watch) -> Commands {
    let Some(meeting) = watch.meeting() else {
        let passphrase = json!({ "passphrase": CHAIR });
        return vec![("unlock", passphrase), ("set_pin", json!({ "pin": PIN }))];
    };
    if watch.table.desk.face() == Face::HandedOver && !drawn.other.is_multiple_of(3) {
        return handed_back();
    }
    match drawn.what {
        0..=39 => sensible::sensible(drawn, &meeting),
        40..=69 => at_the_door(drawn, meeting.proceedings()),
        70..=129 => in_a_case(drawn, meeting.proceedings()),
        130..=179 => about_somebody(drawn, meeting.proceedings()),
        180..=203 => papers::papers(drawn, watch, meeting.proceedings()),
        204..=217 => afterwards::put_right(drawn, &meeting),
        218 | 219 => afterwards::one_by_one(drawn, &meeting),
        220..=226 => updates::in_writing(drawn, meeting.proceedings()),
        227..=233 => reading(drawn, watch),
        // Two files of last month's cases are made one, and two again.
        234..=239 if drawn.other % 5 == 4 => files(drawn, watch),
        // Whatever was done last, or something since.
        234..=239 => vec![
            ("undo_last", json!({ "last": watch.last })),
            ("undo_kept", json!({ "last": watch.last })),
            (
                "undo_update",
                json!({ "meeting": meeting.proceedings().id, "last": watch.last }),
            ),
            (
                "back_into_the_room",
                json!({ "meeting": meeting.proceedings().id, "last": watch.last }),
            ),
            (
                "back_to_the_register",
                json!({ "meeting": meeting.proceedings().id, "last": watch.last }),
            ),
        ],
        _ => at_any_meeting(drawn, watch),
    }
}

fn handed_back() -> Commands {
    vec![ink(), ("take_back", json!({ "pin": PIN }))]
}

fn ink() -> (&'static str, Value) {
    let signature = json!({ "how": "typed", "name": "In their own hand" });
    (
        "sign_declaration",
        json!({ "typed_name": "In their own hand", "signature": signature }),
    )
}

fn sign(p: &Proceedings) -> (&'static str, Value) {
    sign_with(p, CHAIR)
}

fn sign_with(p: &Proceedings, passphrase: &str) -> (&'static str, Value) {
    let signature = json!({ "how": "typed", "name": "The chair" });
    (
        "sign_minutes",
        json!({ "meeting": p.id, "passphrase": passphrase, "signature": signature }),
    )
}

fn accept(p: &Proceedings, attendance: String) -> (&'static str, Value) {
    let hash = p.pinned.as_ref().map(|pin| pin.texts).unwrap_or_default();
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    (
        "accept",
        json!({ "attendance": attendance, "text_hash": hash }),
    )
}

fn at_the_door(drawn: Move, p: &Proceedings) -> Commands {
    let attendance = somebody(drawn, p);
    let wrong = if drawn.other < 200 { PIN } else { "000000" };
    vec![match drawn.one % 8 {
        0 => ("hand_over", json!({ "attendance": attendance })),
        1 => ("declaration_to_sign", json!({})),
        2 => ink(),
        3 if drawn.other < 60 => ("decline_to_sign", json!({})),
        3 | 4 => ("take_back", json!({ "pin": wrong })),
        5 => ("let_in", json!({ "attendance": attendance })),
        6 => newcomer(drawn),
        _ => accept(p, attendance),
    }]
}

fn newcomer(drawn: Move) -> (&'static str, Value) {
    let guest = drawn.other < 100;
    (
        "newcomer",
        json!({
            "name": format!("New face {}", drawn.other),
            "job": "",
            "team": if guest { "" } else { "wel" },
            "guest_agency": if guest { "A guest agency" } else { "" },
            "guest_statutory": drawn.other < 30,
            "role": if drawn.other.is_multiple_of(2) { "representative" } else { "observer" },
        }),
    )
}

fn in_a_case(drawn: Move, p: &Proceedings) -> Commands {
    let slot = pick(&p.slots, drawn.other, |slot| slot.id.to_string());
    let line = LINES[drawn.other % LINES.len()];
    vec![match drawn.one % 16 {
        0..=5 => ("record_line", json!({ "line": line })),
        6 => ("weigh_line", json!({ "line": line })),
        7 => (
            "keep_draft",
            json!({ "line": line, "cursor": 3, "mending": null, "notes": {} }),
        ),
        8 => ("open_case", json!({ "slot": slot, "because": "" })),
        9 if drawn.other % 5 == 4 => ("close_without_action", json!({})),
        9 if drawn.other % 5 == 3 => ("go_to_next", json!({})),
        9 => ("close_case", json!({})),
        10 if drawn.other < 40 => ("defer_case", json!({ "slot": slot, "reason": "No time." })),
        10 | 11 => ("undo", json!({})),
        12 => (
            "reword",
            json!({ "line": a_line(drawn, p), "words": "In other words." }),
        ),
        13 => {
            let item = pick(&p.items, drawn.other, |item| item.parts().id.to_string());
            ("release_item", json!({ "item": item }))
        }
        14 => settle(drawn, p),
        _ => {
            let place = json!({ "place": PLACES[drawn.other % PLACES.len()] });
            ("turn_to", json!({ "place": place }))
        }
    }]
}

fn settle(drawn: Move, p: &Proceedings) -> (&'static str, Value) {
    let outcome = ["done", "not_possible", "not_done", "no_longer_needed"][drawn.other % 4];
    let action = pick(&p.carried, drawn.other / 4, |action| action.id.to_string());
    (
        "settle_action",
        json!({ "action": action, "outcome": outcome, "note": "", "new_date": "2w" }),
    )
}

fn a_line(drawn: Move, p: &Proceedings) -> Value {
    match drawn.other % 3 {
        0 => {
            // A quarter of them whatever became of them, and the rest such as still stand: late in a meeting most of them do not.
            let stands = |i: &&SharedItem| {
                drawn.one % 4 == 3 || !matches!(i.parts().standing, Standing::Undone { .. })
            };
            let items: Vec<_> = p.items.iter().filter(stands).collect();
            json!({ "line": "item", "item": pick(&items, drawn.one, |i| i.parts().id.to_string()) })
        }
        1 => {
            json!({ "line": "action", "action": pick(&p.actions, drawn.one, |a| a.id.to_string()) })
        }
        _ => {
            json!({ "line": "decision", "decision": pick(&p.decisions, drawn.one, |d| d.id.to_string()) })
        }
    }
}

fn about_somebody(drawn: Move, p: &Proceedings) -> Commands {
    let attendance = somebody(drawn, p);
    let who = json!({ "attendance": attendance });
    let is_out = |a: &&Attendance| matches!(a.whereabouts, Whereabouts::SteppedOut(_));
    let out = p.attendances.iter().find(is_out).map(|a| a.id.to_string());
    let role = ["chair", "minute_taker", "representative", "observer"][drawn.other % 4];
    vec![match drawn.one % 17 {
        0 => ("mark_present", who),
        1 if drawn.other < 100 => ("mark_absent", who),
        1 | 2 => ("arrive", who),
        3 => ("let_in", who),
        4 if drawn.other < 120 => ("leave", who),
        4 | 5 => ("step_out", json!({ "attendances": [attendance] })),
        6 => (
            "step_back",
            json!({ "attendances": [out.unwrap_or(attendance)] }),
        ),
        7 if drawn.other < 60 => ("decline", json!({ "attendance": attendance, "remark": "" })),
        8 => (
            "apologies",
            json!({ "attendance": attendance, "remark": "Away." }),
        ),
        9 if drawn.other < 60 => (
            "set_role",
            json!({ "attendance": attendance, "role": role }),
        ),
        10 => (
            "confirm_authority",
            json!({ "attendance": attendance, "given_by": "The head" }),
        ),
        11 if drawn.other < 30 => ("put_register_back", json!({})),
        12 => ("begin", json!({})),
        13 => (
            "deputise",
            json!({ "attendance": attendance, "principal": (pick(&p.attendances, drawn.one, |a| a.id.to_string())) }),
        ),
        14 if drawn.other < 90 => (
            ["adjourn_meeting", "put_off_meeting"][drawn.other % 2],
            json!({ "date": "4w", "reason": "The heating failed." }),
        ),
        14 if drawn.other < 110 => ("abandon_meeting", json!({ "reason": "A fire alarm." })),
        16 => (
            "change_agency",
            json!({ "attendance": attendance, "team": "harden", "guest_agency": "", "guest_statutory": false }),
        ),
        15 => (
            "choose_quorum",
            json!({ "choice": (["go_on", "go_on", "hear_only"][drawn.other % 3]) }),
        ),
        _ => accept(p, attendance),
    }]
}

fn reading(drawn: Move, watch: &Watch) -> Commands {
    let meeting = json!({ "meeting": watch.live });
    let signed = watch.signed_case();
    vec![match drawn.one % 12 {
        0 => ("this_month", json!({})),
        1 => ("cases", json!({})),
        2 => ("case_page", json!({ "case": signed })),
        3 => ("actions", json!({})),
        4 => ("meeting", json!({})),
        5 => ("meeting_plan", meeting),
        6 => ("documents", json!({ "meeting": watch.past })),
        7 => ("safekeeping", json!({})),
        8 => ("people", json!({})),
        9 => ("standing", json!({})),
        10 if drawn.other < 20 => ("lock", json!({})),
        _ => ("ending", json!({})),
    }]
}

fn files(drawn: Move, watch: &Watch) -> Commands {
    let slots = &watch.signed_meeting().proceedings().slots;
    let file = |number: usize| slots[number % slots.len()].case.case;
    let (stays, absorbed) = (file(drawn.one), file(drawn.other / 5));
    let pair = json!({ "stays": stays, "absorbed": absorbed });
    let one = json!({ "stays": stays, "absorbed": absorbed, "take": ["name", "note"] });
    vec![
        ("compare_cases", pair.clone()),
        ("merge_cases", one),
        ("case_page", json!({ "case": absorbed })),
        ("unmerge_case", json!({ "case": absorbed })),
        ("tell_cases_apart", pair),
    ]
}

/// What belongs to no live meeting, aimed at this one and at last month's.
fn at_any_meeting(drawn: Move, watch: &Watch) -> Commands {
    let names = [
        "open_register",
        "reword_closed",
        "sign_minutes",
        "plan_when",
        "plan_move_case",
        "agree_minutes",
        "set_next_date",
        "plan_unexpect",
        "prepare_meeting",
    ];
    let name = names[drawn.one % names.len()];
    let forms = at_the_signed_meeting(name, watch);
    let form = forms.into_iter().cycle().nth(drawn.other % 4);
    form.map(|form| (name, form)).into_iter().collect()
}

fn somebody(drawn: Move, p: &Proceedings) -> String {
    pick(&p.attendances, drawn.other / 4, |a| a.id.to_string())
}

/// One of several by number; nobody at all, now and then and where there is none.
fn pick<T>(all: &[T], number: usize, id: impl Fn(&T) -> String) -> String {
    let found = all.get(number % (all.len() * 8 + 1) % all.len().max(1));
    found
        .filter(|_| number % 17 != 16)
        .map_or_else(|| NOBODY.to_owned(), id)
}
