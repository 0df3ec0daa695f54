"""What words mean: sentences, figures, hedges, names. Shared by the card, the checks, the day."""
