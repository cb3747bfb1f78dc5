use crate::pack::{DEFAULT, Pack};

#[test]
fn the_default_pack_reads_without_a_fault() {
    let faults = Pack::read(DEFAULT).err().unwrap_or_default();
    assert!(faults.is_empty(), "{faults:#?}");
}
