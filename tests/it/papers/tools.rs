//! Other programs that read a PDF: poppler and qpdf. `make test` installs them.

use std::path::PathBuf;
use std::process::Command;

/// A PDF in a folder of its own under `target`.
pub(crate) struct Saved(PathBuf);

/// Keeps a PDF where other programs can read it; `name` is the test's own.
pub(crate) fn save(name: &str, pdf: &[u8]) -> Saved {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("{name}.pdf"));
    std::fs::write(&path, pdf).unwrap();
    Saved(path)
}

impl Saved {
    /// What a program prints, `{}` in its arguments standing for the file. Both it and its exit code must be good.
    pub(crate) fn run(&self, program: &str, args: &[&str]) -> Vec<u8> {
        let path = self.0.display().to_string();
        let args = args.iter().map(|arg| arg.replace("{}", &path));
        let output = Command::new(program).args(args).output();
        let output = output.unwrap_or_else(|error| {
            panic!("{program}: {error}; install poppler-utils and qpdf, or run `make test`, which does it")
        });
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    /// The same as text.
    pub(crate) fn text(&self, program: &str, args: &[&str]) -> String {
        String::from_utf8_lossy(&self.run(program, args)).into_owned()
    }
}
