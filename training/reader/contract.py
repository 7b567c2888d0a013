"""What training, the shipped graph and the bot agree on: how a question and a window become one row."""

MOST_QUESTION = 40
"""Word pieces of a question that are read; the rest is cut."""

MOST_TITLE = 16
"""Word pieces of the title that are read."""

MOST_WINDOW = 128
"""Word pieces of a window; a longer sentence is cut here."""

JOIN_BELOW = 56
"""A window takes in the next paragraph while it has fewer word pieces than this."""

MOST_SENTENCES = 12
"""Sentences of a window."""

MOST_ROW = 200
"""Word pieces of a whole row with its marks."""

NEVER = -1e4
"""The log odds of a sentence that a row does not have."""

ANSWERS, LEFT_OPEN = 0, 1
"""The two channels of a sentence's score: it answers; it says that the article leaves the question open."""
