"""Articles become stories, stories a briefing; the ledger holds later articles against questions."""
