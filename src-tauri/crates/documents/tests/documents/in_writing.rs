//! What agencies that could not come wrote, as the papers of the meeting say it.

use crate::judges;
use crate::meeting::{
    PACK, at, begun_from, finish, id, open_first, papers, planned, size, slot, team,
};
use crate::sample::on_disk;
use documents::papers::{Paper, PaperSource};
use protocol::grounds::OnFile;
use protocol::ids::{TeamKey, UpdateId};
use protocol::meeting::{Closed, Hand, Planned};
use protocol::sharing::{Update, UpdateSays};
use protocol::trade::Basis;
use protocol::words::Words;

/// Teams at no seat of a meeting of twelve.
fn absent(n: usize) -> TeamKey {
    team(12 + n)
}

fn writes(planned: &mut Planned, n: usize, words: Option<&str>) {
    let says = words.map_or(UpdateSays::Nothing, |words| UpdateSays::Information {
        kind: PACK.kinds[0].key.clone(),
        basis: Basis::Fact,
        words: Words::new(words),
        left_out: Vec::new(),
    });
    let update = Update {
        id: UpdateId(id(70_000 + n)),
        slot: slot(0),
        team: absent(n),
        sender: Words::new(format!("Sender{n}x")),
        says,
        set_aside: None,
        since: None,
    };
    planned.keep_update(update, &PACK).expect("kept");
}

/// Four agencies wrote: one is put through, one holds nothing new, one is set aside, and one waits to the end.
fn closed() -> Closed {
    let mut planned = planned(&size(1, 12));
    for (n, words) in [Some("Put7x."), None, Some("Aside7x."), Some("Waits7x.")]
        .into_iter()
        .enumerate()
    {
        writes(&mut planned, n, words);
    }
    let mut meeting = begun_from(planned, 12);
    open_first(&mut meeting);
    for n in [0, 1] {
        let update = UpdateId(id(70_000 + n));
        let fresh = id(71_000 + n);
        let put = meeting.put_update(update, fresh, at(12), &PACK, &OnFile::default());
        put.expect("put through");
    }
    let by = Hand {
        by: "Tom Okell".into(),
        at: at(13) + chrono::TimeDelta::days(1),
    };
    let why = Words::new("Because7x.");
    meeting
        .set_update_aside(UpdateId(id(70_002)), why, by)
        .expect("set aside");
    finish(meeting)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn papers_say_who_wrote_and_who_read_it_out_and_print_nothing_that_was_not_put_through() {
    let closed = closed();
    let mut seen = 0;
    for (n, (which, document)) in papers(PaperSource::Closed(&closed)).into_iter().enumerate() {
        let (_kept, path) = on_disk(&document, &format!("in-writing-{n}.pdf"));
        let text = squeezed(&judges::text(&path));
        for words in ["Aside7x", "Waits7x", "Sender2x", "Sender3x"] {
            assert!(!text.contains(words), "{which:?} prints {words}");
        }
        let says_so = matches!(which, Paper::Minutes | Paper::DisclosureRecord);
        if says_so {
            seen += 1;
            assert!(text.contains("Put7x"), "{which:?}: {text}");
            assert!(
                text.contains("In writing from Sender0x, not present"),
                "{which:?}: {text}"
            );
            assert!(text.contains("Read out by"), "{which:?}: {text}");
        }
        if which == Paper::Minutes {
            for words in [
                "(in writing from Sender1x, not present)",
                "set aside Friday 11 December 2026 at 13:43, Tom Okell: Because7x",
                "not put to the meeting",
            ] {
                assert!(text.contains(words), "no {words} in {text}");
            }
        }
    }
    assert_eq!(seen, 2);
}

#[test]
fn whoever_read_it_out_is_among_those_who_received_it() {
    let closed = closed();
    let item = closed.proceedings().items[0].parts();
    let reader = closed
        .proceedings()
        .attendance(item.contributor)
        .expect("there");
    let all = papers(PaperSource::Closed(&closed));
    let record = all
        .iter()
        .find(|(which, _)| *which == Paper::DisclosureRecord);
    let (_, document) = record.expect("a disclosure record");
    let (_kept, path) = on_disk(document, "in-writing-received.pdf");
    let text = squeezed(&judges::text(&path));
    // As the reader, and as a recipient.
    assert!(text.matches(reader.name.as_str()).count() >= 2, "{text}");
}
