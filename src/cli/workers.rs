//! Work on several letters at a time, results in order.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

/// Up to this many letters are done sooner than a thread starts.
const FEW: usize = 8;
/// Letters that a thread takes at a time.
const SHARE: usize = 16;

/// Does `work` on each item, and hands the results to `each` in the items' order, while the work on
/// later items goes on.
pub fn in_order<T: Send, R: Send>(
    items: Vec<T>,
    work: impl Fn(T) -> R + Sync,
    each: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    if items.len() <= FEW {
        return items.into_iter().map(work).try_for_each(each);
    }
    let threads = thread::available_parallelism().map_or(1, usize::from);
    with_threads(threads, items, work, each)
}

/// The same with so many threads.
fn with_threads<T: Send, R: Send>(
    threads: usize,
    items: Vec<T>,
    work: impl Fn(T) -> R + Sync,
    mut each: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    let shares = Mutex::new(Shares { items: items.into_iter(), taken: 0 });
    thread::scope(|scope| {
        // Bounded, so that results do not pile up before a slow reader.
        let (done, results) = mpsc::sync_channel(2 * threads);
        for _ in 0..threads {
            let (done, shares, work) = (done.clone(), &shares, &work);
            scope.spawn(move || {
                while let Some((number, share)) = take(shares) {
                    let share: Vec<_> = share.into_iter().map(work).collect();
                    if done.send((number, share)).is_err() {
                        // `each` has failed: nobody waits for more.
                        return;
                    }
                }
            });
        }
        drop(done);
        by_number(results).flatten().try_for_each(&mut each)
    })
}

/// The items that no thread has taken yet.
struct Shares<T> {
    items: std::vec::IntoIter<T>,
    taken: usize,
}

/// The next share and its number; none when all are taken.
fn take<T>(shares: &Mutex<Shares<T>>) -> Option<(usize, Vec<T>)> {
    let mut shares = shares.lock().unwrap_or_else(PoisonError::into_inner);
    let share: Vec<_> = shares.items.by_ref().take(SHARE).collect();
    let number = shares.taken;
    shares.taken += 1;
    (!share.is_empty()).then_some((number, share))
}

/// What comes with numbers in any order, in the order of the numbers.
fn by_number<R>(results: mpsc::Receiver<(usize, R)>) -> impl Iterator<Item = R> {
    let mut early = BTreeMap::new();
    (0..).map_while(move |number| {
        while !early.contains_key(&number) {
            let (which, one) = results.recv().ok()?;
            early.insert(which, one);
        }
        early.remove(&number)
    })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn any_number_of_threads_gives_the_same_order() {
        let items: Vec<u64> = (0..200).collect();
        // Early items take longer than later ones.
        let work = |item| {
            thread::sleep(Duration::from_micros(200 - item));
            item
        };
        for threads in [1, 2, 3, 16] {
            let mut done = Vec::new();
            let each = |item| {
                done.push(item);
                Ok(())
            };
            with_threads(threads, items.clone(), work, each).expect("nothing fails");
            assert_eq!(done, items, "{threads} threads");
        }
    }

    #[test]
    fn a_failure_ends_the_work() {
        let each = |item| if item == 20 { Err(io::Error::other("full")) } else { Ok(()) };
        assert!(with_threads(3, (0..200).collect(), |item| item, each).is_err());
    }
}
