//! What is said at the table, read from the text of an afternoon.

use serde_json::Value;

/// Something that an agency shares.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    pub agency: String,
    /// The kind of information, in small letters.
    pub kind: String,
    pub judgement: bool,
    pub words: String,
}

/// Something that an agency will do.
#[derive(Debug, PartialEq)]
pub struct Deed {
    pub agency: String,
    pub words: String,
    pub by: String,
}

impl Share {
    /// What the record holds of it.
    pub fn of_the_record(line: &Value) -> Self {
        let text = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
        Self {
            agency: text("agency"),
            kind: text("kind").to_lowercase(),
            judgement: line["judgement"] == true,
            words: text("words"),
        }
    }
}

impl Deed {
    /// The date as a minute-taker writes it: in shorthand, with "by" only where the last word would make it its own ("in 3w").
    pub fn short_by(&self) -> String {
        let short = self.by.replace("next meeting", "nm");
        if self.words.ends_with(" in") {
            format!("by {short}")
        } else {
            short
        }
    }
}

/// What is said about one case, in order.
#[derive(Debug, Default, PartialEq)]
pub struct CaseSaid {
    pub shares: Vec<Share>,
    pub deeds: Vec<Deed>,
    pub decision: String,
    pub because: String,
}

/// The afternoon of `said/day.txt`.
pub fn afternoon() -> Vec<CaseSaid> {
    let mut cases: Vec<CaseSaid> = Vec::new();
    for line in include_str!("../said/day.txt").lines() {
        if line.starts_with("Case ") {
            cases.push(CaseSaid::default());
        } else if let Some(case) = cases.last_mut().filter(|_| !line.is_empty()) {
            case.hear(line);
        }
    }
    cases
}

impl CaseSaid {
    fn hear(&mut self, line: &str) {
        if let Some(decided) = line.strip_prefix("Decided: ") {
            let (words, because) = halves(decided, ", because ");
            (self.decision, self.because) = (words, because);
        } else if let Some((agency, rest)) = line.split_once(" share ") {
            let (kind, words) = halves(rest, ": ");
            let plain = kind.trim_end_matches(" in their judgement");
            self.shares.push(Share {
                agency: agency.to_owned(),
                judgement: plain.len() < kind.len(),
                kind: plain.to_owned(),
                words,
            });
        } else {
            let (agency, rest) = halves(line, " will ");
            let (words, by) = rest.rsplit_once(", by ").expect("a day to do it by");
            let (words, by) = (words.to_owned(), by.to_owned());
            self.deeds.push(Deed { agency, words, by });
        }
    }
}

fn halves(line: &str, at: &str) -> (String, String) {
    let found = line.split_once(at);
    let (before, after) = found.unwrap_or_else(|| panic!("no {at:?} in {line:?}"));
    (before.to_owned(), after.to_owned())
}
