//! What was struck from a line, and every wording that it has had.

use super::amending_forms::{LineHistoryForm, LineHistoryView, StruckRow, VersionRow};
use super::line_rows::clock;
use super::owing::before;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::meeting::{Line, Proceedings, Wording};
use protocol::trade::At;

pub(crate) fn struck(p: &Proceedings, of: impl Into<Wording>) -> Vec<StruckRow> {
    let row = |c: &protocol::meeting::Correction| StruckRow {
        words: c.before.as_str().to_owned(),
        by: c.by.by.clone(),
        at: moment(p, c.by.at),
    };
    p.corrections_of(of).map(row).collect()
}

/// The wordings of a line: tidied ones are printed nowhere, and each can be read here.
pub(crate) fn line_history(
    desk: &mut Desk,
    form: LineHistoryForm,
) -> Result<LineHistoryView, Problem> {
    let reading = desk.record()?.read();
    let users = reading.users().all()?;
    let versions = reading
        .meetings()
        .versions(form.meeting, Wording::from(form.line))?;
    let meeting = crate::ending::meeting_of(desk, form.meeting)?;
    let p = meeting.proceedings();
    let name = |id| {
        let user = users.iter().find(|user| user.id == id);
        user.map(|user| user.name.as_str().to_owned())
            .unwrap_or_default()
    };
    let row = |version: record::tables::Version| VersionRow {
        words: version.words.map(|words| words.as_str().to_owned()),
        by: name(version.by),
        at: moment(p, version.at),
    };
    let owed = match Wording::from(form.line) {
        // A meeting that has not opened has pinned no pack, and owes nothing yet.
        Wording::Of(Line::Action(action)) if p.pinned.is_some() => {
            let pack = desk.pack_of(p)?;
            before(p, &pack, action)
        }
        _ => Vec::new(),
    };
    Ok(LineHistoryView {
        versions: versions.into_iter().map(row).collect(),
        owed,
    })
}

/// When something was put right: with the day, where that is not the meeting's own and only one.
pub(crate) fn moment(p: &Proceedings, at: At) -> String {
    match p.is_on_its_day(at) {
        true => clock(at),
        false => format!("{} {}", at.format("%-d %b"), clock(at)),
    }
}
