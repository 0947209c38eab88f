//! The page; see `yuntian::ui`.

fn main() {}
