//! Whose judgement it was that an item is necessary and proportionate (§1.6.3): recorded where somebody made it, claimed of nobody else.

use super::ground::{Answer, Footing};
use super::item::ItemParts;
use crate::ids::{AttendanceId, AuthorityId, ChoiceId};
use std::collections::BTreeSet;

/// A judgement that somebody made for themselves, with its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// The chair took a purpose and a power for this item, with the reason.
    Taken(AttendanceId),
    /// The chair chose a power for some agencies, with the reason (§1.5.1).
    Choice(ChoiceId),
    /// A manager authorised it in writing (§4.3 DIP).
    Authority(AuthorityId),
}

impl ItemParts {
    /// Every judgement that it rests on. Where there is none the agreement's rules alone answered, and whoever shared it answers
    /// for its being necessary and proportionate.
    pub fn judgements(&self) -> BTreeSet<Judgement> {
        let taken = self.chosen.as_ref().map(|c| Judgement::Taken(c.by));
        self.answers().flat_map(of).chain(taken).collect()
    }

    /// Whether nobody has it by the rules alone.
    pub fn is_judged_throughout(&self) -> bool {
        let mut answers = self.answers().peekable();
        let some = answers.peek().is_some();
        self.chosen.is_some() || (some && answers.all(|answer| of(answer).next().is_some()))
    }

    /// For everybody but whoever spoke.
    fn answers(&self) -> impl Iterator<Item = &Answer> {
        let speaker = self.speaker();
        let here = self.receipts.iter();
        let here = here.filter(move |receipt| Some(receipt.attendance) != speaker);
        let outside = self.pending.iter().map(|pending| &pending.answer);
        here.map(|receipt| &receipt.answer).chain(outside)
    }
}

fn of(answer: &Answer) -> impl Iterator<Item = Judgement> {
    let ground = match answer {
        Answer::Permitted(ground) => Some(ground),
        Answer::Held(..) | Answer::Refused(..) => None,
    };
    let choice = ground.and_then(|ground| match ground.footing {
        Footing::ChosenPower(id) => Some(Judgement::Choice(id)),
        Footing::Power | Footing::Consent(_) => None,
    });
    let authority = ground.and_then(|ground| ground.authority);
    choice
        .into_iter()
        .chain(authority.map(Judgement::Authority))
}
