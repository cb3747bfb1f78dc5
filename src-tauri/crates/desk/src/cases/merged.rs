//! Which files may be one person's, which are, and how two of them compare.

use super::history;
use super::merge_forms::{
    AlikeCases, CasePairView, DetailRow, MergedFile, MergedIntoView, MergingView, PairedFile,
};
use super::merging::{ending, mergeable};
use super::reading::{choices, count, form};
use crate::along::{Along, Comes, Gone};
use crate::importing::LikenessView;
use crate::problem::{Problem, RefusalView};
use crate::session::Desk;
use crate::undoing::Outside;
use protocol::cases::Case;
use protocol::file_merges::{Detail, FileMerge, file_of, found_under, may_part};
use protocol::ids::CaseId;
use protocol::likeness::{Likeness, Marks, sure_pairs};
use protocol::meeting::Stage;
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use record::{Entry, RecordError, Tables};

/// The cases whose file stands for itself.
pub(crate) fn standing(desk: &Desk) -> Result<Vec<Case>, Problem> {
    let reading = desk.record()?.read();
    let (mut cases, merges) = (reading.cases().all()?, reading.file_merges().all()?);
    cases.retain(|case| file_of(case.id, &merges) == case.id);
    Ok(cases)
}

/// Whether a file was merged into another, and so is written to no more.
pub(crate) fn is_merged(desk: &Desk, case: CaseId) -> Result<bool, Problem> {
    let merges = desk.record()?.read().file_merges().all()?;
    Ok(file_of(case, &merges) != case)
}

/// Those of these files that surely look like one person's, in one cohort and open, and that nobody has told apart.
pub(super) fn alike(desk: &Desk) -> Result<Vec<AlikeCases>, Problem> {
    let mut cases = standing(desk)?;
    cases.retain(|case| case.closed.is_none());
    let apart = desk.record()?.read().file_merges().apart()?;
    let marks: Vec<Marks> = cases.iter().map(|c| Marks::of(&c.particulars)).collect();
    let left_out = |one: usize, other: usize| {
        let (one, other) = (&cases[one], &cases[other]);
        let pair = (one.id.min(other.id), one.id.max(other.id));
        (one.meeting, one.cohort) != (other.meeting, other.cohort) || apart.contains(&pair)
    };
    let pairs = sure_pairs(&marks, left_out).into_iter();
    let called = |case: &Case| format!("{}, {}", case.particulars.name.shown(), case.reference);
    let row = |(one, other, why): (usize, usize, Likeness)| AlikeCases {
        one: cases[one].id,
        one_called: called(&cases[one]),
        other: cases[other].id,
        other_called: called(&cases[other]),
        why: LikenessView::from(why),
    };
    Ok(pairs.map(row).collect())
}

/// Into which file a case was merged, if it was.
pub(super) fn into(case: &Case, cases: &[Case], merges: &[FileMerge]) -> Option<MergedIntoView> {
    let file = file_of(case.id, merges);
    let stays = cases.iter().find(|c| c.id == file && file != case.id)?;
    Some(MergedIntoView {
        case: stays.id,
        reference: stays.reference.clone(),
    })
}

/// What merging has to do with a case's page.
pub(super) fn view(desk: &Desk, case: &Case, like: &[CaseId]) -> Result<MergingView, Problem> {
    let reading = desk.record()?.read();
    let (merges, pack) = (reading.file_merges().all()?, desk.pack()?);
    let mut merged = Vec::new();
    for merge in merges.iter().rev().filter(|merge| merge.into == case.id) {
        let Some(file) = reading.cases().one(merge.absorbed)? else {
            continue;
        };
        let refused = may_part(reading.file_merges().since(merge)?).err();
        merged.push(MergedFile {
            case: file.id,
            reference: file.reference,
            name: file.particulars.name.shown(),
            on: merge.at.date_naive(),
            by: merge.by.clone(),
            refused: refused.map(|refusal| shown(&refusal, &pack)),
        });
    }
    let mut may = Vec::new();
    for id in like.iter().filter(|_| case.closed.is_none()) {
        let other = reading.cases().one(*id)?;
        let fits = |other: &Case| {
            other.closed.is_none() && (other.meeting, other.cohort) == (case.meeting, case.cohort)
        };
        may.extend(other.filter(fits).map(|other| other.id));
    }
    Ok(MergingView { may, merged })
}

/// The two side by side.
pub(super) fn compared(
    desk: &Desk,
    (stays, absorbed): &(Case, Case),
) -> Result<CasePairView, Problem> {
    let pack = desk.pack()?;
    let refused = mergeable(desk, stays, absorbed)?.err();
    let row = |detail: Detail| DetailRow {
        detail: detail.into(),
        missing: !detail.is_said(stays),
    };
    let differs = Detail::ALL.into_iter();
    let differs = differs.filter(|detail| detail.differs(stays, absorbed));
    Ok(CasePairView {
        differs: differs.map(row).collect(),
        consents_end: count(ending(desk, stays, absorbed)?.iter()),
        refused: refused.map(|refusal| shown(&refusal, &pack)),
        choices: choices(&pack, &desk.record()?.read().cases().all()?),
        stays: paired(desk, stays)?,
        absorbed: paired(desk, absorbed)?,
    })
}

fn shown(refusal: &Refusal, pack: &Pack) -> RefusalView {
    RefusalView::uncited(refusal, None).citing(&pack.clauses)
}

fn paired(desk: &Desk, case: &Case) -> Result<PairedFile, Problem> {
    let record = desk.record()?;
    let reading = record.read();
    let merges = reading.file_merges().all()?;
    let files = found_under(case.id, &merges);
    let papers = reading.on_file().of_all(&files)?;
    let open = reading.actions().open()?;
    let agendas = reading.file_merges().agendas([case.id, case.id])?;
    let planned = |stage: &&Stage| **stage == Stage::Planned;
    Ok(PairedFile {
        name: case.particulars.name.shown(),
        form: form(case, &*desk.pack()?),
        papers: count(papers.consents.iter())
            + count(papers.restrictions.iter())
            + count(papers.authorities.iter())
            + count(papers.permissions.iter())
            + count(papers.choices.iter())
            + count(papers.advice.iter()),
        open_actions: count(open.iter().filter(|a| a.case == Some(case.id))),
        meetings: count(history::of(record, &files)?.iter()),
        planned: count(agendas.iter().filter(planned)),
    })
}

/// Two files that look alike are two people's.
#[derive(Clone, Copy)]
pub(super) struct FilesApart(pub(super) CaseId, pub(super) CaseId);

impl Along for FilesApart {
    fn entered(&self, entry: Entry) -> Entry {
        self.named(entry)
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.file_merges().tell_apart(self.0, self.1)
    }

    fn before(&self, _: &Desk) -> Result<Outside, Problem> {
        Ok(vec![Box::new(Gone(*self))])
    }
}

impl Comes for FilesApart {
    fn goes(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.file_merges().ask_again(self.0, self.1)
    }

    fn named(&self, entry: Entry) -> Entry {
        entry
            .with("case", self.0.to_string())
            .with("other", self.1.to_string())
    }
}
