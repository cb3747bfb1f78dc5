//! Consents, waivers and restrictions of a case: each change is one entry about that person (§1.8).

use super::forms::{
    ConsentForm, GroundsView, LiftRestrictionForm, RestrictionForm, WithdrawConsentForm,
    WithdrawPaperForm,
};
use super::{checking, reading, restricting};
use crate::cases::CaseIdForm;
use crate::faults::Faults;
use crate::problem::Problem;
use crate::session::Desk;
use crate::undoing::keep;
use protocol::grounds::{OnFile, Withdrawal};
use protocol::ids::{ConsentId, RestrictionId};
use protocol::refusal::Refusal;
use protocol::words::Words;
use record::tables::Filed;
use record::{Entry, EntryKind};
use uuid::Uuid;

pub(crate) fn case_grounds(desk: &mut Desk, form: CaseIdForm) -> Result<GroundsView, Problem> {
    let view = reading::view(desk, form.case)?;
    let viewed = Entry::of(EntryKind::CaseViewed).about(form.case);
    desk.write(&viewed, |_| Ok(()))?;
    Ok(view)
}

pub(crate) fn save_consent(desk: &mut Desk, form: ConsentForm) -> Result<GroundsView, Problem> {
    let case = reading::case(desk, form.case)?.id;
    let id = ConsentId(desk.fresh().id()?);
    let consent = checking::consent(&form, id, desk.now(), &*desk.pack()?)?;
    file(desk, EntryKind::ConsentSaved, Filed::Consent(consent))?;
    reading::view(desk, case)
}

/// Takes a consent back: from this moment it is no ground for anything, nor for what is being typed.
pub(crate) fn withdraw_consent(
    desk: &mut Desk,
    form: WithdrawConsentForm,
) -> Result<GroundsView, Problem> {
    let withdrawal = withdrawal(desk, &form.told_by, &form.note)?;
    let file_of = reading::papers_of(desk, form.case)?;
    let mut found = file_of.consents.into_iter();
    let consent = found.find(|c| c.parts().id == form.consent);
    let mut consent = consent.ok_or_else(|| Problem::field("consent", "not_on_the_register"))?;
    consent.withdraw(withdrawal)?;
    file(desk, EntryKind::ConsentWithdrawn, Filed::Consent(consent))?;
    reading::view(desk, form.case)
}

/// Takes an authority, a permission or the chair's choice of a power back: it stops counting at once, also for what is being typed;
/// what was shared on it stays as it was (§4.3 DIP, §1.4.1, §1.8.2).
pub(crate) fn withdraw_paper(
    desk: &mut Desk,
    form: WithdrawPaperForm,
) -> Result<GroundsView, Problem> {
    let withdrawal = withdrawal(desk, &form.told_by, &form.note)?;
    let file_of = reading::papers_of(desk, form.case)?;
    let paper = taken_off(file_of, form.paper, withdrawal)?;
    let (kind, paper) = paper.ok_or_else(|| Problem::field("paper", "not_on_the_register"))?;
    file(desk, kind, paper)?;
    reading::view(desk, form.case)
}

/// The paper of that name, taken back.
fn taken_off(
    file_of: OnFile,
    paper: Uuid,
    by: Withdrawal,
) -> Result<Option<(EntryKind, Filed)>, Refusal> {
    let mut authorities = file_of.authorities.into_iter();
    if let Some(mut found) = authorities.find(|one| one.parts().id.0 == paper) {
        found.withdraw(by)?;
        let kind = EntryKind::AuthorityWithdrawn;
        return Ok(Some((kind, Filed::Authority(found))));
    }
    let mut permissions = file_of.permissions.into_iter();
    if let Some(mut found) = permissions.find(|one| one.parts().id.0 == paper) {
        found.withdraw(by)?;
        let kind = EntryKind::PermissionWithdrawn;
        return Ok(Some((kind, Filed::Permission(found))));
    }
    let mut choices = file_of.choices.into_iter();
    let Some(mut found) = choices.find(|one| one.parts().id.0 == paper) else {
        return Ok(None);
    };
    found.withdraw(by)?;
    Ok(Some((EntryKind::PowerWithdrawn, Filed::Choice(found))))
}

pub(crate) fn uphold_objection(
    desk: &mut Desk,
    form: RestrictionForm,
) -> Result<GroundsView, Problem> {
    let case = reading::case(desk, form.case)?.id;
    let id = RestrictionId(desk.fresh().id()?);
    let restriction = restricting::restriction(&form, id, desk.now(), &*desk.pack()?)?;
    let paper = Filed::Restriction(restriction);
    file(desk, EntryKind::RestrictionUpheld, paper)?;
    reading::view(desk, case)
}

pub(crate) fn lift_restriction(
    desk: &mut Desk,
    form: LiftRestrictionForm,
) -> Result<GroundsView, Problem> {
    let mut faults = Faults::default();
    let decided_by = faults.text("decided_by", &form.decided_by);
    let reason = faults.text("reason", &form.reason);
    faults.none()?;
    let lifted = taken_back(desk, &decided_by, Some(&reason))?;
    let file_of = reading::papers_of(desk, form.case)?;
    let mut found = file_of.restrictions.into_iter();
    let restriction = found.find(|r| r.id == form.restriction);
    let mut restriction =
        restriction.ok_or_else(|| Problem::field("restriction", "not_on_the_register"))?;
    restriction.lift(lifted)?;
    let paper = Filed::Restriction(restriction);
    file(desk, EntryKind::RestrictionLifted, paper)?;
    reading::view(desk, form.case)
}

/// Files a paper under one entry about its case; what is typed next is weighed with it.
pub(crate) fn file(desk: &mut Desk, kind: EntryKind, paper: Filed) -> Result<(), Problem> {
    keep(desk, (kind, paper.case()), &paper)
}

/// What is on file about the cases of the live meeting, as the record now has it.
pub(crate) fn refresh(desk: &mut Desk) -> Result<(), Problem> {
    let Ok(live) = desk.live() else { return Ok(()) };
    let on_file = reading::of_agenda(desk, live.meeting.proceedings())?;
    if let Some(live) = &mut desk.open_mut()?.live {
        live.on_file = on_file;
    }
    Ok(())
}

/// Who took it back, entered by whoever is signed in.
pub(crate) fn withdrawal(desk: &Desk, told_by: &str, note: &str) -> Result<Withdrawal, Problem> {
    let mut faults = Faults::default();
    let told_by = faults.text("told_by", told_by);
    faults.none()?;
    let note = Some(note.trim()).filter(|note| !note.is_empty());
    taken_back(desk, &told_by, note)
}

pub(super) fn taken_back(
    desk: &Desk,
    told_by: &str,
    note: Option<&str>,
) -> Result<Withdrawal, Problem> {
    Ok(Withdrawal {
        at: desk.now(),
        told_by: Words::new(told_by),
        noted_by: Words::new(desk.signed_in()?),
        note: note.map(Words::new),
    })
}
