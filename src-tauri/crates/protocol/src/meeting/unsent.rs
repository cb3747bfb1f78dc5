//! What was shared for somebody outside the room, weighed again before it is sent (§1.8.2).

use super::proceedings::Proceedings;
use super::transfer::weighed_since;
use crate::grounds::OnFile;
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{ItemParts, Standing};
use crate::trade::At;

impl Proceedings {
    /// Those outside the room to whom an item was to be sent and may not be by now: a consent has ended since, say, or an
    /// objection been upheld.
    ///
    /// # Errors
    /// The weighing's.
    pub fn not_to_be_sent(
        &self,
        item: &ItemParts,
        now: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Vec<String>, Refusal> {
        if item.pending.is_empty() || item.standing != Standing::Shared {
            return Ok(Vec::new());
        }
        let weighed = weighed_since(self, item, now, (pack, on_file))?;
        let pending = weighed.parts().pending.iter();
        let stopped = pending.filter(|sent| !sent.answer.is_permitted());
        Ok(stopped.map(|sent| sent.to.named.clone()).collect())
    }
}
