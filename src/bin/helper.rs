//! The worker that looks at form files; see `yuntian::worker`.

fn main() {
    yuntian::worker::help(&yuntian::text::diagnose);
}
