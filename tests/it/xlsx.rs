//! A small spreadsheet, written by hand: stored, not deflated, with texts inline. A cell `=1+1` is a formula, `#20` a number.

/// Sheets by name, as rows of cells.
pub(crate) type Sheets<'a> = &'a [(&'a str, &'a [&'a [&'a str]])];

/// The bytes of the file.
pub(crate) fn book(sheets: Sheets<'_>) -> Vec<u8> {
    let each = |write: &dyn Fn(usize, &str) -> String| -> String {
        sheets.iter().enumerate().map(|(idx, (name, _))| write(idx + 1, name)).collect()
    };
    let mut files = vec![
        (
            "[Content_Types].xml".to_owned(),
            format!(
                r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{}</Types>"#,
                each(&|n, _| format!(r#"<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"#))
            ),
        ),
        (
            "_rels/.rels".to_owned(),
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#.to_owned(),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{}</sheets></workbook>"#,
                each(&|n, name| format!(r#"<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>"#))
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>"#,
                each(&|n, _| format!(r#"<Relationship Id="rId{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{n}.xml"/>"#))
            ),
        ),
    ];
    for (idx, (_, rows)) in sheets.iter().enumerate() {
        files.push((format!("xl/worksheets/sheet{}.xml", idx + 1), sheet(rows)));
    }
    zip(&files)
}

fn sheet(rows: &[&[&str]]) -> String {
    let row = |(n, cells): (usize, &&[&str])| {
        let cells: String =
            cells.iter().enumerate().map(|(column, text)| cell(n + 1, column, text)).collect();
        format!(r#"<row r="{}">{cells}</row>"#, n + 1)
    };
    let rows: String = rows.iter().enumerate().map(row).collect();
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    )
}

fn cell(row: usize, column: usize, text: &str) -> String {
    let at = format!("{}{row}", char::from(b'A' + u8::try_from(column).unwrap()));
    if let Some(formula) = text.strip_prefix('=') {
        return format!(r#"<c r="{at}"><f>{formula}</f><v>20</v></c>"#);
    }
    if let Some(number) = text.strip_prefix('#') {
        return format!(r#"<c r="{at}"><v>{number}</v></c>"#);
    }
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn zip(files: &[(String, String)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let size = u32::try_from(text.len()).unwrap().to_le_bytes();
        let head =
            [&[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0][..], &crc(text.as_bytes()).to_le_bytes(), &size, &size]
                .concat();
        let named = u16::try_from(name.len()).unwrap().to_le_bytes();
        let at = u32::try_from(out.len()).unwrap().to_le_bytes();
        out.extend([b"PK\x03\x04", &head[..], &named, &[0, 0], name.as_bytes(), text.as_bytes()].concat());
        directory.extend([b"PK\x01\x02\x14\x00", &head[..], &named, &[0; 12], &at, name.as_bytes()].concat());
    }
    let n = u16::try_from(files.len()).unwrap().to_le_bytes();
    let size = u32::try_from(directory.len()).unwrap().to_le_bytes();
    let at = u32::try_from(out.len()).unwrap().to_le_bytes();
    out.extend([&directory[..], b"PK\x05\x06", &[0; 4], &n, &n, &size, &at, &[0, 0]].concat());
    out
}

/// CRC-32 as ZIP wants it, a bit at a time.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}
