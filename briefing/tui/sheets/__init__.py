"""Nouns as blocks to read: pure functions that a sheet of paper on the screen can show."""
