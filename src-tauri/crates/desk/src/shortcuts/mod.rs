pub(crate) mod commands;
mod listed;
