//! One agency's action sheet: what it has to do, with just enough to know what it is about.

use super::account::Account;
use super::people::{fact, facts};
use super::{PaperSource, Print, wording};
use crate::content::{Cell, Document, Fact, Leaf, Section, Table};
use protocol::ids::{AttendanceId, ItemId, TeamKey};
use protocol::sharing::Action;

/// The numbered sheet of one agency; a later number supersedes an earlier one. An action may be older than the pack, and its
/// agency gone from it.
pub fn of(source: &PaperSource<'_>, team: &TeamKey, number: u32, print: &Print<'_>) -> Document {
    let account = Account::of(*source, print);
    let kind = format!("Action sheet no. {number}");
    let cover = vec![facts(cover(&account, team, number))];
    let mut sheet = account.document(&kind, cover, sections(&account, team));
    let agency = account.team(team);
    sheet.title = account.titled(&format!("{kind}: {agency}"));
    let filed = format!("Sheet {number} {agency}");
    sheet.reference = account.filed_under(&filed, account.standing());
    sheet
}

fn cover(account: &Account<'_>, team: &TeamKey, number: u32) -> Vec<Fact> {
    let known = account.print.pack.team(team);
    let agency = known.map_or_else(|| account.team(team), |team| team.name.clone());
    let organisation = account.print.pack.organisation_of(team);
    let organisation = organisation.filter(|o| o.name != agency);
    let organisation = organisation.map_or_else(String::new, |o| format!(", {}", o.name));
    let p = account.proceedings;
    let next = p
        .next_date
        .map_or_else(|| "No date set".into(), wording::day);
    let standing = match (account.seal, number) {
        (Some(_), 1) => "Final: the minutes are signed.".to_owned(),
        (Some(_), n) => {
            format!("Final: the minutes are signed. Takes the place of any sheet before no. {n}.")
        }
        (None, _) => {
            "Draft: the minutes are not signed yet. A later number takes the place of this sheet."
                .to_owned()
        }
    };
    vec![
        fact("For", format!("{agency}{organisation}")),
        fact("From", account.meeting_name()),
        fact("Standing", standing),
        fact("Report back by", next),
    ]
}

fn sections(account: &Account<'_>, team: &TeamKey) -> Vec<Section> {
    let mine = |a: &&Action| a.owner.team == *team && a.is_open();
    let agreed = table(account, team, account.actions().filter(mine));
    let earlier = table(account, team, account.carried().filter(mine));
    let mut sections = vec![Section::new(
        "Agreed at this meeting",
        vec![agreed.unwrap_or_else(|| Leaf::body("Nothing new for this agency."))],
    )];
    sections.extend(earlier.map(|table| Section::new("Still open from earlier", vec![table])));
    sections
}

fn table<'a>(
    account: &Account<'_>,
    team: &TeamKey,
    actions: impl Iterator<Item = &'a Action>,
) -> Option<Leaf> {
    let mut table = Table::new([
        ("No.", 0.42),
        ("Case", 1.0),
        ("Action", 3.4),
        ("Who", 1.1),
        ("By when", 0.9),
        ("Done", 0.55),
    ]);
    table.rows = actions.map(|a| row(account, team, a)).collect();
    (!table.rows.is_empty()).then_some(Leaf::Table(table))
}

fn row(account: &Account<'_>, team: &TeamKey, a: &Action) -> Vec<Cell> {
    let slots = account.proceedings.slots.iter();
    let initials = slots
        .filter(|slot| Some(slot.case.case) == a.case)
        .map(|slot| slot.case.initials())
        .next();
    let case = Cell::of(account.reference(a.case));
    let case = match initials {
        Some(initials) => case.with_note(initials),
        None => case,
    };
    let words = Cell::of(a.words.as_str());
    let words = match context(account, team, a) {
        Some(context) => words.with_note(context),
        None => words,
    };
    let number = account.numbers.action(a.id);
    let who = a.owner.person.as_deref().unwrap_or("Agency");
    vec![
        number.into(),
        case,
        words,
        who.into(),
        wording::due(a.due).into(),
        Cell::default(),
    ]
}

/// After what the action was agreed, by its number alone: the words stay with whoever needs them (§1.4.1). Where the agency was left
/// out of it, not even that.
fn context(account: &Account<'_>, team: &TeamKey, a: &Action) -> Option<String> {
    let item = a.arises_from?;
    let from = account.numbers.item(item)?;
    let item = account.shared().find(|i| i.id == item)?;
    was_heard_by(account, item.id, team)
        .then(|| format!("Agreed after {from}, {}", account.team(&item.team)))
}

fn was_heard_by(account: &Account<'_>, item: ItemId, team: &TeamKey) -> bool {
    let items = account.proceedings.items.iter();
    let heard: Vec<AttendanceId> = items
        .filter(|i| i.parts().id == item)
        .flat_map(|i| i.recipients())
        .collect();
    let of_the_team = |id: &AttendanceId| {
        let person = account.person(*id);
        person.is_some_and(|a| a.agency.is(team))
    };
    heard.iter().any(of_the_team)
}
