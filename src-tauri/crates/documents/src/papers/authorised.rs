//! What a meeting decided to share on: a manager's authority, a permission to pass on, or a power that the chair chose
//! (§4.3 DIP, §1.4.1, §1.5.1).

use super::account::Account;
use super::wording;
use crate::content::{Cell, Leaf, Level, Table};
use protocol::grounds::{
    Addressee, Authority, ChairChoice, Permission, PermissionFrom, Scope, Withdrawal,
};
use protocol::ids::{CaseId, KindKey, PurposeKey};

/// The authorities and permissions given, and the powers chosen, at this meeting about a case, or outside every case.
pub(super) fn of(account: &Account<'_>, case: Option<CaseId>) -> Vec<Leaf> {
    let meeting = account.proceedings.id;
    let given = account.print.on_file.given_at(meeting, case);
    let authorities = given.authorities.iter().map(|a| authority(account, a));
    let permissions = given.permissions.iter().map(|p| permission(account, p));
    let choices = given.choices.iter().map(|c| choice(account, c));
    let rows: Vec<Vec<Cell>> = authorities.chain(permissions).chain(choices).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new([
        ("What was authorised", 2.4),
        ("For whom, to what use", 2.0),
        ("By whom", 1.6),
    ]);
    table.rows = rows;
    let heading = Leaf::Heading(Level::Main, "Authority to share".into());
    vec![heading, Leaf::Table(table)]
}

fn authority(account: &Account<'_>, authority: &Authority) -> Vec<Cell> {
    let parts = authority.parts();
    let pack = account.print.pack;
    let role = pack.role_called(&parts.by.role);
    let Scope {
        kinds,
        recipients,
        purposes,
    } = &parts.scope;
    vec![
        Cell::of(parts.what.as_str()).with_note(kinds_named(account, kinds.iter())),
        Cell::of(recipients_named(account, recipients.iter()))
            .with_note(purposes_named(account, purposes.iter())),
        taken_back(
            account,
            Cell::of(parts.by.name.as_str())
                .with_note(format!("{role}, {}", wording::moment(parts.at))),
            parts.withdrawn.as_ref(),
        ),
    ]
}

fn permission(account: &Account<'_>, permission: &Permission) -> Vec<Cell> {
    let parts = permission.parts();
    let whose = match &parts.from {
        PermissionFrom::Owner(owner) => {
            let owner = owner.called(account.print.pack);
            format!("For the original owner, {owner}")
        }
        PermissionFrom::Subject => "The person concerned".to_owned(),
    };
    let what = Cell::of(kinds_named(account, parts.kinds.iter()));
    vec![
        match &parts.evidence {
            Some(evidence) => {
                what.with_note(format!("Passed on by permission: {}", evidence.as_str()))
            }
            None => what.with_note("Passed on by permission"),
        },
        Cell::of(recipients_named(account, parts.recipients.iter())),
        taken_back(
            account,
            Cell::of(parts.given_by.as_str())
                .with_note(format!("{whose}, {}", wording::moment(parts.at))),
            parts.withdrawn.as_ref(),
        ),
    ]
}

/// What was taken back before the end is said where it was given; what was shared by then had been shared lawfully.
fn taken_back(account: &Account<'_>, by: Cell, withdrawal: Option<&Withdrawal>) -> Cell {
    let ended = account.proceedings.ended;
    match withdrawal.filter(|taken| taken.was_by(ended)) {
        Some(taken) => by.with_note(format!(
            "Taken back {}: {} said so",
            wording::moment(taken.at),
            taken.told_by.as_str()
        )),
        None => by,
    }
}

fn choice(account: &Account<'_>, choice: &ChairChoice) -> Vec<Cell> {
    let parts = choice.parts();
    let power = account.print.pack.power(&parts.power);
    let power = power.map_or_else(|| parts.power.to_string(), |p| p.name.clone());
    let moment = wording::moment(parts.at);
    vec![
        Cell::of(kinds_named(account, parts.kinds.iter())).with_note(format!("By {power}")),
        Cell::of(recipients_named(account, parts.recipients.iter()))
            .with_note(parts.because.as_str()),
        taken_back(
            account,
            Cell::of(account.named(parts.chosen_by)).with_note(match parts.regime {
                Some(regime) => format!(
                    "The chair’s choice, under {}, {moment}",
                    wording::regime(regime)
                ),
                None => format!("The chair’s choice, {moment}"),
            }),
            parts.withdrawn.as_ref(),
        ),
    ]
}

fn kinds_named<'k>(account: &Account<'_>, keys: impl Iterator<Item = &'k KindKey>) -> String {
    let names: Vec<String> = keys.map(|key| account.kind(key)).collect();
    wording::listed(&names)
}

fn purposes_named<'k>(account: &Account<'_>, keys: impl Iterator<Item = &'k PurposeKey>) -> String {
    let pack = account.print.pack;
    let name = |key: &PurposeKey| {
        pack.purpose(key)
            .map_or_else(|| key.to_string(), |p| p.short.clone())
    };
    let names: Vec<String> = keys.map(name).collect();
    wording::listed(&names)
}

fn recipients_named<'k>(account: &Account<'_>, all: impl Iterator<Item = &'k Addressee>) -> String {
    let names: Vec<String> = all
        .map(|one| account.print.pack.addressee_called(one))
        .collect();
    wording::listed(&names)
}
