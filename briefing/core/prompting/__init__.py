"""What a model is sent, and what is made of its reply. Pure: no clock, no chance, no net.

The article goes out as numbered sentences inside a fence with a random mark, behind fixed
instructions, so that servers can reuse the prefix. A reply comes back as JSON or as labelled
lines, is validated here whatever the server promised, and becomes a card that still has to pass
the grounding check.
"""
