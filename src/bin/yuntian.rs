//! The command line; see `yuntian::cli`.

fn main() {}
