"""Writing: pure functions from a Card, a Briefing or an Article to text. Knows only the nouns."""
