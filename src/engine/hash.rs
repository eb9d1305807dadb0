//! A fingerprint of inputs: same hash, same results of the same engine version.

use super::Inputs;
use sha2::{Digest, Sha256};
use std::fmt::Write;

impl Inputs {
    /// SHA-256 over every number and id of the inputs, in hexadecimal.
    pub fn hash(&self) -> String {
        let mut hasher = Sha256::new();
        // `Debug` prints the shortest text that reads back as the same number, on every machine.
        hasher.update(format!("{self:?}").as_bytes());
        hasher.finalize().iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}
