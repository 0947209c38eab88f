//! Where things stand in a JSON text: the line of each pointer, and keys that stand twice.
//!
//! **Invariant:** the text has been parsed already; on any other text the answer is poor, but there is one.

use std::collections::{BTreeMap, BTreeSet};

use super::super::wire::escaped;

/// Lines of a text's parts, and its doubled keys.
#[derive(Debug, Default)]
pub(super) struct Scan {
    lines: BTreeMap<String, u32>,
    /// Pointer, key and line of each key that stands again in its object.
    pub(super) doubled: Vec<(String, String, u32)>,
}

impl Scan {
    /// Reads a text.
    pub(super) fn new(bytes: &[u8]) -> Self {
        let mut scanner = Scanner { bytes, at: 0, line: 1, depth: 0, scan: Self::default() };
        scanner.value("");
        scanner.scan
    }

    /// The line of a pointer, or of the nearest thing around it that is there.
    pub(super) fn line(&self, pointer: &str) -> Option<u32> {
        let mut pointer = pointer;
        loop {
            if let Some(line) = self.lines.get(pointer) {
                return Some(*line);
            }
            pointer = pointer.rsplit_once('/')?.0;
        }
    }
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
    depth: usize,
    scan: Scan,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        if byte == b'\n' {
            self.line += 1;
        }
        Some(byte)
    }

    fn skip(&mut self, is_skipped: fn(u8) -> bool) {
        while self.peek().is_some_and(is_skipped) {
            self.next();
        }
    }

    fn gap(&mut self) {
        self.skip(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0xEF | 0xBB | 0xBF));
    }

    fn value(&mut self, pointer: &str) {
        self.gap();
        // A member stands where its key does, which is known already.
        self.scan.lines.entry(pointer.to_owned()).or_insert(self.line);
        if self.depth > super::super::wire::LIMIT_DEPTH {
            return;
        }
        self.depth += 1;
        match self.peek() {
            Some(b'{') => self.object(pointer),
            Some(b'[') => self.list(pointer),
            Some(b'"') => {
                self.text();
            }
            _ => self.skip(|byte| !matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\r' | b'\n')),
        }
        self.depth -= 1;
    }

    fn object(&mut self, pointer: &str) {
        self.next();
        let mut seen = BTreeSet::new();
        loop {
            self.gap();
            if self.peek() != Some(b'"') {
                self.next();
                return;
            }
            let line = self.line;
            let key = self.text();
            let member = format!("{pointer}/{}", escaped(&key));
            if seen.insert(key.clone()) {
                self.scan.lines.insert(member.clone(), line);
            } else {
                self.scan.doubled.push((member.clone(), key, line));
            }
            self.gap();
            self.next();
            self.value(&member);
            self.gap();
            if self.next() != Some(b',') {
                return;
            }
        }
    }

    fn list(&mut self, pointer: &str) {
        self.next();
        let mut idx = 0;
        loop {
            self.gap();
            if self.peek() == Some(b']') {
                self.next();
                return;
            }
            self.value(&format!("{pointer}/{idx}"));
            idx += 1;
            self.gap();
            if self.next() != Some(b',') {
                return;
            }
        }
    }

    /// A text with its escapes read.
    fn text(&mut self) -> String {
        let start = self.at;
        self.next();
        while let Some(byte) = self.next() {
            match byte {
                b'\\' => {
                    self.next();
                }
                b'"' => break,
                _ => {}
            }
        }
        let raw = self.bytes.get(start..self.at).unwrap_or_default();
        serde_json::from_slice(raw).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_keys_and_items() {
        let scan = Scan::new(b"{\n \"a\": [1,\n  {\"b/c\": true}],\n \"d\":\n  \"x\\\"\\n\", \"e\": null\n}");
        for (pointer, line) in [
            ("", 1),
            ("/a", 2),
            ("/a/0", 2),
            ("/a/1", 3),
            ("/a/1/b~1c", 3),
            ("/d", 4),
            ("/e", 5),
            ("/a/1/none", 3),
        ] {
            assert_eq!(scan.line(pointer), Some(line), "{pointer}");
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_found() {
        let scan = Scan::new(b"{\"a\": 1,\n \"b\": {\"a\": 1,\n \"\\u0061\": 2},\n \"a\": 3}");
        assert_eq!(scan.doubled, [("/b/a".into(), "a".into(), 3), ("/a".into(), "a".into(), 4)]);
    }

    #[test]
    fn any_bytes_end() {
        for bytes in ["", "{", "[", "{\"a\"", "[[,", "\"", "{\"a\":}", "}{", "\\", "[1 2", "{\"a\" \"b\"}"] {
            let _scan = Scan::new(bytes.as_bytes());
        }
        let _scan = Scan::new("[".repeat(100_000).as_bytes());
    }
}
