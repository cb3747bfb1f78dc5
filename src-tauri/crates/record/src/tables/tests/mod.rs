mod moves;
mod random;
mod registers;
mod rows;
mod signed;
mod tampered;
mod whole;
mod world;
