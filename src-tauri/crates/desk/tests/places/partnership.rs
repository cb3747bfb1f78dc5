//! The agreement pack: shown, edited, and every version kept.

use super::laid::{Laid, bare, faults};
use desk::{
    HolderForm, MeetingForm, MeetingView, Nothing, OrganisationForm, PrepareForm, StrandView,
    TeamForm, contract,
};
use serde_json::{Value, json};

fn charity() -> OrganisationForm {
    OrganisationForm {
        key: String::new(),
        name: "The Lantern Trust".to_owned(),
        short_name: "Lantern".to_owned(),
        statutory: false,
        party: true,
        competent_authority: false,
        relevant_authority: false,
        note: String::new(),
    }
}

fn outreach(capture_key: &str) -> TeamForm {
    TeamForm {
        key: String::new(),
        organisation: "lantern".to_owned(),
        name: "Lantern outreach".to_owned(),
        short_name: "Outreach".to_owned(),
        capture_key: capture_key.to_owned(),
        in_cjit: false,
        enforcement: false,
        strand: StrandView::Resettlement,
    }
}

fn holds(laid: &mut Laid, kind: &str, team: &str, holds: bool) -> desk::PartnershipView {
    let form = HolderForm {
        kind: kind.to_owned(),
        team: team.to_owned(),
        holds,
    };
    laid.desk.set_holder(form).expect("the matrix")
}

#[test]
fn the_pack_in_force_is_shown_whole() {
    let mut laid = bare();
    let view = laid.desk.partnership(Nothing {}).expect("the partnership");
    assert!(view.organisations.len() > 10 && view.teams.len() > 10 && view.kinds.len() > 10);
    assert_eq!(
        (view.purposes.len(), view.limits.len(), view.texts.len()),
        (8, 8, 2)
    );
    assert!(!view.matrix_confirmed);
    let written = |kind: &desk::KindRow| !kind.capture_key.is_empty() && !kind.format.is_empty();
    assert!(view.kinds.iter().all(written));
    let people = laid.desk.people(Nothing {}).expect("the registers");
    let offices = |roles: &[desk::OfficerRoleRow]| -> Vec<_> {
        let each = roles.iter();
        each.map(|r| (r.organisation.clone(), r.primary, r.role.clone()))
            .collect()
    };
    assert_eq!(offices(&people.officer_roles), offices(&view.officer_roles));
    assert!(people.officer_roles.len() > 10);
    assert!(view.powers.iter().all(|power| !power.sort.is_empty()));
    assert_eq!(
        (view.versions.len(), &*view.versions[0].by),
        (1, "The chair")
    );
    assert_eq!(view.versions[0].rules_hash, view.rules_hash);
}

#[test]
fn each_edit_is_a_version_of_its_own_with_one_entry_and_the_texts_stay_the_same() {
    let mut laid = bare();
    let first = laid.desk.partnership(Nothing {}).expect("the partnership");
    let before = laid.entries();
    let second = laid
        .desk
        .save_organisation(charity())
        .expect("an organisation");
    let third = laid.desk.save_team(outreach(" LAN ")).expect("a team");
    assert_eq!(laid.entries(), before + 2);
    assert_eq!(third.versions.len(), 3);
    assert!(third.versions[0].in_force && !third.versions[1].in_force);
    let versions: std::collections::BTreeSet<_> = third
        .versions
        .iter()
        .map(|version| &version.version)
        .collect();
    assert_eq!(versions.len(), 3, "no version is given twice");
    assert_ne!(first.rules_hash, second.rules_hash);
    assert_eq!(
        first.texts_hash, third.texts_hash,
        "nobody need accept other words"
    );
    assert!(
        third
            .teams
            .iter()
            .any(|team| team.key == "outreach" && team.capture_key == "lan")
    );
}

#[test]
fn an_edit_that_changes_nothing_makes_no_version() {
    let mut laid = bare();
    laid.desk.confirm_matrix(Nothing {}).expect("confirmed");
    let before = laid.entries();
    let again = laid
        .desk
        .confirm_matrix(Nothing {})
        .expect("confirmed already");
    assert_eq!((again.versions.len(), laid.entries()), (2, before));
}

#[test]
fn a_pack_that_no_meeting_could_read_is_not_kept() {
    let mut laid = bare();
    laid.desk
        .save_organisation(charity())
        .expect("an organisation");
    let before = laid.entries();
    let taken = laid.desk.save_team(outreach("pol"));
    assert_eq!(faults(taken), ["capture_key: in_use"]);
    let long = laid.desk.save_team(outreach("outreach"));
    assert_eq!(faults(long), ["capture_key: not_a_capture_key"]);
    let nameless = TeamForm {
        name: String::new(),
        ..outreach("out")
    };
    assert_eq!(faults(laid.desk.save_team(nameless)), ["name: missing"]);
    assert_eq!(laid.entries(), before);
}

#[test]
fn holding_a_kind_is_given_and_taken_back() {
    let mut laid = bare();
    let view = laid.desk.partnership(Nothing {}).expect("the partnership");
    let (kind, team) = (view.kinds[0].key.clone(), view.teams[0].key.clone());
    let holders = |view: &desk::PartnershipView| view.kinds[0].holders.clone();
    let with = holds(&mut laid, &kind, &team, true);
    assert!(holders(&with).contains(&team));
    let without = holds(&mut laid, &kind, &team, false);
    assert!(!holders(&without).contains(&team));
    let form = HolderForm {
        kind: "no-such-kind".to_owned(),
        team,
        holds: true,
    };
    assert_eq!(
        faults(laid.desk.set_holder(form)),
        ["kind: not_in_the_pack"]
    );
}

#[test]
fn a_table_that_was_confirmed_and_is_changed_waits_to_be_confirmed_again() {
    let mut laid = bare();
    let confirmed = laid.desk.confirm_matrix(Nothing {}).expect("confirmed");
    assert!(confirmed.matrix_confirmed);
    let (kind, team) = (&confirmed.kinds[0].key, &confirmed.teams[0].key);
    let is_held = confirmed.kinds[0].holders.contains(team);
    let same = holds(&mut laid, kind, team, is_held);
    assert!(same.matrix_confirmed, "nothing was changed");
    let other = holds(&mut laid, kind, team, !is_held);
    assert!(!other.matrix_confirmed);
}

#[test]
fn a_meeting_that_goes_on_keeps_the_pack_that_it_opened_with() {
    let mut laid = bare();
    laid.person("Robin Ashdown", "police");
    let kind = desk::Kind::Odoc;
    let meeting = laid
        .desk
        .prepare_meeting(PrepareForm { kind })
        .expect("a plan")
        .meeting
        .id;
    let opened = laid
        .desk
        .open_register(MeetingForm { meeting })
        .expect("the register");
    laid.desk
        .save_organisation(charity())
        .expect("an organisation");
    laid.desk.save_team(outreach("lan")).expect("a team");
    let now = laid.desk.meeting(Nothing {}).expect("the meeting");
    let teams = |view: &MeetingView| view.seldom.as_ref().map(|seldom| seldom.teams.len());
    assert_eq!(teams(&now), teams(&opened));
    assert_eq!(now.agreement.text_hash, opened.agreement.text_hash);
}

#[test]
fn whoever_accepts_and_whoever_signs_reads_the_pinned_version_in_full_whatever_is_in_force_since() {
    let mut laid = bare();
    let ask = |laid: &mut Laid, name: &str, form: Value| {
        let answer = contract::dispatch(&mut laid.desk, name, form);
        answer.unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
    };
    let first = ask(&mut laid, "partnership", json!({}))["texts"][0].clone();
    let plan = ask(&mut laid, "prepare_meeting", json!({ "kind": "odoc" }));
    let form = json!({ "meeting": plan["meeting"]["id"] });
    ask(&mut laid, "open_register", form);
    let other = ask(&mut laid, "example_pack", json!({}));
    let form = json!({ "sha256": other["file"]["sha256"] });
    let now = ask(&mut laid, "adopt_pack", form)["texts"][0].clone();
    assert_ne!(now["agreement"], first["agreement"]);
    for (team, role) in [
        ("police", "chair"),
        ("dip", "minute_taker"),
        ("welcome", "representative"),
    ] {
        let form = json!({ "name": format!("Of {team}"), "job": "", "team": team, "role": role,
            "guest_agency": "", "guest_statutory": false });
        ask(&mut laid, "newcomer", form);
    }
    ask(&mut laid, "read_statement", json!({}));
    ask(&mut laid, "set_pin", json!({ "pin": "482615" }));
    let view = ask(&mut laid, "meeting", json!({}));
    assert_eq!(view["seldom"]["sections"], first["agreement"]);
    assert_eq!(view["agreement"]["version"], first["version"]);
    let people = view["people"].as_array().expect("people").iter();
    let signer = people.clone().find(|p| p["must_sign"] == true);
    let who = &signer.expect("somebody who signs")["attendance"];
    let form = json!({ "attendance": who, "text_hash": view["agreement"]["text_hash"] });
    ask(&mut laid, "accept", form);
    ask(&mut laid, "hand_over", json!({ "attendance": who }));
    let shown = ask(&mut laid, "declaration_to_sign", json!({}));
    assert_eq!(shown["sections"], first["agreement"]);
    assert_eq!(shown["version"], first["version"]);
}
