//! The page is linked with its relocations, which the tool that splits it in two reads (docs/adr/0011).

#![allow(clippy::print_stdout, reason = "cargo reads instructions from the standard output")]

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
}
