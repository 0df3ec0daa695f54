"""Sending: Slack, mail, webhooks, programs, folders and apprise, one attempt a call.

What a server says is a value (`Receipt`), never an exception; nothing here tries a second time,
for only the caller knows what was sent before.
"""
