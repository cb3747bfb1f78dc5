//! Packs as they have been read: a meeting holds to the one that it opened with, and reading one takes longer than an Enter may.

use crate::partnership::Offered;
use crate::problem::{BrokenCode, Problem};
use crate::session::Desk;
use protocol::meeting::Proceedings;
use protocol::pack::Pack;
use record::tables::KeptPack;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The packs read since somebody signed in, by their number; a kept pack never changes.
#[derive(Default)]
pub(crate) struct Shelf {
    read: RefCell<BTreeMap<i64, Arc<Pack>>>,
    /// One from a file, looked over and not taken in.
    pub(crate) offered: Option<Offered>,
}

impl Desk {
    /// The pack in force today, which is not always the pack that a live meeting pinned.
    pub(crate) fn pack(&self) -> Result<Arc<Pack>, Problem> {
        let kept = self.record()?.read().packs().latest()?;
        self.shelved(kept)
    }

    /// The pack that a meeting pinned, whichever is in force today.
    pub(crate) fn pack_of(&self, p: &Proceedings) -> Result<Arc<Pack>, Problem> {
        let pinned = p.pinned.as_ref().ok_or_else(damaged)?;
        let kept = self.record()?.read().packs().pinned(pinned)?;
        self.shelved(kept)
    }

    /// The pack that a refusal cites: the one that the live meeting pinned, else the one in force.
    fn pack_now(&self) -> Result<Arc<Pack>, Problem> {
        let pinned = self.live().map(|live| live.pack.clone());
        pinned.or_else(|_| self.pack())
    }

    /// What each rule cites, by the rule's name.
    pub(crate) fn cited(&self) -> Result<BTreeMap<String, String>, Problem> {
        Ok(cited(&*self.pack_now()?))
    }

    /// A refusal with the clause of the agreement that it was refused by; whatever knew better has cited its own.
    pub(crate) fn citing(&self, problem: Problem) -> Problem {
        if !matches!(problem, Problem::Refused { .. }) {
            return problem;
        }
        match self.pack_now() {
            Ok(pack) => problem.citing(&pack.clauses),
            Err(_) => problem,
        }
    }

    /// A kept pack, read once.
    pub(crate) fn shelved(&self, kept: Option<KeptPack>) -> Result<Arc<Pack>, Problem> {
        let kept = kept.ok_or_else(damaged)?;
        let mut shelf = self.open()?.packs.read.borrow_mut();
        if let Some(pack) = shelf.get(&kept.number) {
            return Ok(pack.clone());
        }
        let hashes = (kept.texts_hash, kept.rules_hash);
        let pack = Pack::kept(&kept.toml, hashes).map_err(|_| damaged())?;
        let pack = Arc::new(pack);
        shelf.insert(kept.number, pack.clone());
        Ok(pack)
    }
}

/// What each rule cites under an agreement, by the rule's name.
pub(crate) fn cited(pack: &Pack) -> BTreeMap<String, String> {
    let all = pack.clauses.all().into_iter();
    let cited = all.map(|(rule, clause)| (rule.to_owned(), clause.to_string()));
    cited.collect()
}

#[cfg(test)]
mod tests;

fn damaged() -> Problem {
    Problem::broken(BrokenCode::RecordDamaged)
}
