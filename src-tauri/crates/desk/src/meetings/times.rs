//! Hours as people write them: "13:30", "1.30pm", "1330", "noon".

use chrono::NaiveTime;
use serde::Serialize;

/// Why a text is no time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub(crate) enum TimeFault {
    Missing,
    NotATime,
    NoSuchTime,
}

/// Reads a time of day; no meeting begins in the small hours, so a bare "1.30" is in the afternoon and "01:30" is not.
pub(crate) fn read(text: &str) -> Result<NaiveTime, TimeFault> {
    let signs: String = text
        .to_lowercase()
        .replace("p.m.", "pm")
        .replace("a.m.", "am");
    let signs: String = signs.chars().filter(|c| !c.is_whitespace()).collect();
    let signs = signs
        .strip_suffix(":00")
        .filter(|rest| rest.contains(':'))
        .unwrap_or(&signs);
    match signs {
        "" => return Err(TimeFault::Missing),
        "noon" | "midday" => return Ok(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default()),
        _ => {}
    }
    let (digits, half) = match signs.strip_suffix("pm").map(|d| (d, Half::Afternoon)) {
        Some(read) => read,
        None => match signs.strip_suffix("am") {
            Some(digits) => (digits, Half::Morning),
            None => (signs, Half::Unsaid),
        },
    };
    let (hours, minutes) = parts(digits).ok_or(TimeFault::NotATime)?;
    let bare = digits.len() < 5 && !digits.starts_with('0') && hours < 8;
    let hour = match half {
        Half::Afternoon if hours < 12 => hours + 12,
        Half::Morning if hours == 12 => 0,
        Half::Morning if hours > 12 => return Err(TimeFault::NoSuchTime),
        Half::Unsaid if bare && hours > 0 => hours + 12,
        _ => hours,
    };
    NaiveTime::from_hms_opt(hour, minutes, 0).ok_or(TimeFault::NoSuchTime)
}

/// Which half of the day was said.
#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
    Unsaid,
}

/// Hours and minutes: parted by a sign, or run together, or hours alone.
fn parts(digits: &str) -> Option<(u32, u32)> {
    let number = |text: &str| {
        let only = !text.is_empty() && text.len() <= 2 && text.bytes().all(|c| c.is_ascii_digit());
        only.then(|| text.parse().ok()).flatten()
    };
    if let Some((hours, minutes)) = digits.split_once([':', '.', 'h']) {
        let minutes = Some(minutes).filter(|m| m.len() == 2)?;
        return Some((number(hours)?, number(minutes)?));
    }
    match digits.len() {
        1 | 2 => Some((number(digits)?, 0)),
        3 | 4 if digits.is_ascii() => {
            let (hours, minutes) = digits.split_at(digits.len() - 2);
            Some((number(hours)?, number(minutes)?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for (text, hour, minute) in [
            ("13:30", 13, 30),
            ("1.30pm", 13, 30),
            ("1:30 p.m.", 13, 30),
            ("1330", 13, 30),
            ("1.30", 13, 30),
            ("9", 9, 0),
            ("9am", 9, 0),
            ("930", 9, 30),
            ("12pm", 12, 0),
            ("12.15am", 0, 15),
            ("01:30", 1, 30),
            ("0130", 1, 30),
            ("noon", 12, 0),
            ("13:30:00", 13, 30),
        ] {
            assert_eq!(
                read(text).ok(),
                NaiveTime::from_hms_opt(hour, minute, 0),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_time_is_named() {
        for (text, fault) in [
            ("", TimeFault::Missing),
            ("half past one", TimeFault::NotATime),
            ("13:3", TimeFault::NotATime),
            ("25:00", TimeFault::NoSuchTime),
            ("13am", TimeFault::NoSuchTime),
            ("12:75", TimeFault::NoSuchTime),
            ("ë30", TimeFault::NotATime),
        ] {
            assert_eq!(read(text), Err(fault), "{text}");
        }
    }
}
