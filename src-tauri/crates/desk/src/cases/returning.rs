//! Somebody who was known before comes to the agenda again: their file is found by what is typed of them.

use super::checking::{self, Against};
use super::forms::{CaseForm, LikeCasesForm, LikeCasesView, LikeHere};
use super::reading::like;
use crate::faults::Faults;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::likeness::Marks;
use protocol::trade::MeetingKind;

/// The files that look like the same person's as the one who is being referred, closed ones too (§2.2).
pub(crate) fn like_cases(desk: &mut Desk, form: LikeCasesForm) -> Result<LikeCasesView, Problem> {
    let (today, pack) = (desk.today(), desk.pack()?);
    let cases = super::standing(desk)?;
    let p = desk.live()?.meeting.proceedings();
    let typed = CaseForm {
        forename: form.forename,
        surname: form.surname,
        born: form.born,
        ..CaseForm::empty(p.kind.into())
    };
    let against = Against {
        today,
        pack: &pack,
        cases: &cases,
    };
    // What is only half typed is no fault yet.
    let particulars = checking::particulars(&typed, &against, &mut Faults::default());
    let files = particulars.map(|one| like(&Marks::of(&one), cases.iter()));
    let on_it = |file: &super::LikeCase| p.slots.iter().any(|slot| slot.case.case == file.case);
    let here = |file: super::LikeCase| LikeHere {
        offered: MeetingKind::from(file.kind) == p.kind && !on_it(&file),
        file,
    };
    Ok(LikeCasesView {
        cases: files.into_iter().flatten().map(here).collect(),
    })
}
