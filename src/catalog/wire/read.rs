//! Bytes to a tree: within the limits of size and depth, and JSON.

use serde_json::Value;

use super::{Fault, Pointer};
use crate::diag::Code;

/// The most bytes a file may have.
pub(in crate::catalog) const LIMIT_BYTES: usize = 2 * 1024 * 1024;
/// The deepest nesting of lists and objects.
pub(in crate::catalog) const LIMIT_DEPTH: usize = 32;

/// Reads a file. A byte order mark is passed over: some editors write one.
pub(in crate::catalog) fn read(bytes: &[u8]) -> Result<Value, Fault> {
    let root = Pointer::root();
    if bytes.len() > LIMIT_BYTES {
        return Err(root.fault(Code::PastLimit { what: "bytes", limit: LIMIT_BYTES }));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Err(error) = std::str::from_utf8(bytes) {
        let reason = format!("byte {}: not UTF-8", error.valid_up_to());
        return Err(root.fault(Code::Unreadable { reason }));
    }
    if depth(bytes) > LIMIT_DEPTH {
        return Err(root.fault(Code::PastLimit { what: "depth", limit: LIMIT_DEPTH }));
    }
    serde_json::from_slice(bytes).map_err(|error| {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        root.fault(Code::NotJson { line: count(error.line()), column: count(error.column()) })
    })
}

/// How deep lists and objects stand within each other. Looked at before parsing, which has a limit of its own.
fn depth(bytes: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut is_text, mut is_escaped) = (false, false);
    for byte in bytes {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_text => is_escaped = true,
            b'"' => is_text = !is_text,
            b'{' | b'[' if !is_text => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !is_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> &'static str {
        read(bytes).unwrap_err().code.id()
    }

    #[test]
    fn what_is_not_json_has_a_line() {
        assert_eq!(read(b"{\n \"a\": }").unwrap_err().code, Code::NotJson { line: 2, column: 7 });
        assert_eq!(refused(b""), "F002");
        assert_eq!(refused(b"\xff"), "F001");
        assert_eq!(read(b"\xEF\xBB\xBF[1]").unwrap(), serde_json::json!([1]));
    }

    #[test]
    fn limits_are_kept() {
        assert!(read(format!("{}{}", "[".repeat(32), "]".repeat(32)).as_bytes()).is_ok());
        assert_eq!(refused(format!("{}{}", "[".repeat(33), "]".repeat(33)).as_bytes()), "F003");
        assert_eq!(refused("[".repeat(1_000_000).as_bytes()), "F003");
        assert!(read(br#"["[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\""]"#).is_ok());
        assert_eq!(refused(" ".repeat(LIMIT_BYTES + 1).as_bytes()), "F003");
    }
}
