"""How a watch question is found, filled and worded; `core.card.questions` is the door."""
