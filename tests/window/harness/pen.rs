//! A pen on a pad: a signature that is drawn.

use std::time::Duration;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};

use super::Window;

/// How long the pen takes from one turn to the next: a pad takes no notice of a hand that is quicker than a screen.
const STROKE: Duration = Duration::from_millis(24);

impl Window {
    /// Draws on a pad, as with a trackpad.
    pub async fn draws(&self, pad: &str) {
        let pad = self.element(pad).await;
        self.run("document.querySelector('.pad')?.scrollIntoView({ block: 'center' })")
            .await;
        let (x, y, width, height) = pad.rectangle().await.expect("a pad");
        let at = |across: f64, down: f64| PointerAction::MoveTo {
            duration: Some(STROKE),
            x: (x + width * across).round(),
            y: (y + height * down).round(),
        };
        let mut hand = MouseActions::new("trackpad".into()).then(at(0.2, 0.4));
        hand = hand.then(PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        });
        for step in 1..24 {
            let along = f64::from(step) / 40.0;
            hand = hand.then(at(0.2 + along, if step % 2 == 0 { 0.3 } else { 0.6 }));
        }
        hand = hand.then(PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        });
        self.acts(hand).await;
    }
}
