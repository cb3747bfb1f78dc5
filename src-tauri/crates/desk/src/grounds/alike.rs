//! The other files that may be the same person's: what was put on one is named where another lacks it, and is put there too by one
//! press (§2.1.1, §1.8.2, §4.3 MAPPA). Whose file it is the chair says; a likeness decides nothing (§2.2).

use super::commands::{file, taken_back};
use super::forms::{ConsentThereForm, FlagThereForm, GroundsView, LikeFile, ObjectionThereForm};
use super::reading;
use crate::cases::reading::alike;
use crate::cases::{CaseChange, LikeCase};
use crate::meetings::FlagView;
use crate::problem::Problem;
use crate::session::Desk;
use crate::undoing::keep;
use protocol::cases::{Case, Flag};
use protocol::grounds::{Consent, OnFile, Restriction};
use protocol::ids::{CaseId, RestrictionId};
use record::EntryKind;
use record::tables::Filed;

/// Those files, the surest first, each with what of this one does not count there.
pub(super) fn files(desk: &Desk, case: &Case, here: &OnFile) -> Result<Vec<LikeFile>, Problem> {
    let cases = crate::cases::standing(desk)?;
    let others = alike(case, &cases).into_iter();
    let beside = |other: LikeCase| {
        let there = cases.iter().find(|one| one.id == other.case);
        let unflagged = there.map(|there| case.flags_missing_on(there, desk.today()));
        beside(desk, here, other, unflagged.unwrap_or_default())
    };
    others.map(beside).collect()
}

fn beside(
    desk: &Desk,
    here: &OnFile,
    file: LikeCase,
    unflagged: Vec<Flag>,
) -> Result<LikeFile, Problem> {
    let (at, pack) = (desk.now(), desk.pack()?);
    let there = reading::papers_of(desk, file.case)?;
    let consents = there.consents.iter();
    let still = consents.filter(|theirs| theirs.withdrawn_elsewhere(&here.consents, at).is_some());
    let restrictions = here.restrictions.iter();
    let lacks = restrictions.filter(|one| one.is_missing_among(&there.restrictions, at));
    Ok(LikeFile {
        still: still
            .map(|one| reading::consent_row(one, Vec::new(), at, &pack))
            .collect(),
        unflagged: unflagged.into_iter().map(Into::into).collect(),
        lacks: lacks.map(|one| one.id).collect(),
        file,
    })
}

/// Files an objection that is in force here under another file of the same person: as it was decided, under an entry of its own.
pub(crate) fn file_objection_there(
    desk: &mut Desk,
    form: ObjectionThereForm,
) -> Result<GroundsView, Problem> {
    let here = reading::papers_of(desk, form.case)?;
    let lacks = |other: &LikeFile| other.lacks.contains(&form.restriction);
    let offered = is_offered(desk, (form.case, form.there), &here, lacks)?;
    let mut known = here.restrictions.iter();
    let known = known.find(|one: &&Restriction| offered && one.id == form.restriction);
    let known = known.ok_or_else(|| Problem::field("restriction", "not_on_the_register"))?;
    let there = known.filed_under(
        form.there,
        RestrictionId(desk.fresh().id()?),
        Some(desk.now()),
    );
    let kind = EntryKind::RestrictionUpheld;
    file(desk, kind, Filed::Restriction(there))?;
    reading::view(desk, form.case)
}

/// Takes a consent back on another file of the same person, as one was taken back here: whoever told us of that told us of this.
pub(crate) fn withdraw_consent_there(
    desk: &mut Desk,
    form: ConsentThereForm,
) -> Result<GroundsView, Problem> {
    let here = reading::papers_of(desk, form.case)?;
    let there = reading::papers_of(desk, form.there)?;
    let still = |other: &LikeFile| other.still.iter().any(|row| row.id == form.consent);
    let offered = is_offered(desk, (form.case, form.there), &here, still)?;
    let mut known = there.consents.into_iter();
    let known = known.find(|one: &Consent| offered && one.parts().id == form.consent);
    let missing = || Problem::field("consent", "not_on_the_register");
    let mut consent = known.ok_or_else(missing)?;
    let here = consent.withdrawn_elsewhere(&here.consents, desk.now());
    let here = here.ok_or_else(missing)?;
    let note = here.note.as_ref().map(|note| note.as_str());
    consent.withdraw(taken_back(desk, here.told_by.as_str(), note)?)?;
    file(desk, EntryKind::ConsentWithdrawn, Filed::Consent(consent))?;
    reading::view(desk, form.case)
}

/// Sets a flag of this file on another one of the same person, so that a chair stops there too.
pub(crate) fn flag_there(desk: &mut Desk, form: FlagThereForm) -> Result<GroundsView, Problem> {
    let (case, mut there) = (
        reading::case(desk, form.case)?,
        reading::case(desk, form.there)?,
    );
    let here = reading::papers_of(desk, form.case)?;
    let unflagged = |other: &LikeFile| other.unflagged.contains(&form.flag);
    let offered = is_offered(desk, (form.case, form.there), &here, unflagged)?;
    let mut flags = case.flags_missing_on(&there, desk.today()).into_iter();
    let flag = flags.find(|flag| offered && FlagView::from(*flag) == form.flag);
    let flag = flag.ok_or_else(|| Problem::field("flag", "not_on_the_register"))?;
    *there.flags.place(flag) = true;
    let change = CaseChange::to(there, desk)?;
    keep(desk, (EntryKind::CaseSaved, Some(form.there)), &change)?;
    reading::view(desk, form.case)
}

/// Whether the other file may be the same person's and lacks what is to be put there.
fn is_offered(
    desk: &Desk,
    (case, there): (CaseId, CaseId),
    here: &OnFile,
    lacks: impl Fn(&LikeFile) -> bool,
) -> Result<bool, Problem> {
    let case = reading::case(desk, case)?;
    let files = files(desk, &case, here)?;
    Ok(files.iter().any(|one| one.file.case == there && lacks(one)))
}
