//! What holds of every answer, whatever is on file and whoever sits in the room.

use crate::papers;
use crate::room::{self, AT, at};
use crate::shared;
use crate::table::Row;
use proptest::prelude::*;
use protocol::grounds::{ConsentState, OnFile};
use protocol::ids::{ItemId, PowerKey, PurposeKey};
use protocol::meeting::{Place, Proceedings};
use protocol::pack::{DEFAULT, EXAMPLE, Pack};
use protocol::room::Attendance;
use protocol::sharing::{Answer, Footing, GroundTaken, Proposal, assess};
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
            "csu asb; from group asb-group",
            "prob acc; from dip",
            "pol addr; about a victim",
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
            "authority of dip-manager: test, acc → prob, pol, chi",
            "authority of dip-manager: treat → wel, aqu, har",
            "permission of pol: intel → prob, har",
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
    let filed = proptest::sample::subsequence(book.filed.clone(), 0..=8);
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
        let mut said = shared::read(&row.shared, pack);
        let file = papers::on_file(&row.on_file, &said.proposal.team, pack);
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
        let same = to.team.as_ref() == Some(&scene.proposal.team);
        let power = ground.power.as_ref().and_then(|key| book.pack.power(key));
        match ground.footing {
            Footing::Consent(id) => {
                let consent = scene.file.consents.iter().find(|c| c.parts().id == id);
                let consent = consent.expect("the consent relied on is on file");
                prop_assert_eq!(consent.state(at(0)), ConsentState::InForce);
                prop_assert!(consent.parts().scope.covers(&scene.proposal.kind, to, &ground.purpose));
                prop_assert!(power.is_none());
            }
            Footing::Power | Footing::ChosenPower(_) => {
                let power = power.expect("a power of the pack");
                prop_assert!(power.is_ground());
                prop_assert!(same || to.statutory || to.party);
                prop_assert!(same || !power.relevant_authorities_only || to.relevant_authority);
            }
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
            scene.room.on_ground(&scene.proposal, GroundTaken { purpose, power, because }, at(0), pack, &scene.file)
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
                    let same = to.team.as_ref() == Some(&scene.proposal.team);
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
    fn an_answer_depends_on_nobody_else_in_the_room((book, row, others) in any_row()) {
        let alone = Scene::of(&row, &[], &book.pack).answer(&book.pack);
        let among = Scene::of(&row, &others, &book.pack).answer(&book.pack);
        prop_assert_eq!(alone, among);
    }

    #[test]
    fn taking_a_consent_back_never_permits_more((book, row, others) in any_row(), which in 0..8usize) {
        let before = Scene::of(&row, &others, &book.pack).answer(&book.pack);
        let mut after = row;
        let consents = after.on_file.iter_mut().filter(|s| s.contains("onsent:") || s.starts_with("waiver:"));
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
    fn an_edit_of_the_pack_changes_the_answers_that_it_speaks_of((book, row, others) in row(&BOOKS[0]), edit in 0..4usize) {
        let mut edited = book.pack.clone();
        let scene = Scene::of(&row, &others, &book.pack);
        let to = &scene.recipient.agency;
        let spoken_of = match edit {
            0 => {
                let harden = edited.organisations.iter_mut().find(|o| o.key.as_str() == "harden");
                harden.expect("a landlord").party = false;
                to.organisation.as_ref().is_some_and(|key| key.as_str() == "harden")
            }
            1 => {
                edited.matrix.holds.remove(&scene.proposal.kind);
                true
            }
            2 => {
                edited.ladder.kinds.clear();
                row.at == "ODOC" && book.pack.ladder.kinds.contains(&scene.proposal.kind)
            }
            _ => {
                let s115 = edited.powers.iter_mut().find(|p| p.key.as_str() == "cda-s115");
                s115.expect("the usual power").relevant_authorities_only = false;
                !to.relevant_authority
            }
        };
        let (before, after) = (scene.answer(&book.pack), Scene::of(&row, &others, &edited).answer(&edited));
        if !spoken_of {
            prop_assert_eq!(&before, &after);
        }
        // Fewer holders never permit more, and a wider power never permits less.
        match edit {
            1 => prop_assert!(before.is_permitted() || !after.is_permitted()),
            3 => prop_assert!(!before.is_permitted() || after.is_permitted()),
            _ => {}
        }
    }
}
