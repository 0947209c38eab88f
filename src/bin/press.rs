//! The worker that makes papers; see `yuntian::worker`.

fn main() {
    yuntian::worker::run(&yuntian::text::say);
}
