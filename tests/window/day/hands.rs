//! The hands of a practised minute-taker: an agency by the number of its seat, a kind by its first letters.

use std::collections::BTreeMap;

use serde_json::Value;

use super::said::{Deed, Share};

/// As few letters as tell one kind from the others.
const SHORT: [(&str, &str); 17] = [
    ("accommodation and tenancy", "ac"),
    ("anti-social behaviour reports", "asb"),
    ("assessment that bears on risk", "r"),
    ("associates", "asso"),
    ("compliance with orders and supervision", "co"),
    ("criminal history", "cri"),
    ("current intelligence", "int"),
    ("drug test results", "dr"),
    ("engagement, present and past", "en"),
    ("family and circumstances", "f"),
    ("level of substance misuse", "su"),
    ("licence and other conditions", "li"),
    ("physical and mental health", "h"),
    ("progress with the care plan", "pl"),
    ("safeguarding of children and adults", "sa"),
    ("treatment", "tr"),
    ("work, training and money", "w"),
];

/// A line as it is typed, and how many letters of it are the words themselves.
pub struct Typed {
    pub line: String,
    pub words: usize,
}

/// Who sits where, by the agency's short name.
pub struct Hands(BTreeMap<String, u64>);

impl Hands {
    /// Learns the seats of the room.
    pub fn of(view: &Value) -> Self {
        let mut seats = BTreeMap::new();
        let teams = view["seldom"]["teams"].as_array().expect("teams");
        let mut people = view["people"].as_array().expect("people").clone();
        people.sort_by_key(|person| std::cmp::Reverse(person["seat"].as_u64()));
        for person in people.iter().filter(|p| p["whereabouts"] == "in_the_room") {
            let team = teams.iter().find(|team| team["key"] == person["team"]);
            if let Some(name) = team.and_then(|team| team["short_name"].as_str()) {
                seats.insert(name.to_owned(), person["seat"].as_u64().unwrap_or(0));
            }
        }
        Self(seats)
    }

    pub fn share(&self, said: &Share) -> Typed {
        let kind = SHORT.iter().find(|(kind, _)| *kind == said.kind);
        let (_, short) = kind.unwrap_or_else(|| panic!("no short way to say {:?}", said.kind));
        let judgement = if said.judgement { "j: " } else { "" };
        let line = format!(
            "{} {short} {judgement}{}",
            self.seat(&said.agency),
            said.words
        );
        typed(line, &said.words)
    }

    pub fn deed(&self, said: &Deed) -> Typed {
        let line = format!(
            ">{} {} {}",
            self.seat(&said.agency),
            said.words,
            said.short_by()
        );
        typed(line, &said.words)
    }

    /// The same taken down as if it were only something said, of a kind that anybody may hold: what is held becomes no action.
    pub fn note(&self, said: &Deed) -> String {
        format!("{} info {}", self.seat(&said.agency), said.words)
    }

    fn seat(&self, agency: &str) -> u64 {
        *self
            .0
            .get(agency)
            .unwrap_or_else(|| panic!("{agency} is not in the room"))
    }
}

fn typed(line: String, words: &str) -> Typed {
    let words = words.chars().count();
    Typed { line, words }
}
