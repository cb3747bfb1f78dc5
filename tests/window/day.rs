//! A whole afternoon by keyboard alone, from what is said at the table: 20 cases, 12 people, two late, one who refuses, one who
//! steps out, and one mistake of each kind; from the register to signed minutes with their documents saved.

mod hands;
mod papers;
mod said;
mod watch;

use serde_json::{Value, json};

use crate::harness::shortcuts::people;
use crate::harness::{Laptop, Window};
use crate::screens::Table;
use hands::Hands;
use said::{CaseSaid, Share, afternoon};
use watch::{Figures, median};

/// Everybody who comes, by the beginning of a name; the chair and the minute-taker first.
const TABLE: [&str; 11] = [
    "Rosalind Thackeray",
    "Gwenll",
    "Declan O",
    "Ifeoma",
    "Samina",
    "Harleen",
    "Dr Tobias",
    "Shirin",
    "Agnieszka",
    "Marcus",
    "Chen",
];
/// Late, and at which case: one who may come in once they have accepted, and one who has to sign.
const LATE: [(&str, usize); 2] = [("Ll\u{177}r", 6), ("Nguy", 11)];
const REFUSES: &str = "Bartholomew";
/// Her key was pressed when somebody else said "I accept".
const MISTAKEN: &str = "Harleen";

/// What goes wrong, by the case at which it does, counted from nought.
const TIDIED: usize = 1;
const TAKEN_BACK: usize = 2;
const CORRECTED: usize = 8;
const A_NOTE_FIRST: usize = 13;
const GONE_UNNOTICED: usize = 0;
/// Steps out after the first words of the case that is corrected, and so is to be told.
const STEPS_OUT: &str = "Samina";
/// Went out to a telephone before the end of the first case, and nobody saw it; back for the second.
const GONE: &str = "Dr Tobias";

/// What is written down, and how it went.
struct Day {
    said: Vec<CaseSaid>,
    /// The case under which a line is typed that belongs to the next one.
    wrong_case: usize,
    figures: Figures,
}

#[tokio::test]
async fn a_whole_meeting_is_run_by_keyboard_alone() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let mut day = Day {
        said: afternoon(),
        wrong_case: 0,
        figures: Figures::default(),
    };
    let plan = w.with_the_sample(day.said.len()).await;
    the_table_is_expected(&w, &plan).await;
    w.a_meeting_is_opened(&Table {
        late: &LATE.map(|(name, _)| name),
        refuses: Some(REFUSES),
        mistaken: Some(MISTAKEN),
    })
    .await;
    day.figures.carried = w.old_business_is_settled().await;
    day.wrong_case = before_one_without_a_flag(&w).await;
    watch::begins(&w).await;
    let heard = w
        .every_case(async |w, at| {
            somebody_comes_late(w, at).await;
            a_case_is_written_down(w, &mut day, at).await;
        })
        .await;
    assert_eq!(heard, day.said.len());
    let view = w.does("meeting", json!({})).await;
    let mut held = view["held"].as_array().expect("what is held").iter();
    assert!(held.all(|line| !line["since"].is_null()), "{view}");

    w.next_date_is_kept_and_the_meeting_ends().await;
    w.is_told(STEPS_OUT, &plan["meeting"]["id"]).await;
    w.minutes_are_signed("Asha Verrall").await;
    w.documents_are_saved().await;
    papers::are_whole(&w, &plan, &laptop).await;
    let figures = day.figures;
    figures.told();
    assert_eq!(
        (figures.lines.len(), figures.actions.len(), figures.carried),
        (80, 60, 28)
    );
    assert!(median(&figures.lines) <= 6, "{:?}", figures.lines);
    assert!(median(&figures.actions) <= 10, "{:?}", figures.actions);
    assert_eq!(figures.points, 0, "somebody used a mouse");
    assert_eq!(figures.dialogs, 0, "something stood in the way");
}

/// Twelve who are admitted beside the minute-taker, and one who refuses.
async fn the_table_is_expected(w: &Window, plan: &Value) {
    let meeting = &plan["meeting"]["id"];
    let wanted = |name: &Value| {
        let name = name.as_str().unwrap_or_default();
        let mut all = TABLE.iter().chain(LATE.iter().map(|(late, _)| late));
        name.starts_with(REFUSES) || all.any(|one| name.starts_with(one))
    };
    for person in people(plan).iter().filter(|p| !wanted(&p["name"])) {
        let form = json!({ "meeting": meeting, "attendance": person["attendance"] });
        w.does("plan_unexpect", form).await;
    }
    let others = plan["other_people"].as_array().expect("other people");
    for person in others.iter().filter(|p| wanted(&p["name"])) {
        let form = json!({ "meeting": meeting, "person": person["person"] });
        w.does("plan_expect", form).await;
    }
    let plan = w.does("meeting_plan", json!({ "meeting": meeting })).await;
    assert_eq!(people(&plan).len(), TABLE.len() + LATE.len() + 1);
}

/// A case after which none is heard only by the chair's choice: a line moved there is shared as it was said.
async fn before_one_without_a_flag(w: &Window) -> usize {
    let view = w.does("meeting", json!({})).await;
    let rows = view["agenda"].as_array().expect("an agenda").iter();
    let cases = rows.filter(|row| row["place"]["place"] == "case");
    let plain: Vec<bool> = cases.map(|row| row["asks_a_choice"] == false).collect();
    let found = (2..plain.len() - 1).find(|at| plain[at + 1]);
    found.expect("a case without a flag")
}

async fn somebody_comes_late(w: &Window, at: usize) {
    let back = (GONE, GONE_UNNOTICED + 1);
    for (late, _) in LATE.iter().chain([&back]).filter(|(_, case)| *case == at) {
        w.comes_late(late).await;
        watch::begins(w).await;
        w.goes_to_the_line().await;
    }
}

async fn a_case_is_written_down(w: &Window, day: &mut Day, at: usize) {
    let (said, figures, wrong) = (&day.said, &mut day.figures, day.wrong_case);
    let case = &said[at];
    let hands = Hands::of(&w.does("meeting", json!({})).await);
    figures.afresh(w).await;
    // The first line was typed under the case before, and has been moved here.
    let first = usize::from(at == wrong + 1);
    for (n, share) in case.shares.iter().enumerate().skip(first) {
        let typed = hands.share(share);
        match (at, n) {
            (TIDIED, 0) => a_slip_is_tidied(w, &hands, share, figures).await,
            (CORRECTED, 0) => something_is_corrected(w, &hands, share, figures).await,
            _ => figures.line(w, &typed).await,
        }
    }
    if at == wrong {
        let typed = hands.share(&said[at + 1].shares[0]);
        figures.line(w, &typed).await;
        w.moves_the_last_line_to(at + 2).await;
        figures.afresh(w).await;
    }
    for (n, deed) in case.deeds.iter().enumerate() {
        if (at, n) == (A_NOTE_FIRST, 0) {
            w.records(&hands.note(deed)).await;
            w.makes_an_action_of_the_last_line(&deed.short_by()).await;
            figures.noted_action(w, &deed.words).await;
        } else {
            figures.action(w, &hands.deed(deed)).await;
        }
    }
    w.records(&format!("= {} because {}", case.decision, case.because))
        .await;
    match at {
        TAKEN_BACK => a_line_is_taken_back(w).await,
        GONE_UNNOTICED => somebody_went_unnoticed(w).await,
        _ => {}
    }
    figures.case_done(w).await;
    everything_said_is_recorded(w, case).await;
    if at == CORRECTED {
        w.moves_somebody(STEPS_OUT, 'b', "in_the_room").await;
    }
    w.reads_back_and_closes().await;
}

/// A word is misspelt, noticed when the line stands there, and tidied; nobody is told.
async fn a_slip_is_tidied(w: &Window, hands: &Hands, share: &Share, figures: &mut Figures) {
    let slipped = Share {
        words: format!("{}s", share.words),
        ..share.clone()
    };
    figures.line(w, &hands.share(&slipped)).await;
    w.tidies_the_last_line(&share.words).await;
    let line = last_share(w).await;
    assert_eq!(
        (&line["versions"], &line["struck"]),
        (&json!(2), &json!([]))
    );
    figures.afresh(w).await;
}

/// Something was said wrongly; somebody has gone out before it is put right, and is to be told.
async fn something_is_corrected(w: &Window, hands: &Hands, share: &Share, figures: &mut Figures) {
    let wrong = Share {
        words: format!("{} on two days", share.words),
        ..share.clone()
    };
    figures.line(w, &hands.share(&wrong)).await;
    w.moves_somebody(STEPS_OUT, 'o', "stepped_out").await;
    w.goes_to_the_line().await;
    w.corrects_the_last_line(&share.words).await;
    figures.afresh(w).await;
}

/// Nobody said it after all: taken back with one key, and no words of it are left.
async fn a_line_is_taken_back(w: &Window) {
    let before = w.recorded().await.len();
    w.records("1 info this was said of somebody else").await;
    w.ctrl('z').await;
    w.until("the line to be gone", async |w| {
        w.recorded().await.len() == before
    })
    .await;
}

/// Somebody has been missing since the last thing shared: they are no recipient of it.
async fn somebody_went_unnoticed(w: &Window) {
    let before = last_share(w).await;
    w.left_unnoticed(GONE, before["at"].as_str().unwrap_or_default())
        .await;
    let heard = |line: &Value| line["shared"]["people"].as_u64();
    let after = last_share(w).await;
    assert_eq!(heard(&after).map(|n| n + 1), heard(&before), "{after}");
    w.goes_to_the_line().await;
}

/// The last thing shared in the open case.
async fn last_share(w: &Window) -> Value {
    let view = w.does("meeting", json!({})).await;
    let lines = view["opened"]["case"]["lines"].as_array().expect("lines");
    let last = lines.iter().rfind(|line| line["sort"] == "item");
    last.expect("something shared").clone()
}

/// Every line under the agency and the kind that were said, with the very words, in the order in which they were said.
async fn everything_said_is_recorded(w: &Window, said: &CaseSaid) {
    let view = w.does("meeting", json!({})).await;
    let lines = view["opened"]["case"]["lines"]
        .as_array()
        .expect("lines")
        .clone();
    // What an earlier month left held comes up with the case, and is not said anew.
    let of = |sort: &str| -> Vec<Value> {
        let all = lines.iter();
        let all = all.filter(|line| line["sort"] == sort && line["since"].is_null());
        all.cloned().collect()
    };
    let shares: Vec<_> = of("item").iter().map(Share::of_the_record).collect();
    assert_eq!(shares, said.shares);
    let deeds: Vec<_> = of("action")
        .iter()
        .map(|line| {
            let action = &line["action"];
            assert!(!action["due"].is_null(), "{action}");
            (text(&action["agency"]), text(&action["words"]))
        })
        .collect();
    let meant = said.deeds.iter();
    let meant: Vec<_> = meant
        .map(|deed| (deed.agency.clone(), deed.words.clone()))
        .collect();
    assert_eq!(deeds, meant);
    assert_eq!(text(&of("decision")[0]["words"]), said.decision);
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
