//! What reaches somebody only after the meeting, weighed again before it does: what is still to be sent outside the room, and what was
//! shared beside the draft and goes with the signed minutes (§1.8.2, §2.1.1, §4.3 DIP).

use super::closed::Closed;
use super::proceedings::Proceedings;
use super::transfer::weighed_since;
use crate::grounds::{ConsentState, OnFile, Withdrawal};
use crate::ids::ItemId;
use crate::pack::Pack;
use crate::refusal::{Clause, Refusal};
use crate::sharing::{Answer, Fact, Footing, Ground, ItemParts, SharedItem, Standing};
use crate::trade::At;
use chrono::NaiveDate;

/// Somebody outside the room to whom an item was to be sent and may not be by now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotToBeSent {
    /// As they were named when it was shared.
    pub named: String,
    pub since: Since,
}

/// What came to stand against it, and on which day where that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Since {
    ObjectionUpheld(NaiveDate),
    ConsentWithdrawn(NaiveDate),
    /// The last day on which it counted.
    ConsentExpired(NaiveDate),
    AuthorityWithdrawn(NaiveDate),
    PermissionWithdrawn(NaiveDate),
    /// The power that the chair had chosen.
    ChoiceWithdrawn(NaiveDate),
    /// Whatever else asks for something that is not there.
    Otherwise(Clause),
}

impl Proceedings {
    /// Those outside the room to whom an item was to be sent and may not be by now: a consent has ended since, say, an authority
    /// been withdrawn or an objection upheld.
    ///
    /// # Errors
    /// The weighing's.
    pub fn not_to_be_sent(
        &self,
        item: &ItemParts,
        now: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Vec<NotToBeSent>, Refusal> {
        if item.pending.is_empty() || item.standing != Standing::Shared {
            return Ok(Vec::new());
        }
        let weighed = weighed_since(self, item, now, (pack, on_file))?;
        let then = item.pending.iter().map(|sent| &sent.answer);
        let by_now = weighed.parts().pending.iter().zip(then).enumerate();
        let stopped = by_now.filter_map(|(n, (sent, then))| {
            let (Answer::Held(_, clause) | Answer::Refused(_, clause)) = &sent.answer else {
                return None;
            };
            let since = upheld(weighed.facts_outside(n), on_file)
                .or_else(|| taken_back(then, now, on_file));
            Some(NotToBeSent {
                named: sent.to.named.clone(),
                since: since.unwrap_or_else(|| Since::Otherwise(clause.clone())),
            })
        });
        Ok(stopped.collect())
    }

    /// What was shared once the meeting had ended and may not be by now, with the clause that stands against it: whoever it was shared
    /// with has it with the minutes, and they are not signed.
    ///
    /// # Errors
    /// The weighing's.
    pub fn not_to_be_signed(
        &self,
        now: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Vec<(ItemId, Clause)>, Refusal> {
        let items = self.items.iter().map(SharedItem::parts);
        let beside_the_draft =
            |i: &&ItemParts| i.standing == Standing::Shared && i.released.is_some();
        let weigh = |item: &ItemParts| {
            let weighed = weighed_since(self, item, now, (pack, on_file))?;
            Ok(weighed.objection().map(|clause| (item.id, clause)))
        };
        let all = items.filter(beside_the_draft).map(weigh);
        all.filter_map(Result::transpose).collect()
    }
}

impl Closed {
    /// Whether whatever was shared beside the draft may still be.
    ///
    /// # Errors
    /// [`Refusal::NoLongerPermitted`], with the clause of the first that may not; the weighing's.
    pub(super) fn stands(&self, now: At, (pack, on_file): (&Pack, &OnFile)) -> Result<(), Refusal> {
        let p = &self.proceedings;
        let against = p.not_to_be_signed(now, pack, on_file)?.into_iter().next();
        against.map_or(Ok(()), |(_, clause)| {
            Err(Refusal::NoLongerPermitted(clause))
        })
    }
}

fn upheld(facts: &[Fact], on_file: &OnFile) -> Option<Since> {
    let by = facts.iter().find_map(|fact| match fact {
        Fact::StoppedBy(id) => Some(*id),
        _ => None,
    })?;
    let found = on_file.restrictions.iter().find(|r| r.id == by)?;
    Some(Since::ObjectionUpheld(found.upheld))
}

/// Of what it rested on when it was shared, whatever counts no more.
fn taken_back(then: &Answer, now: At, on_file: &OnFile) -> Option<Since> {
    let Answer::Permitted(ground) = then else {
        return None;
    };
    by_consent(ground, now, on_file).or_else(|| {
        let day = |withdrawn: &Option<Withdrawal>| {
            let taken = withdrawn.as_ref().filter(|taken| taken.at <= now);
            taken.map(|taken| taken.at.date_naive())
        };
        let mut authorities = on_file.authorities.iter().map(|a| a.parts());
        let authority = authorities.find(|one| Some(one.id) == ground.authority);
        let authority = authority.and_then(|one| day(&one.withdrawn));
        let mut permissions = on_file.permissions.iter().map(|p| p.parts());
        let permission = permissions.find(|one| Some(one.id) == ground.permission);
        let permission = permission.and_then(|one| day(&one.withdrawn));
        let mut choices = on_file.choices.iter().map(|c| c.parts());
        let choice = choices.find(|one| ground.footing == Footing::ChosenPower(one.id));
        let choice = choice.and_then(|one| day(&one.withdrawn));
        authority
            .map(Since::AuthorityWithdrawn)
            .or(permission.map(Since::PermissionWithdrawn))
            .or(choice.map(Since::ChoiceWithdrawn))
    })
}

fn by_consent(ground: &Ground, now: At, on_file: &OnFile) -> Option<Since> {
    let Footing::Consent(id) = ground.footing else {
        return None;
    };
    let consent = on_file.consents.iter().find(|c| c.parts().id == id)?;
    let parts = consent.parts();
    match consent.state(now) {
        ConsentState::Withdrawn => {
            let taken = parts.withdrawn.as_ref()?;
            Some(Since::ConsentWithdrawn(taken.at.date_naive()))
        }
        ConsentState::Expired => parts.expires.map(Since::ConsentExpired),
        ConsentState::InForce | ConsentState::NotYet => None,
    }
}
