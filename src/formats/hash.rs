//! Fingerprint of a plan's contents.

use super::json::canonical;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// `sha256:` and the SHA-256 of the compact JSON with sorted keys and whole numbers without a point, in hexadecimal.
/// A file that was only laid out anew keeps its hash.
pub(super) fn content_hash(value: &Value) -> String {
    use std::fmt::Write;
    let mut hasher = Sha256::new();
    canonical(value, &mut |piece| hasher.update(piece));
    let mut text = "sha256:".to_owned();
    for byte in hasher.finalize() {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::content_hash;
    use serde_json::json;

    #[test]
    fn the_hash_is_that_of_the_contents_not_of_the_layout() {
        assert_eq!(
            content_hash(&json!({"b": 1.0, "a": [2]})),
            content_hash(&json!({"a": [2.0], "b": 1}))
        );
        assert_ne!(content_hash(&json!([1, 2])), content_hash(&json!([2, 1])));
        // sha256("{}")
        assert_eq!(
            content_hash(&json!({})),
            "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        );
    }
}
