//! What is shared, with whom and on what ground; the actions and decisions that follow from it.

mod action;
mod assess;
mod assessment;
mod chosen;
mod decision;
mod ground;
mod heading;
mod held_over;
mod item;
mod judged;
mod nothing;
mod proposal;
mod update;
mod weighing;

pub use action::{Action, ActionOwner, Outcome, Settled};
pub(crate) use assess::as_agreed;
pub use assess::{Gathered, assess};
pub use assessment::Assessment;
pub(crate) use assessment::strictest;
pub use chosen::{Chosen, GroundTaken, GroundsOffered};
pub use decision::{Decision, DecisionKind, Dissent, Silence, SilenceKind};
pub use ground::{Answer, Bar, Footing, Ground, Regime, Until};
pub use held_over::{HeldOver, PutAgain};
pub use item::{ItemContradiction, ItemParts, PendingReceipt, Receipt, SharedItem, Standing};
pub use judged::Judgement;
pub use nothing::nothing_may_reach;
pub use proposal::{KeptOut, Pending, Proposal, Source, SubjectCategory};
pub use update::{InWriting, SetAside, Update, UpdateSays};
pub use weighing::{Fact, NotEnough, Note};
