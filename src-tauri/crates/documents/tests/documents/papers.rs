//! The papers of invented meetings, read by others.

use crate::judges;
use crate::meeting::{
    self, at, attendance, closed, length, papers, print, printed, sealed, size, slot,
};
use crate::sample::{on_disk, pages};
use documents::content::Document;
use documents::layout::check;
use documents::papers::{NoSuchPaper, Paper, PaperSource, Print, paper};
use protocol::grounds::{
    Addressee, OnFile, Owner, Permission, PermissionFrom, PermissionParts, Several, Withdrawal,
};
use protocol::ids::{CaseId, DecisionId, MeetingId, PermissionId, SlotId, TeamKey};
use protocol::meeting::{Forum, Hand, InSession};
use protocol::trade::MeetingKind;
use protocol::words::Words;
use std::collections::BTreeSet;

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The file of one paper as its readers get it, in one line of text.
fn read(which: &Paper, source: PaperSource<'_>, name: &str) -> String {
    let document = paper(&source, which, &print()).expect("a paper");
    let (_kept, path) = on_disk(&document, name);
    judges::syntax(&path);
    squeezed(&judges::text(&path))
}

#[test]
fn nothing_is_cut_on_any_paper_at_one_case_or_forty_with_twelve_people_or_twenty_five() {
    for (cases, people) in [(1, 12), (40, 25)] {
        let closed = closed(&size(cases, people));
        for (which, document) in papers(PaperSource::Closed(&closed)) {
            assert_eq!(check(&pages(&document)), [], "{which:?}");
        }
    }
}

#[test]
fn a_case_review_of_the_drug_programme_has_the_same_papers_under_its_own_name() {
    let mut size = size(2, 12);
    size.kind = MeetingKind::DipCaseReview;
    let sealed = sealed(&size);
    let source = PaperSource::Sealed(&sealed);
    for (which, document) in papers(source) {
        assert_eq!(check(&pages(&document)), [], "{which:?}");
    }
    let text = read(&Paper::Minutes, source, "dip-minutes.pdf");
    assert!(text.contains("Minutes: DIP case review, 10 December 2026"));
    assert!(!text.contains("ODOC meeting"));
}

#[test]
fn two_words_and_two_thousand_stand_whole_on_every_paper() {
    for name in ["two", "two thousand"] {
        let mut size = size(2, 12);
        size.said = length(name);
        let closed = closed(&size);
        let source = PaperSource::Closed(&closed);
        for (which, document) in papers(source) {
            assert_eq!(check(&pages(&document)), [], "{which:?}");
        }
        let text = read(&Paper::Minutes, source, &format!("lengths-{name}.pdf"));
        let last = squeezed(&size.said);
        let last = last.rsplit(' ').next().expect("words");
        let wanted = size.said.matches(last).count() * 3;
        assert_eq!(text.matches(last).count(), wanted);
    }
}

#[test]
fn every_line_is_said_once_in_the_minutes_and_no_slip_at_all() {
    let closed = closed(&size(20, 12));
    let source = PaperSource::Closed(&closed);
    let text = read(&Paper::Minutes, source, "minutes-draft.pdf");
    for n in (0..19).flat_map(|n| [n * 10, n * 10 + 1]) {
        assert_eq!(text.matches(&format!("Do{n}x")).count(), 1, "action {n}");
        assert_eq!(text.matches(&format!("Line{n}x")).count(), 1, "item {n}");
    }
    assert_eq!(text.matches("Decided18x").count(), 1);
    for n in 0..4 {
        assert_eq!(
            text.matches(&format!("Carried{n} ")).count(),
            1,
            "carried {n}"
        );
    }
    for (which, document) in papers(source) {
        let (_kept, path) = on_disk(&document, &format!("{}.pdf", name_of(&which)));
        assert!(!judges::text(&path).contains("Slip"), "{which:?}");
    }
}

#[test]
fn the_minutes_say_how_the_agenda_changed_and_what_was_said_of_two_cases_stands_under_each() {
    let closed = meeting::closed_with_a_changed_agenda("Joined7x words.");
    let source = PaperSource::Closed(&closed);
    let text = squeezed(&read(&Paper::Minutes, source, "agenda-changed.pdf"));
    assert_eq!(text.matches("Joined7x").count(), 2, "{text}");
    for wanted in [
        "Changes to the agenda",
        "was referred to this meeting and put on the agenda",
        "was referred to MAPPA",
        "was taken off the cohort",
        "together with",
        "Referred to MAPPA. Risk7x",
        "Taken off the cohort. Moved7x",
        "Tom Okell",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    // The action plan of each of the two is there, and of the one that went with something of earlier still to be done.
    assert_eq!(plans(source), [slot(0), slot(1), slot(2)]);
}

fn plans(source: PaperSource<'_>) -> Vec<SlotId> {
    let all = Paper::all(&source).into_iter();
    let plan = |which| match which {
        Paper::ActionPlan(slot) => Some(slot),
        _ => None,
    };
    all.filter_map(plan).collect()
}

fn what_is_to_be_done_is_planned(leave: impl FnOnce(&mut InSession, Hand)) -> String {
    let closed = meeting::closed_with_a_case_that_leaves(leave);
    let source = PaperSource::Closed(&closed);
    assert_eq!(plans(source), [slot(0)]);
    let text = read(
        &Paper::ActionPlan(slot(0)),
        source,
        "plan-of-one-that-left.pdf",
    );
    assert!(text.contains("Do7x"), "{text}");
    assert!(text.contains("Still open from earlier meetings"), "{text}");
    text
}

#[test]
fn a_case_that_was_put_off_has_a_plan_of_what_is_to_be_done_meanwhile() {
    let text = what_is_to_be_done_is_planned(|meeting, hand| {
        let off = meeting.defer_case(slot(0), Words::new("Late7x in the day."), hand.at);
        off.expect("put off");
    });
    assert!(text.contains("Deferred Late7x in the day."), "{text}");
    assert!(text.contains("looked at again 14 January 2027"), "{text}");
}

#[test]
fn a_case_that_was_referred_on_has_a_plan_of_what_is_to_be_done_still() {
    let text = what_is_to_be_done_is_planned(|meeting, hand| {
        let (to, id) = ((Forum::Mappa, false), DecisionId(meeting::id(70_010)));
        let gone = meeting.refer_case(slot(0), to, Words::new("Risk7x of harm."), id, hand);
        gone.expect("referred");
    });
    assert!(text.contains("Referred to MAPPA. Risk7x"), "{text}");
    assert!(!text.contains("looked at again"), "{text}");
}

#[test]
fn a_case_that_was_taken_off_has_a_plan_of_what_is_to_be_done_still() {
    let text = what_is_to_be_done_is_planned(|meeting, hand| {
        let id = DecisionId(meeting::id(70_010));
        let gone = meeting.take_off_case(slot(0), Words::new("Moved7x away."), id, hand);
        gone.expect("taken off");
    });
    assert!(text.contains("Taken off the cohort. Moved7x"), "{text}");
    assert!(!text.contains("looked at again"), "{text}");
}

#[test]
fn what_is_held_is_counted_and_its_words_are_on_no_paper() {
    let closed = meeting::closed_with_held("Withheld7x words");
    let source = PaperSource::Closed(&closed);
    assert!(
        closed.proceedings().items.len() == 4,
        "one is held and another was shared"
    );
    for (which, document) in papers(source) {
        let (_kept, path) = on_disk(&document, &format!("held-{}.pdf", name_of(&which)));
        assert!(!judges::text(&path).contains("Withheld7x"), "{which:?}");
    }
    let text = read(&Paper::Minutes, source, "held.pdf");
    assert!(text.contains("1 item is held"), "{text}");
}

#[test]
fn a_permission_to_pass_on_is_printed_with_who_gave_it_and_that_it_was_taken_back() {
    let closed = closed(&size(1, 12));
    let source = PaperSource::Closed(&closed);
    let owner = Owner::Team(meeting::team(2));
    let mut on_file = OnFile {
        permissions: vec![
            permission(1, PermissionFrom::Owner(owner.clone()), "Corin Delahunt"),
            permission(2, PermissionFrom::Subject, "Ash Fairweather"),
        ],
        ..OnFile::default()
    };
    let minutes = |on_file: &OnFile, name: &str| {
        let print = Print { on_file, ..print() };
        let document = paper(&source, &Paper::Minutes, &print).expect("minutes");
        let (_kept, path) = on_disk(&document, name);
        squeezed(&judges::text(&path))
    };
    let given = minutes(&on_file, "permitted.pdf");
    for said in [
        "Authority to share",
        "Passed on by permission: by telephone, noted on the file",
        "Corin Delahunt",
        &format!("For the original owner, {}, ", owner.called(&meeting::PACK)),
        "Ash Fairweather",
        "The person concerned, ",
    ] {
        assert!(given.contains(said), "{said:?} in {given}");
    }
    assert!(!given.contains("Taken back"));
    let mut outside = permission(3, PermissionFrom::Owner(owner), "Robin Ashdown")
        .parts()
        .clone();
    outside.case = None;
    on_file.permissions.push(Permission::restored(outside));
    let also = minutes(&on_file, "permitted-outside.pdf");
    let other = also
        .rfind("Any other business, and next meeting")
        .expect("that part");
    assert!(also[other..].contains("Robin Ashdown"), "{also}");
    on_file.permissions.pop();
    let taken = Withdrawal {
        at: at(13),
        told_by: "Corin Delahunt".into(),
        noted_by: "Tom Okell".into(),
        note: None,
    };
    on_file.permissions[0]
        .withdraw(taken.clone())
        .expect("taken back");
    let later = Withdrawal {
        at: at(200),
        ..taken
    };
    on_file.permissions[1].withdraw(later).expect("taken back");
    let text = minutes(&on_file, "permission-withdrawn.pdf");
    // What was taken back after the end belongs to no minutes of this meeting.
    assert_eq!(text.matches("Taken back").count(), 1, "{text}");
    assert!(text.contains("Corin Delahunt said so"), "{text}");
}

fn permission(n: usize, from: PermissionFrom, given_by: &str) -> Permission {
    let kind = meeting::PACK.kinds[0].key.clone();
    Permission::given(PermissionParts {
        id: PermissionId(meeting::id(90_000 + n)),
        case: Some(CaseId(meeting::id(10_000))),
        kinds: Several::one(kind),
        recipients: Several::one(Addressee::Team(meeting::team(4))),
        from,
        given_by: given_by.into(),
        at: at(12),
        meeting: MeetingId(meeting::id(1)),
        evidence: Some("by telephone, noted on the file".into()),
        withdrawn: None,
    })
    .expect("a permission")
}

#[test]
fn each_page_is_marked_twice_and_numbered_on_every_paper() {
    let sealed = sealed(&size(3, 12));
    for (which, document) in papers(PaperSource::Sealed(&sealed)) {
        let (_kept, path) = on_disk(&document, &format!("signed-{}.pdf", name_of(&which)));
        judges::syntax(&path);
        let text = judges::text(&path);
        let sheets: Vec<_> = text
            .split('\u{c}')
            .filter(|page| !page.trim().is_empty())
            .collect();
        for (n, page) in sheets.iter().enumerate() {
            let of = format!("Page {} of {}", n + 1, sheets.len());
            assert!(page.contains(&of), "{which:?}: {of}");
            assert_eq!(page.matches("OFFICIAL-SENSITIVE").count(), 2, "{which:?}");
            assert!(
                squeezed(page).contains("Do not copy or pass on."),
                "{which:?}"
            );
        }
    }
}

#[test]
fn a_draft_says_so_on_every_page_and_signed_minutes_never_do() {
    let size = size(2, 12);
    let (draft, signed) = (closed(&size), sealed(&size));
    let draft = read(&Paper::Minutes, PaperSource::Closed(&draft), "d.pdf");
    let signed = read(&Paper::Minutes, PaperSource::Sealed(&signed), "s.pdf");
    assert!(draft.matches("Draft, not signed").count() >= 2, "{draft}");
    assert!(!signed.to_lowercase().contains("draft"), "{signed}");
    assert_eq!(signed.matches("Manifest signed").count(), 1, "{signed}");
    assert!(signed.contains("a5a5 a5a5"));
    // One name and one form for it, here and under Safekeeping.
    let code = format!("Check code {}", meeting::CHECK_CODE);
    assert!(signed.contains(&code) && draft.contains(&code), "{signed}");
    assert!(!signed.contains("Journal head"));
    assert!(signed.contains("simple electronic signature, made in person"));
    assert!(!draft.contains("a5a5"));
    // Each says what may still become of it, and neither what is not so.
    let may_change = "who is said here to have received what may change with it";
    let sealed = "nothing in the record of this meeting can be altered";
    assert!(
        draft.contains(may_change) && !draft.contains(sealed),
        "{draft}"
    );
    assert!(
        signed.contains(sealed) && !signed.contains(may_change),
        "{signed}"
    );
}

#[test]
fn the_cover_names_nobody_who_is_discussed() {
    let closed = closed(&size(3, 12));
    let mut document = documents::papers::minutes::draft(&closed, &print());
    document.sections.clear();
    let (_kept, path) = on_disk(&document, "cover.pdf");
    let text = squeezed(&judges::text(&path));
    assert!(text.contains("ODOC-001"));
    assert!(!text.contains("Subject"), "{text}");
}

#[test]
fn whoever_sent_apologies_declined_or_did_not_come_is_named_with_what_they_said() {
    let closed = closed(&size(1, 12));
    for which in [Paper::Minutes, Paper::AttendanceRegister] {
        let text = read(&which, PaperSource::Closed(&closed), "absent.pdf");
        let said = [
            "Apologies Siân O\u{2019}Brien-Łukasiewicz 12 (Harden): sent a written update",
            "Expected and did not come Nguyễn Thị Hương 13 (Mercian)",
            "13:30: will not sign today",
        ];
        for words in said {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
}

#[test]
fn every_paper_has_a_file_name_of_its_own_that_says_whether_it_is_signed() {
    let size = size(3, 12);
    let (draft, signed) = (closed(&size), sealed(&size));
    let names = |source| -> BTreeSet<String> {
        let papers = papers(source);
        papers.iter().map(|(_, paper)| paper.file_name()).collect()
    };
    let signed_names = names(PaperSource::Sealed(&signed));
    assert_eq!(
        signed_names.len(),
        papers(PaperSource::Sealed(&signed)).len()
    );
    assert!(
        signed_names.contains("ODOC-2026-12-10-Plan-ODOC-001-signed.pdf"),
        "{signed_names:?}"
    );
    let draft_names = names(PaperSource::Closed(&draft));
    assert!(
        draft_names.contains("ODOC-2026-12-10-Minutes-draft.pdf"),
        "{draft_names:?}"
    );
}

#[test]
fn a_sheet_says_after_which_line_an_action_was_agreed_without_its_words_and_nothing_to_whom_it_left_out()
 {
    let closed = meeting::closed_with_left_out("Unheard5x words");
    let source = PaperSource::Closed(&closed);
    let sheet = |n: usize| Paper::ActionSheet {
        team: meeting::team(n),
        number: 1,
    };
    let left_out = read(&sheet(3), source, "left-out.pdf");
    assert!(
        left_out.contains("Do3x") && !left_out.contains("Agreed after"),
        "{left_out}"
    );
    let heard = read(&sheet(4), source, "heard.pdf");
    assert!(
        heard.contains("Do4x") && heard.contains("Agreed after S1"),
        "{heard}"
    );
    for sheet in [left_out, heard] {
        assert!(!sheet.contains("Unheard5x"), "{sheet}");
    }
}

#[test]
fn an_action_whose_agency_has_gone_from_the_agreement_has_its_sheet_all_the_same() {
    let mut planned = meeting::planned(&size(1, 12));
    let mut carried = planned.proceedings().carried.clone();
    carried[0].owner.team = TeamKey::new("county-probation");
    let before = planned.proceedings().previous.clone();
    planned.follows(before.expect("a meeting before"), carried);
    let mut begun = meeting::begun_from(planned, 12);
    meeting::open_first(&mut begun);
    let closed = meeting::finish(begun);
    let source = PaperSource::Closed(&closed);
    // Each can be said, or the minutes could never be signed.
    let of_it = |(which, document): (Paper, Document)| match which {
        Paper::ActionSheet { team, .. } if team.as_str() == "county-probation" => Some(document),
        _ => None,
    };
    let sheet = papers(source).into_iter().find_map(of_it).expect("a sheet");
    assert!(sheet.title.contains("county-probation"), "{}", sheet.title);
    let (_kept, path) = on_disk(&sheet, "gone-agency.pdf");
    assert!(judges::text(&path).contains("Carried0"));
}

#[test]
fn the_disclosure_record_names_each_recipient_of_each_line() {
    let closed = closed(&size(1, 12));
    let source = PaperSource::Closed(&closed);
    let text = read(&Paper::DisclosureRecord, source, "disclosed.pdf");
    let p = closed.proceedings();
    let received = p.items.iter().flat_map(|i| {
        let contributor = i.parts().contributor;
        i.recipients().filter(move |&r| r != contributor)
    });
    let named = p.attendance(attendance(3)).expect("on the register");
    let received = received.filter(|&r| r == attendance(3)).count();
    assert_eq!(received, 3);
    assert_eq!(text.matches(named.name.as_str()).count(), received);
}

#[test]
fn a_declaration_prints_each_sentence_that_was_signed_and_who_had_the_chair() {
    let closed = closed(&size(1, 12));
    let p = closed.proceedings();
    let signer = p.attendances.iter().find(|a| a.declaration.is_some());
    let signer = signer.expect("somebody signs");
    let text = read(
        &Paper::Declaration(signer.id, 0),
        PaperSource::Closed(&closed),
        "declaration.pdf",
    );
    let words = meeting::PACK.text(p.kind);
    for sentence in words.declaration.iter().chain([&words.declaration_intro]) {
        assert!(text.contains(&squeezed(sentence)), "{sentence}: {text}");
    }
    for said in [
        "Signed in person; ",
        " had the chair",
        "made in person on the meeting's shared laptop.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // Nobody confirmed this one, and nobody is ever asked to look on.
    for claimed in ["onfirmed", "itness"] {
        assert!(!text.contains(claimed), "{claimed}: {text}");
    }
}

#[test]
fn a_declaration_says_when_the_chair_confirmed_that_its_signer_understands_it() {
    let mut meeting = meeting::begun(&size(1, 12));
    let p = meeting.proceedings();
    let signer = p.attendances.iter().find(|a| a.declaration.is_some());
    let signer = signer.expect("somebody signs").id;
    meeting
        .weigh_declaration(signer, true, at(4))
        .expect("confirmed");
    meeting::open_first(&mut meeting);
    let closed = meeting::finish(meeting);
    let text = read(
        &Paper::Declaration(signer, 0),
        PaperSource::Closed(&closed),
        "declaration-confirmed.pdf",
    );
    let said = ", who had the chair, confirmed at ";
    assert!(text.contains(said), "{said}: {text}");
    let said = "that the signer understands it";
    assert!(text.contains(said), "{said}: {text}");
}

#[test]
fn no_paper_is_made_of_what_is_not_there() {
    let closed = closed(&size(1, 12));
    let source = PaperSource::Closed(&closed);
    let refused = |which: Paper| paper(&source, &which, &print()).map(|_| ()).err();
    assert_eq!(
        refused(Paper::ActionPlan(slot(77))),
        Some(NoSuchPaper::Case)
    );
    let unsigned = Paper::Declaration(attendance(0), 0);
    assert_eq!(refused(unsigned), Some(NoSuchPaper::Declaration));
    let mut pack = meeting::PACK.clone();
    pack.texts
        .odoc
        .declaration
        .push("And another thing.".into());
    let mut other = print();
    other.pack = &pack;
    let refused = paper(&source, &Paper::Minutes, &other).map(|_| ()).err();
    assert_eq!(refused, Some(NoSuchPaper::AnotherPack));
}

#[test]
fn the_papers_of_a_meeting_of_twenty_cases_are_there_before_anybody_has_to_wait() {
    let sealed = sealed(&size(20, 12));
    let papers = papers(PaperSource::Sealed(&sealed));
    assert!(papers.len() > 30, "{}", papers.len());
    let begun = std::time::Instant::now();
    let printed = printed(&papers);
    let pages: u32 = printed.iter().map(|p| p.pages).sum();
    let took = begun.elapsed();
    eprintln!("{} papers, {pages} pages, {took:?}", papers.len());
    // Generous, for a machine that is busy with other tests; see the report of `make bench`.
    assert!(took.as_secs() < 20, "{took:?}");
    let again = documents::papers::print(&papers[0].1, &crate::sample::faces(), at(190));
    assert!(
        again.expect("printed") == printed[0],
        "the same words, the same bytes"
    );
}

fn name_of(which: &Paper) -> String {
    match which {
        Paper::Minutes => "minutes".into(),
        Paper::ActionPlan(slot) => format!("plan-{}", slot.0.as_u128() - 20_000),
        Paper::ActionSheet { team, .. } => format!("sheet-{team}"),
        Paper::Declaration(who, _) => format!("declaration-{}", who.0.as_u128() - 30_000),
        Paper::AttendanceRegister => "register".into(),
        Paper::DisclosureRecord => "disclosure".into(),
        Paper::ChairsCopy => "chair".into(),
    }
}
