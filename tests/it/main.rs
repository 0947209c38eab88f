//! Tests of the whole, one module a subject; one binary, so that it links once.
//!
//! `#[cfg(test)]` stands on each module so that clippy's leave for tests (`clippy.toml`) holds for helpers too.

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod benefits;
#[cfg(test)]
mod book;
#[cfg(test)]
mod broken_files;
#[cfg(test)]
mod catalog;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod first_view;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod schema_verdict;
#[cfg(test)]
mod cli_answers;
#[cfg(test)]
mod cli_eval;
#[cfg(test)]
mod cli_fill;
#[cfg(test)]
mod cli_limits;
#[cfg(test)]
mod cli_read;
#[cfg(test)]
mod cli_validate;
#[cfg(test)]
mod deploy;
#[cfg(test)]
mod guides_import;
#[cfg(test)]
mod guides_qr;
#[cfg(test)]
mod xlsx;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod migrate;
#[cfg(test)]
mod papers;
#[cfg(test)]
mod produce;
#[cfg(test)]
mod rows;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod fuzz_corpus;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod any_answers;
#[cfg(test)]
mod validate;
#[cfg(test)]
mod vectors;
#[cfg(test)]
mod record;
#[cfg(test)]
mod search;
#[cfg(test)]
mod scenario;
