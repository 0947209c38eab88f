//! The command line; see `yuntian::cli`.

fn main() -> std::process::ExitCode {
    yuntian::cli::main()
}
