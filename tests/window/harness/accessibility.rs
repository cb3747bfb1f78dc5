//! The accessibility judge: axe-core, run on the page as it stands, against WCAG 2.2 at level AA.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

use fantoccini::error::CmdError;
use serde_json::{Value, json};

use super::laptop::repository;
use super::window::Window;

/// The kinds of things that have been judged in this run, whichever journey came to them first: judging a screen takes longer than
/// anything that a journey does on it, and the same kind in the same colours would be judged the same.
static JUDGED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// What stands on the screen, by kind and not by words: each part with its state and whether it has a name, seen against what it
/// stands in, and how the large parts follow one another. Answers only kinds that this page has not been asked about before.
///
/// The fourth case is no new screen because it bears another name; a case with something held in it is.
const NEW_KINDS: &str = "const states = ['disabled', 'aria-pressed', 'aria-expanded', 'aria-current', 'aria-selected', 'aria-invalid', 'aria-checked', 'type', 'role'];
    // Asked after every wait, of a thousand parts: most have no state, and many the same parent.
    const named = new Map();
    const name = (part) => `${part.localName}.${part.getAttribute('class') ?? ''}`;
    const of = (part) => part ? named.get(part) ?? (named.set(part, name(part)), named.get(part)) : '';
    const plain = states.map(() => '').join('/');
    // A control whose like was judged by its name is judged anew where it has none: that it has one is told, and not which.
    const labels = ['aria-label', 'aria-labelledby', 'aria-describedby', 'title', 'alt', 'placeholder', 'for'];
    const speaks = 'a, button, summary, label, legend, h1, h2, h3, h4, th, option, [role]';
    const has = (words) => words === null ? '' : words.trim() ? 'y' : 'n';
    const refers = (ids) => ids === null ? '' : has(ids.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(''));
    const label = (part, by) => (by.endsWith('by') ? refers : has)(part.getAttribute(by));
    const unlabelled = labels.map(() => '').join('/');
    const called = (part) => [
      bare(part) ? unlabelled : labels.map((by) => label(part, by)).join('/'),
      'labels' in part ? has([...(part.labels ?? [])].map((label) => label.textContent).join('')) : '',
      part.matches(speaks) ? has(part.textContent) : '',
    ].join(' ');
    const bare = (part) => part.attributes.length === 0 || (part.attributes.length === 1 && part.hasAttribute('class'));
    const state = (part) => bare(part) ? plain : states.map((name) => part.getAttribute(name) ?? '').join('/');
    const colours = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query).matches);
    const size = [document.documentElement.dataset.textSize ?? '', ...colours].join('/');
    const seen = window.judgedKinds ??= new Set();
    const of_kind = window.partsOfKind = new Map();
    for (const part of document.querySelectorAll('body, body *')) {
      const kind = `${size} ${of(part.parentElement?.parentElement)} ${of(part.parentElement)} ${of(part)} ${state(part)} ${called(part)}`;
      of_kind.get(kind)?.push(part) ?? of_kind.set(kind, [part]);
    }
    const kinds = [...of_kind.keys()];
    kinds.push(`${size} frame ${[...document.querySelectorAll('main, nav, aside, section, header, footer, form, dialog, h1, h2, [role=alert], [role=dialog]')].map(of).filter((part, at, all) => part !== all[at - 1]).join(' ')}`);
    const news = kinds.filter((kind) => !seen.has(kind));
    news.forEach((kind) => seen.add(kind));
    return [document.querySelector('h1')?.innerText ?? document.title, news];";

/// What the kind begins with that says how the large parts of a screen follow one another, after size and colours.
const FRAME: &str = " frame ";

impl Window {
    /// Judges whatever stands on the screen where any of it is of a kind that has not been judged yet.
    ///
    /// Every wait ends here, and a page object waits after whatever it does: so no screen of any journey goes unjudged.
    pub async fn judge_what_is_new(&self) {
        let Some((screen, news)) = self.what_is_new().await else {
            // The page is going away: its successor is judged by whoever waits for it.
            return;
        };
        let judged = || JUDGED.lock().unwrap_or_else(PoisonError::into_inner);
        // Where the large parts follow one another otherwise, all of it is another screen; where they do not, what is new in it is.
        let whole = news.iter().any(|kind| kind.contains(FRAME));
        let parts = if whole { &[] } else { &news[..] };
        if !news.is_empty() && self.judge(&screen, parts).await {
            judged().extend(news);
        }
    }

    /// What this screen is headed, and the kinds of what stands on it that no journey has come to yet.
    pub async fn what_is_new(&self) -> Option<(String, Vec<String>)> {
        let found = self.client.execute(NEW_KINDS, vec![]).await.ok()?;
        let kinds = found[1].as_array().into_iter().flatten();
        let kinds = kinds.filter_map(Value::as_str).map(str::to_owned);
        let judged = || JUDGED.lock().unwrap_or_else(PoisonError::into_inner);
        let news = kinds.filter(|kind| !judged().contains(kind));
        let screen = found[0].as_str().unwrap_or_default().to_owned();
        Some((screen, news.collect()))
    }

    /// Fails the test when this screen breaks any rule, naming each rule and what broke it; answers whether it stayed to be judged.
    pub async fn is_accessible(&self, screen: &str) -> bool {
        self.judge(screen, &[]).await
    }

    /// Judges the parts of these kinds, or the whole screen where none are named.
    async fn judge(&self, screen: &str, parts: &[String]) -> bool {
        let found = match self.verdict(parts).await {
            Ok(found) => found,
            // Something that was pressed before took the page away in the middle of the judgement.
            Err(gone) if gone.is_no_such_window() => return false,
            Err(fault) => panic!("the judge of {screen}: {fault}"),
        };
        let broken = found
            .as_array()
            .unwrap_or_else(|| panic!("the judge failed: {found}"));
        assert!(
            broken.is_empty(),
            "{screen} is not accessible to all:{}",
            told(broken)
        );
        true
    }

    /// The rules that parts of these kinds break, each with where; the whole screen where none are named.
    pub async fn verdict(&self, parts: &[String]) -> Result<Value, CmdError> {
        self.bring_the_judge().await?;
        // What is still fading in has not its colours yet.
        let moving = "return document.getAnimations().some((a) => a.playState === 'running' && a.effect.getComputedTiming().endTime !== Infinity)";
        self.waits("the page to come to rest", async |w| {
            let moves = w.client.execute(moving, vec![]).await;
            moves.map_or(true, |moves| moves == json!(false))
        })
        .await;
        // Forced colours are the system's own, and not the page's to be judged for.
        let script = "const [tags, kinds, done] = arguments;
            const parts = kinds.flatMap((kind) => window.partsOfKind?.get(kind) ?? []).filter((part) => part.isConnected);
            const rules = matchMedia('(forced-colors: active)').matches ? { 'color-contrast': { enabled: false } } : {};
            axe.run(parts.length ? parts : document, { runOnly: { type: 'tag', values: tags }, rules,
                // Where a fault lies is told by its markup, and no style sheet is read a second time: both cost more than the judging.
                resultTypes: ['violations'], selectors: false, preload: false, iframes: false })
                .then((found) => done(found.violations.map((rule) => ({
                    rule: rule.id, why: rule.help, where: rule.nodes.map((node) => node.html) }))),
                    (fault) => done(String(fault)));";
        let arguments = vec![json!(TAGS), json!(parts)];
        self.client.execute_async(script, arguments).await
    }

    async fn bring_the_judge(&self) -> Result<(), CmdError> {
        let here = "return typeof axe === 'object'";
        if self.client.execute(here, vec![]).await? == json!(true) {
            return Ok(());
        }
        let file = repository().join("ui/node_modules/axe-core/axe.min.js");
        let judge = std::fs::read_to_string(file).expect("axe-core is installed by `make setup`");
        self.client.execute(&judge, vec![]).await.map(|_| ())
    }
}

fn told(broken: &[Value]) -> String {
    broken.iter().fold(String::new(), |mut told, rule| {
        let _ = write!(told, "\n  {}: {}", rule["rule"], rule["why"]);
        for place in rule["where"].as_array().into_iter().flatten() {
            let _ = write!(told, "\n    {place}");
        }
        told
    })
}

/// A part without the case's particulars and without figures, which are other ones every month.
pub fn plainly(part: &str, case: &str) -> String {
    if part.contains(case) {
        return "main heading \"the case, its number and its name\"".to_owned();
    }
    let mut plain = String::new();
    for letter in part.chars() {
        match letter {
            '0'..='9' if plain.ends_with('#') => {}
            '0'..='9' => plain.push('#'),
            other => plain.push(other),
        }
    }
    plain
}
