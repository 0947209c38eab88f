//! Integration tests, one binary: a module for each subject.

#[cfg(test)]
mod papers;
