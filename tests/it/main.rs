//! Tests of the whole, one module a subject; one binary, so that it links once.

mod architecture;
#[cfg(test)]
mod papers;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod validate;
#[cfg(test)]
mod vectors;
