//! The worker that makes papers; see `yuntian::worker`.

fn main() {}
