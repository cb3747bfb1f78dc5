//! The other files that may be the same person's: what was put on one is named where another lacks it, and an objection is filed
//! there too by one press (§2.1.1). Whose file it is the chair says; a likeness decides nothing (§2.2).

use super::commands::file;
use super::forms::{GroundsView, LikeFile, ObjectionThereForm};
use super::reading;
use crate::cases::LikeCase;
use crate::cases::reading::alike;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::cases::Case;
use protocol::grounds::{Consent, OnFile, Restriction};
use protocol::ids::RestrictionId;
use record::EntryKind;
use record::tables::Filed;

/// Those files, the surest first, each with what of this one does not count there.
pub(super) fn files(desk: &Desk, case: &Case, here: &OnFile) -> Result<Vec<LikeFile>, Problem> {
    let cases = desk.record()?.read().cases().all()?;
    let others = alike(case, &cases).into_iter();
    others.map(|other| beside(desk, here, other)).collect()
}

fn beside(desk: &Desk, here: &OnFile, file: LikeCase) -> Result<LikeFile, Problem> {
    let at = desk.now();
    let there = desk.record()?.read().on_file().of(Some(file.case))?;
    let still = |theirs: &Consent| here.consents.iter().any(|ours| theirs.outlives(ours, at));
    let lacks = |one: &&Restriction| one.is_missing_among(&there.restrictions, at);
    Ok(LikeFile {
        still_consents: there.consents.iter().any(still),
        lacks: here
            .restrictions
            .iter()
            .filter(lacks)
            .map(|one| one.id)
            .collect(),
        file,
    })
}

/// Files an objection that is in force here under another file of the same person: as it was decided, under an entry of its own.
pub(crate) fn file_objection_there(
    desk: &mut Desk,
    form: ObjectionThereForm,
) -> Result<GroundsView, Problem> {
    let case = reading::case(desk, form.case)?;
    let here = desk.record()?.read().on_file().of(Some(case.id))?;
    let lacks =
        |other: &LikeFile| other.file.case == form.there && other.lacks.contains(&form.restriction);
    let offered = files(desk, &case, &here)?.iter().any(lacks);
    let mut known = here.restrictions.iter();
    let known = known.find(|one| offered && one.id == form.restriction);
    let known = known.ok_or_else(|| Problem::field("restriction", "not_on_the_register"))?;
    let there = known.filed_under(
        form.there,
        RestrictionId(desk.fresh().id()?),
        Some(desk.now()),
    );
    let kind = EntryKind::RestrictionUpheld;
    file(desk, kind, Filed::Restriction(there))?;
    reading::view(desk, case.id)
}
