//! Where the texts and the lists of lints are kept. Those that ship are ranges of one text and of flat
//! tables: a pointer in a static would cost every start of the program, whether it is used or not.

use std::fmt;
use std::ops::Deref;

use super::shipped::TEXT;

/// Text that ships with the program, or of a lint file read at run time.
#[derive(Clone)]
pub struct Str(Text);

#[derive(Clone)]
enum Text {
    Shipped(Slice),
    Own(Box<str>),
}

/// What of the text or of a table that ships is meant: so much from there.
#[derive(Clone, Copy)]
struct Slice {
    at: u32,
    count: u32,
}

impl Slice {
    const fn end(self) -> usize {
        self.at as usize + self.count as usize
    }
}

impl Str {
    /// So many bytes of the text that ships, from there; the build script writes calls of it. To use
    /// what is not in the text panics.
    pub(super) const fn shipped(at: u32, count: u32) -> Self {
        Self(Text::Shipped(Slice { at, count }))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Text::Shipped(slice) => &TEXT[slice.at as usize..slice.end()],
            Text::Own(text) => text,
        }
    }
}

impl Deref for Str {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl From<String> for Str {
    fn from(text: String) -> Self {
        Self(Text::Own(text.into()))
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Self {
        Self(Text::Own(text.into()))
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Str {}

impl PartialEq<str> for Str {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Str {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Str {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.as_str().cmp(other)
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

/// What a table of the program holds the rows of.
pub trait Shipped: Sized + 'static {
    /// The rows of all lints that ship.
    fn table() -> &'static [Self];
}

/// Rows of a table that ships with the program, or of a lint file read at run time.
#[derive(Clone)]
pub struct Rows<T>(Kept<T>);

#[derive(Clone)]
enum Kept<T> {
    Shipped(Slice),
    Own(Box<[T]>),
}

impl<T> Rows<T> {
    /// So many rows of the table that ships; see [`Str::shipped`].
    pub(super) const fn shipped(at: u32, count: u32) -> Self {
        Self(Kept::Shipped(Slice { at, count }))
    }
}

impl<T: Shipped> Deref for Rows<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match &self.0 {
            Kept::Shipped(slice) => &T::table()[slice.at as usize..slice.end()],
            Kept::Own(rows) => rows,
        }
    }
}

impl<T> From<Vec<T>> for Rows<T> {
    fn from(rows: Vec<T>) -> Self {
        Self(Kept::Own(rows.into()))
    }
}

impl<T> FromIterator<T> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Self(Kept::Own(rows.into_iter().collect()))
    }
}

impl<T: Shipped + fmt::Debug> fmt::Debug for Rows<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
