//! Writes the window's side of the contract: `cargo run -p desk --example contract -- ui/src/contract`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("name the folder to write into")?;
    desk::contract::export(std::path::Path::new(&folder))?;
    Ok(())
}
