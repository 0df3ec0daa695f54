"""A page becomes an article: a ladder of rungs from HTML, dumps, text, mail and PDF."""
