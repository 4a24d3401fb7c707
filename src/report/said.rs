//! Message and help in one text, for readers that show one.

/// The message, and the help on a line of its own.
pub fn said(message: &str, help: &str) -> String {
    if help.is_empty() { message.to_owned() } else { format!("{message}\n{help}") }
}
