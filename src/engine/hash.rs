//! A fingerprint of inputs: same hash, same results of the same engine version.

use super::Inputs;
use sha2::{Digest, Sha256};
use std::fmt::Write;

impl Inputs {
    /// SHA-256 over every number and id of the inputs, in hexadecimal.
    pub fn hash(&self) -> String {
        let mut hasher = Sha256::new();
        // A limit that a plan does not have leaves the hash as it was before there were such limits.
        // `Debug` prints the shortest text that reads back as the same number, on every machine.
        let text = match self.floors.is_empty() {
            true => format!("{self:?}"),
            // They change no run.
            false => format!(
                "{:?}",
                Self {
                    floors: vec![],
                    ..self.clone()
                }
            ),
        };
        let text = text.replace(", most_from: []", "").replace(", floors: []", "");
        hasher.update(text.as_bytes());
        hasher.finalize().iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}
