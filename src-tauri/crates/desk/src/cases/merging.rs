//! Two files of one person in one cohort: made one with a trace, told apart, or put back as they were.

use super::commands::page;
use super::forms::{CaseIdForm, CasePage, CasesView};
use super::merge_forms::{CasePairForm, CasePairView, MergeCasesForm};
use super::merged::{self, FilesApart};
use crate::meetings::in_planned;
use crate::problem::Problem;
use crate::session::Desk;
use crate::undoing::keep;
use protocol::cases::Case;
use protocol::file_merges::{
    BeforeMerge, Detail, FileMerge, MergedSlot, consents_that_end, may_merge, may_part, merged,
};
use protocol::grounds::Consent;
use protocol::ids::CaseId;
use protocol::refusal::Refusal;
use record::tables::{CaseWords, Filed, FiledWords, MeetingChange, MergeWords};
use record::{Entry, EntryKind};

/// The two side by side; looking at both is entered, as looking at one is.
pub(crate) fn compare_cases(desk: &mut Desk, form: CasePairForm) -> Result<CasePairView, Problem> {
    let pair = both(desk, form.stays, form.absorbed)?;
    let view = merged::compared(desk, &pair)?;
    let viewed = Entry::of(EntryKind::CaseViewed)
        .about(pair.0.id)
        .with("beside", pair.1.id.to_string())
        .about(pair.1.id)
        .with("beside", pair.0.id.to_string());
    desk.write(&viewed, |_| Ok(()))?;
    Ok(view)
}

/// Lets one file count as the other: what was put on it is found there, and it stays in the record, closed (§2.2, accuracy).
pub(crate) fn merge_cases(desk: &mut Desk, form: MergeCasesForm) -> Result<CasePage, Problem> {
    let (stays, absorbed) = both(desk, form.stays, form.absorbed)?;
    mergeable(desk, &stays, &absorbed)??;
    let taken: Vec<Detail> = form.take.into_iter().map(Detail::from).collect();
    let kept = merged(&stays, &absorbed, &taken);
    let ending = ending(desk, &stays, &absorbed)?;
    let (was, ended): (Vec<Consent>, Vec<Consent>) = ending.into_iter().unzip();
    let mut slots: Vec<MergedSlot> = Vec::new();
    let changes = in_planned(desk, |planned| {
        slots.extend(planned.merge_files(absorbed.id, &kept.heading()));
        Ok(())
    })?;
    let merge = FileMerge {
        absorbed: absorbed.id,
        into: stays.id,
        at: desk.now(),
        by: desk.signed_in()?,
    };
    let before = BeforeMerge {
        stays,
        consents: was,
        slots,
    };
    let closed = Case {
        closed: Some(desk.today()),
        ..absorbed
    };
    let consents: Vec<Filed> = ended.into_iter().map(Filed::Consent).collect();
    let entry = traced(EntryKind::CasesMerged, &merge, [&kept, &closed]);
    let entry = with_words(entry, &changes, &consents).with_words(MergeWords::of(&merge, &before));
    desk.write(&entry, |tables| {
        for change in &changes {
            tables.meetings().apply(change)?;
        }
        tables.cases().save(&kept)?;
        tables.cases().save(&closed)?;
        consents
            .iter()
            .try_for_each(|paper| tables.on_file().save(paper))?;
        tables.file_merges().add(&merge, &before)
    })?;
    page(desk, merge.into)
}

/// Lets a file stand for itself again, as long as nothing was built upon the two as one.
pub(crate) fn unmerge_case(desk: &mut Desk, form: CaseIdForm) -> Result<CasePage, Problem> {
    let reading = desk.record()?.read();
    let merges = reading.file_merges().all()?;
    let merge = merges.into_iter().find(|merge| merge.absorbed == form.case);
    let merge = merge.ok_or_else(|| Problem::field("case", "file_not_merged"))?;
    may_part(reading.file_merges().since(&merge)?)?;
    let before = reading.file_merges().before(merge.absorbed)?;
    let before = before.ok_or(Refusal::BuiltUpon)?;
    let opened = Case {
        closed: None,
        ..file(desk, merge.absorbed, "case")?
    };
    let stays = &before.stays;
    let changes = in_planned(desk, |planned| {
        planned.refresh_case(&stays.heading());
        let meeting = planned.proceedings().id;
        for slot in before.slots.iter().filter(|slot| slot.meeting == meeting) {
            planned.part_files(slot, &opened.heading(), &stays.heading());
        }
        Ok(())
    })?;
    let consents = before.consents.iter().cloned().map(Filed::Consent);
    let consents: Vec<Filed> = consents.collect();
    let entry = traced(EntryKind::CaseUnmerged, &merge, [stays, &opened]);
    desk.write(&with_words(entry, &changes, &consents), |tables| {
        for change in &changes {
            tables.meetings().apply(change)?;
        }
        tables.cases().save(stays)?;
        tables.cases().save(&opened)?;
        consents
            .iter()
            .try_for_each(|paper| tables.on_file().save(paper))?;
        tables.file_merges().remove(merge.absorbed)
    })?;
    page(desk, merge.into)
}

/// Remembers that two files that look alike are two people's, so that nobody is asked again.
pub(crate) fn tell_cases_apart(desk: &mut Desk, form: CasePairForm) -> Result<CasesView, Problem> {
    let (one, other) = both(desk, form.stays, form.absorbed)?;
    let apart = FilesApart(one.id, other.id);
    keep(desk, (EntryKind::CasesToldApart, None), &apart)?;
    super::commands::list(desk)
}

/// Whether the two may become one now.
pub(super) fn mergeable(
    desk: &Desk,
    stays: &Case,
    absorbed: &Case,
) -> Result<Result<(), Refusal>, Problem> {
    let merges = desk.record()?.read().file_merges();
    let agendas = merges.agendas([stays.id, absorbed.id])?;
    Ok(may_merge(stays, absorbed, &agendas))
}

/// The consents that end with it, each as it is and as it will be.
pub(super) fn ending(
    desk: &Desk,
    stays: &Case,
    absorbed: &Case,
) -> Result<Vec<(Consent, Consent)>, Problem> {
    let at = desk.now();
    let here = crate::grounds::reading::papers_of(desk, stays.id)?;
    let there = crate::grounds::reading::papers_of(desk, absorbed.id)?;
    Ok(consents_that_end(&here.consents, &there.consents, at))
}

/// Two files that each stand for themselves, both open.
fn both(desk: &Desk, stays: CaseId, absorbed: CaseId) -> Result<(Case, Case), Problem> {
    if stays == absorbed {
        return Err(Problem::field("absorbed", "same_file"));
    }
    let merges = desk.record()?.read().file_merges().all()?;
    let standing = |id: CaseId, field: &str| {
        if merges.iter().any(|merge| merge.absorbed == id) {
            return Err(Problem::field(field, "file_merged"));
        }
        let case = file(desk, id, field)?;
        match case.closed {
            None => Ok(case),
            Some(_) => Err(Problem::field(field, "file_closed")),
        }
    };
    Ok((standing(stays, "stays")?, standing(absorbed, "absorbed")?))
}

fn file(desk: &Desk, id: CaseId, field: &str) -> Result<Case, Problem> {
    let case = desk.record()?.read().cases().one(id)?;
    case.ok_or_else(|| Problem::field(field, "no_such_case"))
}

/// The trace in the journal: which file counts as which, and how both stand now.
fn traced(kind: EntryKind, merge: &FileMerge, files: [&Case; 2]) -> Entry {
    let entry = Entry::of(kind)
        .about(merge.into)
        .with("absorbed", merge.absorbed.to_string())
        .with("into", merge.into.to_string());
    let words = files.into_iter().map(CaseWords::of);
    words.fold(entry, Entry::with_words)
}

fn with_words(entry: Entry, changes: &[MeetingChange], papers: &[Filed]) -> Entry {
    let words = changes.iter().map(MeetingChange::words);
    let entry = words.fold(entry, Entry::with_words);
    let words = papers.iter().map(FiledWords::of);
    words.fold(entry, Entry::with_words)
}
