//! Two things timed in turns, and what is said of them.

use std::time::{Duration, Instant};

/// One line of what is printed: two medians from the same run, and their ratio beside its aim.
pub struct Line {
    pub what: &'static str,
    pub ours: String,
    pub theirs: String,
    pub ratio: String,
    pub aim: &'static str,
    pub note: String,
}

impl Line {
    /// A line of two durations.
    pub fn of_times(what: &'static str, ours: &mut [Duration], theirs: &mut [Duration]) -> Self {
        let (a, b) = (median(ours), median(theirs));
        Self {
            what,
            ours: milliseconds(a),
            theirs: milliseconds(b),
            ratio: format!("{:.2} ×", a.as_secs_f64() / b.as_secs_f64()),
            aim: "",
            note: format!("{} in turns", ours.len()),
        }
    }

    /// A line without figures, since a made-up one would be worse than none.
    pub fn not_measured(what: &'static str, aim: &'static str, why: String) -> Self {
        Self {
            what,
            ours: "not measured".to_owned(),
            theirs: String::new(),
            ratio: String::new(),
            aim,
            note: why,
        }
    }

    pub fn aiming_at(self, aim: &'static str) -> Self {
        Self { aim, ..self }
    }

    pub fn noting(self, note: String) -> Self {
        Self { note, ..self }
    }
}

/// How long something took.
pub fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let done = act();
    (done, begun.elapsed())
}

/// The middle one, the later of two middles; sorts what it is given.
pub fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The one that nineteen in twenty do not exceed; sorts what it is given.
pub fn nineteen_in_twenty(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    let at = (times.len() * 19).div_ceil(20).saturating_sub(1);
    times.get(at).copied().unwrap_or_default()
}

pub fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}
