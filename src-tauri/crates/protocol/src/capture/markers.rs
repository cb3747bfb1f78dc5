//! The markers of an item: who is left out, who is added, and whether it is a judgement.

use super::labels;
use super::names::{Closeness, Names};
use super::sheet::Sheet;
use super::understood::{Also, Candidate, CaptureFault, LeftOut, Role};
use super::whom::{Whom, whom};
use crate::ids::TeamKey;
use crate::sharing::{Source, SubjectCategory};
use crate::trade::Basis;
use crate::words::Words;
use std::ops::Range;

/// Everything that an item's markers say.
pub(super) struct Markers {
    pub without: Vec<LeftOut>,
    pub also: Vec<Also>,
    pub basis: Basis,
    /// Whether the line says which it is.
    pub basis_said: bool,
    pub source: Source,
    pub about: Option<SubjectCategory>,
    /// Teams named with a `+`, and where.
    named_in: Vec<(usize, TeamKey)>,
}

/// Where a piece stands: next to the kind or at the end a sign is meant as one, in the midst of prose it may not be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zone {
    Leading,
    Midst,
    Trailing,
}

impl Markers {
    pub fn none() -> Self {
        Self {
            without: Vec::new(),
            also: Vec::new(),
            basis: Basis::Fact,
            basis_said: false,
            source: Source::Own,
            about: None,
            named_in: Vec::new(),
        }
    }

    /// Takes the markers out of the pieces of a range; what is left there are the words.
    pub fn take(
        &mut self,
        sheet: &mut Sheet,
        names: &Names,
        sharer: &TeamKey,
        range: Range<usize>,
    ) {
        let plain = |i: &usize| {
            sheet
                .text(*i)
                .is_some_and(|text| !looks_like_one(text, true))
        };
        let first = range.clone().find(plain).unwrap_or(range.end);
        let last = range.clone().rev().find(plain).unwrap_or(range.end);
        self.lone_sign(sheet, names, first, range.end);
        for index in range {
            let zone = match index {
                _ if index < first => Zone::Leading,
                _ if index > last => Zone::Trailing,
                _ => Zone::Midst,
            };
            self.take_one(sheet, names, sharer, index, zone);
        }
        self.out_and_in(sheet);
    }

    fn take_one(
        &mut self,
        sheet: &mut Sheet,
        names: &Names,
        sharer: &TeamKey,
        index: usize,
        zone: Zone,
    ) {
        let Some(text) = sheet.text(index) else {
            return;
        };
        if let Some(basis) = basis(text, zone == Zone::Leading) {
            self.basis = basis;
            self.basis_said = true;
            sheet.mark(index, Role::Basis);
        } else if labels::take(sheet, names, index, &mut self.source, &mut self.about) {
        } else if let Some(name) = left_out(text) {
            self.leave_out(sheet, names, sharer, index, zone, name);
        } else if let Some(name) = added(text) {
            self.add(sheet, names, index, zone, name);
        }
    }

    fn leave_out(
        &mut self,
        sheet: &mut Sheet,
        names: &Names,
        sharer: &TeamKey,
        index: usize,
        zone: Zone,
        name: &str,
    ) {
        let (whom, pieces) = whom(names, name, sheet.behind(index));
        match whom {
            Whom::Plain(people) => {
                sheet.means(index, Role::Without, people.iter().map(candidate).collect());
                sheet.join(index, pieces);
                if people.contains(&LeftOut::Team(sharer.clone())) {
                    sheet.fault(index, CaptureFault::LeavesOutSharer);
                }
                let new = people.into_iter().filter(|who| !self.without.contains(who));
                let new: Vec<_> = new.collect();
                self.without.extend(new);
            }
            Whom::Several(candidates) => {
                sheet.means(index, Role::Without, candidates);
                sheet.join(index, pieces);
                sheet.fault(index, CaptureFault::AmbiguousRecipient);
            }
            Whom::Nobody if zone == Zone::Midst => sheet.mark(index, Role::Doubtful),
            Whom::Nobody => {
                sheet.mark(index, Role::Without);
                sheet.fault(index, CaptureFault::UnknownRecipient);
            }
        }
    }

    fn add(&mut self, sheet: &mut Sheet, names: &Names, index: usize, zone: Zone, name: &str) {
        let Some(found) = names.teams_elsewhere(name) else {
            return self.add_unlisted(sheet, index, zone, name);
        };
        let candidates = found.all.iter().map(|team| team.entry.candidate());
        sheet.means(index, Role::Also, candidates.collect());
        match found.one() {
            Some(team) if team.seat.is_none() => {
                self.named_in.push((index, team.key.clone()));
                self.also_new(Also::Team(team.key.clone()));
            }
            Some(team) => {
                self.named_in.push((index, team.key.clone()));
                sheet.role_only(index, Role::AlreadyHere);
            }
            None => sheet.fault(index, CaptureFault::AmbiguousRecipient),
        }
    }

    /// Somebody whom the pack does not know is added only beside the kind; elsewhere it is prose, and nobody is added.
    fn add_unlisted(&mut self, sheet: &mut Sheet, index: usize, zone: Zone, name: &str) {
        if zone == Zone::Leading {
            sheet.mark(index, Role::Also);
            self.also_new(Also::Unlisted(Words::new(name)));
        } else {
            sheet.mark(index, Role::Doubtful);
        }
    }

    /// Whoever is both left out and added is neither until the line says which.
    fn out_and_in(&self, sheet: &mut Sheet) {
        for (index, team) in &self.named_in {
            if self.without.contains(&LeftOut::Team(team.clone())) {
                sheet.fault(*index, CaptureFault::OutAndIn);
            }
        }
    }

    fn also_new(&mut self, who: Also) {
        if !self.also.contains(&who) {
            self.also.push(who);
        }
    }

    /// A sign with a space behind it, before a name: whoever typed it thinks that somebody is left out.
    fn lone_sign(&self, sheet: &mut Sheet, names: &Names, at: usize, end: usize) {
        let lone = sheet
            .text(at)
            .is_some_and(|text| matches!(text, "-" | "\u{2013}" | "\u{2212}" | "+"));
        let next = sheet.text(at + 1).filter(|_| lone && at + 1 < end);
        let Some(name) = next.map(without_stop) else {
            return;
        };
        let close = |closeness| closeness <= Closeness::Name;
        let team = names
            .teams(name)
            .is_some_and(|found| close(found.closeness));
        let person = names
            .people(name)
            .is_some_and(|found| close(found.closeness));
        if (team || person) && name.chars().any(char::is_alphabetic) {
            sheet.fault(at, CaptureFault::LoneSign);
        }
    }
}

fn candidate(who: &LeftOut) -> Candidate {
    match who {
        LeftOut::Team(team) => Candidate::Team(team.clone()),
        LeftOut::Person(person) => Candidate::Person(*person),
    }
}

/// Whether a piece may be a marker, for telling the words from what stands round them.
pub(super) fn looks_like_one(text: &str, leading: bool) -> bool {
    basis(text, leading).is_some()
        || labels::is_one(text)
        || left_out(text).is_some()
        || added(text).is_some()
}

/// `j:` anywhere; the bare word only beside the kind, because elsewhere it is a word.
fn basis(text: &str, leading: bool) -> Option<Basis> {
    match text.to_lowercase().as_str() {
        "j:" | "judgement:" | "judgment:" => Some(Basis::ProfessionalJudgement),
        "judgement" | "judgment" if leading => Some(Basis::ProfessionalJudgement),
        "f:" | "fact:" => Some(Basis::Fact),
        _ => None,
    }
}

fn left_out(text: &str) -> Option<&str> {
    text.strip_prefix(['-', '\u{2013}', '\u{2212}'])
        .and_then(name)
}

fn added(text: &str) -> Option<&str> {
    text.strip_prefix('+').and_then(name)
}

/// A name begins with a letter, so that "-5 degrees" is prose; so are "-ve" and "+ve", which clinicians write.
fn name(text: &str) -> Option<&str> {
    let name = without_stop(text);
    (name.starts_with(char::is_alphabetic) && !name.eq_ignore_ascii_case("ve")).then_some(name)
}

fn without_stop(text: &str) -> &str {
    text.trim_end_matches([',', '.', ';', ':'])
}
