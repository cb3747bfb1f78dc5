use super::default_pack::default_pack;
use crate::pack::{DEFAULT, Interval, Pack};
use crate::trade::MeetingKind;
use proptest::prelude::*;

/// A pack that differs from the default in its words, flags, numbers and dates, and keeps to the rules.
fn pack() -> impl Strategy<Value = Pack> {
    let text = || "\\PC{0,20}[a-z\"'\\\\#=\u{0a17}\u{6c49}]\\PC{0,20}";
    let lines = || "[a-z]{1,5}[\n\t\r\"\\\\]{1,3}[a-z']{1,5}";
    let number = || 1..=12u32;
    let date = || (1..=12u32, 1..=28u32);
    (
        (text(), lines(), text(), text()),
        (number(), proptest::option::of(1..=1200u32), date()),
        proptest::collection::vec(any::<bool>(), 6),
        proptest::collection::btree_set("[a-z][a-z ]{1,30}[a-z.]", 1..6),
    )
        .prop_map(|(texts, (number, months, date), flags, said)| {
            let mut pack = default_pack();
            pack.name = texts.0;
            pack.organisations[0].note = Some(texts.1);
            pack.kinds[0].format = texts.2;
            pack.markings.handling = texts.3;
            pack.limits.folder_months = number;
            pack.retention[0].months = months;
            pack.dated = pack.dated.with_ymd(2020, date).unwrap_or(pack.dated);
            pack.organisations[1].party = flags[0];
            pack.organisations[2].statutory = flags[1];
            pack.matrix.confirmed = flags[2];
            pack.matrix
                .holds
                .retain(|kind, _| flags[3] || kind.as_str() < "m");
            pack.meetings.odoc.declaration_required = flags[4];
            pack.kinds[1].meetings.truncate(1 + usize::from(flags[5]));
            if flags[5] {
                pack.meetings.odoc.every = Interval::Quarter;
                pack.meetings.dip_case_review.numbered_as = "CR/B".into();
            }
            pack.texts.dip_case_review.declaration = said.into_iter().collect();
            pack
        })
}

trait WithYmd: Sized {
    fn with_ymd(&self, year: i32, month_and_day: (u32, u32)) -> Option<Self>;
}

impl WithYmd for chrono::NaiveDate {
    fn with_ymd(&self, year: i32, (month, day): (u32, u32)) -> Option<Self> {
        Self::from_ymd_opt(year, month, day)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_pack_written_and_read_is_the_same_pack(pack in pack()) {
        let read = Pack::read(&pack.write());
        prop_assert_eq!(read.as_ref(), Ok(&pack));
    }

    #[test]
    fn no_text_at_all_makes_reading_panic(text in "\\PC{0,60}", cut in 0..DEFAULT.len()) {
        let mut broken: String = DEFAULT.chars().take(cut).collect();
        broken.push_str(&text);
        let _ = Pack::read(&text);
        let _ = Pack::read(&broken);
    }
}

#[test]
fn a_date_may_stand_bare() {
    let bare = DEFAULT.replace("\"2026-11-01\"", "2026-11-01");
    assert_eq!(Pack::read(&bare), Ok(default_pack()));
}

#[test]
fn each_meeting_has_its_own_text_and_rules() {
    let pack = default_pack();
    let [odoc, dip] = [MeetingKind::Odoc, MeetingKind::DipCaseReview];
    assert_ne!(pack.text(odoc), pack.text(dip));
    assert_ne!(pack.rules(odoc).name, pack.rules(dip).name);
}
