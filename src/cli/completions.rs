//! `appeal-lint completions` and `appeal-lint man`: the arguments, for shells and for readers.

use std::io::Write;

use clap::builder::PossibleValuesParser;
use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use appeal_lint::lint::{Group, shipped};

use super::halt::Halt;
use super::{CLEAN, Cli, output};

/// The arguments of `completions`.
#[derive(Args)]
pub struct Completions {
    /// The shell to complete in
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

impl Completions {
    /// Prints the file for the shell.
    pub fn run(self) -> Result<u8, Halt> {
        let mut file = Vec::new();
        clap_complete::generate(self.shell, &mut with_names(), env!("CARGO_PKG_NAME"), &mut file);
        write(&file)
    }
}

/// The arguments, with the names of lints where a lint may be named, and of commands for the manual.
/// Those are not part of the parsers: teams have more lints, and each start would pay for the lists.
fn with_names() -> Command {
    let lints = || shipped::CATALOGUE.lints.iter().map(|lint| lint.name.as_ref());
    let groups = || Group::ALL.iter().map(|group| group.name());
    let some = || PossibleValuesParser::new(["all"].into_iter().chain(groups()).chain(lints()));
    let select = |command: Command| {
        let command = command.mut_arg("select", |arg| arg.value_parser(some()));
        command.mut_arg("ignore", |arg| arg.value_parser(some()))
    };
    let one = PossibleValuesParser::new(groups().chain(lints()));
    let program = Cli::command();
    // clap takes names that live as long as the program, which ends when they are printed.
    let name = |one: &Command| -> &'static str { one.get_name().to_owned().leak() };
    let commands = PossibleValuesParser::new(program.get_subcommands().map(name));
    select(program)
        .mut_subcommand("check", select)
        .mut_subcommand("explain", |explain| explain.mut_arg("lint", |arg| arg.value_parser(one)))
        .mut_subcommand("man", |man| man.mut_arg("command", |arg| arg.value_parser(commands)))
}

/// The arguments of `man`.
#[derive(Args)]
pub struct Manual {
    /// The command to tell of [default: the program]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

impl Manual {
    /// Prints the page.
    pub fn run(self) -> Result<u8, Halt> {
        let mut program = Cli::command();
        // Commands get their full names, and the options that all of them have.
        program.build();
        let command = match &self.command {
            None => &program,
            Some(name) => {
                let wrong = || Halt::Argument(format!("there is no command `{name}`"));
                program.find_subcommand(name).ok_or_else(wrong)?
            }
        };
        let mut page = Vec::new();
        Man::new(command.clone()).render(&mut page)?;
        write(&page)
    }
}

fn write(file: &[u8]) -> Result<u8, Halt> {
    let mut out = output::stdout(false);
    out.write_all(file)?;
    out.flush()?;
    Ok(CLEAN)
}
