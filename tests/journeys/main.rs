//! The journeys ring: whole meetings through the desk without a window, and sequences of commands made by chance.

mod afterwards;
mod chance;
mod clock;
mod left_held;
mod oracle;
mod rehearsed;
mod restored;
mod spelling;
mod struck;
mod table;
mod turns;
mod vale;
