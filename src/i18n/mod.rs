//! Vietnamese and English, complete at compile time.
