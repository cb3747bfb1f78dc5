//! Sequences of commands made by chance: whatever is called in whatever order, the rules hold.

mod judge;
mod moves;
mod vale;
mod wall;
mod watch;

use crate::table::Table;
use moves::{Move, commands};
use proptest::prelude::*;
use std::collections::BTreeMap;
use watch::Watch;

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 10,
        max_shrink_iters: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_gets_round_the_rules(
        moves in proptest::collection::vec(any::<(u8, u8, u8)>(), 120..200),
        seed in 1_u64..,
    ) {
        let mut watch = drawn_by(seed);
        for drawn in moves {
            for (name, form) in commands(Move::of(drawn), &watch) {
                let objection = watch.call(name, form);
                prop_assert!(objection.is_none(), "{}", objection.unwrap_or_default());
            }
        }
    }
}

/// A meeting of the first agreement's one kind or other, or one of the second's, as the seed has it.
fn drawn_by(seed: u64) -> Watch {
    match seed % 4 {
        0 => Watch::over(Table::laid_for_a_review(seed)),
        1 => Watch::over(crate::vale::laid(seed)).in_the_vale(),
        _ => Watch::over(Table::laid(seed)),
    }
}

/// What absent agencies wrote is taken down and the register is opened; everybody comes, accepts and signs; business begins.
const OPENED: [(u8, u8, u8); 5] = [(0, 0, 1), (0, 0, 1), (0, 0, 1), (0, 100, 1), (0, 220, 1)];
/// A waiver goes on file about the case that is open, for one kind and the police alone.
const A_WAIVER: (u8, u8, u8) = (180, 0, 132);
/// Sensible moves by number: hand the laptop back, go through a case, end the meeting or sign its minutes.
const TURN: (u8, u8, u8) = (0, 60, 1);
const A_CASE: (u8, u8, u8) = (0, 60, 2);
const THE_END: (u8, u8, u8) = (0, 255, 254);
/// Two who may be in the room step out of the case and come back.
const OUT_AND_BACK: [(u8, u8, u8); 4] = [(130, 5, 2), (130, 5, 3), (130, 6, 0), (130, 6, 0)];
/// What was done last is taken back whole, and done again.
const TAKEN_BACK: [(u8, u8, u8); 2] = [(234, 0, 0), (234, 0, 0)];
/// A line taken back and put back, then something blurted out against a rule, by two who may be in the room.
const STUMBLES: [(u8, u8, u8); 4] = [(70, 11, 0), (204, 9, 200), (180, 8, 3), (180, 8, 1)];

/// While everybody may have everything: something is said and made an action, which was for another case and goes there.
const PUT_RIGHT: [(u8, u8, u8); 3] = [(70, 0, 0), (204, 5, 9), (204, 4, 1)];

/// A guest comes who may receive nothing without consent; what was said then is held, one line is put down as heard, and the other
/// is released when the guest has left.
const HELD: [(u8, u8, u8); 7] = [
    (40, 6, 60),
    (0, 10, 1),
    (0, 10, 1),
    (180, 13, 0),
    (180, 8, 0),
    (180, 13, 0),
    (0, 40, 1),
];

/// What an agency wrote is set aside and waits again, whichever of the three it is.
const IN_WRITING: [(u8, u8, u8); 3] = [(220, 4, 0), (220, 4, 1), (220, 4, 2)];

/// A guest comes and is let in; then an authority, a permission and a power for what stands against them, the last paper is
/// taken back, and the chair says why the case goes on.
const MADE_RIGHT: [(u8, u8, u8); 10] = [
    (40, 6, 8),
    (0, 10, 1),
    (0, 10, 1),
    (0, 10, 1),
    (180, 3, 33),
    (180, 3, 21),
    (180, 4, 15),
    (180, 5, 3),
    (180, 12, 0),
    (180, 11, 0),
];

/// A statutory guest comes, is let in, and hears what the usual power would not have let them hear.
const ANOTHER_POWER: [(u8, u8, u8); 5] = [
    (180, 14, 0),
    (0, 10, 1),
    (0, 10, 1),
    (0, 10, 1),
    (180, 14, 0),
];

/// The chair looks at what there is to take, and takes another ground for a line, whichever of the two agencies is there.
const ANOTHER_GROUND: [(u8, u8, u8); 3] = [(180, 13, 3), (180, 13, 35), (180, 13, 39)];

/// Somebody new comes late, for another agency than they said: whichever of those who stand there it is.
const ANOTHER_AGENCY: [(u8, u8, u8); 9] = [
    (40, 6, 121),
    (130, 16, 16),
    (130, 16, 20),
    (130, 16, 24),
    (130, 16, 28),
    (130, 16, 32),
    (130, 16, 36),
    (130, 16, 40),
    (130, 16, 44),
];

/// Somebody came a minute before it was noticed, whoever it is.
const A_MINUTE_EARLIER: [(u8, u8, u8); 8] = [
    (204, 0, 1),
    (204, 10, 7),
    (204, 20, 11),
    (204, 30, 13),
    (204, 40, 17),
    (204, 50, 22),
    (204, 60, 26),
    (204, 70, 31),
];

/// Something is to be done, by somebody else and by another day than was said, whichever action it is; then lines are taken back
/// by themselves, whichever they are.
const ONE_BY_ONE: [(u8, u8, u8); 10] = [
    (70, 0, 9),
    (218, 1, 0),
    (218, 1, 1),
    (218, 1, 2),
    (218, 1, 4),
    (218, 1, 5),
    (218, 2, 1),
    (218, 4, 1),
    (218, 6, 0),
    (218, 10, 0),
];

/// What is open closes with no action. Whichever case still waits is opened and the room is asked, and the agencies have
/// nothing to say; then something is said, and made an action.
const NOTHING_NEW: [(u8, u8, u8); 12] = [
    (70, 0, 12),
    (70, 9, 0),
    (0, 50, 0),
    (0, 50, 1),
    (0, 50, 2),
    (70, 11, 0),
    (0, 53, 0),
    (70, 0, 3),
    (204, 5, 9),
    (204, 15, 9),
    (204, 25, 9),
    (204, 35, 9),
];

/// Another case comes and is discussed together with the open one; cases are referred on and taken off; the meeting goes on
/// on another day, when everybody is asked again.
const THE_AGENDA: [(u8, u8, u8); 15] = [
    (0, 59, 0),
    (0, 56, 0),
    (0, 59, 0),
    (0, 55, 3),
    (0, 56, 3),
    (0, 57, 1),
    (0, 57, 2),
    (0, 58, 0),
    (0, 58, 3),
    (130, 14, 0),
    (0, 0, 1),
    (0, 0, 1),
    (0, 100, 1),
    (0, 220, 1),
    (0, 10, 1),
];

/// One move, and how often each of its commands was accepted.
fn goes(watch: &mut Watch, drawn: (u8, u8, u8), reached: &mut BTreeMap<&'static str, u32>) {
    for (name, form) in commands(Move::of(drawn), watch) {
        let objection = watch.call(name, form);
        assert!(objection.is_none(), "{}", objection.unwrap_or_default());
        if watch.accepted {
            *reached.entry(name).or_insert(0) += 1;
        }
    }
}

/// Lines of the case that is open, which is closed on a decision; the next one is opened.
const A_CLOSING: (u8, u8, u8) = (0, 150, 9);

/// The other meetings that chance is given are worth something only if it comes past their gates, and is understood there.
#[test]
fn chance_goes_through_cases_of_a_review_and_of_the_second_partnership() {
    for seed in [4, 5] {
        let (mut watch, mut reached) = (drawn_by(seed), BTreeMap::new());
        let papers = [A_WAIVER, (180, 13, 0), (180, 5, 8)];
        let moves = OPENED.into_iter().chain([A_CASE]).chain(papers);
        for drawn in moves.chain([A_CLOSING; 3]).chain([THE_END; 2]) {
            goes(&mut watch, drawn, &mut reached);
        }
        for name in [
            "open_case",
            "save_consent",
            "record_line",
            "close_case",
            "end_meeting",
        ] {
            assert!(
                reached.contains_key(name),
                "{seed}: never {name}: {reached:?}"
            );
        }
    }
}

/// The sequences above are worth something only if they come far: this one is fixed, and has to.
#[test]
fn chance_reaches_cases_declarations_and_signatures() {
    let mut watch = Watch::over(Table::laid(1));
    let mut reached = BTreeMap::new();
    let mut drawn: u32 = 7;
    let chance = std::iter::repeat_with(|| {
        drawn = drawn.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [what, one, other, _] = drawn.to_be_bytes();
        (what, one, other)
    });
    // What chance alone meets only now and then comes first, while the meeting is sure to go on; chance has the rest of it.
    let waiver = [A_CASE, A_WAIVER, TAKEN_BACK[0], A_WAIVER];
    let sure = OPENED.into_iter().chain(waiver).chain(PUT_RIGHT);
    let sure = sure.chain(HELD);
    let sure = sure
        .chain(ANOTHER_POWER)
        .chain(ANOTHER_GROUND)
        .chain(MADE_RIGHT);
    let sure = sure.chain(OUT_AND_BACK).chain(TAKEN_BACK);
    let sure = sure.chain(IN_WRITING).chain(STUMBLES);
    let sure = sure
        .chain(ANOTHER_AGENCY)
        .chain(ONE_BY_ONE)
        .chain(NOTHING_NEW)
        .chain(A_MINUTE_EARLIER)
        .chain(THE_AGENDA);
    // Ends, goes on, and ends and signs at last, in whatever state chance has left the meeting.
    let end = [TURN, THE_END, TAKEN_BACK[0], THE_END, THE_END];
    let whole = sure.chain(chance.take(600)).chain(end);
    for drawn in whole {
        goes(&mut watch, drawn, &mut reached);
    }
    for wall in ["neutral", "place", "statement", "read_back"] {
        assert!(watch.walls.contains(wall), "never on the wall: {wall}");
    }
    for name in [
        "sign_declaration",
        "let_in",
        "open_case",
        "record_line",
        "undo",
        "release_item",
        "save_consent",
        "withdraw_consent",
        "authorise",
        "permit",
        "choose_power",
        "take_ground",
        "go_on",
        "withdraw_paper",
        "record_heard",
        "close_case",
        "step_out",
        "step_back",
        "settle_action",
        "amend_presence",
        "save_update",
        "put_update",
        "set_update_aside",
        "let_update_wait",
        "correct_line",
        "move_line",
        "take_back_line",
        "reassign_action",
        "redo",
        "undo_acceptance",
        "undo_last",
        "undo_kept",
        "change_agency",
        "nil_returns",
        "convert_line",
        "refer_here",
        "take_referral_back",
        "join_case",
        "refer_on",
        "take_off",
        "adjourn_meeting",
        "end_meeting",
        "back_into_the_room",
        "sign_minutes",
    ] {
        assert!(
            reached.contains_key(name),
            "never accepted: {name}; accepted: {reached:?}"
        );
    }
}

/// Every command of the contract, aimed at a signed meeting: nothing about it is another afterwards.
#[test]
fn no_command_changes_a_signed_meeting() {
    let mut watch = Watch::over(Table::laid(2));
    for (name, _) in desk::contract::COMMANDS {
        for form in moves::at_the_signed_meeting(name, &watch) {
            let objection = watch.call(name, form);
            assert!(objection.is_none(), "{}", objection.unwrap_or_default());
            let changing = !watch::READS.contains(name) && !watch::VIEWS.contains(name);
            assert!(!(changing && watch.accepted), "{name} was accepted");
        }
    }
}
