//! The contract as code: who may call what, and the TypeScript that the window is given.

use std::collections::BTreeMap;
use std::path::Path;
use ts_rs::TS;

include!("contract.in");

/// Who may call a command, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    Anyone,
    Unlocked,
    Personal,
    Projector,
    HandedOver,
}

macro_rules! reach {
    (anyone) => {
        $crate::contract::Reach::Anyone
    };
    (unlocked) => {
        $crate::contract::Reach::Unlocked
    };
    (personal) => {
        $crate::contract::Reach::Personal
    };
    (projector) => {
        $crate::contract::Reach::Projector
    };
    (handed_over) => {
        $crate::contract::Reach::HandedOver
    };
}

macro_rules! listed {
    ($($name:ident($form:ident) -> $view:ident, $reach:ident;)*) => {
        /// Every command with its reach, in the order of the contract.
        pub const COMMANDS: &[(&str, Reach)] = &[$((stringify!($name), reach!($reach))),*];

        fn signatures() -> Vec<(&'static str, &'static str, &'static str)> {
            vec![$((stringify!($name), stringify!($form), stringify!($view))),*]
        }

        fn export_types(config: &ts_rs::Config) -> Result<(), ts_rs::ExportError> {
            use crate::*;
            $(<$form as TS>::export_all(config)?; <$view as TS>::export_all(config)?;)*
            <Problem as TS>::export_all(config)
        }
    };
}

with_contract!(listed);

/// Writes the TypeScript of the contract into a folder: one file a type, and `commands.ts`.
///
/// # Errors
/// What stopped a file from being written.
pub fn export(folder: &Path) -> Result<(), ts_rs::ExportError> {
    let config = ts_rs::Config::new()
        .with_large_int("number")
        .with_out_dir(folder);
    export_types(&config)?;
    std::fs::write(folder.join("commands.ts"), commands_ts()).map_err(ts_rs::ExportError::from)
}

fn commands_ts() -> String {
    let mut imports = BTreeMap::new();
    let mut lines = String::new();
    for (name, form, view) in signatures() {
        imports.insert(form, ());
        imports.insert(view, ());
        lines += &format!("  {name}: {{ form: {form}; view: {view} }};\n");
    }
    let imports: String = imports
        .keys()
        .map(|name| format!("import type {{ {name} }} from \"./{name}\";\n"))
        .collect();
    format!(
        "// Generated from Rust; never edited.\n{imports}\nexport interface Commands {{\n{lines}}}\n"
    )
}

macro_rules! methods {
    ($($name:ident($form:ident) -> $view:ident, $reach:ident;)*) => {
        impl crate::Desk {$(
            #[doc = concat!("The command `", stringify!($name), "` of the contract.")]
            ///
            /// # Errors
            /// The problem, in one of the four kinds that a person can do something about.
            pub fn $name(&mut self, form: crate::$form) -> Result<crate::$view, crate::Problem> {
                let answer = self.admit(reach!($reach));
                let answer = answer.and_then(|()| crate::places::$name(self, form));
                answer.map_err(|problem| self.citing(problem))
            }
        )*}

        /// Any command by name, for the test bridge and for sequences of commands made by chance.
        ///
        /// # Errors
        /// The command's own problem; an unknown name, or a form that is not its form, is broken.
        pub fn dispatch(
            desk: &mut crate::Desk,
            name: &str,
            form: serde_json::Value,
        ) -> Result<serde_json::Value, crate::Problem> {
            let internal = |_| crate::Problem::broken(crate::BrokenCode::Internal);
            match name {
                $(stringify!($name) => {
                    let form = serde_json::from_value(form).map_err(internal)?;
                    serde_json::to_value(desk.$name(form)?).map_err(internal)
                })*
                _ => Err(crate::Problem::broken(crate::BrokenCode::Internal)),
            }
        }
    };
}

with_contract!(methods);
