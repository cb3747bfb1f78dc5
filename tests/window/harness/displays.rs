//! The displays that windows stand on, one window on each: two on one would fight over the keyboard.

use std::sync::{Condvar, Mutex, PoisonError};

/// Those on which nothing stands; none is known before the first is asked for.
static FREE: Mutex<Option<Vec<String>>> = Mutex::new(None);
static GIVEN_BACK: Condvar = Condvar::new();

/// A display for as long as one laptop has it.
pub struct Display(String);

impl Display {
    /// Waits until one is free.
    pub fn free() -> Self {
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(name) = free.get_or_insert_with(given).pop() {
                return Self(name);
            }
            free = GIVEN_BACK
                .wait(free)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    pub fn name(&self) -> &str {
        &self.0
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        free.get_or_insert_default()
            .push(std::mem::take(&mut self.0));
        GIVEN_BACK.notify_one();
    }
}

/// What whoever runs the tests has to give: `ODOC_DISPLAYS`, or the one display that there is.
fn given() -> Vec<String> {
    let named = |name| std::env::var(name).ok();
    let all = named("ODOC_DISPLAYS").or_else(|| named("DISPLAY"));
    let all = all.expect("a display: `make test` brings its own");
    all.split(',').map(str::to_owned).collect()
}
