//! Whose information a held item is, said afterwards: the owner who was asked is named with it.

use super::door::InSession;
use crate::grounds::Owner;
use crate::ids::ItemId;
use crate::refusal::Refusal;
use crate::sharing::Standing;

impl InSession {
    /// Names the owner of a held item that left open whose it is (§1.4.1).
    ///
    /// # Errors
    /// The gate's; [`Refusal::NoSuchLine`] where no such item is held.
    pub fn name_owner(&mut self, id: ItemId, owner: Owner) -> Result<(), Refusal> {
        self.proceedings().gate()?;
        let mut items = self.0.items.iter_mut();
        let held = items.find(|item| {
            let parts = item.parts();
            parts.id == id && parts.standing == Standing::Held
        });
        held.ok_or(Refusal::NoSuchLine)?.came_from(owner);
        Ok(())
    }
}
