//! What is said about a case in one month, as lines for capture.

use serde::Deserialize;

/// The lines of one case at one meeting.
#[derive(Clone, PartialEq, Eq)]
pub struct Said<'s> {
    /// Four, where enough teams of the story are in the room.
    pub items: Vec<&'s str>,
    /// Three, likewise.
    pub actions: Vec<&'s str>,
    pub decision: Option<&'s str>,
    /// Now and then somebody disagrees.
    pub dissent: Option<&'s str>,
}

/// The bank of lines.
#[derive(Clone, Deserialize)]
pub struct Script {
    dissents: Vec<String>,
    stories: Vec<Story>,
}

#[derive(Clone, Deserialize)]
struct Story {
    story: String,
    items: Vec<String>,
    actions: Vec<String>,
    decisions: Vec<String>,
}

impl Script {
    /// One story, from which nobody dissents.
    pub(super) fn of_one(
        story: &str,
        items: Vec<String>,
        actions: Vec<String>,
        decisions: Vec<String>,
    ) -> Self {
        let story = Story {
            story: story.to_owned(),
            items,
            actions,
            decisions,
        };
        Self {
            dissents: Vec::new(),
            stories: vec![story],
        }
    }

    /// Which team says each line, and of which kind it is where it is of one.
    pub(super) fn said_by(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        let items = self.stories.iter().flat_map(|story| &story.items);
        let items = items.map(|line| (word(line, 0), Some(word(line, 1))));
        let actions = self.stories.iter().flat_map(|story| &story.actions);
        let after_a_sign = actions.chain(&self.dissents);
        items.chain(after_a_sign.map(|line| (word(line, 1), None)))
    }
}

/// How many months of lines a story holds.
const MONTHS: usize = 3;

impl Script {
    /// Composes a month; cases that share a story begin in different months of it, so that no two of three sound alike.
    pub fn said(
        &self,
        story: &str,
        place: usize,
        month: usize,
        before: usize,
        room: &[&str],
    ) -> Said<'_> {
        let found = self.stories.iter().find(|known| known.story == story);
        let month = (month + before) % MONTHS;
        let disagrees = place % 7 == 3;
        let dissent = self.dissents.iter().cycle().skip(place / 7 + month);
        Said {
            items: found.map_or_else(Vec::new, |s| from(&s.items, month * 4, 4, 0, room)),
            actions: found.map_or_else(Vec::new, |s| from(&s.actions, month * 3, 3, 1, room)),
            decision: found
                .and_then(|s| s.decisions.get(month))
                .map(String::as_str),
            dissent: dissent
                .take(self.dissents.len())
                .map(String::as_str)
                .find(|line| disagrees && in_room(line, 1, room)),
        }
    }
}

/// This many lines from a place on, going round, by teams that are in the room.
fn from<'s>(
    lines: &'s [String],
    first: usize,
    count: usize,
    word: usize,
    room: &[&str],
) -> Vec<&'s str> {
    let round = lines.iter().cycle().skip(first).take(lines.len());
    round
        .map(String::as_str)
        .filter(|line| in_room(line, word, room))
        .take(count)
        .collect()
}

fn word(line: &str, n: usize) -> &str {
    line.split(' ').nth(n).unwrap_or_default()
}

/// Whether the team whose capture key is this word of the line is in the room.
fn in_room(line: &str, word: usize, room: &[&str]) -> bool {
    line.split(' ')
        .nth(word)
        .is_some_and(|key| room.contains(&key))
}
