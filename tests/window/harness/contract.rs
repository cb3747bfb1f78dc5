//! Every command of the contract with its reach, so that what is refused is refused for all of them and none is forgotten.

include!("../../../src-tauri/crates/desk/src/contract.in");

macro_rules! listed {
    ($($name:ident($form:ident) -> $view:ident, $reach:ident;)*) => {
        /// The command and its reach, in the order of the contract.
        pub const COMMANDS: &[(&str, &str)] = &[$((stringify!($name), stringify!($reach))),*];
    };
}

with_contract!(listed);
