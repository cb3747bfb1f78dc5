mod forms;
pub use forms::*;
mod views;
pub use views::*;
