//! Clears what SQLite frees, so that nothing anybody said is left in memory after locking.
//!
//! SQLCipher's own `cipher_memory_security` does the same at six times the cost of a search.
#![expect(unsafe_code, reason = "SQLite takes an allocator only as C functions")]

use rusqlite::ffi;
use std::ffi::{c_int, c_void};
use std::sync::OnceLock;
use zeroize::Zeroize;

/// The functions of SQLite's own allocator.
struct Underneath {
    malloc: unsafe extern "C" fn(c_int) -> *mut c_void,
    free: unsafe extern "C" fn(*mut c_void),
    size: unsafe extern "C" fn(*mut c_void) -> c_int,
}

static UNDERNEATH: OnceLock<Underneath> = OnceLock::new();

/// Puts the clearing allocator in place before SQLite's first use in this process; later calls do nothing.
pub(crate) fn install() {
    static DONE: OnceLock<()> = OnceLock::new();
    DONE.get_or_init(|| {
        // SAFETY: GETMALLOC fills the struct that it is given; MALLOC copies from it. Both only read the pointer during the
        // call, and both answer MISUSE without effect if SQLite is already in use.
        unsafe {
            let mut methods: ffi::sqlite3_mem_methods = std::mem::zeroed();
            let pointer: *mut ffi::sqlite3_mem_methods = &raw mut methods;
            if ffi::sqlite3_config(ffi::SQLITE_CONFIG_GETMALLOC, pointer) != ffi::SQLITE_OK {
                return;
            }
            let (Some(malloc), Some(free), Some(size)) =
                (methods.xMalloc, methods.xFree, methods.xSize)
            else {
                return;
            };
            if UNDERNEATH.set(Underneath { malloc, free, size }).is_ok() {
                methods.xFree = Some(clear_and_free);
                methods.xRealloc = Some(move_and_clear);
                ffi::sqlite3_config(ffi::SQLITE_CONFIG_MALLOC, &raw mut methods);
            }
        }
    });
}

/// Called by SQLite alone, with a block that the allocator underneath made.
unsafe extern "C" fn clear_and_free(block: *mut c_void) {
    let Some(underneath) = UNDERNEATH.get() else {
        return;
    };
    if block.is_null() {
        return;
    }
    // SAFETY: the block is ours until `free`, and `size` says how long it is.
    unsafe {
        let length = usize::try_from((underneath.size)(block)).unwrap_or(0);
        std::slice::from_raw_parts_mut(block.cast::<u8>(), length).zeroize();
        (underneath.free)(block);
    }
}

/// Called by SQLite alone, with such a block and a size above nought.
unsafe extern "C" fn move_and_clear(block: *mut c_void, length: c_int) -> *mut c_void {
    let Some(underneath) = UNDERNEATH.get() else {
        return std::ptr::null_mut();
    };
    // SAFETY: two blocks that do not overlap, each as long as its allocator says.
    unsafe {
        let moved = (underneath.malloc)(length);
        if !moved.is_null() && !block.is_null() {
            let kept = usize::try_from((underneath.size)(block).min(length)).unwrap_or(0);
            std::ptr::copy_nonoverlapping(block.cast::<u8>(), moved.cast::<u8>(), kept);
            clear_and_free(block);
        }
        moved
    }
}
