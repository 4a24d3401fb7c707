//! Puts a changed letter, or a report, in the place of the old one.
//!
//! The new bytes are written to a file beside the old one, which then takes its name: who reads the
//! letter, and who finds it after a power cut, sees all of the old one or all of the new one.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// So many leftovers of killed runs may lie in the folder.
const MOST_LEFTOVERS: u32 = 100;

/// A letter that is about to be replaced.
#[derive(Debug)]
pub struct Draft {
    /// The file, behind all links.
    target: PathBuf,
    /// The file beside it; gone once it has the target's name.
    beside: Option<PathBuf>,
}

impl Draft {
    /// Writes `new` beside the letter at `path`, to the disk, with the letter's permissions.
    pub fn new(path: &Path, new: &[u8]) -> io::Result<Self> {
        let target = fs::canonicalize(path)?;
        // Only the folder's permissions count for a new name; the file's own are meant to be kept.
        let about = OpenOptions::new().write(true).open(&target)?.metadata()?;
        if !about.is_file() {
            return Err(io::Error::new(ErrorKind::InvalidInput, "not a regular file"));
        }
        if about.permissions().readonly() {
            return Err(io::Error::new(ErrorKind::PermissionDenied, "read-only"));
        }
        let (beside, mut file) = create_beside(&target)?;
        let draft = Self { target, beside: Some(beside) };
        file.write_all(new)?;
        keep_owner(&file, &about);
        file.set_permissions(about.permissions())?;
        file.sync_all()?;
        Ok(draft)
    }

    /// Writes `new` beside a place where no file is yet, to the disk.
    fn fresh(path: &Path, new: &[u8]) -> io::Result<Self> {
        let (beside, mut file) = create_beside(path)?;
        let draft = Self { target: path.to_owned(), beside: Some(beside) };
        file.write_all(new)?;
        file.sync_all()?;
        Ok(draft)
    }

    /// Gives the new file the name of the old, if that still holds `old`.
    pub fn replace(self, old: &[u8]) -> io::Result<()> {
        if fs::read(&self.target)? != old {
            return Err(io::Error::other("the file has changed since it was read"));
        }
        self.take_place()
    }

    fn take_place(mut self) -> io::Result<()> {
        if let Some(beside) = &self.beside {
            fs::rename(beside, &self.target)?;
        }
        self.beside = None;
        sync_folder(&self.target);
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            // What went wrong before is told already.
            let _ = fs::remove_file(beside);
        }
    }
}

/// Writes a file, whether there is one of that name or not: in one step, where its folder takes another
/// file. What is no file, such as a pipe, and a stream that is open already, such as `/dev/stderr`, get the
/// bytes behind those that they have.
pub fn put(path: &Path, new: &[u8]) -> io::Result<()> {
    if is_stream(path) {
        return OpenOptions::new().append(true).open(path)?.write_all(new);
    }
    match fs::metadata(path) {
        Ok(about) if about.is_file() => {
            match Draft::new(path, new).and_then(Draft::take_place) {
                // A folder that was mounted for one file takes no other.
                Err(error)
                    if error.kind() == ErrorKind::PermissionDenied
                        && !about.permissions().readonly() =>
                {
                    fs::write(path, new)
                }
                done => done,
            }
        }
        Ok(_) => OpenOptions::new().write(true).open(path)?.write_all(new),
        // A link to a file that is not there yet is followed.
        Err(error) if error.kind() == ErrorKind::NotFound && path.is_symlink() => {
            fs::write(path, new)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Draft::fresh(path, new)?.take_place(),
        Err(error) => Err(error),
    }
}

/// Whether a path names what the program has open, be it a file: other programs write there, too.
fn is_stream(path: &Path) -> bool {
    let is_named = [Path::new("/dev/stdout"), Path::new("/dev/stderr")].contains(&path);
    let folder = path.parent().unwrap_or(path);
    let is_numbered =
        folder == Path::new("/dev/fd") || folder.starts_with("/proc") && folder.ends_with("fd");
    cfg!(unix) && (is_named || is_numbered)
}

/// Writes a file that held `old` when it was read, or that was not there; what somebody else has made
/// of it since is not lost.
pub fn put_over(path: &Path, old: Option<&[u8]>, new: &[u8]) -> io::Result<()> {
    match old {
        Some(old) => Draft::new(path, new)?.replace(old),
        None if path.try_exists()? => Err(io::Error::other("somebody else has written the file")),
        None => Draft::fresh(path, new)?.take_place(),
    }
}

/// A new file in the same folder, hidden: only there a change of name is one step.
fn create_beside(target: &Path) -> io::Result<(PathBuf, File)> {
    let mut last = ErrorKind::NotFound.into();
    for number in 0..MOST_LEFTOVERS {
        let mut name = OsString::from(".");
        name.push(target.file_name().unwrap_or_default());
        name.push(format!(".{}-{number}.tmp", std::process::id()));
        let path = target.with_file_name(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// Gives the new file the old one's owner, as far as the user may.
#[cfg(unix)]
fn keep_owner(file: &File, about: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let _ = fchown(file, None, Some(about.gid()));
    let _ = fchown(file, Some(about.uid()), None);
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &fs::Metadata) {}

/// Writes the change of name to the disk, where a folder can be opened for that.
fn sync_folder(target: &Path) {
    let folder = target.parent().and_then(|folder| File::open(folder).ok());
    let _ = folder.map(|folder| folder.sync_all());
}
