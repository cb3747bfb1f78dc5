//! The browser ring: the same pages in Chromium, which is what most users' window is made of, before the same desk.
//!
//! The pages are built in a mode of their own (`make rings` does), in which their one door leads to this ring's bridge;
//! all else, the journeys' words and hands too, is what the window ring drives.

#[path = "../window/album/mod.rs"]
mod album;
mod bridge;
mod chromium;
mod day;
#[path = "../window/harness/mod.rs"]
mod harness;
mod looks;
#[path = "../window/screens/mod.rs"]
mod screens;
mod sweep;
mod tree;
mod words;
