//! A Word document gives a text or an error. The input is the XML of document, styles and numbering,
//! parted by lines of `===`: a fuzzer does not find its way through a compressed archive. Or it is the
//! archive.

use std::io::{Cursor, Write};

use appeal_lint::Source;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const RELATIONS: &str = r#"<Relationships><Relationship Type="x/styles" Target="styles.xml"/><Relationship Type="x/numbering" Target="numbering.xml"/></Relationships>"#;

pub fn holds(data: &[u8]) {
    let (choice, data) = super::choice(data);
    let archive = if choice & 1 == 0 { packed(data).unwrap_or_default() } else { data.to_vec() };
    match Source::decode("letter.docx", archive) {
        Ok(source) => super::decode::has_lines(&source),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

fn packed(data: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let text = String::from_utf8_lossy(data);
    let mut parts = text.splitn(3, "\n===\n");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for name in ["document.xml", "styles.xml", "numbering.xml"] {
        zip.start_file(format!("word/{name}"), stored)?;
        zip.write_all(parts.next().unwrap_or_default().as_bytes())?;
    }
    zip.start_file("word/_rels/document.xml.rels", stored)?;
    zip.write_all(RELATIONS.as_bytes())?;
    Ok(zip.finish()?.into_inner())
}
