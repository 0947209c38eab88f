//! The page; see `yuntian::ui`.

fn main() {
    yuntian::ui::start();
}
