//! The cases: what is said about each, and who comes, goes and is left out meanwhile.

use super::play::{Play, broken};
use super::script::{Pace, Stumble};
use super::turn::Turn;
use crate::live::{
    AgendaRow, AttendanceForm, AttendancesForm, DeferForm, DraftForm, ItemForm, LineName, LineRow,
    OpenCaseForm, OpenedView, PlaceView, ProgressView, RewordForm,
};
use crate::sign_in::Nothing;
use protocol::ids::{AttendanceId, ItemId, SlotId};

/// What is said about one case, as the sample has it.
struct Said {
    items: Vec<String>,
    actions: Vec<String>,
    decision: String,
    dissent: Option<String>,
}

impl Play<'_> {
    /// Every case but the last, which is put off where there is another.
    pub fn cases(&mut self) -> Result<(), Stumble> {
        let agenda = self.shown()?.agenda.iter();
        let waiting = agenda.filter(|row| row.progress == ProgressView::Waiting);
        let cases: Vec<AgendaRow> = waiting.filter(|r| r.number.is_some()).cloned().collect();
        let (of, put_off) = match cases.len() {
            0 | 1 => (cases.len(), None),
            more => (more - 1, cases.last()),
        };
        for (place, case) in cases.iter().take(of).enumerate() {
            self.case(case, Turn { place, of })?;
        }
        if let Some(slot) = put_off.and_then(slot_of) {
            let reason = "The worker who knows the case was called away.".to_owned();
            let form = DeferForm { slot, reason };
            self.go("defer_case", 20, |desk| desk.defer_case(form))?;
        }
        Ok(())
    }

    fn case(&mut self, case: &AgendaRow, turn: Turn) -> Result<(), Stumble> {
        let slot = slot_of(case).ok_or(broken("a case without a slot"))?;
        let because = match case.asks_a_choice {
            true => "The coordinator was rung and has no objection.",
            false => "",
        };
        let because = because.to_owned();
        let form = OpenCaseForm { slot, because };
        self.go("open_case", 10, |desk| desk.open_case(form))?;
        let said = self.said(case.reference.as_deref().unwrap_or_default());
        let out = self.items(&said, turn)?;
        self.visits(turn)?;
        self.silences(&said, turn)?;
        if let Some(out) = out {
            let attendances = vec![out];
            let form = AttendancesForm { attendances };
            self.go("step_back", 5, |desk| desk.step_back(form))?;
        }
        self.outcome(&said, turn)?;
        self.go("close_case", 10, |desk| desk.close_case(Nothing {}))
    }

    /// The sample's lines of this month, by teams that are in the room.
    fn said(&self, reference: &str) -> Said {
        let speakers = self.speakers();
        let room: Vec<&str> = speakers.iter().map(String::as_str).collect();
        let cases = self.sample.cases_at(self.script.kind, self.script.cases);
        let place = cases.iter().position(|c| c.form.reference == reference);
        let said = self
            .sample
            .said(&cases, place.unwrap_or(0), self.script.month, &room);
        // A month that is only to be looked back on is short, each line being a commit to the disk; but what twenty such
        // cases leave to be done is what a month really carries over, some 28 actions.
        let at = place.unwrap_or(0);
        let (items, actions) = match self.script.pace {
            Pace::Full => (usize::MAX, usize::MAX),
            Pace::Brief => (1 + at % 2, 1 + usize::from(at % 3 == 1)),
        };
        let some = |lines: &[&str], most| -> Vec<String> {
            lines
                .iter()
                .take(most)
                .map(|line| (*line).to_owned())
                .collect()
        };
        Said {
            items: some(&said.items, items),
            actions: some(&said.actions, actions),
            decision: said.decision.unwrap_or("= no action").to_owned(),
            dissent: said.dissent.map(str::to_owned),
        }
    }

    /// The items, and what happens between them; answers who has stepped out.
    fn items(&mut self, said: &Said, turn: Turn) -> Result<Option<AttendanceId>, Stumble> {
        let mut out = None;
        for (place, item) in said.items.iter().enumerate() {
            let team = first_word(item);
            let marked = match place {
                0 => self.leaving_out(item, team, turn),
                _ => item.clone(),
            };
            if self.speakers().iter().any(|key| key == team) {
                self.draft(&marked, place)?;
                self.line(&marked)?;
            }
            if place == 0 {
                self.slips(turn)?;
                self.late(turn)?;
                out = self.steps_out(said, turn)?;
            }
        }
        self.lengths(turn)?;
        Ok(out)
    }

    /// Now and then an agency in the room is left out, and another outside it is to be told.
    fn leaving_out(&self, item: &str, team: &str, turn: Turn) -> String {
        let mut line = item.to_owned();
        if turn.every(4)
            && let Some((_, other)) = self.another_team(&[team])
        {
            line += &format!(" -{other}");
        }
        let here = |key: &String| self.speakers().contains(key);
        let outside = self.sample.letters.outside.as_ref();
        if let Some(outside) = outside.filter(|key| turn.every(7) && !here(key)) {
            line += &format!(" +{outside}");
        }
        line
    }

    /// The power may be cut at any letter: half the line is kept first.
    fn draft(&mut self, line: &str, place: usize) -> Result<(), Stumble> {
        if place != 1 || !self.is_full() {
            return Ok(());
        }
        let half: String = line.chars().take(line.chars().count() / 2).collect();
        let cursor = u32::try_from(half.encode_utf16().count()).unwrap_or(0);
        let form = DraftForm {
            line: half,
            cursor,
            ..DraftForm::default()
        };
        self.ask("keep_draft", 3, |desk| desk.keep_draft(form))?;
        Ok(())
    }

    /// A line under the wrong case is taken back; the wording of another is tidied.
    fn slips(&mut self, turn: Turn) -> Result<(), Stumble> {
        let said = self.holders().pop();
        if let Some((by, kind)) = said.filter(|_| turn.every(6) && self.is_full()) {
            self.line(&format!("{by} {kind} Typed under the wrong case."))?;
            self.go("undo", 4, |desk| desk.undo(Nothing {}))?;
        }
        if !turn.every(5) || !self.is_full() {
            return Ok(());
        }
        let Some((line, words)) = self.lines().iter().find_map(item_words) else {
            return Ok(());
        };
        let words = format!("{words} (as said in the room)");
        let line = line.into();
        let form = RewordForm { line, words };
        self.go("reword", 12, |desk| desk.reword(form))
    }

    fn late(&mut self, turn: Turn) -> Result<(), Stumble> {
        match self.cast.late.clone() {
            Some(person) if turn.is_at(1, 4) => self.comes_late(&person),
            _ => Ok(()),
        }
    }

    /// Somebody who knows the family, say, goes out for this case.
    fn steps_out(&mut self, said: &Said, turn: Turn) -> Result<Option<AttendanceId>, Stumble> {
        let speak: Vec<&str> = said.items.iter().map(|item| first_word(item)).collect();
        let found = self.another_team(&speak).or_else(|| self.another_team(&[]));
        let Some((attendance, _)) = found.filter(|_| turn.every(9)) else {
            return Ok(None);
        };
        let attendances = vec![attendance];
        let form = AttendancesForm { attendances };
        self.go("step_out", 8, |desk| desk.step_out(form))?;
        Ok(Some(attendance))
    }

    /// The shortest line and the longest, where the meeting is long enough to have them.
    fn lengths(&mut self, turn: Turn) -> Result<(), Stumble> {
        let here = self.speakers().iter().any(|key| key == "hou");
        if !here || turn.of < 9 || !self.is_full() {
            return Ok(());
        }
        let line = match turn.place {
            1 => self.sample.lengths.two_words.clone(),
            2 => self.sample.lengths.two_thousand_words.clone(),
            _ => return Ok(()),
        };
        self.line(&line)
    }

    /// A guest comes for one case: what is said meanwhile is held, and one item of it is released afterwards.
    fn visits(&mut self, turn: Turn) -> Result<(), Stumble> {
        let Some(guest) = self.cast.guest.clone().filter(|_| turn.is_at(1, 2)) else {
            return Ok(());
        };
        let Some((by, kind)) = self.holders().first().cloned() else {
            return Ok(());
        };
        self.comes_late(&guest)?;
        for said in [
            "The advocate is here for this case and was told what can be said.",
            "j: it would be too early to speak of the move while a guest listens",
        ] {
            self.line(&format!("{by} {kind} {said}"))?;
        }
        let held = self.shown()?.held.iter().filter_map(item_words);
        let first = held.filter_map(|(line, _)| item_of(line)).next();
        let attendance = self.id_of(&guest.form.name)?;
        let form = AttendanceForm { attendance };
        self.go("leave", 10, |desk| desk.leave(form))?;
        let Some(item) = first else {
            return Err(broken("nothing was held while a guest was in the room"));
        };
        self.go("release_item", 5, |desk| {
            desk.release_item(ItemForm { item })
        })
    }

    /// Agencies that were asked: one has nothing new, one does not share what it has.
    fn silences(&mut self, said: &Said, turn: Turn) -> Result<(), Stumble> {
        let mut spoke: Vec<String> = said
            .items
            .iter()
            .map(|i| first_word(i).to_owned())
            .collect();
        let asked = [(turn.every(3), "0"), (turn.every(8), "x")];
        for (_, answer) in asked.into_iter().filter(|(asked, _)| *asked) {
            let but: Vec<&str> = spoke.iter().map(String::as_str).collect();
            if let Some((_, team)) = self.another_team(&but) {
                self.line(&format!("{team} {answer}"))?;
                spoke.push(team);
            }
        }
        Ok(())
    }

    /// Actions, the decision, now and then a dissent; before the last case is done somebody has to go.
    fn outcome(&mut self, said: &Said, turn: Turn) -> Result<(), Stumble> {
        for action in &said.actions {
            self.line(action)?;
        }
        let leaver = self.cast.leaves.clone().filter(|_| turn.is_at(1, 1));
        self.line(&said.decision)?;
        if let Some(dissent) = &said.dissent {
            self.line(dissent)?;
        }
        let Some(person) = leaver else { return Ok(()) };
        let attendance = self.id_of(&person.form.name)?;
        let form = AttendanceForm { attendance };
        self.go("leave", 10, |desk| desk.leave(form))
    }

    fn lines(&self) -> Vec<LineRow> {
        match self.shown.as_ref().map(|view| &view.opened) {
            Some(OpenedView::Case { case }) => case.lines.clone(),
            _ => Vec::new(),
        }
    }
}

fn slot_of(row: &AgendaRow) -> Option<SlotId> {
    match row.place {
        PlaceView::Case { slot } => Some(slot),
        _ => None,
    }
}

fn item_words(line: &LineRow) -> Option<(LineName, String)> {
    match line {
        LineRow::Item { name, words, .. } => Some((*name, words.clone())),
        _ => None,
    }
}

fn item_of(line: LineName) -> Option<ItemId> {
    match line {
        LineName::Item { item } => Some(item),
        _ => None,
    }
}

fn first_word(line: &str) -> &str {
    line.split(' ').next().unwrap_or_default()
}
