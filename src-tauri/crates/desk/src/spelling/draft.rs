//! The spelling pass over a meeting's lines, before its minutes are signed.

use super::commands::doubtful;
use super::forms::{DoubtfulLine, DraftSpellingView};
use super::names::Names;
use crate::ending::meeting_of;
use crate::live::{LineName, WordsName, beside_the_lines};
use crate::meetings::MeetingForm;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::ids::TeamKey;
use protocol::meeting::{Meeting, Place, Proceedings};
use protocol::pack::Pack;
use protocol::sharing::Standing;
use protocol::words::Words;

/// Every line that was not taken back and has a doubtful word; a signed meeting has none, for nothing in it can be tidied.
pub(super) fn draft(desk: &Desk, form: &MeetingForm) -> Result<DraftSpellingView, Problem> {
    let meeting = meeting_of(desk, form.meeting)?;
    let pack = desk.pack()?;
    let names = Names::of(desk, &pack, Some(meeting.proceedings()))?;
    let mut all = match meeting {
        Meeting::Sealed(_) => Vec::new(),
        _ => lines(meeting.proceedings(), &pack),
    };
    for line in &mut all {
        line.doubtful = doubtful(desk, &names, &line.words);
    }
    all.retain(|line| !line.doubtful.is_empty());
    all.sort_by_key(|line| line.number.unwrap_or(u32::MAX));
    Ok(DraftSpellingView {
        dictionary: desk.british.is_here(&*desk.surroundings),
        lines: all,
    })
}

fn lines(p: &Proceedings, pack: &Pack) -> Vec<DoubtfulLine> {
    let team = |key: &TeamKey| Some(pack.team_called(key));
    let items = p.items.iter().map(|item| item.parts());
    let items = items.filter(|item| !matches!(item.standing, Standing::Undone { .. }));
    let items = items.map(|item| {
        let name = LineName::Item { item: item.id };
        line(
            p,
            WordsName::Line(name),
            item.place,
            team(&item.team),
            &item.words,
        )
    });
    let actions = p.actions.iter().filter(|action| action.undone.is_none());
    let actions = actions.map(|action| {
        let name = LineName::Action { action: action.id };
        let owner = team(&action.owner.team);
        line(p, WordsName::Line(name), action.place, owner, &action.words)
    });
    let decisions = p.decisions.iter().filter(|d| d.undone.is_none());
    let decisions = decisions.map(|d| {
        let name = LineName::Decision { decision: d.id };
        line(p, WordsName::Line(name), d.place, None, &d.words)
    });
    let beside = beside_the_lines(p).into_iter();
    let beside = beside.map(|said| {
        let agency = said.team.as_ref().and_then(team);
        line(
            p,
            WordsName::Beside(said.name),
            said.place,
            agency,
            said.words,
        )
    });
    items
        .chain(actions)
        .chain(decisions)
        .chain(beside)
        .collect()
}

fn line(
    p: &Proceedings,
    line: WordsName,
    place: Place,
    agency: Option<String>,
    words: &Words,
) -> DoubtfulLine {
    DoubtfulLine {
        line,
        place: place.into(),
        number: p.number_of(place),
        agency,
        words: words.as_str().to_owned(),
        doubtful: Vec::new(),
    }
}
