//! Refused commands and numbers that cannot be read.

use super::{Message, Sentence, fill};
use crate::edit::CommandError;
use crate::formats::number::NumberError;
use crate::model::Lang;
