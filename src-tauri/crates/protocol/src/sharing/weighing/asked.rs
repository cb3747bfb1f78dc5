//! Whose consent an item takes: the person's, that of the victims of whom it speaks (§2.2.5), or nobody's that is on file.

use super::scales::Scales;
use crate::grounds::{Consent, Whose};
use crate::ids::CaseId;
use crate::words::Words;

/// Whose consent it takes.
pub(super) enum Asked<'a> {
    /// The person under discussion.
    Subject,
    /// A witness, or a suspect or a convicted person who is not simply the person under discussion: nobody consents or permits in
    /// their place (§1.2.3, §1.4.1).
    SomebodyElse,
    /// Each of these victims; nobody where no victim's consent was ever on file.
    Victims(Vec<&'a Words>),
    /// Several victims' consents are on file, and what is said names none of them: one consents for none of the others.
    WhichVictim(Vec<&'a Words>),
}

impl<'a> Asked<'a> {
    /// Of one victim on file nobody has to say more; of several, the line names whom it means as their consent does.
    ///
    /// A consent that has ended counts as on file here: whoever took it back is a victim too. The protocol says only that a
    /// victim's details go with consent; that it has to be that very victim's is the safer reading.
    pub fn of(scales: &Scales<'a>, case: CaseId) -> Self {
        if scales.is_of_somebody_else() {
            return Self::SomebodyElse;
        }
        if !scales.is_of_a_victim() {
            return Self::Subject;
        }
        let of_case = scales
            .on_file
            .consents
            .iter()
            .filter(|c| c.parts().case == case);
        let mut names: Vec<&Words> = Vec::new();
        for name in of_case.filter_map(victim) {
            if !names.iter().any(|known| is_same(known, name)) {
                names.push(name);
            }
        }
        if names.len() < 2 {
            return Self::Victims(names);
        }
        let said = &scales.proposal.words;
        let named = names.iter().copied().filter(|n| said.name(n));
        let named: Vec<&Words> = named.collect();
        match named.is_empty() {
            true => Self::WhichVictim(names),
            false => Self::Victims(named),
        }
    }

    /// Whether a consent of somebody's bears on it. Of somebody else the person's own covers nothing; that it ended counts all the
    /// same: the line stands in their case, and a suspect may be themselves.
    pub fn is_of(&self, whose: &Whose) -> bool {
        match (self, whose) {
            (Self::Subject | Self::SomebodyElse, Whose::Subject) => true,
            (Self::Victims(names), Whose::Victim(name)) => names.iter().any(|n| is_same(n, name)),
            _ => false,
        }
    }
}

/// Whether a consent is that victim's.
pub(super) fn is_of_victim(consent: &Consent, name: &Words) -> bool {
    victim(consent).is_some_and(|theirs| is_same(theirs, name))
}

fn victim(consent: &Consent) -> Option<&Words> {
    match &consent.parts().whose {
        Whose::Victim(name) => Some(name),
        Whose::Subject => None,
    }
}

fn is_same(one: &Words, other: &Words) -> bool {
    one.apart() == other.apart()
}
