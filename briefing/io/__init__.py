"""Touching: the only code that meets network, disk, database, models, Slack and mail.

Exceptions of other packages are wrapped here, once, into those of `briefing.errors`.
"""
