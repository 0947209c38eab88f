//! The worker that closes and opens carried files; see `yuntian::worker`.

fn main() {
    yuntian::worker::carry();
}
