//! How long all benefits take over one profile: read as the command line reads it, then every benefit checked, and the next
//! question chosen.
//!
//! `cargo run --release --manifest-path bench/engine/Cargo.toml --example benefits -- target/packs PROFILE.json`

use std::{env, error::Error, fs, path::Path, time::Instant};

use yuntian::{
    benefits::{self, Outcome, Profile},
    catalog,
    model::Date,
    record,
};

/// How often it is done; the first tenth warms up.
const ROUNDS: usize = 2_000;
/// The day that counts as today in every run.
const TODAY: &str = "2026-11-26";

/// The one file of a folder whose name begins and ends so.
fn one(folder: &Path, start: &str, end: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(start) && name.ends_with(end) {
            return Ok(fs::read(entry.path())?);
        }
    }
    Err(format!("no {start}…{end} in {}", folder.display()).into())
}

fn main() -> Result<(), Box<dyn Error>> {
    let [packs, told] = &env::args().skip(1).collect::<Vec<_>>()[..] else {
        return Err("two arguments: the folder of the packs, and a profile".into());
    };
    let packs = Path::new(packs);
    let all = catalog::open_conditions(&one(packs, "benefits.", ".bin")?).ok_or("no benefits")?;
    let form = catalog::open(&one(&packs.join("packs"), "profile.", ".pack")?).0.ok_or("no profile")?;
    let bytes = fs::read(told)?;
    let today = Date::parse_iso(TODAY).ok_or("no day")?;
    let mut times = Vec::new();
    let mut last = String::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let (answers, absent) = record::read_told(&bytes, &form)?;
        let state = benefits::state(&form, &answers, &absent, today);
        let empty = benefits::empty(&form, &absent);
        let outcomes: Vec<Outcome> = all
            .iter()
            .map(|one| {
                let profile = Profile { state: &state, empty: &empty, params: &one.params, today };
                benefits::check(one, &profile)
            })
            .collect();
        let checked = start.elapsed();
        let open: Vec<&Outcome> = outcomes.iter().collect();
        let next = benefits::next_question(&open, &form, &|_| true);
        times.push((checked, start.elapsed()));
        last = format!("{:?}, next {next:?}", outcomes.iter().map(|one| one.result.as_str()).collect::<Vec<_>>());
    }
    times.drain(..ROUNDS / 10);
    for (name, mut of) in [
        ("all checked", times.iter().map(|time| time.0).collect::<Vec<_>>()),
        ("with the next question", times.iter().map(|time| time.1).collect()),
    ] {
        of.sort();
        println!("{} benefits, {name}: median {:?}, 99 of 100 within {:?}", all.len(), of[of.len() / 2], of[of.len() * 99 / 100]);
    }
    println!("{last}");
    Ok(())
}
