"""Articles become stories, stories a briefing; a ledger keeps what is still open."""
