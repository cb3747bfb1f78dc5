//! What the day costs: keys beyond the words, moves of the focus, and the time from Enter to tick.

use std::io::Write;

use serde_json::Value;

use super::hands::Typed;
use crate::harness::Window;

/// Watches the page from inside: each key, what takes the focus, when Enter is pressed in the line, when the tick stands beside it.
const WATCH: &str = "if (window.watched) return;
    const seen = window.watched = { keys: 0, moves: 0, ticks: [], points: 0, dialogs: 0 };
    const lines = () => document.querySelectorAll('.lines > li').length;
    let entered;
    addEventListener('keydown', (event) => {
        seen.keys++;
        if (event.key === 'Enter' && event.target.id === 'capture-line') entered = { at: performance.now(), lines: lines() };
    }, true);
    new MutationObserver(() => {
        if (document.querySelector('dialog, [role=dialog], [role=alertdialog], [aria-modal], [data-over]')) seen.dialogs++;
        if (!entered || lines() <= entered.lines || !document.querySelector('.lines > li:last-child .tick')) return;
        seen.ticks.push(performance.now() - entered.at);
        entered = undefined;
    }).observe(document.body, { subtree: true, childList: true });
    for (const asks of ['alert', 'confirm', 'prompt']) window[asks] = () => { seen.dialogs++ };
    addEventListener('focusin', () => seen.moves++, true);
    addEventListener('pointerdown', () => seen.points++, true);";

/// What was seen since this was asked last.
const SEEN: &str = "const seen = window.watched, { keys, moves, points, dialogs } = seen;
    Object.assign(seen, { keys: 0, moves: 0, points: 0, dialogs: 0 });
    return { keys, moves, points, dialogs, ticks: seen.ticks.splice(0) };";

/// The whole day's figures.
#[derive(Default)]
pub struct Figures {
    /// Keys beyond the words, line by line and action by action.
    pub lines: Vec<u64>,
    pub actions: Vec<u64>,
    /// Moves of the focus, line by line and action by action.
    line_moves: Vec<u64>,
    action_moves: Vec<u64>,
    /// Milliseconds from Enter to tick, case by case.
    ticks: Vec<Vec<f64>>,
    of_this_case: Vec<f64>,
    pub points: u64,
    pub dialogs: u64,
    pub carried: usize,
}

impl Figures {
    /// Writes down something shared, as it is said.
    pub async fn line(&mut self, w: &Window, typed: &Typed) {
        let (keys, moves) = self.written(w, typed).await;
        self.lines.push(keys);
        self.line_moves.push(moves);
    }

    /// Writes down something to be done.
    pub async fn action(&mut self, w: &Window, typed: &Typed) {
        let (keys, moves) = self.written(w, typed).await;
        self.actions.push(keys);
        self.action_moves.push(moves);
    }

    /// Something to be done was typed already, in another way: all that it took counts.
    pub async fn noted_action(&mut self, w: &Window, words: &str) {
        let (keys, moves) = self.seen(w).await;
        let words = words.chars().count() as u64;
        self.actions.push(keys.saturating_sub(words));
        self.action_moves.push(moves);
    }

    async fn written(&mut self, w: &Window, typed: &Typed) -> (u64, u64) {
        w.records(&typed.line).await;
        let (keys, moves) = self.seen(w).await;
        (keys - typed.words as u64, moves)
    }

    /// What came before belongs to no line.
    pub async fn afresh(&mut self, w: &Window) {
        self.seen(w).await;
    }

    /// The case is written down.
    pub async fn case_done(&mut self, w: &Window) {
        self.seen(w).await;
        self.ticks.push(std::mem::take(&mut self.of_this_case));
    }

    async fn seen(&mut self, w: &Window) -> (u64, u64) {
        let seen = w.run(SEEN).await;
        let count = |of: &str| seen[of].as_u64().unwrap_or(0);
        let ticks = seen["ticks"].as_array().into_iter().flatten();
        self.of_this_case.extend(ticks.filter_map(Value::as_f64));
        self.points += count("points");
        self.dialogs += count("dialogs");
        (count("keys"), count("moves"))
    }

    /// Past the test's own capture, because a figure that nobody sees is none.
    pub fn told(&self) {
        let all: Vec<f64> = self.ticks.iter().flatten().copied().collect();
        let of = |case: Option<&Vec<f64>>| case.map_or(0.0, |ticks| share(ticks, 95));
        let (first, last) = (of(self.ticks.first()), of(self.ticks.last()));
        let _ = writeln!(
            std::io::stderr(),
            "the day: {} cases, {} carried actions at one key; \
             beyond the words, {} lines take {} keys at the median (most {}) and {} moves of the focus, \
             {} actions {} keys (most {}) and {} moves; \
             Enter to tick {:.0} ms at the median, p95 {:.0} ms; p95 of the first case {first:.0} ms, of the last {last:.0} ms: {:.2} times",
            self.ticks.len(),
            self.carried,
            self.lines.len(),
            median(&self.lines),
            self.lines.iter().max().unwrap_or(&0),
            median(&self.line_moves),
            self.actions.len(),
            median(&self.actions),
            self.actions.iter().max().unwrap_or(&0),
            median(&self.action_moves),
            share(&all, 50),
            share(&all, 95),
            last / first.max(1.0),
        );
    }
}

/// Begins to watch the page that stands open now.
pub async fn begins(w: &Window) {
    w.run(WATCH).await;
}

/// The middle of some counts.
pub fn median(of: &[u64]) -> u64 {
    let mut sorted = of.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// What so many in a hundred are not above.
fn share(of: &[f64], percent: usize) -> f64 {
    let mut sorted = of.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (sorted.len() * percent).div_ceil(100).max(1) - 1;
    sorted.get(at).copied().unwrap_or(0.0)
}
