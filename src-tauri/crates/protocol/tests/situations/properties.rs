//! What holds of every answer, whatever is on file and whoever sits in the room.

use crate::again;
use crate::papers;
use crate::room::{self, AT, at};
use crate::shared;
use crate::table::Row;
use proptest::prelude::*;
use protocol::grounds::{OnFile, Owner};
use protocol::ids::{ItemId, PowerKey, PurposeKey};
use protocol::meeting::{Place, Proceedings};
use protocol::pack::{DEFAULT, EXAMPLE, Pack};
use protocol::room::Attendance;
use protocol::sharing::{Answer, Footing, GroundTaken, Pending, Proposal, Source, assess};
use std::sync::LazyLock;

/// An agreement, and what may be said, heard and on file under it.
#[derive(Debug)]
struct Book {
    pack: Pack,
    said: Vec<&'static str>,
    with: Vec<&'static str>,
    filed: Vec<&'static str>,
}

static BOOKS: LazyLock<[Book; 2]> = LazyLock::new(|| [solihull(), harrowmere()]);

fn solihull() -> Book {
    Book {
        pack: crate::pack(DEFAULT),
        said: vec![
            "pol intel",
            "dip test",
            "wel treat",
            "hou acc",
            "hou intel",
            "pol vict",
            "amh heal",
            "amh info",
            "csu asb; from group asb-group",
            "prob acc; from dip",
            "pol addr; about a victim",
            "dip treat; about a witness",
            "hou acc; about a suspect",
            "hou subs; about somebody convicted",
            "pol vict; about a witness",
            "hou subs",
            "hou test; from pol",
            "hou lic",
            "pol vict; saying Ann Fielding has moved",
            "guest Night Shelter acc",
            "statutory guest Parole Office test",
            "guest Night Shelter intel; from pol",
        ],
        with: vec![
            "prob",
            "pol",
            "wel",
            "aqu",
            "har",
            "yos",
            "chi",
            "guest Night Shelter",
            "statutory guest Parole Office",
        ],
        filed: vec![
            "consent: intel, acc → guest Night Shelter",
            "waiver: test, treat → prob, wel",
            "consent: intel → prob, pol, har (not explicit)",
            "consent: acc, heal → har, guest Parole Office",
            "consent: acc → prob (until 2026-11-30)",
            "waiver: treat, acc → wel, aqu (only to evaluate)",
            "victim's consent: vict, addr → prob, har",
            "victim's consent: vict → prob, pol (of Ann Fielding)",
            "consent: acc, lic → prob, har (withdrawn since)",
            "choice of cda-s115: acc, lic → prob, har, chi",
            "authority of dip-manager: test, subs → prob, pol, har",
            "authority of dip-manager: test, treat → prob, wel, chi (last month)",
            "permission of prob: lic, test → pol, chi, har",
            "permission of pol: test, lic → prob, har",
            "permission of the person: subs, lic → prob, chi",
            "authority of dip-manager: test, acc → prob, pol, chi",
            "authority of dip-manager: treat → wel, aqu, har",
            "authority of service-provider-manager at welcome: treat, test → wel, aqu, dip (under an earlier pack)",
            "authority of service-provider-manager at police: intel, test → wel, aqu, dip (under an earlier pack)",
            "permission of pol: intel → prob, har",
            "permission of pol: intel, test → prob, yos (last month)",
            "permission of the person: acc → pol, har",
            "objection: heal → har",
            "objection: test → everyone",
            "choice of cda-s17: intel, acc → guest Parole Office, prob",
            "told: neither (no reason)",
            "flag: MAPPA (the chair goes on)",
        ],
    }
}

fn harrowmere() -> Book {
    Book {
        pack: crate::pack(EXAMPLE),
        said: vec![
            "omu intel",
            "irt test",
            "pre subs",
            "ten hous",
            "ten intel",
            "omu vict",
            "cmh ment",
            "saf expl; from group violence-panel",
            "vpr hous; from ten",
            "omu addr; about a victim",
            "pre subs; about a witness",
            "ten subs; about a suspect",
            "ten subs",
            "omu vict; saying Ann Fielding has moved",
        ],
        with: vec![
            "vpr",
            "omu",
            "pre",
            "bri",
            "anc",
            "riv",
            "fir",
            "guest Night Shelter",
            "statutory guest Parole Office",
        ],
        filed: vec![
            "consent: intel, hous → guest Night Shelter, riv",
            "waiver: test, subs → vpr, pre",
            "consent: intel → vpr, omu, anc (not explicit)",
            "consent: hous, ment → anc, guest Parole Office",
            "consent: hous → vpr (until 2026-11-30)",
            "waiver: subs, hous → pre, bri (withdrawn)",
            "victim's consent: vict, addr → vpr, anc",
            "victim's consent: vict → vpr (of Ann Fielding)",
            "consent: intel, hous → vpr, bri (withdrawn since)",
            "authority of caldicott-guardian: subs → omu, vpr (last month)",
            "permission of the person: subs → omu, vpr",
            "authority of caldicott-guardian: test, hous → vpr, omu, fir",
            "authority of programme-director: subs → pre, bri",
            "permission of nbh: intel → vpr, anc",
            "permission of the person: hous → omu, anc",
            "objection: ment → anc",
            "objection: test → everyone",
            "choice of offender-management: intel, hous → guest Parole Office, bri",
            "told: neither (no reason)",
            "flag: MAPPA (the chair goes on)",
        ],
    }
}

fn any_row() -> impl Strategy<Value = (&'static Book, Row, Vec<&'static str>)> {
    (0..BOOKS.len()).prop_flat_map(|n| row(&BOOKS[n]))
}

fn row(book: &'static Book) -> impl Strategy<Value = (&'static Book, Row, Vec<&'static str>)> {
    let filed = proptest::sample::subsequence(book.filed.clone(), 0..=10);
    let others = proptest::sample::subsequence(book.with.clone(), 0..=5);
    let (said, with) = (0..book.said.len(), 0..book.with.len());
    (said, with, any::<bool>(), filed, others).prop_map(move |(said, with, odoc, filed, others)| {
        let row = Row {
            number: 0,
            what: String::new(),
            at: if odoc { "ODOC" } else { "DIP" }.to_owned(),
            shared: book.said[said].to_owned(),
            with: book.with[with].to_owned(),
            on_file: filed.into_iter().map(str::to_owned).collect(),
            answer: Vec::new(),
            clause: String::new(),
            duties: Vec::new(),
        };
        (book, row, others)
    })
}

/// A row's room, with others beside its recipient, and what is on file.
struct Scene {
    proposal: Proposal,
    room: Proceedings,
    file: OnFile,
    recipient: Attendance,
}

impl Scene {
    fn of(row: &Row, others: &[&str], pack: &Pack) -> Self {
        Self::under(row, others, pack, pack)
    }

    /// Under an agreement that was edited since the papers went on file.
    fn under(row: &Row, others: &[&str], filed: &Pack, pack: &Pack) -> Self {
        let mut said = shared::read(&row.shared, pack);
        let file = papers::on_file(&row.on_file, &said.proposal.team, filed);
        let mut file = file.expect("every paper stands");
        let (room, who) = room::proceedings(row, others, &mut said, &mut file, pack);
        let recipient = room
            .attendance(who.expect("in the room"))
            .expect("there")
            .clone();
        Self {
            proposal: said.proposal,
            room,
            file,
            recipient,
        }
    }

    fn answer(&self, pack: &Pack) -> Answer {
        let place = Place::Case(room::SLOT);
        let (id, proposal) = (ItemId(room::id(AT)), self.proposal.clone());
        let weighed = assess(proposal, id, at(0), place, &self.room, pack, &self.file);
        let weighed = weighed.expect("it is weighed");
        let receipts = &weighed.parts().receipts;
        let theirs = receipts.iter().find(|r| r.attendance == self.recipient.id);
        theirs.expect("a recipient").answer.clone()
    }

    /// What the rules are held against once more, read another way.
    fn seen<'s>(&'s self, pack: &'s Pack) -> again::Seen<'s> {
        again::Seen {
            proposal: &self.proposal,
            to: &self.recipient.agency,
            meeting: self.room.kind,
            file: &self.file,
            pack,
        }
    }

    /// Some of the others are left out, and the item is to reach somebody outside the room as well.
    fn with_others_treated_otherwise(mut self, others: &[&str], which: usize, pack: &Pack) -> Self {
        let first = self.room.attendances.len() - others.len();
        let left_out = self.room.attendances[first..].iter().enumerate();
        let left_out = left_out.filter(|(n, _)| (which >> n) & 1 == 1);
        self.proposal.left_out = left_out.map(|(_, a)| a.id).collect();
        let outside = others.iter().filter(|one| !one.contains("guest"));
        let teams = outside.map(|one| papers::team(one, pack));
        self.proposal.pending = teams
            .map(|team| Pending {
                organisation: pack.organisation_of(&team).map(|o| o.key.clone()),
                named: team.to_string(),
                team: Some(team),
            })
            .chain([Pending {
                team: None,
                organisation: None,
                named: "A surgery".to_owned(),
            }])
            .collect();
        self
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nothing_is_permitted_without_a_ground_that_is_there_and_reaches((book, row, others) in any_row()) {
        let scene = Scene::of(&row, &others, &book.pack);
        let Answer::Permitted(ground) = scene.answer(&book.pack) else {
            return Ok(());
        };
        let to = &scene.recipient.agency;
        prop_assert!(book.pack.purpose(&ground.purpose).is_some());
        let same = to.is(&scene.proposal.team);
        let power = ground.power.as_ref().and_then(|key| book.pack.power(key));
        match ground.footing {
            Footing::Consent(_) => prop_assert!(power.is_none()),
            Footing::Power | Footing::ChosenPower(_) => {
                let power = power.expect("a power of the pack");
                prop_assert!(power.is_ground());
                prop_assert!(same || to.statutory || to.party);
                prop_assert!(same || !power.relevant_authorities_only || to.relevant_authority);
            }
        }
        if !same {
            prop_assert_eq!(again::faults(&scene.seen(&book.pack), &ground), Vec::<&str>::new());
        }
        let sensitive = book.pack.kind(&scene.proposal.kind).and_then(|k| k.sensitivity).is_some();
        prop_assert_eq!(ground.condition.is_some(), sensitive);
    }

    #[test]
    fn whatever_the_chair_takes_covers_everybody_and_what_is_offered_may_be_taken(
        (book, row, others) in any_row(), purpose in 0..16usize, power in 0..24usize,
    ) {
        let (scene, pack) = (Scene::of(&row, &others, &book.pack), &book.pack);
        let taken = |purpose: &PurposeKey, power: &PowerKey| {
            let (purpose, power, because) = (purpose.clone(), power.clone(), "the risk".into());
            scene.room.on_ground(&scene.proposal, GroundTaken { purpose, power, because, regime: None, condition: None }, at(0), pack, &scene.file)
        };
        let weigh = |proposal: Proposal| {
            let (id, place) = (ItemId(room::id(AT)), Place::Case(room::SLOT));
            assess(proposal, id, at(0), place, &scene.room, pack, &scene.file).expect("it is weighed")
        };
        let purpose = &pack.purposes[purpose % pack.purposes.len()];
        let power = &pack.powers[power % pack.powers.len()];
        if let Ok(proposal) = taken(&purpose.key, &power.key) {
            prop_assert!(power.may_be_chosen());
            let weighed = weigh(proposal);
            prop_assert!(weighed.objection().is_none());
            for receipt in &weighed.parts().receipts {
                let Answer::Permitted(ground) = &receipt.answer else { continue };
                prop_assert_eq!(&ground.purpose, &purpose.key);
                if ground.footing == Footing::Power {
                    let to = &scene.room.attendance(receipt.attendance).expect("there").agency;
                    let same = to.is(&scene.proposal.team);
                    prop_assert_eq!(ground.power.as_ref(), Some(&power.key));
                    prop_assert!(same || power.reaches(to.relevant_authority));
                }
            }
        }
        let proposed = weigh(scene.proposal.clone());
        let offered = scene.room.grounds_offered(&scene.proposal, at(0), pack, &scene.file);
        for key in offered.expect("it is weighed").powers {
            prop_assert!(taken(&proposed.parts().purpose, &key).is_ok(), "{}", key);
        }
    }

    #[test]
    fn an_answer_depends_on_nobody_else_in_the_room_outside_it_or_left_out((book, row, others) in any_row(), which in 0..32usize) {
        let alone = Scene::of(&row, &[], &book.pack).answer(&book.pack);
        let among = Scene::of(&row, &others, &book.pack);
        prop_assert_eq!(&alone, &among.answer(&book.pack));
        let otherwise = among.with_others_treated_otherwise(&others, which, &book.pack);
        prop_assert_eq!(&alone, &otherwise.answer(&book.pack));
    }

    #[test]
    fn taking_a_consent_back_never_permits_more((book, row, others) in any_row(), which in 0..8usize) {
        let before = Scene::of(&row, &others, &book.pack).answer(&book.pack);
        let mut after = row;
        // One that was taken back already keeps the minute in which it was.
        let consents = after.on_file.iter_mut().filter(|s| s.contains("onsent:") || s.starts_with("waiver:"));
        let consents = consents.filter(|s| !s.contains("withdrawn"));
        if let Some(sentence) = consents.collect::<Vec<_>>().into_iter().nth(which % 3) {
            *sentence = match sentence.strip_suffix(')') {
                Some(open) => format!("{open}, withdrawn)"),
                None => format!("{sentence} (withdrawn)"),
            };
        }
        let answer = Scene::of(&after, &others, &book.pack).answer(&book.pack);
        prop_assert!(before.is_permitted() || !answer.is_permitted());
    }

    #[test]
    fn the_same_situation_is_always_answered_the_same((book, row, others) in any_row()) {
        let scene = Scene::of(&row, &others, &book.pack);
        prop_assert_eq!(scene.answer(&book.pack), scene.answer(&book.pack));
    }

    #[test]
    fn an_edit_of_the_pack_changes_the_answers_that_it_speaks_of_and_no_other(
        (book, row, others) in any_row(), edit in 0..8usize, which in 0..64usize,
    ) {
        let mut edited = book.pack.clone();
        let scene = Scene::of(&row, &others, &book.pack);
        let (to, said) = (&scene.recipient.agency, &scene.proposal);
        let ladder = &book.pack.ladder;
        let at_the_ladder = ladder.meetings.contains(&scene.room.kind);
        let climbs = at_the_ladder || ladder.kinds.contains(&said.kind);
        let spoken_of = match edit {
            0 => {
                let n = which % edited.organisations.len();
                edited.organisations[n].party = false;
                to.organisation.as_ref() == Some(&edited.organisations[n].key)
            }
            1 => {
                let n = which % edited.kinds.len();
                let kind = edited.kinds[n].key.clone();
                edited.matrix.holds.remove(&kind);
                kind == said.kind
            }
            2 => {
                edited.ladder.kinds.clear();
                climbs && !at_the_ladder
            }
            3 => {
                let n = which % edited.powers.len();
                edited.powers[n].relevant_authorities_only = false;
                !to.relevant_authority
            }
            4 => {
                let n = which % edited.teams.len();
                edited.teams[n].in_cjit = false;
                climbs
            }
            5 => {
                edited.ladder.beyond.clear();
                climbs
            }
            6 => {
                edited.groups.iter_mut().for_each(|group| group.meetings.clear());
                matches!(said.source, Source::ThirdParty(Owner::Group(_)))
            }
            _ => {
                let n = which % edited.kinds.len();
                edited.kinds[n].victim = true;
                edited.kinds[n].key == said.kind
            }
        };
        let after = Scene::under(&row, &others, &book.pack, &edited).answer(&edited);
        let before = scene.answer(&book.pack);
        if !spoken_of {
            prop_assert_eq!(&before, &after);
        }
        // Fewer holders, fewer managers and fewer meetings never permit more, and a wider power never permits less.
        match edit {
            0 | 1 | 5 | 6 => prop_assert!(before.is_permitted() || !after.is_permitted()),
            2 | 3 => prop_assert!(!before.is_permitted() || after.is_permitted()),
            _ => {}
        }
    }
}
