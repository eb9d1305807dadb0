//! Tables as spreadsheets put them on the clipboard: cells between tabs, rows between line ends, a cell with a tab, a
//! line end or a quote inside quotes.

/// Writes a table.
pub fn write_tsv(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for (index, row) in rows.iter().enumerate() {
        if index > 0 {
            text.push_str("\r\n");
        }
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                text.push('\t');
            }
            if cell.contains(['\t', '\n', '\r', '"']) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
    }
    text
}

/// Reads a table: line ends of every system, quoted cells, one line end at the end left out. Rows may differ in length.
/// A quote that is never closed reaches to the end of the text. Nothing gives no rows.
pub fn read_tsv(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    // Whether the cell began with a quote: only then quotes mean something.
    let mut was_quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            _ if quoted => cell.push(c),
            '"' if cell.is_empty() && !was_quoted => {
                quoted = true;
                was_quoted = true;
            }
            '\t' => {
                row.push(std::mem::take(&mut cell));
                was_quoted = false;
            }
            '\r' | '\n' => {
                if c == '\r' && chars.peek() == Some(&'\n') {
                    chars.next();
                }
                row.push(std::mem::take(&mut cell));
                was_quoted = false;
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() || was_quoted {
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter()
            .map(|r| r.iter().map(|c| (*c).to_owned()).collect())
            .collect()
    }

    #[test]
    fn what_a_spreadsheet_writes_is_read() {
        assert_eq!(
            read_tsv("a\tb\r\nc\t\r\n"),
            table(&[&["a", "b"], &["c", ""]]),
            "Windows, with a line end at the end"
        );
        assert_eq!(read_tsv("a\nb"), table(&[&["a"], &["b"]]));
        assert_eq!(read_tsv("a\rb"), table(&[&["a"], &["b"]]), "old Mac");
        assert_eq!(
            read_tsv("\"hai\r\ndòng\"\t\"nói \"\"đạt\"\"\""),
            table(&[&["hai\r\ndòng", "nói \"đạt\""]])
        );
        assert_eq!(
            read_tsv("5\" ống\tx"),
            table(&[&["5\" ống", "x"]]),
            "a quote inside is a quote"
        );
        assert_eq!(read_tsv("\t"), table(&[&["", ""]]));
        assert_eq!(read_tsv(""), table(&[]));
        assert_eq!(read_tsv("\"never closed\tx"), table(&[&["never closed\tx"]]));
    }

    proptest! {
        #[test]
        fn any_table_comes_back(
            rows in proptest::collection::vec(proptest::collection::vec("[a\"\t\r\n đ;]{0,6}", 1..5), 1..6)
        ) {
            let text = write_tsv(&rows);
            let back = read_tsv(&text);
            // A last row of one empty cell cannot be told from a line end at the end.
            let mut expected = rows;
            if expected.last().is_some_and(|r| r.len() == 1 && r[0].is_empty()) {
                expected.pop();
            }
            prop_assert_eq!(back, expected);
        }
    }
}
