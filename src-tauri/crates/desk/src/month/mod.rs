mod forms;
pub use forms::*;
