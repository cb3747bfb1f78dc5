//! Which case each part of a meeting is about, so that its words lie in a body of that person's own.

use protocol::ids::CaseId;
use protocol::meeting::{Correction, Line, Place, Proceedings};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The case of every part that is about one, by the part's own identifier.
#[derive(Default)]
pub(super) struct Cases(BTreeMap<Uuid, CaseId>);

impl Cases {
    pub fn of(p: &Proceedings) -> Self {
        let mut cases = Self::default();
        for slot in &p.slots {
            cases.0.insert(slot.id.0, slot.case.case);
        }
        for item in &p.items {
            cases.put(item.parts().id.0, item.parts().place);
        }
        for decision in &p.decisions {
            cases.put(decision.id.0, decision.place);
        }
        for action in p.actions.iter().chain(&p.carried) {
            let own = action.case.map(|case| (action.id.0, case));
            cases.0.extend(own);
        }
        for correction in &p.corrections {
            let of_line = cases.of_line(correction);
            cases.0.extend(of_line.map(|case| (correction.id.0, case)));
        }
        cases
    }

    /// The case that the part is about, where it is about one.
    pub fn get(&self, part: Uuid) -> Option<CaseId> {
        self.0.get(&part).copied()
    }

    fn put(&mut self, part: Uuid, place: Place) {
        if let Place::Case(slot) = place
            && let Some(case) = self.get(slot.0)
        {
            self.0.insert(part, case);
        }
    }

    fn of_line(&self, correction: &Correction) -> Option<CaseId> {
        match correction.line {
            Line::Item(id) => self.get(id.0),
            Line::Action(id) => self.get(id.0),
            Line::Decision(id) => self.get(id.0),
            Line::Silence(_) => None,
        }
    }
}
