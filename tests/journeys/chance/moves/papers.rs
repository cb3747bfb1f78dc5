//! Papers on file by chance: consents that come and go, authorities, permissions, choices, advice, and what was said already.

use super::{Commands, Move, NOBODY, pick};
use crate::chance::watch::Watch;
use protocol::meeting::Proceedings;
use protocol::sharing::Standing;
use serde_json::{Value, json};

/// Lines that stand against something, now and then.
const LINES: [&str; 8] = [
    "csu info For everyone, the guest too.",
    "wel treat Keeps to the programme.",
    "csu test Clear in November.",
    "pol intel Seen by the lock gate.",
    "csu info The neighbour is afraid about:victim",
    "pol treat He said so himself from:wel",
    "pol asbr Noise again from:asb",
    "pol work Started at the depot.",
];

/// Lines against which nothing stands where everybody in the room is a party.
const GROUNDED: [&str; 2] = ["csu info The lights are mended.", "pol work Started there."];

/// Conditions of the law: some serve, one is of consent, one is none.
const CONDITIONS: [&str; 4] = ["", "safeguarding", "offence-consent", "no-condition"];

const ROLES: [&str; 3] = ["dip-manager", "service-provider-manager", "mayor"];
const POWERS: [&str; 2] = ["cda-s17", "dpa-s29"];
const OWNERS: [&str; 4] = ["team:police", "team:probation", "team:dip", ""];
const LAWS: [Option<&str>; 3] = [None, Some("general"), Some("law_enforcement")];

/// A paper put on file, taken back, or used.
pub fn papers(drawn: Move, watch: &Watch, p: &Proceedings) -> Commands {
    let case = pick(&p.slots, drawn.other, |slot| slot.case.case.to_string());
    let line = LINES[drawn.other % LINES.len()];
    let held = |i: &&protocol::sharing::SharedItem| i.parts().standing == Standing::Held;
    let held = p.items.iter().find(held).map(|i| i.parts().id.to_string());
    let item = held.filter(|_| drawn.other.is_multiple_of(2));
    let of = json!({ "line": line, "item": item });
    let asked = item.clone().unwrap_or_else(|| NOBODY.to_owned());
    if drawn.one % 15 == 14 {
        return beyond_the_power(watch, p);
    }
    vec![match drawn.one % 15 {
        0 | 1 => ("save_consent", consent(drawn, case)),
        2 => ("withdraw_consent", withdrawal(drawn, watch, p, case)),
        3 => (
            "authorise",
            json!({ "of": of, "name": "Mx Over", "what": "What was asked",
            "role": ROLES[drawn.other % ROLES.len()] }),
        ),
        4 => (
            "permit",
            json!({ "of": of, "subject": drawn.other < 128, "owner": OWNERS[drawn.other % OWNERS.len()],
            "given_by": "The owner", "evidence": "" }),
        ),
        5 => (
            "choose_power",
            json!({ "of": of, "power": POWERS[drawn.other / 8 % POWERS.len()], "because": "It is needed.",
            "regime": LAWS[drawn.other % LAWS.len()] }),
        ),
        6 => (
            "ask_advice",
            json!({ "of": of, "asked_of": "The head of service", "question": "May it be said?" }),
        ),
        7 => (
            "give_advice",
            json!({ "item": asked, "may_be_shared": drawn.other < 128,
            "advice": "As above.", "given_by": "The solicitor" }),
        ),
        8 => (
            "record_heard",
            json!({ "of": of, "chair_did": "Asked everyone to disregard it." }),
        ),
        9 if drawn.other >= 240 => ("file_objection_there", filed_there(drawn, watch, p)),
        9 if drawn.other >= 232 => ("withdraw_consent_there", withdrawn_there(drawn, watch, p)),
        9 if drawn.other >= 224 => ("flag_there", flagged_there(drawn, p)),
        9 => ("uphold_objection", objection(drawn, case)),
        10 => ("weigh_held", json!({ "item": asked })),
        11 => (
            "go_on",
            json!({ "item": item, "because": "It is about the tenancy." }),
        ),
        12 => permission_taken_back(drawn, watch, p)
            .unwrap_or_else(|| ("withdraw_paper", taken_back(drawn, watch, p, case))),
        13 if drawn.other % 4 == 3 => on_ground(drawn, p),
        _ => ("record_line", json!({ "line": line })),
    }]
}

/// The chair chooses another power for a statutory guest, whom the usual one does not reach; where there is none, one comes.
fn beyond_the_power(watch: &Watch, p: &Proceedings) -> Commands {
    let here: Vec<_> = p
        .attendances
        .iter()
        .filter(|a| a.is_in_the_room())
        .collect();
    let pack = desk::rehearsal::pack(&watch.table.desk, p).ok();
    let of_the_pack = |key| pack.as_ref().and_then(|pack| pack.team(key));
    let speaks = here
        .iter()
        .filter_map(|a| a.agency.team.as_ref())
        .find_map(of_the_pack);
    let (Some(speaks), Some(first)) = (speaks, here.first()) else {
        return Vec::new();
    };
    if !here
        .iter()
        .any(|a| a.agency.team.is_none() && a.agency.statutory)
    {
        let guest = json!({
            "name": format!("Guest {}", p.attendances.len()), "job": "", "team": "", "guest_agency": "A statutory guest",
            "guest_statutory": true, "role": "representative",
        });
        return vec![("newcomer", guest)];
    }
    let mut all = Vec::new();
    if p.chair().is_none() {
        all.push((
            "set_role",
            json!({ "attendance": first.id, "role": "chair" }),
        ));
    }
    if p.open_slot().is_none() {
        let slot = p.slots.first().map(|slot| slot.id);
        all.push((
            "open_case",
            json!({ "slot": slot, "because": "The chair said so." }),
        ));
    }
    let line = format!("{} intel Seen by the lock gate.", speaks.capture_key);
    let of = json!({ "line": line, "item": null });
    all.push((
        "choose_power",
        json!({ "of": of, "power": "cda-s17", "because": "It is needed." }),
    ));
    all
}

/// The chair takes another ground for a line; or looks at the ground of one that stands, or at what there is to take.
fn on_ground(drawn: Move, p: &Proceedings) -> (&'static str, Value) {
    let line = GROUNDED[drawn.other / 4 % GROUNDED.len()];
    match drawn.other / 16 % 4 {
        0 => ("ground_choices", json!({ "line": line })),
        1 => {
            let item = pick(&p.items, drawn.other, |item| item.parts().id.to_string());
            ("line_ground", json!({ "meeting": p.id, "item": item }))
        }
        n => (
            "take_ground",
            json!({
                "line": line, "purpose": if n % 2 == 0 { "support" } else { "manage-risk" },
                "power": POWERS[drawn.other / 64 % POWERS.len()], "because": "It is needed.",
                "regime": LAWS[drawn.other / 8 % LAWS.len()],
                "condition": CONDITIONS[drawn.one / 15 % CONDITIONS.len()],
            }),
        ),
    }
}

fn consent(drawn: Move, case: String) -> Value {
    let some = drawn.other.is_multiple_of(3);
    json!({
        "case": case, "sort": "waiver", "victim": if drawn.other < 40 { "A neighbour" } else { "" },
        "kinds": if some { vec!["treatment"] } else { vec!["treatment", "drug-test"] },
        "recipients": if some { vec!["team:police"] } else { vec!["team:police", "team:probation", "organisation:council"] },
        "guest": if drawn.other < 128 { "A guest agency" } else { "" },
        "purposes": ["manage-risk", "support"], "given": "1/11/2026", "expires": "",
        "how": "in_writing", "explicit": drawn.other < 200, "understood": true, "freely_given": true,
        "taken_by": "The worker", "evidence": "",
    })
}

fn withdrawal(drawn: Move, watch: &Watch, p: &Proceedings, case: String) -> Value {
    let on_file = desk::rehearsal::on_file(&watch.table.desk, p).unwrap_or_default();
    let consent = on_file
        .consents
        .iter()
        .cycle()
        .nth(drawn.other)
        .filter(|_| drawn.other < 250);
    let (case, consent) = consent.map_or((case, NOBODY.to_owned()), |c| {
        (c.parts().case.to_string(), c.parts().id.to_string())
    });
    json!({ "case": case, "consent": consent, "told_by": "The person", "note": "" })
}

/// An authority or a permission, the newest first.
fn taken_back(drawn: Move, watch: &Watch, p: &Proceedings, case: String) -> Value {
    let on_file = desk::rehearsal::on_file(&watch.table.desk, p).unwrap_or_default();
    let authorities = on_file.authorities.iter();
    let authorities = authorities.map(|a| (a.parts().case.to_string(), a.parts().id.to_string()));
    let permissions = on_file.permissions.iter();
    let permissions =
        permissions.filter_map(|p| Some((p.parts().case?.to_string(), p.parts().id.to_string())));
    let choices = on_file.choices.iter();
    let choices = choices.map(|c| (c.parts().case.to_string(), c.parts().id.to_string()));
    let papers: Vec<_> = authorities.chain(permissions).chain(choices).collect();
    let paper = papers.iter().rev().cycle().nth(drawn.other).cloned();
    let (case, paper) = paper.unwrap_or((case, NOBODY.to_owned()));
    json!({ "case": case, "paper": paper, "told_by": "Whoever gave it", "note": "" })
}

/// What was permitted outside every case, of which there is seldom any.
fn permission_taken_back(
    drawn: Move,
    watch: &Watch,
    p: &Proceedings,
) -> Option<(&'static str, Value)> {
    let on_file = desk::rehearsal::on_file(&watch.table.desk, p).unwrap_or_default();
    let given = on_file.given_at(p.id, None).permissions;
    let permission = given.last().filter(|_| drawn.other >= 128)?.parts().id;
    let form = json!({ "permission": permission, "told_by": "Whoever gave it", "note": "" });
    Some(("withdraw_permission", form))
}

fn objection(drawn: Move, case: String) -> Value {
    json!({
        "case": case, "every_kind": drawn.other < 20, "kinds": ["treatment"],
        "every_recipient": drawn.other < 20, "recipients": ["team:police"],
        "upheld": "2/11/2026", "decided_by": "The officer", "reason": "It was upheld.",
    })
}

/// The newest objection, filed under another case of the agenda too; only where the two look like one person's does it go through.
fn filed_there(drawn: Move, watch: &Watch, p: &Proceedings) -> Value {
    let on_file = desk::rehearsal::on_file(&watch.table.desk, p).unwrap_or_default();
    let known = on_file.restrictions.last();
    let there = pick(&p.slots, drawn.other, |slot| slot.case.case.to_string());
    let (case, known) = known.map_or((there.clone(), NOBODY.to_owned()), |one| {
        (one.case.to_string(), one.id.to_string())
    });
    json!({ "case": case, "restriction": known, "there": there })
}

/// The last consent on file, or none, taken back on the file of another case, as one was on this one.
fn withdrawn_there(drawn: Move, watch: &Watch, p: &Proceedings) -> Value {
    let on_file = desk::rehearsal::on_file(&watch.table.desk, p).unwrap_or_default();
    let case = pick(&p.slots, drawn.other, |slot| slot.case.case.to_string());
    let known = on_file.consents.last().map(|one| one.parts());
    let (there, known) = known.map_or((case.clone(), NOBODY.to_owned()), |one| {
        (one.case.to_string(), one.id.to_string())
    });
    json!({ "case": case, "consent": known, "there": there })
}

/// A flag of one case, set on the file of the next.
fn flagged_there(drawn: Move, p: &Proceedings) -> Value {
    let case = |n| pick(&p.slots, n, |slot| slot.case.case.to_string());
    let flag = ["mappa", "child_protection", "under18"][drawn.other % 3];
    json!({ "case": case(drawn.other), "flag": flag, "there": case(drawn.other + 1) })
}
