"""Footnote's reader: a small sentence encoder that reads a question with a passage."""
