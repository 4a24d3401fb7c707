//! Word documents, built here, read as a reader of the final letter sees them.

#![allow(clippy::unwrap_used, reason = "a test ends where something is lacking")]

use std::io::{Cursor, Write};

use appeal_lint::source::{EncodeError, Foreign, Source, SourceError, Span, WordError};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml""#;

/// An archive of these files.
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (path, content) in files {
        zip.start_file(*path, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The file in which a part names the others.
fn relations(targets: &[(&str, &str)]) -> String {
    let one = |(role, target): &(&str, &str)| {
        format!(
            r#"<Relationship Id="{role}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{role}" Target="{target}"/>"#
        )
    };
    let all: String = targets.iter().map(one).collect();
    format!(r#"<?xml version="1.0"?><Relationships xmlns="x">{all}</Relationships>"#)
}

/// A document of one section, with what the section says, and further files.
fn paged(body: &str, section: &str, files: &[(&str, &str)]) -> Vec<u8> {
    let main = format!(
        r#"<w:document {NAMESPACES} xmlns:r="r"><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"#
    );
    let targets: Vec<_> = files.iter().map(|(name, _)| (*name, *name)).collect();
    let relations = relations(&targets);
    let mut all = vec![
        ("word/document.xml".to_owned(), main.into_bytes()),
        ("word/_rels/document.xml.rels".to_owned(), relations.into_bytes()),
    ];
    for (name, content) in files {
        let part = format!("<w:hdr {NAMESPACES}>{content}</w:hdr>");
        all.push((format!("word/{name}"), part.into_bytes()));
    }
    let all: Vec<_> = all.iter().map(|(name, part)| (name.as_str(), part.as_slice())).collect();
    archive(&all)
}

/// A document with this body, these styles, and these lists.
fn document(body: &str, styles: &str, numbering: &str) -> Vec<u8> {
    let main = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"#
    );
    let styles = format!("<w:styles {NAMESPACES}>{styles}</w:styles>");
    let numbering = format!("<w:numbering {NAMESPACES}>{numbering}</w:numbering>");
    archive(&[
        ("_rels/.rels", relations(&[("officeDocument", "word/document.xml")]).as_bytes()),
        ("word/document.xml", main.as_bytes()),
        (
            "word/_rels/document.xml.rels",
            relations(&[("styles", "styles.xml"), ("numbering", "/word/numbering.xml")]).as_bytes(),
        ),
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
    ])
}

fn read(bytes: Vec<u8>) -> Result<String, SourceError> {
    Source::decode("letter.docx", bytes).map(|source| source.text().to_owned())
}

#[track_caller]
fn check(body: &str, text: &str) {
    assert_eq!(read(document(body, "", "")).unwrap(), format!("{text}\n"));
}

/// A paragraph with this text.
fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r(text))
}

/// A run with this text.
fn r(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// A paragraph in a list, at a level.
fn item(list: u32, level: u32, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{}</w:p>"#,
        r(text)
    )
}

/// The look of a list: for each level the kind of number and the mark.
fn look(id: u32, levels: &[(&str, &str)]) -> String {
    let level = |(index, (format, text)): (usize, &(&str, &str))| {
        format!(
            r#"<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>"#
        )
    };
    let levels: String = levels.iter().enumerate().map(level).collect();
    format!(r#"<w:abstractNum w:abstractNumId="{id}">{levels}</w:abstractNum>"#)
}

fn list(id: u32, look: u32, rest: &str) -> String {
    format!(r#"<w:num w:numId="{id}"><w:abstractNumId w:val="{look}"/>{rest}</w:num>"#)
}

#[test]
fn paragraphs_stand_apart_and_lines_count_them() {
    let body =
        [p("Dear Amazon,"), p(""), "<w:p/>".into(), p("We found the cause."), p("Root cause")]
            .concat();
    let source = Source::decode("letter.docx", document(&body, "", "")).unwrap();
    assert_eq!(source.text(), "Dear Amazon,\n\nWe found the cause.\n\nRoot cause\n");
    assert!(source.is_word());
    let lines = source.lines();
    for (words, line, column) in [("Dear", 1, 1), ("found", 2, 4), ("Root", 3, 1)] {
        let at = lines.position(source.text().find(words).unwrap() as u32);
        assert_eq!((at.line, at.column), (line, column), "{words}");
    }
    assert_eq!(lines.line_span(15), Span::new(14, 33));
    assert_eq!(source.patch(b"", &[]), Err(EncodeError::ReadOnly));
}

#[test]
fn runs_tabs_breaks_and_special_characters_are_text() {
    check(
        "<w:p><w:r><w:t>We </w:t></w:r><w:r><w:t xml:space=\"preserve\"> checked</w:t><w:tab/><w:t>12&#160;lids &amp; pots</w:t><w:br/><w:t>in a co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>era\u{AD}tion</w:t></w:r></w:p>",
        "We checked\t12\u{A0}lids & pots\nin a co-operation",
    );
    check(
        r#"<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> done</w:t><w:sym w:font="Wingdings" w:char="F012"/></w:r></w:p>"#,
        "✓ done",
    );
}

#[test]
fn changes_are_accepted() {
    let body = format!(
        r#"<w:p>{}<w:del w:id="1"><w:r><w:delText>never</w:delText></w:r></w:del><w:ins w:id="2">{}</w:ins>{}</w:p>"#,
        r("We "),
        r("always"),
        r(" check.")
    );
    check(&body, "We always check.");
    let moved = format!(
        "<w:p><w:moveFrom>{}</w:moveFrom>{}<w:moveTo>{}</w:moveTo></w:p>",
        r("First. "),
        r("Second. "),
        r("First.")
    );
    check(&moved, "Second. First.");
}

#[test]
fn a_paragraph_whose_end_was_deleted_goes_on() {
    let body = format!(
        r#"<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{}</w:p>{}"#,
        r("We checked "),
        p("the stock.")
    );
    check(&body, "We checked the stock.");
    let gone = format!(
        r#"{}<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del>{}</w:del></w:p>{}"#,
        item(1, 0, "one"),
        r("gone"),
        item(1, 0, "two")
    );
    let numbering = look(0, &[("decimal", "%1.")]) + &list(1, 0, "");
    assert_eq!(read(document(&gone, "", &numbering)).unwrap(), "1. one\n2. two\n");
}

#[test]
fn comments_notes_and_hidden_text_are_dropped() {
    let body = format!(
        r#"<w:p><w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>.</w:t></w:r></w:p>"#,
        r("The stock is checked")
    );
    check(&body, "The stock is checked.");
}

#[test]
fn styles_hide_text_too() {
    let styles = r#"<w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Note"><w:basedOn w:val="Base"/></w:style>"#;
    let body = r#"<w:p><w:r><w:rPr><w:rStyle w:val="Note"/></w:rPr><w:t>to my agent</w:t></w:r><w:r><w:t>Dear Amazon</w:t></w:r></w:p>"#;
    assert_eq!(read(document(body, styles, "")).unwrap(), "Dear Amazon\n");
}

#[test]
fn links_and_fields_show_their_result() {
    let body = format!(
        r#"<w:p><w:hyperlink r:id="x" xmlns:r="r">{}</w:hyperlink>{}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>{}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="DATE">{}</w:fldSimple></w:p>{}"#,
        r("our shop"),
        r(" on "),
        r("not this"),
        r("3 "),
        r("November"),
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p><w:p><w:r><w:t>Thank you</w:t></w:r></w:p>"
    );
    check(&body, "our shop on 3 November\n\nThank you");
}

#[test]
fn lists_show_their_numbers() {
    let numbering = [
        look(0, &[("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%1.%2.%3")]),
        look(1, &[("chineseCountingThousand", "%1、"), ("decimal", "（%2）")]),
        look(2, &[("bullet", "\u{F0B7}"), ("bullet", "-")]),
        list(1, 0, ""),
        list(2, 1, ""),
        list(3, 2, ""),
        list(4, 0, r#"<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>"#),
    ]
    .concat();
    let body = [
        item(1, 0, "stock"),
        item(1, 1, "lids"),
        item(1, 1, "pots"),
        item(1, 2, "small"),
        item(1, 0, "staff"),
        item(1, 1, "training"),
        p("Chinese"),
        item(2, 0, "原因"),
        item(2, 0, "措施"),
        item(2, 1, "培训"),
        p("Bullets"),
        item(3, 0, "one"),
        item(3, 1, "two"),
        p("Again"),
        item(4, 0, "anew"),
        item(4, 0, "and on"),
        item(0, 0, "no list"),
    ]
    .concat();
    let text = "1. stock\na) lids\nb) pots\n1.b.i small\n2. staff\na) training\n\nChinese\n\n一、 原因\n二、 措施\n（1） 培训\n\nBullets\n\n• one\n- two\n\nAgain\n\n1. anew\n2. and on\n\nno list\n";
    assert_eq!(read(document(&body, "", &numbering)).unwrap(), text);
}

#[test]
fn styles_number_headings_which_stand_apart() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Number"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;
    let styled = |style, text| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{}</w:p>"#, r(text))
    };
    let numbering = look(0, &[("upperRoman", "%1."), ("decimal", "%2.")]) + &list(1, 0, "");
    let body = [
        styled("H1", "Root cause"),
        styled("L", "Labels"),
        styled("L", "Stock"),
        styled("H1", "Actions"),
    ]
    .concat();
    let text = "I. Root cause\n\n1. Labels\n2. Stock\n\nII. Actions\n";
    assert_eq!(read(document(&body, styles, &numbering)).unwrap(), text);
}

#[test]
fn tables_are_read_row_by_row() {
    let cell = |text: &str| {
        format!("<w:tc><w:tcPr/>{}</w:tc>", text.split('|').map(p).collect::<String>())
    };
    let row = |cells: &[&str]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(text)).collect::<String>())
    };
    let deleted = format!("<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{}</w:tr>", cell("gone"));
    let table = format!(
        "<w:tbl>{}{}{deleted}{}</w:tbl>",
        row(&["Step", "Date"]),
        row(&["check|labels", "3 May"]),
        row(&["", ""])
    );
    check(
        &(p("Our steps:") + &table + &p("Done.")),
        "Our steps:\n\nStep\tDate\ncheck labels\t3 May\n\nDone.",
    );
    let frame = format!("<w:tbl>{}</w:tbl>", row(&["Dear Amazon,|We checked."]));
    check(&frame, "Dear Amazon,\n\nWe checked.");
}

#[test]
fn text_boxes_are_read_once() {
    let shape = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let body = format!(
        r#"<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{}</w:p>{}"#,
        r("We "),
        shape("Attachment: invoice"),
        shape("Attachment: invoice"),
        r("checked."),
        p("Thanks")
    );
    check(&body, "We checked.\n\nAttachment: invoice\n\nThanks");
}

#[test]
fn the_first_page_has_a_header_and_a_footer() {
    let refer = |what: &str, kind: &str, name: &str| {
        format!(r#"<w:{what}Reference w:type="{kind}" r:id="{name}"/>"#)
    };
    let section = [
        refer("header", "default", "h.xml"),
        refer("header", "first", "title.xml"),
        refer("header", "even", "even.xml"),
        refer("footer", "default", "f.xml"),
    ]
    .concat();
    let head = p("Lumo Lamps Ltd.") + &p("+86 755 1234 5678");
    let foot = p("Page 1 of 2") + &p("第1页 共2页") + &p("- 1 -") + &p("Seller ID: A1B2C3D4E5F6G7");
    let title = p("On the first page");
    let files =
        [("h.xml", &*head), ("title.xml", &*title), ("even.xml", "<w:p>"), ("f.xml", &*foot)];
    let body = p("Dear Amazon,");
    let text =
        "Lumo Lamps Ltd.\n\n+86 755 1234 5678\n\nDear Amazon,\n\nSeller ID: A1B2C3D4E5F6G7\n";
    assert_eq!(read(paged(&body, &section, &files)).unwrap(), text);
    // A first page of its own has what is said for it, and nothing else.
    let own = format!("{section}<w:titlePg/>");
    let text = "On the first page\n\nDear Amazon,\n";
    assert_eq!(read(paged(&body, &own, &files)).unwrap(), text);
    // Sections that follow do not count, nor names of files that are not there.
    let first = format!("<w:p><w:pPr><w:sectPr/></w:pPr>{}</w:p>", r("Dear Amazon,"));
    assert_eq!(read(paged(&first, &section, &files)).unwrap(), "Dear Amazon,\n");
    let lost = refer("header", "default", "lost");
    assert_eq!(read(paged(&body, &lost, &files)).unwrap(), "Dear Amazon,\n");
}

#[test]
fn what_is_no_word_document_says_so() {
    let foreign = Err(SourceError::Foreign(Foreign::Archive));
    assert_eq!(read(archive(&[("mimetype", b"application/vnd.oasis.opendocument.text")])), foreign);
    let sheet = archive(&[
        ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")]).as_bytes()),
        ("xl/workbook.xml", b"<workbook><sheets/></workbook>"),
    ]);
    assert_eq!(read(sheet), foreign);
    let damaged = Err(SourceError::Word(WordError::Broken));
    assert_eq!(read(b"PK\x03\x04 and nothing".to_vec()), damaged);
    let cut = document(&p("Dear Amazon"), "", "");
    assert_eq!(read(cut[..cut.len() / 2].to_vec()), damaged);
    assert_eq!(read(document("<w:p><w:r>", "", "")), damaged);
    assert_eq!(read(document(&p(" "), "", "")), Err(SourceError::Empty));
}

#[test]
fn bombs_do_not_go_off() {
    let too_large = Err(SourceError::Word(WordError::TooLarge));
    let deep = "<w:sdt>".repeat(100_000);
    assert_eq!(read(document(&deep, "", "")), too_large);
    let wide = p(&"a".repeat(40 << 20));
    let bomb = document(&wide, "", "");
    assert!(bomb.len() < 200_000, "{} bytes", bomb.len());
    assert_eq!(read(bomb), too_large);
    let entities = r#"<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>Dear &b;Amazon</w:t></w:r></w:p></w:body></w:document>"#;
    let bytes = archive(&[("word/document.xml", entities.as_bytes())]);
    assert_eq!(read(bytes).unwrap(), "Dear Amazon\n");
    let mark = "x".repeat(1 << 20);
    let numbering = look(0, &[("decimal", &mark)]) + &list(1, 0, "");
    let text = read(document(&item(1, 0, "one").repeat(1000), "", &numbering)).unwrap();
    assert!(text.len() < 100_000);
}
