"""Thinking: pure functions from nouns to nouns. No clock, no disk, no network, no global state.

language   what words mean: sentences, figures, hedges, names
page       bytes -> Article
feed       feed bytes -> Feed and Entries; OPML
card       Article -> Card, and the grounding check
day        Articles -> Stories -> Briefing; the ledger of questions
"""
