//! Codes with arguments → sentences: findings of checks, refused commands, unreadable files.
