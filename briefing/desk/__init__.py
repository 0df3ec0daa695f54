"""The use cases. `Desk` joins core, render and io; the faces (cli, tui) see nothing below it.

Slow things are generators of small events, synchronous on purpose: a command line iterates, a
screen iterates in a thread and posts a message for each event, and both learn the same.
"""
