"""One article becomes a card: offline, questions, and the grounding check that holds every card."""
