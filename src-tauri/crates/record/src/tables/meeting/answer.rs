//! What the weighing said of one recipient, in columns.

use super::sheet::some_slug;
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use protocol::ids::{
    AuthorityId, ChoiceId, ConditionKey, ConsentId, PermissionId, PowerKey, PurposeKey,
};
use protocol::refusal::Clause;
use protocol::sharing::{Answer, Bar, Footing, Ground, Regime, Until};
use uuid::Uuid;

const WRONG: RecordError = RecordError::Unreadable("answer to a recipient");

/// The columns of an answer, in the order in which the table has them.
pub(super) fn cells(answer: &Answer) -> [Cell; 12] {
    let (name, ground, until, bar, clause) = match answer {
        Answer::Permitted(ground) => ("permitted", Some(ground), None, None, &ground.clause),
        Answer::Held(until, clause) => ("held", None, Some(*until), None, clause),
        Answer::Refused(bar, clause) => ("refused", None, None, Some(*bar), clause),
    };
    let (footing, paper) = ground.map_or((None, None), |g| footing(g.footing));
    let power = ground.and_then(|g| g.power.as_ref());
    let condition = ground.and_then(|g| g.condition.as_ref());
    [
        name.into(),
        Cell::maybe(ground.map(|g| g.purpose.as_str())),
        Cell::maybe(power.map(PowerKey::as_str)),
        Cell::maybe(footing),
        Cell::maybe(paper),
        some_slug(ground.map(|g| g.regime)),
        Cell::maybe(condition.map(ConditionKey::as_str)),
        Cell::maybe(ground.and_then(|g| g.authority).map(|id| id.0)),
        Cell::maybe(ground.and_then(|g| g.permission).map(|id| id.0)),
        some_slug(until),
        some_slug(bar),
        clause.as_str().into(),
    ]
}

fn footing(footing: Footing) -> (Option<&'static str>, Option<Uuid>) {
    match footing {
        Footing::Power => (Some("power"), None),
        Footing::ChosenPower(choice) => (Some("chosen_power"), Some(choice.0)),
        Footing::Consent(consent) => (Some("consent"), Some(consent.0)),
    }
}

/// An answer read back; a mixture of answers is none.
pub(super) fn read(row: &mut Cells) -> Result<Answer, RecordError> {
    let name = row.text()?;
    let ground = ground(row)?;
    let (until, bar): (Option<Until>, Option<Bar>) = (row.some_slug()?, row.some_slug()?);
    let clause = Clause::new(row.text()?);
    match (&*name, ground, until, bar) {
        ("permitted", Some(ground), None, None) => {
            Ok(Answer::Permitted(Ground { clause, ..ground }))
        }
        ("held", None, Some(until), None) => Ok(Answer::Held(until, clause)),
        ("refused", None, None, Some(bar)) => Ok(Answer::Refused(bar, clause)),
        _ => Err(WRONG),
    }
}

fn ground(row: &mut Cells) -> Result<Option<Ground>, RecordError> {
    let (purpose, power) = (row.some_text()?, row.some_text()?);
    let (footing, paper) = (row.some_text()?, row.some_id()?);
    let (regime, condition): (Option<Regime>, _) = (row.some_slug()?, row.some_text()?);
    let (authority, permission) = (row.some_id()?, row.some_id()?);
    let footing = match (footing.as_deref(), paper) {
        (None, None) => None,
        (Some("power"), None) => Some(Footing::Power),
        (Some("chosen_power"), Some(id)) => Some(Footing::ChosenPower(ChoiceId(id))),
        (Some("consent"), Some(id)) => Some(Footing::Consent(ConsentId(id))),
        _ => return Err(WRONG),
    };
    match (purpose, footing, regime) {
        (Some(purpose), Some(footing), Some(regime)) => Ok(Some(Ground {
            purpose: PurposeKey::new(purpose),
            power: power.map(PowerKey::new),
            footing,
            regime,
            condition: condition.map(ConditionKey::new),
            authority: authority.map(AuthorityId),
            permission: permission.map(PermissionId),
            clause: Clause::new(""),
        })),
        (None, None, None) => Ok(None),
        _ => Err(WRONG),
    }
}
