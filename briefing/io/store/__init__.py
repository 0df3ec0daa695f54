"""The archive in SQLite: one file a noun, over one connection a thread."""
