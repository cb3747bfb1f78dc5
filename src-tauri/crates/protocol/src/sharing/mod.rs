//! What is shared, with whom and on what ground; the actions and decisions that follow from it.

mod action;
mod assess;
mod decision;
mod item;

pub use action::{Action, ActionOwner, Outcome, Settled};
pub use assess::{Assessment, Gathered, Proposal, assess};
pub use decision::{Decision, DecisionKind, Dissent, Silence, SilenceKind};
pub use item::{Answer, Ground, ItemParts, Pending, Receipt, Regime, SharedItem, Standing, Until};
