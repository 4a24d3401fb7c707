//! The lints of a user's team: lint files read at run time, on top of the word classes, the cues and the
//! kinds of case that ship.

use super::shipped::{BASE, CATALOGUE};
use super::{ALL, Catalogue, Group, LintSource, Problem};

/// Compiles a team's files, laid out as those of `lints/`: `<group>/<name>.toml` and `words/*.toml`.
///
/// # Errors
/// All that is wrong with them. A name that a lint of the program has is wrong too, for nobody could
/// tell the two apart.
pub fn compile(own: Vec<LintSource>) -> Result<Catalogue, Vec<Problem>> {
    let base = BASE
        .iter()
        .map(|(path, text)| LintSource { path: (*path).to_owned(), text: (*text).to_owned() });
    // Of two classes of one name the second is told, and what ships is not for the team to mend.
    let files: Vec<_> = base.chain(own).collect();
    let own = &files[BASE.len()..];
    let catalogue = Catalogue::compile(&files)?;
    let mut problems = Vec::new();
    for lint in catalogue.lints.iter() {
        let Some(file) = own.iter().find(|file| file.is_of(lint)) else { continue };
        if CATALOGUE.lint(&lint.name).is_some() {
            problems.push(file.problem("", format!("`{}` is a lint of appeal-lint", lint.name)));
        }
        problems.extend(wrong_name(&lint.name).map(|message| file.problem("", message)));
        if let Some(check) = lint.check.as_deref().filter(|name| !is_check(name)) {
            problems.push(file.problem(check, format!("there is no check `{check}`")));
        }
        if lint.learns() {
            let message = "only lints of appeal-lint have learned weights";
            let table = if lint.learned.is_some() { "[learned]" } else { "[shown]" };
            problems.push(file.problem(table, message));
        }
    }
    if problems.is_empty() { Ok(catalogue) } else { Err(problems) }
}

/// Why nobody could name a lint so, in a configuration or on the command line.
fn wrong_name(name: &str) -> Option<String> {
    if name == ALL || Group::from_name(name).is_some() {
        return Some(format!("`{name}` stands for many lints: no lint can have that name"));
    }
    let is_letter = |c: char| c.is_alphanumeric() && !c.is_uppercase();
    let is_word = |word: &str| !word.is_empty() && word.chars().all(is_letter);
    (!name.split('-').all(is_word)).then(|| {
        let rule = "it is lower-case words of letters and digits, joined by `-`";
        format!("`{name}` is no name for a lint: {rule}")
    })
}

/// Whether a lint of the program is decided by that function.
fn is_check(name: &str) -> bool {
    CATALOGUE.lints.iter().any(|lint| lint.check.as_deref() == Some(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINT: &str = r#"
level = "note"
sources = ["house style"]
[en]
summary = "the old name of the shop"
message = "`{match}` is the old name"
help = "write the new one"
explain = "We changed our name."
[zh]
summary = "店铺旧名"
message = "“{match}”是旧名"
help = "写新名"
explain = "我们改名了。"
[[phrase]]
match = "@our old shop"
[[example]]
bad = "This is «our old shop»."
[[example]]
good = "This is our shop."
"#;

    fn file(path: &str, text: &str) -> LintSource {
        LintSource { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_team_may_use_the_classes_that_ship() {
        let team = compile(vec![file("house/tone/old-name.toml", LINT)]).expect("it is right");
        assert_eq!(team.lints.len(), 1);
        assert_eq!(team.lints[0].name, "old-name");
    }

    #[test]
    fn a_name_is_one_that_can_be_said() {
        let compiled = |names: &[&str]| {
            let path = |name: &&str| format!("house/tone/{name}.toml");
            compile(names.iter().map(|name| file(&path(name), LINT)).collect())
        };
        assert_eq!(compiled(&["old-name-2", "店铺旧名"]).map(|team| team.lints.len()), Ok(2));
        let wrong = ["tone", "all", "a,b", "-x", "a b", "Foo_Bar", "a--b", "a.toml"];
        let said = compiled(&wrong).map(|_| ()).expect_err("all are wrong");
        assert_eq!(said.len(), wrong.len());
        for name in wrong {
            let start = format!("house/tone/{name}.toml:1:1: `{name}` ");
            assert!(said.iter().any(|one| one.to_string().starts_with(&start)), "{start}{said:?}");
        }
    }

    #[test]
    fn what_clashes_with_what_ships_is_told_of_the_teams_file() {
        let words = "[class]\nhouse = [\"a\"]\nwe = [\"b\"]\n";
        let twice = compile(vec![file("house/words/w.toml", words)]).expect_err("it is there");
        let start = "house/words/w.toml:3:1: class `we`: there is another class of this name, in ";
        assert!(twice.len() == 1 && twice[0].to_string().starts_with(start), "{twice:?}");
    }

    #[test]
    fn what_only_the_program_has_is_looked_at() {
        let taken = compile(vec![file("house/tone/blame.toml", LINT)]).expect_err("it is taken");
        assert_eq!(
            taken[0].to_string(),
            "house/tone/blame.toml:1:1: `blame` is a lint of appeal-lint"
        );
        let text = LINT.replace("level =", "check = \"magic\"\nlevel =");
        let unknown = compile(vec![file("house/tone/old-name.toml", &text)]).expect_err("no check");
        assert_eq!(
            unknown[0].to_string(),
            "house/tone/old-name.toml:2:10: there is no check `magic`"
        );
        let text = LINT.replace("[[phrase]]", "[learned]\nreport = 90\n[[phrase]]");
        let learned =
            compile(vec![file("house/tone/old-name.toml", &text)]).expect_err("no weights");
        assert_eq!(
            learned[0].to_string(),
            "house/tone/old-name.toml:14:1: only lints of appeal-lint have learned weights"
        );
    }
}
