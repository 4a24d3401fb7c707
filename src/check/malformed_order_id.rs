//! Order numbers with a digit too many or too few.

use memchr::memchr_iter;

use super::around::{own_blocks, span};
use super::judge::{Context, Finding, Findings};

/// Reports what is an order number but for one of its three groups.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    for block in own_blocks(cx) {
        let base = block.span.start as usize;
        let bytes = cx.text(block.span).as_bytes();
        let belongs = |byte: &&u8| byte.is_ascii_digit() || **byte == b'-';
        let mut read = 0;
        for hyphen in memchr_iter(b'-', bytes) {
            if hyphen < read {
                continue;
            }
            let start = hyphen - bytes[read..hyphen].iter().rev().take_while(belongs).count();
            read = hyphen + bytes[hyphen..].iter().take_while(belongs).count();
            if is_malformed(&bytes[start..read]) {
                found.push(Finding::at(span(base + start, base + read)));
            }
        }
    }
}

/// Whether digits and hyphens are nearly the 3, 7 and 7 digits of an order number.
fn is_malformed(number: &[u8]) -> bool {
    let mut groups = number.split(|byte| *byte == b'-').map(<[u8]>::len);
    let first = [groups.next(), groups.next(), groups.next(), groups.next()];
    matches!(
        first.map(|length| length.unwrap_or(0)),
        [3, 7, 5 | 6 | 8 | 9, 0] | [3, 6 | 8, 7, 0] | [2 | 4, 7, 7, 0]
    ) && !number.ends_with(b"-")
}

#[cfg(test)]
mod tests {
    use super::is_malformed;

    #[test]
    fn one_group_is_wrong() {
        for wrong in ["111-2222222-333333", "111-22222222-3333333", "11-2222222-3333333"] {
            assert!(is_malformed(wrong.as_bytes()), "{wrong}");
        }
        for other in [
            "111-2222222-3333333",
            "2025-06-30",
            "111-2222222-333333-",
            "-111-2222222-333333",
            "111-2222222-333333-4",
            "11-222222-3333333",
            "111-2222222",
        ] {
            assert!(!is_malformed(other.as_bytes()), "{other}");
        }
    }
}
