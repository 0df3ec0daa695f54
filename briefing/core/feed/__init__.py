"""Feeds, OPML and newsboat files read and written; when a feed is visited next."""
