use crate::folder::{CHAIR, create, now, rename, unlock};
use record::{Notice, Seq};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// Writes until it is killed, saying each number only once the record has acknowledged it.
#[test]
#[ignore = "a part of the test below"]
fn writes_until_it_is_killed() {
    let Ok(folder) = std::env::var("ODOC_KILLED") else {
        return;
    };
    let mut record = unlock(folder.as_ref()).unwrap();
    let mut out = std::io::stdout();
    for n in 0.. {
        let Seq(seq) = rename(&mut record, &format!("name {n}")).unwrap();
        record
            .keep_draft("line", now(), n.to_string().as_bytes())
            .unwrap();
        writeln!(out, "\nACK {seq} {n}").unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let (record, _) = create(folder.path());
    record.lock(CHAIR, now()).unwrap();
    for round in 0..12 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "crash::writes_until_it_is_killed",
                "--ignored",
                "--nocapture",
            ])
            .env("ODOC_KILLED", folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut acknowledged = lines.map_while(Result::ok).filter_map(|line| {
            let (seq, n) = line.strip_prefix("ACK ")?.split_once(' ')?;
            Some((Seq(seq.parse().ok()?), n.parse::<i64>().ok()?))
        });
        let enough = acknowledged.by_ref().nth(3 + round * 5).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        // What was said between our reading and the kill counts too.
        let (seq, n) = acknowledged.last().unwrap_or(enough);

        let record = unlock(folder.path()).unwrap();
        let broken: Vec<&Notice> = record.notices().iter().collect();
        assert!(broken.is_empty(), "round {round}: {broken:?}");
        let entries = record.read().journal().after(Seq(seq.0 - 1)).unwrap();
        let words = &entries[0].bodies[0].words;
        assert_eq!(words.0["name"], format!("name {n}"), "round {round}");
        let draft = record.read().drafts().one("line").unwrap().unwrap();
        let draft: i64 = String::from_utf8(draft.bytes).unwrap().parse().unwrap();
        assert!(
            draft == n || draft == n + 1,
            "round {round}: draft {draft} after {n}"
        );
        record.lock(CHAIR, now()).unwrap();
    }
}
