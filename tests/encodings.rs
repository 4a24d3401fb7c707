//! Bytes to text and back, in every encoding that letters come in.

#![allow(clippy::unwrap_used, reason = "a test ends where something is lacking")]

use appeal_lint::source::{EncodeError, Encoding, Foreign, Source, SourceError, Span};
use proptest::prelude::*;

const ENGLISH: &str = "Dear Amazon,\r\nwe refunded all 12 buyers on 3 November.\r\n";
const SIMPLIFIED: &str = "我们的仓库主管在发货前没有核对标签，所以买家收到了错误的锅盖。\n";
const TRADITIONAL: &str = "我們的倉庫主管在出貨前沒有核對標籤，所以買家收到了錯誤的鍋蓋。\n";

fn encoding(label: &str) -> Encoding {
    Encoding::from_label(label).unwrap()
}

/// The bytes of a text in the encoding of that name.
fn bytes(label: &str, text: &str) -> Vec<u8> {
    let sample = match encoding(label).name() {
        "UTF-16LE" => b"x\0",
        "UTF-16BE" => b"\0x",
        _ => b"xx",
    };
    let model = Source::decode_as("", sample.to_vec(), encoding(label)).unwrap();
    model.encode(text).unwrap()
}

fn read(bytes: &[u8]) -> Result<(String, String), SourceError> {
    let source = Source::decode("letter.txt", bytes.to_vec())?;
    Ok((source.encoding().to_string(), source.text().to_owned()))
}

#[track_caller]
fn check(bytes: &[u8], encoding: &str, text: &str) {
    assert_eq!(read(bytes), Ok((encoding.to_owned(), text.to_owned())));
}

#[test]
fn byte_order_marks_are_dropped_and_remembered() {
    check(b"\xEF\xBB\xBFHello", "UTF-8 with BOM", "Hello");
    check(b"\xFF\xFEH\0i\0", "UTF-16LE with BOM", "Hi");
    check(b"\xFE\xFF\0H\0i", "UTF-16BE with BOM", "Hi");
    for bytes in [&b"\xEF\xBB\xBFHello"[..], b"\xFF\xFEH\0i\0", b"\xFE\xFF\0H\0i"] {
        let source = Source::decode("", bytes.to_vec()).unwrap();
        assert_eq!(source.encode(source.text()).unwrap(), bytes);
    }
}

#[test]
fn encodings_are_guessed_from_a_whole_letter() {
    for text in [ENGLISH, SIMPLIFIED, TRADITIONAL] {
        let text = &text.repeat(3);
        check(text.as_bytes(), "UTF-8", text);
        check(&bytes("utf-16le", text), "UTF-16LE", text);
        check(&bytes("utf-16be", text), "UTF-16BE", text);
    }
    check(&bytes("utf-16le", "好，谢谢！\n"), "UTF-16LE", "好，谢谢！\n");
    check(&bytes("gbk", SIMPLIFIED), "GBK", SIMPLIFIED);
    check(&bytes("gbk", TRADITIONAL), "GBK", TRADITIONAL);
    check(&bytes("big5", TRADITIONAL), "Big5", TRADITIONAL);
}

#[test]
fn a_few_characters_in_an_english_letter_decide() {
    for text in ["It’s our warehouse’s fault.", "“5 pcs” – it’s done…", "Grüße, Jürgen Weiß"]
    {
        check(&bytes("windows-1252", text), "windows-1252", text);
    }
    for text in
        ["He wrote “wrong size”.", "Our shop 晨光厨具 sells lids.", "It’s our fault — sorry，"]
    {
        check(&bytes("gbk", text), "GBK", text);
    }
    for text in ["Our shop 晨光廚具 sells lids.", "The buyer wrote 「wrong size」."] {
        check(&bytes("big5", text), "Big5", text);
    }
}

#[test]
fn four_byte_characters_make_gbk_gb18030() {
    let text = "店主𠀀先生的店铺，销售厨房用品。😀";
    check(&bytes("gb18030", text), "gb18030", text);
}

#[test]
fn what_is_no_text_says_why() {
    let mut png = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec();
    png.extend([0; 40]);
    assert_eq!(read(&png), Err(SourceError::Binary(8)));
    assert_eq!(read(b"Dear \x02Amazon"), Err(SourceError::Binary(5)));
    assert_eq!(read(b"\xFF\xFEa\0\0\0"), Err(SourceError::Binary(4)));
    // UTF-16, and no word in it.
    assert_eq!(read(b"\x00\x01\x02\xFF"), Err(SourceError::Binary(0)));
    assert_eq!(read(b"%PDF-1.7\n"), Err(SourceError::Foreign(Foreign::Pdf)));
    assert_eq!(read(b"{\\rtf1 Dear}"), Err(SourceError::Foreign(Foreign::Rtf)));
    let word = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0";
    assert_eq!(read(word), Err(SourceError::Foreign(Foreign::OldWord)));
    assert_eq!(read(b" \r\n\t"), Err(SourceError::Empty));
    assert_eq!(read(b"\xFE\xFF"), Err(SourceError::Empty));
}

#[test]
fn a_broken_byte_is_named_not_guessed_away() {
    let invalid = |encoding, at| Err(SourceError::Undecodable { encoding, at });
    let utf8 = [SIMPLIFIED.as_bytes(), b"\xE6\x88, and so on"].concat();
    assert_eq!(read(&utf8), invalid("UTF-8", SIMPLIFIED.len()));
    let gbk = [bytes("gbk", SIMPLIFIED), b"\xFF and so on".to_vec()].concat();
    assert_eq!(read(&gbk), invalid("GBK", gbk.len() - 11));
    assert_eq!(read(b"\xFF\xFEa"), invalid("UTF-16LE", 2));
}

/// The bytes of a text in UTF-8, without one of those of a character.
fn damaged(text: &str, character: char, byte: usize) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    bytes.remove(text.find(character).unwrap() + byte);
    bytes
}

#[test]
fn damaged_utf8_is_no_other_encoding() {
    let shop = "Our shop 晨光厨具 sells lids.";
    let marks = "It’s our warehouse’s fault, “wrong size” he wrote.";
    for (text, character) in [(shop, '光'), (shop, '具'), (marks, '’'), ("我们卖灯具。", '卖')]
    {
        for byte in 0..3 {
            let bytes = damaged(text, character, byte);
            let at = std::str::from_utf8(&bytes).unwrap_err().valid_up_to();
            let wanted = Err(SourceError::Undecodable { encoding: "UTF-8", at });
            assert_eq!(read(&bytes), wanted, "{text}, byte {byte} of {character}");
        }
    }
    // A file that ends in the middle of a character.
    for text in ["我们卖灯具", shop, "Our shop is 晨", "The buyer’s lid and it’"] {
        let last = text.char_indices().rfind(|(_, c)| !c.is_ascii()).unwrap().0;
        let wanted = Err(SourceError::Undecodable { encoding: "UTF-8", at: last });
        assert_eq!(read(&text.as_bytes()[..last + 2]), wanted, "{text}");
    }
}

#[test]
fn an_encoding_that_letters_rarely_have_is_not_guessed() {
    let polish = bytes("windows-1250", "Zażółć gęślą jaźń, łódź i pięść.");
    assert_eq!(read(&polish), Err(SourceError::Unknown(2)));
    let thai = bytes("windows-874", "สวัสดีครับ ขอบคุณมาก");
    assert!(matches!(read(&thai), Err(SourceError::Unknown(0))), "{:?}", read(&thai));
}

#[test]
fn a_byte_order_mark_counts_for_more_than_a_name() {
    for (bytes, wanted) in [(&b"\xEF\xBB\xBFHi"[..], "UTF-8"), (b"\xFF\xFEH\0i\0", "UTF-16LE")] {
        let source = Source::decode_as("", bytes.to_vec(), encoding("gbk")).unwrap();
        assert_eq!((source.text(), source.encoding().name()), ("Hi", wanted));
    }
}

#[test]
fn encodings_have_the_names_that_windows_gives_them() {
    for (label, name) in [
        ("cp936", "GBK"),
        ("CP950", "Big5"),
        ("936", "GBK"),
        ("windows-936", "GBK"),
        ("cp1252", "windows-1252"),
        ("cp65001", "UTF-8"),
        ("ms936", "GBK"),
        ("x-cp950", "Big5"),
    ] {
        assert_eq!(encoding(label).name(), name);
    }
    for slip in ["cp12", "foo936", "utf-1252", "cp-936", "cpcp936"] {
        assert!(Encoding::from_label(slip).is_none(), "{slip}");
    }
}

#[test]
fn a_named_encoding_is_not_second_guessed() {
    let wrong = Source::decode_as("", bytes("gbk", SIMPLIFIED), encoding("UTF8"));
    assert!(matches!(wrong, Err(SourceError::Undecodable { encoding: "UTF-8", at: 0 })));
    let big_endian = Source::decode_as("", b"\xFE\xFF\0H\0i".to_vec(), encoding("utf-16")).unwrap();
    assert_eq!((big_endian.text(), big_endian.encoding().name()), ("Hi", "UTF-16BE"));
    assert!(Encoding::from_label("utf-7").is_none());
    assert!(Encoding::from_label("hz-gb-2312").is_none(), "a name for what must not be read");
}

#[test]
fn what_an_encoding_lacks_is_not_written() {
    let bytes = bytes("gbk", SIMPLIFIED);
    let source = Source::decode("", bytes.clone()).unwrap();
    let lacking = Err(EncodeError::Unmappable { character: '😀', encoding: "GBK" });
    assert_eq!(source.encode("好 😀"), lacking);
    assert_eq!(source.patch(&bytes, &[(Span::new(0, 3), "😀")]), lacking);
}

#[test]
fn two_ways_to_write_a_character_are_kept() {
    // Encoded anew, these would be other bytes: a euro sign of GB18030, a twin in Big5.
    let twins: [(&str, &[u8], &str); 2] =
        [("gb18030", b"it costs \x80 5, no more", "€"), ("big5", b"\xA2\xCC or, no more", "十")];
    for (label, bytes, twin) in twins {
        let source = Source::decode_as("", bytes.to_vec(), encoding(label)).unwrap();
        assert!(source.text().contains(twin), "{}", source.text());
        assert_ne!(source.encode(source.text()).unwrap(), bytes);
        let at = source.text().find("no").unwrap() as u32;
        let patched = source.patch(bytes, &[(Span::new(at, at + 2), "NO")]).unwrap();
        assert_eq!(patched, [&bytes[..bytes.len() - 7], b"NO more"].concat());
    }
}

#[test]
fn a_file_that_has_changed_is_not_patched() {
    let source = Source::decode("", b"one two".to_vec()).unwrap();
    assert_eq!(source.patch(b"one  two", &[]), Err(EncodeError::Changed));
}

#[test]
fn a_patch_that_would_be_read_in_another_encoding_is_refused() {
    // Without its apostrophes the letter has `µÄ` alone, which is `的` in GBK.
    let text = "It’s what it’s, it’s what’s sold, that’s why it’s µÄ, isn’t it?";
    let bytes = bytes("windows-1252", text);
    let source = Source::decode("", bytes.clone()).unwrap();
    assert_eq!(source.encoding().name(), "windows-1252");
    let marks = text.char_indices().filter(|(_, character)| *character == '’');
    let edits: Vec<_> = marks.map(|(at, _)| (Span::new(at as u32, at as u32 + 3), "'")).collect();
    assert_eq!(source.patch(&bytes, &edits), Err(EncodeError::Ambiguous));
}

/// Texts that every encoding of simplified Chinese can write, in all line endings.
fn letters() -> impl Strategy<Value = String> {
    let fixed = vec!["仓库主管核对标签，", "一", "“是”", "\n", "\r\n"];
    let piece = prop_oneof!["[ -~]{1,12}", proptest::sample::select(fixed).prop_map(String::from)];
    proptest::collection::vec(piece, 1..30).prop_map(|pieces| pieces.concat())
}

const LABELS: [&str; 7] =
    ["utf-8", "utf-16le", "utf-16be", "gbk", "gb18030", "big5", "windows-1252"];

proptest! {
    #[test]
    fn decoding_undoes_encoding(text in letters(), label in proptest::sample::select(&LABELS[..5])) {
        prop_assume!(!text.trim().is_empty());
        let source = Source::decode_as("", bytes(label, &text), encoding(label)).unwrap();
        prop_assert_eq!(source.text(), &text);
        prop_assert_eq!(source.encode(&text).unwrap(), bytes(label, &text));
    }

    #[test]
    fn traditional_letters_survive_big5(repeat in 1..4usize, cut in 0..20usize) {
        let text: String = TRADITIONAL.repeat(repeat).chars().skip(cut).collect();
        let source = Source::decode("", bytes("big5", &text)).unwrap();
        prop_assert_eq!(source.text(), &text);
        prop_assert_eq!(source.encode(&text).unwrap(), bytes("big5", &text));
    }

    #[test]
    fn outside_an_edit_not_a_byte_changes(
        raw in proptest::collection::vec(prop_oneof![any::<u8>(), b' '..=b'~', Just(b'\n')], 1..80),
        label in proptest::sample::select(&LABELS[..]),
        (from, to) in (0..100usize, 0..100usize),
        new in "[a-z\n]{0,6}",
    ) {
        let Ok(source) = Source::decode_as("", raw.clone(), encoding(label)) else { return Ok(()) };
        let places: Vec<_> = source.text().char_indices().map(|(at, _)| at as u32).collect();
        let (from, to) = (places[from % places.len()], places[to % places.len()]);
        let span = Span::new(from.min(to), from.max(to));
        let Ok(patched) = source.patch(&raw, &[(span, &new)]) else { return Ok(()) };

        // The file is a head of the old bytes, the new ones, and a tail of the old bytes.
        let inserted = source.encode(&new).unwrap().len() - source.encode("").unwrap().len();
        let removed = raw.len() + inserted - patched.len();
        let fits = (0..=raw.len() - removed).any(|head| {
            raw[..head] == patched[..head] && raw[head + removed..] == patched[head + inserted..]
        });
        prop_assert!(fits);
        let mut wanted = source.text().to_owned();
        wanted.replace_range(span.range(), &new);
        let again = Source::decode_as("", patched, source.encoding()).unwrap();
        prop_assert_eq!(again.text(), &wanted);
    }

    #[test]
    fn no_bytes_panic(raw in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(source) = Source::decode("", raw.clone()) {
            prop_assert_eq!(source.patch(&raw, &[]).unwrap(), raw);
        }
    }
}
