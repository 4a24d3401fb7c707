//! Tables, row by row.

use super::body::Walker;
use super::flow::{Kind, Line};
use super::xml::Xml;
use crate::source::WordError;

impl Walker<'_> {
    /// Reads the rows of the element that is open.
    pub fn table(&mut self, xml: &mut Xml<'_>) -> Result<(), WordError> {
        xml.each(|xml, tag| match tag.name() {
            "tr" => self.row(xml),
            "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.table(xml),
            _ => Ok(()),
        })
    }

    fn row(&mut self, xml: &mut Xml<'_>) -> Result<(), WordError> {
        let mut cells = Vec::new();
        let mut shown = true;
        self.cells(xml, &mut cells, &mut shown)?;
        if !shown {
            return Ok(());
        }
        // A table of one column is a frame around a text.
        if cells.len() == 1 {
            cells.remove(0).into_iter().for_each(|line| self.flow.push(line));
            return Ok(());
        }
        let cell = |lines: Vec<Line>| {
            let words = lines.iter().flat_map(|line| line.text.split_whitespace());
            words.collect::<Vec<_>>().join(" ")
        };
        let text = cells.into_iter().map(cell).collect::<Vec<_>>().join("\t");
        if !text.trim().is_empty() {
            self.flow.push(Line { kind: Kind::Row, text: text.trim().to_owned() });
        }
        Ok(())
    }

    fn cells(
        &mut self,
        xml: &mut Xml<'_>,
        cells: &mut Vec<Vec<Line>>,
        shown: &mut bool,
    ) -> Result<(), WordError> {
        xml.each(|xml, tag| match tag.name() {
            "trPr" => xml.each(|_, tag| {
                *shown &= !matches!(tag.name(), "del" | "hidden") || !tag.is_on();
                Ok(())
            }),
            "tc" => {
                cells.push(self.apart(xml)?);
                Ok(())
            }
            "sdt" | "sdtContent" | "customXml" => self.cells(xml, cells, shown),
            _ => Ok(()),
        })
    }
}
