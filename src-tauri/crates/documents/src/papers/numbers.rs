//! The numbers by which one paper speaks of what stands on another.

use protocol::ids::{ActionId, ItemId};
use protocol::meeting::Proceedings;
use protocol::sharing::Standing;
use std::collections::BTreeMap;

/// One count through the meeting for what was shared and one for what was agreed: the minutes, the
/// plans, the sheets and the disclosure record use the same.
pub(super) struct Numbers {
    items: BTreeMap<ItemId, usize>,
    actions: BTreeMap<ActionId, usize>,
}

impl Numbers {
    pub fn of(p: &Proceedings) -> Self {
        let shared = p.items.iter().map(|item| item.parts());
        let shared = shared.filter(|item| item.standing == Standing::Shared);
        let agreed = p.actions.iter().filter(|action| action.undone.is_none());
        Self {
            items: shared.zip(1..).map(|(item, n)| (item.id, n)).collect(),
            actions: agreed.zip(1..).map(|(action, n)| (action.id, n)).collect(),
        }
    }

    /// "S12"; nothing for what is held or was taken back.
    pub fn item(&self, id: ItemId) -> Option<String> {
        self.items.get(&id).map(|n| format!("S{n}"))
    }

    /// "A7"; empty for an action of an earlier meeting.
    pub fn action(&self, id: ActionId) -> String {
        self.actions
            .get(&id)
            .map_or_else(String::new, |n| format!("A{n}"))
    }
}
