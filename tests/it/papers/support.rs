//! What the tests of this folder share.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use yuntian::fonts::{self, Face};

/// The folder of the package.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The typeface, which npm installs.
pub(crate) fn ttf() -> Vec<u8> {
    let path =
        root().join("node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf");
    read(&path, "run `npm ci` first, or `make test`, which does it")
}

/// A file that must be there.
pub(crate) fn read(path: &Path, hint: &str) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}; {hint}", path.display()))
}

/// The order of frequency.
pub(crate) fn order() -> Vec<char> {
    let bytes = read(&root().join("forms/codes/han-order.txt"), "it belongs to the repository");
    fonts::order(&String::from_utf8(bytes).unwrap())
}

/// A face of these characters.
pub(crate) fn face(text: &str) -> Face {
    let wanted: BTreeSet<char> = text.chars().collect();
    Face::new(fonts::join(&[&ttf()], &wanted).unwrap()).unwrap()
}
