//! An item through the desk against a bare commit of as many bytes.

use crate::afternoon::{Afternoon, speakers};
use crate::timing::{Line, timed};
use chrono::TimeDelta;
use desk::{LineForm, Nothing, OpenCaseForm, PlaceView, ProgressView};
use protocol::ids::SlotId;
use record::bare::Bare;
use std::time::Duration;
use tempfile::TempDir;

const AN_ITEM: &str =
    "info Seen twice by the lock gate in the last fortnight, both times after dark and in company.";
const ITEMS_A_CASE: usize = 6;

/// Goes through every case of the meeting with six items in each; `halfway` is called in the tenth, while it is open.
pub fn measure(afternoon: &mut Afternoon, halfway: impl FnOnce(&Afternoon)) -> Line {
    let folder = TempDir::new().expect("a folder");
    let mut bare = Bare::create(folder.path()).expect("a bare database");
    let view = afternoon.seen();
    let people = view.hearing.people;
    let keys = speakers(&view);
    let cases: Vec<(SlotId, bool)> = (view.agenda.iter())
        .filter(|row| row.progress == ProgressView::Waiting)
        .filter_map(|row| match row.place {
            PlaceView::Case { slot } => Some((slot, row.asks_a_choice)),
            _ => None,
        })
        .collect();
    let row = row_size(afternoon, cases[0], &keys);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut halfway = Some(halfway);
    for (place, case) in cases.iter().enumerate().skip(1) {
        open(afternoon, *case);
        for key in keys.iter().cycle().skip(place).take(ITEMS_A_CASE) {
            ours.push(item(afternoon, key));
            let (done, time) = timed(|| bare.commit(&row));
            done.expect("a bare commit");
            theirs.push(time);
        }
        if place == cases.len() / 2
            && let Some(halfway) = halfway.take()
        {
            halfway(afternoon);
        }
        close(afternoon);
    }
    let note = format!(
        "{} of each in turns; {} cases, {people} people in the room; a row of {} bytes",
        ours.len(),
        cases.len(),
        row.len()
    );
    Line::of_times("record an item / a bare commit", &mut ours, &mut theirs)
        .aiming_at("at most 3 ×")
        .noting(note)
}

/// As many bytes as one item adds to the record, its journal entry included, found in the first case.
fn row_size(afternoon: &mut Afternoon, first: (SlotId, bool), keys: &[String]) -> Vec<u8> {
    const ENOUGH_FOR_WHOLE_PAGES: usize = 40;
    open(afternoon, first);
    let before = afternoon.bytes();
    for key in keys.iter().cycle().take(ENOUGH_FOR_WHOLE_PAGES) {
        item(afternoon, key);
    }
    let grown = usize::try_from(afternoon.bytes() - before).expect("a size");
    close(afternoon);
    vec![b'w'; grown / ENOUGH_FOR_WHOLE_PAGES]
}

fn item(afternoon: &mut Afternoon, key: &str) -> Duration {
    afternoon.clock.advance(TimeDelta::seconds(20));
    let line = format!("{key} {AN_ITEM}");
    let (done, time) = timed(|| afternoon.desk.record_line(LineForm { line }));
    done.expect("an item");
    time
}

fn open(afternoon: &mut Afternoon, (slot, asked): (SlotId, bool)) {
    let because = if asked {
        "The co-ordinator was asked."
    } else {
        ""
    }
    .to_owned();
    let form = OpenCaseForm { slot, because };
    afternoon.desk.open_case(form).expect("an open case");
}

fn close(afternoon: &mut Afternoon) {
    let line = "= no action".to_owned();
    afternoon
        .desk
        .record_line(LineForm { line })
        .expect("a decision");
    afternoon
        .desk
        .close_case(Nothing {})
        .expect("a closed case");
}
