//! What was struck from a line, and every wording that it has had.

use super::amending_forms::{LineHistoryForm, LineHistoryView, StruckRow, VersionRow};
use super::line_rows::clock;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::meeting::{Line, Proceedings, Wording};

pub(super) fn struck(p: &Proceedings, line: Line) -> Vec<StruckRow> {
    let row = |c: &protocol::meeting::Correction| StruckRow {
        words: c.before.as_str().to_owned(),
        by: c.by.by.clone(),
        at: clock(c.by.at),
    };
    p.corrections_of(line).map(row).collect()
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
    let name = |id| {
        let user = users.iter().find(|user| user.id == id);
        user.map(|user| user.name.as_str().to_owned())
            .unwrap_or_default()
    };
    let row = |version: record::tables::Version| VersionRow {
        words: version.words.map(|words| words.as_str().to_owned()),
        by: name(version.by),
        at: clock(version.at),
    };
    Ok(LineHistoryView {
        versions: versions.into_iter().map(row).collect(),
    })
}
