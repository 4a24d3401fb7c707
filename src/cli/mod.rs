//! The command line: arguments in, letters read, findings out. One file per sub-command.

mod baseline;
mod catalogue;
mod check;
mod compare;
mod completions;
mod explain;
mod failure;
mod fingerprint;
mod fix_tally;
mod halt;
mod ignored;
mod jobs;
mod letter_args;
mod lints;
mod locale;
mod mend;
mod output;
mod overwrite;
mod parse;
mod read;
mod select;
mod server;
mod test_lints;
mod walk;
mod workers;
mod write;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use appeal_lint::lint::{Lang, meant};
use appeal_lint::settings::SCHEMA;
use halt::Halt;

use crate::config::Choice;

/// Nothing at or above the failing level.
const CLEAN: u8 = 0;
/// Findings at or above the failing level.
const FINDINGS: u8 = 1;
/// A wrong argument, or a letter that could not be read; says more than findings do.
const FAILURE: u8 = 2;

/// Letters and a command are told apart; clap would print them in one line.
const USAGE: &str = "\
appeal-lint [OPTIONS] <PATH>...
       appeal-lint <COMMAND>";

const EXAMPLES: &str = "\
Examples:
  appeal-lint appeal.txt                 judge one letter
  appeal-lint letters/ --format short    every letter below a directory, a line each
  appeal-lint --lang zh appeal.txt       用中文说明问题
  appeal-lint --select tone,blame -      only some lints, on standard input
  appeal-lint explain absolute-promise   why a lint minds, and what to write instead

Exit codes: 0 nothing found, 1 findings (see --fail-on), 2 wrong arguments, a wrong
configuration or an unreadable letter.
A file named like a command is written ./check. Nothing is sent anywhere: the program has no network code.";

/// Judges a draft appeal letter to Amazon before Amazon does.
#[derive(Parser)]
#[command(
    version,
    after_help = EXAMPLES,
    override_usage = USAGE,
    subcommand_negates_reqs = true,
    arg_required_else_help = true,
    max_term_width = 100
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    check: check::Check,
}

#[derive(Subcommand)]
enum Command {
    /// Judge letters (what happens without a command as well).
    Check(check::Check),
    /// Say what a lint finds, why, and what to write instead.
    Explain(explain::Explain),
    /// List the lints.
    Lints(lints::Lints),
    /// Show a letter as the tool understands it: parts, facts, kind of case.
    Parse(parse::Parse),
    /// Turn texts into fingerprints, to compare letters with, without the texts.
    Fingerprint(fingerprint::Fingerprint),
    /// Run the examples of lints of your own.
    TestLints(test_lints::TestLints),
    /// Print the JSON schema of the configuration, for editors.
    Schema,
    /// Serve an editor: a language server on standard input and output.
    Server(server::Server),
    /// Print completions for a shell.
    Completions(completions::Completions),
    /// Print a manual page, as roff.
    Man(completions::Manual),
}

impl Command {
    /// The command that somebody meant who wrote `word`.
    fn meant(word: &str) -> Option<String> {
        let commands = Self::augment_subcommands(clap::Command::new(""));
        let names = commands.get_subcommands().map(clap::Command::get_name);
        meant(word, names).map(str::to_owned)
    }
}

/// What every command takes, before its name or behind it.
#[derive(Args)]
struct Common {
    /// Language of messages [default: from the configuration, LC_ALL, LC_MESSAGES or LANG]
    #[arg(long, global = true, value_name = "LANG", value_parser = select::named(Lang::ALL, Lang::name))]
    lang: Option<Lang>,
    /// When to use colour; `auto` heeds NO_COLOR and CLICOLOR_FORCE
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t)]
    color: output::Color,
}

impl Common {
    /// The language, where no configuration counts.
    fn lang(&self) -> Lang {
        self.lang_or(None)
    }

    /// The language: as the user says now, as the configuration says, or as the locale does.
    fn lang_or(&self, configured: Option<Lang>) -> Lang {
        let locale = || locale::lang(|name| std::env::var_os(name));
        self.lang.or(configured).unwrap_or_else(locale)
    }
}

/// What is asked without a command: to judge letters.
#[derive(Parser)]
struct Plain {
    #[command(flatten)]
    check: check::Check,
}

/// What may stand before a command, and what follows.
#[derive(Parser)]
#[command(disable_help_flag = true)]
struct Lead {
    #[command(flatten)]
    _choice: Choice,
    #[command(flatten)]
    _common: Common,
    #[command(subcommand)]
    rest: Option<Rest>,
}

#[derive(Subcommand)]
#[command(disable_help_subcommand = true)]
enum Rest {
    #[command(external_subcommand)]
    Words(Vec<OsString>),
}

impl Cli {
    /// What the user asks for; what is wrong with it ends the program. Nearly always he wants letters
    /// judged, and for that the arguments of all commands need not be set up.
    fn of_user() -> Self {
        if !names_command()
            && let Ok(Plain { check }) = Plain::try_parse()
        {
            return Self { command: None, check };
        }
        Self::parse()
    }
}

/// Whether the first argument is the name of a command, but for what every command takes. Behind
/// letters and the options of `check` it is the name of a letter.
fn names_command() -> bool {
    let is_command = |name: &OsString| {
        name.to_str().is_some_and(|name| name == "help" || Command::has_subcommand(name))
    };
    // Nearly always no word is one, and nothing has to be parsed twice.
    if !std::env::args_os().skip(1).any(|word| is_command(&word)) {
        return false;
    }
    let rest = Lead::try_parse().ok().and_then(|lead| lead.rest);
    rest.is_some_and(|Rest::Words(words)| words.first().is_some_and(is_command))
}

/// Runs the program on its arguments.
pub fn run() -> ExitCode {
    let Cli { command, mut check } = Cli::of_user();
    check.bare = true;
    let done = match command.unwrap_or(Command::Check(check)) {
        Command::Check(check) => check.run(),
        Command::Explain(explain) => explain.run(),
        Command::Lints(lints) => lints.run(),
        Command::Parse(parse) => parse.run(),
        Command::Fingerprint(fingerprint) => fingerprint.run(),
        Command::TestLints(test) => test.run(),
        Command::Schema => schema().map_err(Halt::from),
        Command::Server(server) => server.run(),
        Command::Completions(completions) => completions.run(),
        Command::Man(manual) => manual.run(),
    };
    match done {
        Ok(code) => code.into(),
        Err(halt) => {
            halt.tell();
            FAILURE.into()
        }
    }
}

fn schema() -> io::Result<u8> {
    let mut out = output::stdout(false);
    out.write_all(SCHEMA.as_bytes())?;
    out.flush()?;
    Ok(CLEAN)
}
