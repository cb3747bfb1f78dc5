//! The cases that a list brought, taken back one by one and put back one by one: each under an entry of its own about it alone, as they came.

use super::forms::{ImportView, PassedCase, PassedWhy, TakenOverView};
use super::views::view;
use crate::along::Gone;
use crate::cases::Numbering;
use crate::cases::reading::count;
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::Nothing;
use crate::undoing::{Outside, undo_one};
use protocol::cases::Case;
use protocol::ids::CaseId;
use protocol::refusal::Refusal;
use record::EntryKind;
use record::tables::LeansOn;

/// How many that stay are named: a chair reads no more of them, and their number is said.
const NAMED: usize = 50;

/// What a file brought; held until the next one is agreed to, or the record is locked.
pub(crate) struct TakenOver {
    name: String,
    /// In the order in which they came; the last one goes first.
    there: Vec<Case>,
    gone: Vec<Case>,
    /// Those that something has been built on: they stay.
    stay: Vec<(Case, PassedWhy)>,
    /// Those whose reference somebody else has now: they stay away.
    away: Vec<Case>,
}

impl TakenOver {
    pub(super) fn from(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            there: Vec::new(),
            gone: Vec::new(),
            stay: Vec::new(),
            away: Vec::new(),
        }
    }

    pub(super) fn comes(&mut self, case: Case) {
        self.there.push(case);
    }

    pub(super) fn view(&self) -> TakenOverView {
        let stay = self.stay.iter().map(|(case, why)| (case, *why));
        let away = self.away.iter();
        let passed = stay.chain(away.map(|case| (case, PassedWhy::ReferenceTaken)));
        TakenOverView {
            name: self.name.clone(),
            there: count(self.there.iter()),
            gone: count(self.gone.iter()),
            passed: count(passed.clone()),
            in_the_way: passed.take(NAMED).map(row).collect(),
        }
    }
}

fn row((case, why): (&Case, PassedWhy)) -> PassedCase {
    PassedCase {
        reference: case.reference.clone(),
        name: case.particulars.name.shown(),
        why,
    }
}

/// Takes the last of them back, unless something has been built on it since.
pub(crate) fn import_back(desk: &mut Desk, _: Nothing) -> Result<ImportView, Problem> {
    // A file that was agreed to has no more to bring; one that is looked at may stay.
    let import = &mut desk.open_mut()?.import;
    import.take_if(|import| import.agreed.is_some());
    let of = taken_over(desk)?;
    of.gone.append(&mut of.away);
    let case = of.there.last().cloned().ok_or(Refusal::NothingToUndo)?;
    let why = stays(desk, &case)?;
    if why.is_none() {
        put(desk, case.id, vec![Box::new(Gone(case.clone()))])?;
    }
    let of = taken_over(desk)?;
    of.there.pop();
    match why {
        Some(why) => of.stay.push((case, why)),
        None => of.gone.push(case),
    }
    view(desk)
}

/// Puts the first of those that are gone back, as it was and with the reference that it had.
pub(crate) fn import_again(desk: &mut Desk, _: Nothing) -> Result<ImportView, Problem> {
    let of = taken_over(desk)?;
    let stay = std::mem::take(&mut of.stay);
    of.there.extend(stay.into_iter().map(|(case, _)| case));
    let case = of.gone.last().cloned().ok_or(Refusal::NothingToUndo)?;
    let mut numbering = Numbering::now(desk)?;
    let free = !numbering.is_taken(&case.reference);
    if free {
        put(desk, case.id, vec![Box::new(case.clone())])?;
        numbering.add(&case.reference);
    }
    Numbering::stands(desk, numbering)?;
    let of = taken_over(desk)?;
    of.gone.pop();
    match free {
        true => of.there.push(case),
        false => of.away.push(case),
    }
    view(desk)
}

fn taken_over(desk: &mut Desk) -> Result<&mut TakenOver, Problem> {
    let of = desk.open_mut()?.taken_over.as_mut();
    of.ok_or_else(|| Refusal::NothingToUndo.into())
}

fn put(desk: &mut Desk, case: CaseId, outside: Outside) -> Result<(), Problem> {
    undo_one(desk, (EntryKind::CaseImported, case), outside).map(|_| ())
}

/// What has been built on a case since it came.
fn stays(desk: &Desk, came: &Case) -> Result<Option<PassedWhy>, Problem> {
    let cases = desk.record()?.read().cases();
    let why = match cases.leant_on(came.id, None)? {
        Some(LeansOn::Agenda) => Some(PassedWhy::OnAnAgenda),
        Some(LeansOn::File) => Some(PassedWhy::OnFile),
        None => None,
    };
    let changed = cases.one(came.id)?.as_ref() != Some(came);
    Ok(why.or(changed.then_some(PassedWhy::Changed)))
}
