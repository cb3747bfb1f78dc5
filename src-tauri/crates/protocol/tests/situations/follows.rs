//! What follows: a line corrected and whom to tell of it (§2.2), a decision and what it does to the caseload (§4.3 DIP).

use crate::answer;
use crate::papers::team;
use crate::room::{self, AT, SLOT, at, id};
use crate::shared::Said;
use crate::table::Row;
use protocol::cases::Custody;
use protocol::grounds::OnFile;
use protocol::ids::{AttendanceId, CorrectionId, DecisionId, ItemId};
use protocol::meeting::{Closed, Hand, InSession, Line, Meeting, Proceedings, Stage};
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::sharing::{DecisionKind, Proposal};
use protocol::trade::Basis;
use protocol::words::Words;

const LINE: Line = Line::Item(ItemId(uuid::Uuid::from_u128(AT)));

/// A meeting that goes on, or one that has ended and whose draft is read.
enum Now {
    Session(Box<InSession>),
    Closed(Box<Closed>),
}

impl Now {
    fn proceedings(&self) -> &Proceedings {
        match self {
            Self::Session(session) => session.proceedings(),
            Self::Closed(closed) => closed.proceedings(),
        }
    }

    fn correct(
        &mut self,
        words: &str,
        n: usize,
        (pack, file): (&Pack, &OnFile),
    ) -> Result<(), Refusal> {
        let (correction, hand) = (CorrectionId(id(900 + n as u128)), hand(n));
        match self {
            Self::Session(now) => now.correct(LINE, words.into(), correction, hand, pack, file),
            Self::Closed(now) => now.correct(LINE, words.into(), correction, hand, pack, file),
        }
    }
}

fn hand(n: usize) -> Hand {
    Hand {
        by: "Invented Person".into(),
        at: minute(n),
    }
}

fn minute(n: usize) -> protocol::trade::At {
    at(5 + 5 * i64::try_from(n).expect("a few steps"))
}

fn session(p: &Proceedings) -> InSession {
    let meeting = Meeting::restore(Stage::InSession, p.clone(), None, None);
    let meeting = meeting.unwrap_or_else(|why| panic!("{why:?}"));
    meeting.in_session().expect("in session")
}

/// The item as it is said, and then each step; what became of it, in a practitioner's words.
pub fn afterwards(
    steps: &[String],
    proposal: &Proposal,
    p: &Proceedings,
    them: Option<AttendanceId>,
    (pack, file): (&Pack, &OnFile),
) -> Vec<String> {
    let mut session = session(p);
    session
        .record_item(proposal.clone(), ItemId(id(AT)), at(0), pack, file)
        .expect("recorded");
    let mut now = Now::Session(Box::new(session));
    let mut also = Vec::new();
    for (n, step) in steps.iter().enumerate() {
        let done = match (&mut now, &**step) {
            (Now::Session(session), "they leave") => {
                session.leave(them.expect("in the room"), minute(n))
            }
            (Now::Session(session), "said all the same") => {
                let did = Words::new("asked them to forget it");
                session.was_heard(ItemId(id(AT)), did)
            }
            (Now::Session(session), "tidied") => {
                session.reword(LINE, "better put".into(), pack, file)
            }
            (Now::Session(session), "taken back") => session.undo(minute(n)).map(|_| ()),
            (Now::Session(session), "the meeting ends") => {
                now = Now::Closed(Box::new(ended((**session).clone(), n)));
                Ok(())
            }
            (now, "corrected") => now.correct("what was meant", n, (pack, file)),
            (now, "corrected again") => now.correct("what was really meant", n, (pack, file)),
            (now, "corrected to nothing") => now.correct(" ", n, (pack, file)),
            (_, other) => panic!("what is {other:?}?"),
        };
        let refused = done
            .err()
            .map(|why| format!("not {step}: {}", answer::name(&why)));
        also.extend(refused);
    }
    let p = now.proceedings();
    let struck: Vec<_> = p.corrections_of(LINE).collect();
    also.push(match struck.is_empty() {
        true => "nothing struck".to_owned(),
        false => "first words struck".to_owned(),
    });
    let told: usize = struck.iter().map(|c| p.to_be_told(c).len()).sum();
    let outside = struck.iter().map(|c| p.to_be_told_outside(c).len());
    also.push(format!("{told} to be told"));
    also.push(format!("{} to be told outside", outside.sum::<usize>()));
    also
}

fn ended(mut session: InSession, n: usize) -> Closed {
    decide(&mut session, DecisionKind::Other, n).expect("decided");
    session.close_case(minute(n)).expect("closes");
    session.end(&"no time".into(), minute(n)).expect("ends")
}

fn decide(session: &mut InSession, kind: DecisionKind, n: usize) -> Result<(), Refusal> {
    let (decision, words) = (DecisionId(id(800 + n as u128)), Words::new("as agreed"));
    session.record_decision(decision, kind, words, None, false, minute(n))
}

/// A row whose cell begins with "=": a decision of the meeting, each step after it, and whether the case leaves the caseload.
pub fn decided(row: &Row, pack: &Pack) -> Result<(), String> {
    let speaks = team(&row.with, pack);
    let kind = pack.kinds[0].key.clone();
    let proposal = Proposal::of(speaks.clone(), kind, Basis::Fact, "nothing".into());
    let mut file = OnFile::default();
    let (p, _) = room::proceedings(row, &[], &mut Said::of(proposal), &mut file, pack);
    let mut session = session(&p);
    let mut also = Vec::new();
    let steps = row.shared.trim_start_matches('=').split(';').map(str::trim);
    for (n, step) in steps.enumerate() {
        let done = match step.trim_start_matches("then ") {
            "closure" => decide(&mut session, DecisionKind::Closure, n),
            "care" => decide(&mut session, DecisionKind::CareCoordination, n),
            "caseload" => decide(&mut session, DecisionKind::Caseload, n),
            "nothing" => Ok(()),
            "taken back" => session.undo(minute(n)).map(|_| ()),
            "they dissent" => session.record_dissent(speaks.clone(), "too soon".into(), minute(n)),
            "put off" => session.defer_case(SLOT, "no time".into(), minute(n)),
            "read back" => session.close_case(minute(n)),
            said => session.change_whereabouts(whereabouts(said)),
        };
        let refused = done
            .err()
            .map(|why| format!("not {step}: {}", answer::name(&why)));
        also.extend(refused.map(|why| why.replace("not then ", "not ")));
    }
    let p = session.proceedings();
    if !session.files_to_close().is_empty() {
        also.push("to be closed".to_owned());
    }
    also.push(where_now(
        &p.slot(SLOT).expect("on the agenda").case.whereabouts,
    ));
    let says = match p.closed_the_file(SLOT) {
        true => "leaves the caseload",
        false => "stays on the caseload",
    };
    answer::decided(row, says, &also, pack)
}

/// "in custody until 2031-09-03", "in the community until 2027-02-01", "nobody knows where".
fn whereabouts(said: &str) -> Custody {
    let day = |text: &str| Some(text.parse().expect("a day"));
    let establishment = "HMP Invented Hill".to_owned();
    match said.split_once(" until ").unwrap_or((said, "")) {
        ("in custody", release) => Custody::Custody {
            establishment,
            since: None,
            release: day(release),
        },
        ("in the community", ends) => Custody::Community {
            since: None,
            order_until: day(ends),
        },
        other => panic!("where is {other:?}?"),
    }
}

fn where_now(custody: &Custody) -> String {
    let until = |day: Option<chrono::NaiveDate>| {
        day.map_or_else(String::new, |day| format!(" until {day}"))
    };
    match custody {
        Custody::NotKnown => "not known where".to_owned(),
        Custody::Custody { release, .. } => format!("now in custody{}", until(*release)),
        Custody::Community { order_until, .. } => {
            format!("now in the community{}", until(*order_until))
        }
    }
}
