//! What the operating system is asked not to keep.

/// Forbids memory images on a crash, here and in the web process that inherits the limit: they would hold case data.
pub fn leave_no_core_file() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        // Refusal leaves the system's own limit, which is commonly nought already.
        let _ = setrlimit(Resource::Core, none);
    }
}
