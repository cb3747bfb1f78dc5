//! As some people set their machines: a few colours of their own for everything, and nothing that moves.

use fantoccini::key::Key;
use serde_json::json;

use crate::chromium::Chromium;
use crate::harness::Window;

/// Boxes whose ground alone would tell them apart: their grounds are gone, so each needs an edge; and whatever moves.
const LOST: &str = "const lost = [];
    const edged = (part) => ['Top', 'Right', 'Bottom', 'Left'].some((side) => {
        const style = getComputedStyle(part);
        return style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0;
    });
    for (const part of document.querySelectorAll('.govuk-tag, .govuk-button, .govuk-input, .govuk-select, textarea, .box, [aria-current=\"step\"], [aria-pressed=\"true\"], .key, li.held, .notice'))
        if (part.checkVisibility() && !edged(part) && !edged(part.closest('.box') ?? part.parentElement)) lost.push(part.outerHTML.slice(0, 160));
    for (const motion of document.getAnimations())
        if (motion.effect.getComputedTiming().activeDuration > 2) lost.push(`moves: ${motion.effect.target?.outerHTML.slice(0, 160)}`);
    return lost;";

impl Window {
    async fn is_told_apart(&self, screen: &str) {
        self.is_accessible(screen).await;
        self.picture(&format!("forced-{screen}")).await;
        let lost = self.run(LOST).await;
        assert_eq!(
            lost,
            json!([]),
            "{screen} is told apart by its colours alone"
        );
    }
}

#[tokio::test]
async fn nothing_is_lost_in_forced_colours_and_nothing_moves_for_whoever_asked_for_stillness() {
    let chromium = Chromium::new();
    let w = chromium
        .open_set_to(&["--force-high-contrast", "--force-prefers-reduced-motion"])
        .await;
    let set = "return ['(forced-colors: active)', '(prefers-reduced-motion: reduce)'].map((query) => matchMedia(query).matches)";
    assert_eq!(w.run(set).await, json!([true, true]));
    w.is_told_apart("first-run").await;
    w.in_session(4).await;
    w.opens_a_case().await;
    w.guests_step_out().await;
    w.records("pol intel seen twice at the address").await;
    w.records("> prob check the plan 2w").await;
    w.records("= continue because the plan holds").await;
    w.type_words("pol intel stopped near the school -hou").await;
    w.says("not Housing").await;
    w.is_told_apart("case").await;
    w.key(Key::Enter).await;
    w.until("the line to be recorded", async |w| {
        w.lines().await.len() == 4
    })
    .await;
    w.go_on().await;
    w.says("Does anyone disagree?").await;
    w.is_told_apart("read-back").await;
    w.key(Key::Escape).await;
    for (place, heading) in [
        ("This month", "is going on"),
        ("Cases", "Cases"),
        ("Partnership", "Partnership"),
        ("Safekeeping", "Safekeeping"),
    ] {
        w.finds(place).await;
        w.says(heading).await;
        w.is_told_apart(place).await;
    }
}
