//! Whose information a held item is, said afterwards: the owner who was asked is named with it.

use super::closed::Closed;
use super::door::InSession;
use super::proceedings::Proceedings;
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
        name_owner(&mut self.0, id, owner)
    }
}

impl Closed {
    /// The same, once the meeting has ended.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`] where no such item is held.
    pub fn name_owner(&mut self, id: ItemId, owner: Owner) -> Result<(), Refusal> {
        name_owner(&mut self.proceedings, id, owner)
    }
}

fn name_owner(p: &mut Proceedings, id: ItemId, owner: Owner) -> Result<(), Refusal> {
    let mut items = p.items.iter_mut();
    let held = items.find(|item| {
        let parts = item.parts();
        parts.id == id && parts.standing == Standing::Held
    });
    held.ok_or(Refusal::NoSuchLine)?.came_from(owner);
    Ok(())
}
