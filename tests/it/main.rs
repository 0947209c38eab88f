//! Tests of the whole, one module a subject; one binary, so that it links once.

mod architecture;
#[cfg(test)]
mod papers;
