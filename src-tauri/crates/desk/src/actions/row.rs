//! One action as any list shows it.

use super::forms::ActionRow;
use chrono::NaiveDate;
use protocol::pack::Pack;
use protocol::sharing::Action;

/// The row of an action, seen on a day; `case_label` is the case it belongs to.
pub(crate) fn row(
    action: &Action,
    pack: &Pack,
    case_label: Option<String>,
    today: NaiveDate,
) -> ActionRow {
    let team = &action.owner.team;
    ActionRow {
        id: action.id,
        case: action.case,
        case_label,
        agency: pack.team_called(team),
        team: team.as_str().to_owned(),
        person: action.owner.person.clone(),
        person_now_with: None,
        words: action.words.as_str().to_owned(),
        due: action.due,
        days_left: action.due.map(|due| (due - today).num_days()),
        strand: action.strand.map(Into::into),
        agreed_on: action.at.date_naive(),
        outcome: action.settled.as_ref().map(|s| s.outcome.into()),
        note: action
            .settled
            .as_ref()
            .and_then(|s| s.note.as_ref())
            .map(|n| n.as_str().to_owned()),
    }
}
