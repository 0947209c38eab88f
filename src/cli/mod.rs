//! The command line `yuntian`: the same engine natively. One file a subcommand.
//!
//! **Invariant:** `report` alone prints. Standard output holds the result and nothing else; everything said to a
//! person goes to standard error. Exit status: 0 good, 1 refused with reasons, 2 wrong use.

mod args;
mod attached;
mod benefits;
mod check;
mod diff;
mod directory;
mod eval;
mod fill;
mod import;
mod lint;
mod list;
mod pack;
mod qr;
mod read;
mod report;
mod schema;
mod validate;
mod world;

use std::process::ExitCode;

use clap::Parser as _;

use self::{
    args::{Arguments, Command, GuidesCommand},
    world::{Exit, Stop, World},
};
use crate::text::Note;

/// Reads the command line and does what it says.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let locale = arguments.common.lang.locale();
    let result = World::new(&arguments.common).and_then(|world| run(&world, &arguments.command));
    let exit = result.unwrap_or_else(|stop| {
        if arguments.common.json && has_outcome(&arguments.command) {
            report::outcome(false, &[], &stop.diagnostics, locale);
        }
        report::diagnostics(&stop.diagnostics, locale);
        report::note(&stop.note, locale);
        stop.exit
    });
    ExitCode::from(exit.status())
}

fn run(world: &World, command: &Command) -> Result<Exit, Stop> {
    match command {
        Command::List(args) => list::run(world, args),
        Command::Lint(args) => lint::run(world, args),
        Command::Pack(args) => pack::run(world, args),
        Command::Diff(args) => diff::run(world, args),
        Command::Schema(args) => schema::run(world, args),
        Command::Validate(args) => validate::run(world, args),
        Command::Eval(args) => eval::run(world, args),
        Command::Check(args) => check::run(world, args),
        Command::Fill(args) => fill::run(world, args),
        Command::Read(args) => read::run(world, args),
        Command::Benefits(args) => benefits::run(world, args),
        Command::Template(_) => not_yet("template"),
        Command::Batch(_) => not_yet("batch"),
        Command::Guides(args) => match &args.command {
            GuidesCommand::Qr { ids, out, base, department } => {
                let wanted = qr::Wanted { ids, base: base.as_deref(), department: department.as_deref() };
                qr::run(world, &wanted, out)
            }
            GuidesCommand::Import { file, out, write } => import::run(world, file, out.as_deref(), *write),
        },
    }
}

/// Whether a command's JSON is `{ok, files, diagnostics}`; the others have their own.
fn has_outcome(command: &Command) -> bool {
    match command {
        Command::Pack(_)
        | Command::Diff(_)
        | Command::Fill(_)
        | Command::Template(_)
        | Command::Batch(_)
        | Command::Guides(_) => true,
        Command::List(_)
        | Command::Lint(_)
        | Command::Schema(_)
        | Command::Validate(_)
        | Command::Eval(_)
        | Command::Check(_)
        | Command::Read(_)
        | Command::Benefits(_) => false,
    }
}

/// What a later version will do.
fn not_yet(what: &str) -> Result<Exit, Stop> {
    Err(Stop::wrong_use(Note::NotYet { what: what.to_owned() }))
}
