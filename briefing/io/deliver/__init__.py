"""Targets: Slack, mail, webhooks, commands, folders, apprise."""
