//! The spelling pass over a meeting's lines, before its minutes are signed.

use super::commands::doubtful;
use super::forms::{DoubtfulLine, DraftSpellingView};
use super::names::Names;
use crate::ending::meeting_of;
use crate::live::LineName;
use crate::meetings::MeetingForm;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::meeting::{Meeting, Place, Proceedings};
use protocol::pack::Pack;
use protocol::sharing::Standing;

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
    let team = |key| pack.team(key).map(|team| team.short_name.clone());
    let items = p.items.iter().map(|item| item.parts());
    let items = items.filter(|item| !matches!(item.standing, Standing::Undone(_)));
    let items = items.map(|item| {
        let name = LineName::Item { item: item.id };
        line(p, name, item.place, team(&item.team), item.words.as_str())
    });
    let actions = p.actions.iter().filter(|action| action.undone.is_none());
    let actions = actions.map(|action| {
        let name = LineName::Action { action: action.id };
        line(
            p,
            name,
            action.place,
            team(&action.owner.team),
            action.words.as_str(),
        )
    });
    let decisions = p
        .decisions
        .iter()
        .filter(|decision| decision.undone.is_none());
    let decisions = decisions.map(|decision| {
        let name = LineName::Decision {
            decision: decision.id,
        };
        line(p, name, decision.place, None, decision.words.as_str())
    });
    items.chain(actions).chain(decisions).collect()
}

fn line(
    p: &Proceedings,
    line: LineName,
    place: Place,
    agency: Option<String>,
    words: &str,
) -> DoubtfulLine {
    let slot = |place| {
        p.slots
            .iter()
            .position(|slot| Place::Case(slot.id) == place)
    };
    DoubtfulLine {
        line,
        place: place.into(),
        number: slot(place).and_then(|at| u32::try_from(at + 1).ok()),
        agency,
        words: words.to_owned(),
        doubtful: Vec::new(),
    }
}
