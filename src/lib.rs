//! appeal-lint judges the letter that a suspended Amazon seller is about to send.
//!
//! ```text
//! bytes ──> Source ──> Letter ──> hits ──> Diagnostics ──> report
//!      decode     parse      match     judge          render
//! ```

pub mod baseline;
pub mod check;
pub mod diagnostic;
pub mod fingerprint;
pub mod fix;
pub mod hash;
pub mod learned;
pub mod letter;
pub mod lint;
pub mod phrase;
pub mod report;
pub mod settings;
pub mod source;
mod spelling;

pub use check::{lint, lint_by};
pub use diagnostic::Diagnostic;
pub use settings::Settings;
pub use source::Source;
