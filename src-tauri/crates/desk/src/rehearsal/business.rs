//! What comes before the cases and after them: last month's minutes, carried actions, any other business, the next date.

use super::play::Play;
use super::script::Stumble;
use crate::actions::{ActionRow, OutcomeView};
use crate::live::{
    CorrectionsForm, LineForm, NextDateForm, OpenedView, PlaceForm, PlaceView, SettleForm,
};
use crate::sign_in::Nothing;

/// The seconds that are there for cases, in three booked hours.
const AFTERNOON: i64 = 150 * 60;
const LINES_A_CASE: i64 = 10;

impl Play<'_> {
    /// Last month's minutes are agreed and every carried action is settled.
    pub fn old_business(&mut self) -> Result<(), Stumble> {
        self.turn_to(PlaceView::PreviousMinutes)?;
        if let OpenedView::PreviousMinutes { date: Some(_), .. } = self.shown()?.opened {
            let corrections = match self.script.month % 2 {
                1 => "The time of the second item should read a quarter past two.",
                _ => "",
            };
            let corrections = corrections.to_owned();
            let form = CorrectionsForm { corrections };
            self.go("agree_minutes", 45, |desk| desk.agree_minutes(form))?;
        }
        self.turn_to(PlaceView::MattersArising)?;
        let OpenedView::MattersArising { actions } = &self.shown()?.opened else {
            return Ok(());
        };
        let open: Vec<ActionRow> = actions
            .iter()
            .filter(|a| a.outcome.is_none())
            .cloned()
            .collect();
        for (place, action) in open.iter().enumerate() {
            self.settle(place, action)?;
        }
        Ok(())
    }

    /// Most are done; now and then each of the other outcomes.
    fn settle(&mut self, place: usize, action: &ActionRow) -> Result<(), Stumble> {
        let (outcome, note, new_date) = match place % 8 {
            3 => (
                OutcomeView::NotPossible,
                "The tenancy ended in the meantime.",
                "",
            ),
            5 => (OutcomeView::NotDone, "Short of staff this month.", "2w"),
            6 => (OutcomeView::NoLongerNeeded, "", ""),
            _ => (OutcomeView::Done, "", ""),
        };
        let form = SettleForm {
            action: action.id,
            outcome,
            note: note.to_owned(),
            new_date: new_date.to_owned(),
        };
        self.go("settle_action", 12, |desk| desk.settle_action(form))
    }

    /// Any other business, and the day of the next meeting.
    pub fn close(&mut self) -> Result<(), Stumble> {
        self.turn_to(PlaceView::AnyOtherBusiness)?;
        if let Some((team, kind)) = self.sample.letters.news.clone() {
            self.line(&format!(
                "{team} {kind} The office has a new telephone number from the first of the month."
            ))?;
            self.line(&format!(
                "> {team} send next year's dates to every agency by 3w"
            ))?;
        }
        self.turn_to(PlaceView::Closing)?;
        let date = String::new();
        self.go("set_next_date", 20, |desk| {
            desk.set_next_date(NextDateForm { date })
        })?;
        self.ask("ending", 5, |desk| desk.ending(Nothing {}))?;
        self.ask("end_meeting", 30, |desk| desk.end_meeting(Nothing {}))?;
        Ok(())
    }

    pub fn turn_to(&mut self, place: PlaceView) -> Result<(), Stumble> {
        self.go("turn_to", 5, |desk| desk.turn_to(PlaceForm { place }))
    }

    /// Types a line and presses Enter.
    pub fn line(&mut self, line: &str) -> Result<(), Stumble> {
        let typed = || LineForm {
            line: line.to_owned(),
        };
        if self.is_full() {
            self.ask("weigh_line", 1, |desk| desk.weigh_line(typed()))?;
        }
        let seconds = self.breath();
        self.go("record_line", seconds, |desk| desk.record_line(typed()))
    }

    /// How long a line takes to say and type, so that a meeting of any size fills its afternoon.
    fn breath(&self) -> i64 {
        let cases = i64::try_from(self.script.cases).unwrap_or(1);
        (AFTERNOON / cases.max(1) / LINES_A_CASE).clamp(10, 60)
    }
}
