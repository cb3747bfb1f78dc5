//! Items as they are said: of every case under discussion alike, shared of each where each lets it be shared (`0024`).

use super::door::InSession;
use super::jointly::nth;
use super::proceedings::Proceedings;
use super::tidying::Line;
use crate::grounds::OnFile;
use crate::ids::ItemId;
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{Assessment, Proposal, SharedItem, assess};
use crate::trade::At;
use crate::words::Words;

impl InSession {
    /// Records an item of every case under discussion: shared where every recipient may have it in each of them, held in each
    /// otherwise. Answers how it stands under the open one.
    ///
    /// # Errors
    /// The gate's and the weighing's.
    pub fn record_item(
        &mut self,
        proposal: Proposal,
        id: ItemId,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<&SharedItem, Refusal> {
        self.0.gate()?;
        let each = self.0.weighed_of_each(&proposal, id, at, (pack, on_file))?;
        let stands = |weighed: Assessment| match weighed.clone().share() {
            Ok(item) => item,
            Err(_) => weighed.hold(),
        };
        self.keep(each.into_iter().map(stands).collect())
    }

    /// Records an item that the room has heard though somebody in it may not have it: who heard it, which clause stands against
    /// it, what the chair did. What stands against it in one of the cases under discussion does so in each.
    ///
    /// # Errors
    /// The gate's and the weighing's; [`Refusal::MayBeShared`] where nothing stands against it in any of them;
    /// [`Refusal::NothingWritten`] where it is not said what the chair did.
    pub fn record_heard(
        &mut self,
        proposal: Proposal,
        chair_did: Words,
        id: ItemId,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<&SharedItem, Refusal> {
        self.0.gate()?;
        let each = self.0.weighed_of_each(&proposal, id, at, (pack, on_file))?;
        let heard = each.into_iter().map(|one| one.heard(chair_did.clone()));
        let heard = heard.collect::<Result<_, _>>()?;
        self.keep(heard)
    }

    /// One utterance, a line under each of its cases.
    fn keep(&mut self, items: Vec<SharedItem>) -> Result<&SharedItem, Refusal> {
        let first = self.0.items.len();
        let lines = items.iter().map(|item| Line::Item(item.parts().id));
        self.0.breathe(lines.collect());
        self.0.items.extend(items);
        self.0.items.get(first).ok_or(Refusal::NoSuchLine)
    }
}

impl Proceedings {
    /// A line weighed for every case under discussion, each answer as strict as the strictest of them, so that it is shared of
    /// all or of none; the open case first.
    fn weighed_of_each(
        &self,
        proposal: &Proposal,
        id: ItemId,
        at: At,
        (pack, on_file): (&Pack, &OnFile),
    ) -> Result<Vec<Assessment>, Refusal> {
        let places = self.discussed().into_iter().enumerate();
        let weigh = |(n, place)| {
            let (id, proposal) = (ItemId(nth(id.0, n)), proposal.clone());
            assess(proposal, id, at, place, self, pack, on_file)
        };
        let each = places.map(weigh).collect::<Result<Vec<_>, _>>()?;
        let bound = |one: &Assessment| each.iter().fold(one.clone(), Assessment::bound_by);
        Ok(each.iter().map(bound).collect())
    }
}
